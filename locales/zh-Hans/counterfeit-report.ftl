# 假冒专利举报。条文：专利法第68、69条；专利法实施细则第99、101条；专利行政执法办法第28、29、36条。

counterfeit-report = 举报假冒专利
    .short = 举报假冒专利
    .about =
        商品标着专利，其实没有专利、专利已经失效，或者用了别人的专利号，都可以在这里举报。
        匿名、实名都行。大约十个问题，中途可以停，以后接着填。
        提交后您会拿到受理编号和查询码。符合条件的，10个工作日内立案。

counterfeit-report-how = 您想匿名举报，还是实名举报？
    .why = 两种方式都会核查。实名的，是否立案、处理结果都会告诉您，也可以申请奖励。
    .label = 举报方式
    .opt-anonymous = 匿名
    .also-anonymous = 匿名举报 | 不留名 | 不实名 | 不想留名字 | 我不想留名字 | 不要写我的名字 | 不想让人知道
    .opt-named = 实名
    .also-named = 实名举报 | 留名 | 留姓名 | 具名

counterfeit-report-anonymity-telegram =
    匿名举报前，有几件事请您知道。
    办件里不留您的账号、姓名和电话。但Telegram自己知道是哪个账号在发消息。
    照片和文字有时会让人认出您，发之前请再看一眼。
    我们没法主动通知您，要凭受理编号和查询码查进度。提交后您也可以选择在这个聊天里收答复，随时能停。

counterfeit-report-anonymity =
    匿名举报前，有几件事请您知道。
    办件里不留您的姓名、电话和账号。
    照片和文字有时会让人认出您，发之前请再看一眼。
    我们没有您的联系方式，无法通知您结果。请保存好受理编号和查询码，用它们查进度。

counterfeit-report-fake-kind = 哪里不对？
    .hint = 可以选几项。拿不准也没关系，由工作人员来判断。
    .label = 假冒情形
    .opt-no-patent-but-marked = 没有专利却标了专利
    .also-no-patent-but-marked = 没有专利 | 根本没专利 | 专利号查不到 | 冒充专利
    .opt-expired-or-invalid-marked = 专利已失效仍在标注
    .also-expired-or-invalid-marked = 专利过期 | 专利到期 | 专利失效 | 专利被宣告无效 | 专利终止
    .opt-other-patent-number-used = 用了别人的专利号
    .also-other-patent-number-used = 冒用专利号 | 盗用专利号 | 别人的专利
    .opt-application-called-patent = 还在申请就说是专利
    .also-application-called-patent = 还在申请 | 没授权 | 申请号当专利号
    .opt-forged-certificate = 伪造专利证书等文件
    .also-forged-certificate = 伪造证书 | 假证书 | 变造专利文件
    .opt-sells-such-goods = 在卖这样的商品
    .also-sells-such-goods = 销售 | 卖假冒专利产品 | 店里在卖
    .opt-only-copied = 只是仿制，没标专利
    .also-only-copied = 仿造 | 抄袭 | 山寨 | 没有标注

counterfeit-report-not-counterfeit =
    没有标注专利、只是仿制，通常属于专利侵权，不是假冒专利，要由专利权人来主张。
    如果您是权利人或者受到影响，可以申请维权援助，我们帮您看怎么办。
    如果您觉得确实有假冒标注，也可以继续举报。

counterfeit-report-goods = 是什么商品？
    .hint = 例如：某某牌电吹风，型号A-200
    .label = 商品

counterfeit-report-mark-text = 商品上关于专利的文字和号码是怎么写的？
    .why = 我们会核对号码的格式。核对不上也能继续，会记为未核实的线索。
    .hint = 照抄就行，例如：包装背面印着“国家专利 ZL 2024 1 1234567.5”
    .label = 标注内容

counterfeit-report-elsewhere =
    武汉以外发生的事，由当地市场监督管理部门查处。您可以直接向当地反映，也可以用全国12315平台。
    要是您愿意，也可以继续在这里填，我们收下以后转给当地。

# 地点、发现日期等问题见 shared/place.ftl，事实和材料见 shared/facts.ftl，姓名和联系方式见 shared/party.ftl。

counterfeit-report-facts = 请说说经过：您是怎么发现的，为什么觉得专利是假的？
    .hint = 例如：11月3日在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。匿名举报请别写能认出您的内容。
    .label = 经过

counterfeit-report-files = 有照片、小票或网页截图吗？
    .hint = 可以一次发几个。最有用的是：商品全貌、专利标注的近照、购买凭证。
    .label = 材料

counterfeit-report-reward = 查实以后，您想申请举报奖励吗？
    .why = 能不能奖、奖多少，按现行办法，由工作人员告诉您。证件号码不在这里问，需要时工作人员会走我们自己的渠道向您核实。
    .label = 申请奖励

counterfeit-report-qty-price = 大约有多少，卖多少钱？
    .hint = 例如：货架上约20台，每台89元
    .label = 数量和价格

counterfeit-report-made-before-expiry = 这些商品是在专利失效之前生产的吗？
    .why = 专利终止前依法标注的商品，终止后接着卖，不算假冒专利（专利法实施细则第101条）。
    .hint = 看看包装上的生产日期。
    .label = 生产时间

counterfeit-report-other-name = 店铺或生产厂家叫什么名字？
    .hint = 照招牌、包装或网店页面上的写，例如：某某五金店
    .label = 店铺或厂家

counterfeit-report-right-holder = 您知道真正的专利权人是谁吗？
    .hint = 例如：某某科技有限公司
    .label = 专利权人

counterfeit-report-next =
    工作人员先核对线索。符合条件的，收到举报之日起10个工作日内立案；立案后1个月内结案，案情特别复杂的最多再延长15日。
    以后想起什么、又拍到什么，随时可以补充。

counterfeit-report-who =
    只有办理这件举报的工作人员能看到。您是谁、您举报过这件事，都不会告诉被举报的一方。

counterfeit-report-deadline-opening = 决定是否立案
    .law = 《专利行政执法办法》第二十八条
counterfeit-report-deadline-closing = 办结案件
    .law = 《专利行政执法办法》第三十六条

counterfeit-report-state-submitted = 已提交
counterfeit-report-state-received = 已收到
counterfeit-report-state-transferred = 已转其他部门
counterfeit-report-state-checking = 正在核对线索
counterfeit-report-state-opened = 已立案
counterfeit-report-state-not-opened = 未立案
counterfeit-report-state-investigating = 正在调查
counterfeit-report-state-punished = 已作出处罚
counterfeit-report-state-ordered-to-correct = 已责令改正
counterfeit-report-state-stop-selling-only = 已责令停止销售
counterfeit-report-state-no-violation = 未发现违法
counterfeit-report-state-moved-to-police = 已移送公安机关

counterfeit-report-paper-photos = 商品和专利标注的照片
counterfeit-report-paper-proof-of-purchase = 购买小票或订单
counterfeit-report-paper-page-capture = 网页链接和截图
counterfeit-report-paper-advertisement = 广告或说明书
counterfeit-report-paper-purchase-details = 购买的时间和地点

# $receipt 受理编号；$due 当前期限；$paper 要补的材料；$reason 工作人员写的原因或结果
counterfeit-report-reply-acknowledge =
    您好，您的举报{ $receipt }我们收到了，正在核对线索。我们会在{ $due }前决定是否立案，请留意进度。
    .label = 已收到
counterfeit-report-reply-ask-papers =
    您好，为了核查{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
counterfeit-report-reply-transfer =
    您好，{ $receipt }应由其他部门查处，我们已经把材料转过去。说明如下：
    { $reason }
    .label = 已转其他部门
counterfeit-report-reply-opened =
    您好，{ $receipt }已经立案，正在调查。我们争取在{ $due }前办结；要延长的，会告诉您原因。
    .label = 已立案
counterfeit-report-reply-not-opened =
    您好，{ $receipt }核查后没有立案。原因如下：
    { $reason }
    如果有新的线索，随时可以补充，我们会再看。
    .label = 未立案
counterfeit-report-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    谢谢您提供线索。
    .label = 已办结
