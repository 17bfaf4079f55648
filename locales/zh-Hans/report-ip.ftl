# 专利以外的投诉举报。商标法：2026年12月31日以前用2019年修正的文本，2027年1月1日起用2026年6月26日修订的文本。
# 行政处罚法第60条：立案之日起90日。投诉受理的期限以市场监督管理总局令第121号为准，由工作人员告知。

report-ip = 投诉举报商标等侵权
    .short = 商标等投诉举报
    .about =
        商标、地理标志、商业秘密被侵犯，有人搭便车、恶意抢注、乱报专利申请，都可以在这里反映。
        只想让我们知道、去查的，是举报，可以匿名。想请我们帮忙和对方谈的，是投诉，要留姓名。
        不归我们管的，会告诉您该找谁。

report-ip-problem = 是哪一类问题？
    .label = 问题种类
    .opt-trademark = 商标侵权、假冒商标
    .also-trademark = 商标 | 假货 | 假冒注册商标 | 山寨牌子
    .opt-gi = 冒用地理标志
    .also-gi = 地理标志 | 地标 | 假产地
    .opt-trade-secret = 侵犯商业秘密
    .also-trade-secret = 商业秘密 | 技术秘密 | 偷配方 | 泄密
    .opt-passing-off = 仿名称、包装、门头
    .also-passing-off = 搭便车 | 混淆 | 仿包装 | 仿冒名称
    .opt-bad-faith-mark = 恶意抢注、囤积商标
    .also-bad-faith-mark = 抢注 | 囤积商标 | 恶意注册
    .opt-abnormal-filing = 不正常的专利申请
    .also-abnormal-filing = 非正常专利申请 | 编造专利 | 买卖申请
    .opt-patent = 专利侵权或假冒专利
    .also-patent = 专利 | 假专利
    .opt-copyright = 著作权、软件盗版
    .also-copyright = 版权 | 著作权 | 盗版 | 软件
    .opt-customs = 进出口的侵权货物
    .also-customs = 海关 | 出口 | 进口
    .opt-plant-variety = 植物新品种、种子
    .also-plant-variety = 新品种 | 种子 | 苗木
    .opt-refund = 买东西要退款、赔偿
    .also-refund = 退款 | 退货 | 消费纠纷 | 退一赔三
    .opt-staff-conduct = 工作人员的作风问题
    .also-staff-conduct = 违纪 | 不作为 | 态度差
    .opt-other = 其他
    .also-other = 别的 | 不知道

report-ip-patent-door =
    专利的事有专门的入口。
    没有专利却标专利的，走“举报假冒专利”。您的专利被人用了，走“处理专利侵权纠纷”。拿不准的，申请维权援助。

report-ip-copyright-door =
    著作权和软件的事，由版权部门和文化市场综合执法队伍管，请直接向他们反映。想知道怎样留证据，可以申请维权援助。
    要是您愿意，也可以继续在这里填，我们收下以后转给他们。

report-ip-customs-door =
    进出口的货物由海关管，在武汉请找武汉海关。商标、专利、著作权在海关总署备过案的，海关发现可疑货物会通知权利人。权利人要在通知送达之日起3个工作日内提出申请、提供担保。
    在境内工厂、店铺里发现的，就点“仍然继续”；口岸上的线索，我们也可以收下转给海关。

report-ip-variety-door =
    植物新品种由农业农村部门、林业部门管，请直接向他们反映。
    要是您愿意，也可以继续在这里填，我们收下以后转给他们。

report-ip-refund-door =
    退款、退货、赔偿这类消费纠纷，请打12315，或者用全国12315平台，那里处理得更快。
    您要反映的其实是假冒商标一类的问题，就点“仍然继续”。

report-ip-staff-door =
    工作人员的纪律和作风问题，不在这里收。可以打12388，向纪检监察机关反映。
    只是一直没收到答复的，过了期限可以在“查进度”里催办，也可以找人工，我们去催。

report-ip-mark-law-2019 =
    现在适用的是2019年修正的商标法。认定侵权成立的，可以责令停止、没收侵权商品、罚款。赔偿的数额可以请求调解，谈不成的向法院起诉。
    新修订的商标法从2027年1月1日起施行。

report-ip-mark-law-2026 =
    现在适用的是2026年6月26日修订的商标法，从2027年1月1日起施行。发生在这一天以前的事适用哪个文本，由办案的部门来定，照样可以反映。

report-ip-filings =
    商标注册、专利申请由国家知识产权局审查，异议、无效也向它提出。我们收下线索，核对以后按规定报上去或者转过去。

report-ip-want = 您希望我们做什么？
    .hint = 可以选几项。
    .label = 诉求
    .opt-investigate = 查处对方
    .also-investigate = 举报 | 查处 | 调查 | 处罚
    .opt-mediate = 帮我和对方调解
    .also-mediate = 投诉 | 调解 | 协商 | 赔偿
    .opt-takedown = 让平台下架
    .also-takedown = 下架 | 删链接 | 断开链接
    .opt-advice = 只想问问怎么办
    .also-advice = 咨询 | 建议 | 问问

report-ip-only-advice =
    只想问问怎么办的，申请维权援助更合适：那里的工作人员会帮您比较各种办法，不收费。
    想让我们去查，就点“返回”再选一项，或者点“仍然继续”。

report-ip-takedown-first =
    要让网上的商品下架，最快的办法是自己先通知平台，附上权利证明和侵权的初步证据。平台收到后要及时采取必要措施（电子商务法第42条）。
    这里的举报可以同时进行。

report-ip-two-cases =
    您既想查处，又想调解。工作人员会分成一件举报、一件投诉来办，您填一次就行。

report-ip-name-needed =
    请我们调解，要让对方知道是谁提出的，所以不能匿名。只想匿名举报的，请点“返回”，去掉“帮我和对方调解”。

report-ip-relation = 您和这件事是什么关系？
    .label = 您的身份
    .opt-right-holder = 权利人
    .also-right-holder = 商标权人 | 商标是我的 | 权利是我的
    .opt-licensee = 被许可人
    .also-licensee = 加盟商 | 经销商 | 被授权人
    .opt-consumer = 消费者
    .also-consumer = 顾客 | 买家
    .opt-competitor = 同行
    .also-competitor = 竞争对手
    .opt-public = 碰巧看到的人
    .also-public = 群众 | 市民 | 其他
    .opt-agent = 代理人
    .also-agent = 律师 | 代理

report-ip-subject = 是什么商品、店铺或者什么事？
    .hint = 例如：江岸某某茶铺的招牌被人照抄。写要紧的就行。
    .label = 什么事

report-ip-against = 您要投诉的是谁？
    .hint = 照招牌、包装或营业执照上写，例如：某某食品店
    .label = 被投诉方

report-ip-mark-number = 被侵犯或被抢注的商标，注册号是多少？
    .why = 有了号码，可以先查商标是否有效、用在哪些商品上。
    .hint = 例如：12345678。不知道也没关系。
    .label = 商标注册号

report-ip-filing-numbers = 是哪些申请号？
    .hint = 例如：2024112345675。几件就分行写，不知道也没关系。
    .label = 申请号

report-ip-shop-district = 这家网店的经营者实际在哪里？
    .why = 网上的店，由经营者所在地的部门查处。
    .hint = 店铺的“证照信息”和发货地能看出来。不在武汉就写城市名，看不出来就点“不知道”。
    .label = 店铺所在地

report-ip-elsewhere =
    武汉以外发生的事，由当地市场监督管理部门查处。您可以直接向当地反映，也可以用全国12315平台。
    怎样留证据、怎样找当地的部门，可以申请维权援助。要是您愿意，也可以继续在这里填，我们收下以后转给当地。

report-ip-at-the-fair =
    展会时间短，这件会标为紧急。展会现场有知识产权工作台的，请同时到那里说一声，带上权利证书。

report-ip-facts = 请说说您看到了什么，为什么认为有问题？
    .hint = 例如：11月3日我在店里看到招牌和我的商标一样，店主说没有加盟。匿名的话，请不要写能认出您的内容。
    .label = 经过

report-ip-files = 有权利证书、照片或截图吗？
    .hint = 可以一次发几个。最有用的是：权利证书、对比照片、购买凭证、网页截图。手头没有就跳过。
    .label = 材料

report-ip-next =
    工作人员先看归谁管，再核对线索。投诉什么时候答复是否受理，按现行的投诉举报办法，由工作人员告诉您。
    立案查处的，一般从立案起90天内作出处理决定。
    以后想起什么、又拍到什么，随时可以补充。

report-ip-who =
    只有办理的工作人员能看到。举报人是谁，不会告诉对方；请我们调解的，对方会知道是谁提出的。

report-ip-deadline-penalty = 作出处理决定
    .law = 《行政处罚法》第六十条

report-ip-state-submitted = 已提交
report-ip-state-received = 已收到
report-ip-state-transferred = 已转其他部门
report-ip-state-accepted = 投诉已受理
report-ip-state-refused = 投诉不予受理
report-ip-state-checking = 正在核对线索
report-ip-state-opened = 已立案
report-ip-state-not-opened = 未立案
report-ip-state-mediated = 已调解成功
report-ip-state-not-mediated = 调解没有谈成
report-ip-state-punished = 已作出处罚
report-ip-state-ordered-to-correct = 已责令改正
report-ip-state-no-violation = 未发现违法
report-ip-state-moved-to-police = 已移送公安机关

report-ip-paper-right-certificate = 商标注册证等权利证明
report-ip-paper-photos = 商品、招牌或包装的照片
report-ip-paper-proof-of-purchase = 购买小票或订单
report-ip-paper-page-capture = 网页链接和截图
report-ip-paper-comparison = 和您的商品对比的说明
report-ip-paper-secrecy-measures = 说明秘密内容和保密措施的材料

# $receipt 受理编号；$due 当前期限；$paper 要补的材料；$reason 工作人员写的原因或结果
report-ip-reply-acknowledge =
    您好，您反映的{ $receipt }我们收到了，正在看归谁管、线索够不够，有进展就告诉您。
    .label = 已收到
report-ip-reply-ask-papers =
    您好，为了核对{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
report-ip-reply-transfer =
    您好，{ $receipt }应由其他部门办理，我们已经把材料转过去。说明如下：
    { $reason }
    .label = 已转其他部门
report-ip-reply-accepted =
    您好，您的投诉{ $receipt }已经受理，我们会联系双方调解。安排如下：
    { $reason }
    .label = 投诉已受理
report-ip-reply-refused =
    您好，很抱歉，您的投诉{ $receipt }我们没能受理。原因如下：
    { $reason }
    您仍然可以自己和对方协商，或者向法院起诉。
    .label = 不予受理
report-ip-reply-opened =
    您好，{ $receipt }已经立案，正在调查。一般在{ $due }前作出处理决定；要延长的，会告诉您原因。
    .label = 已立案
report-ip-reply-not-opened =
    您好，{ $receipt }核查后没有立案。原因如下：
    { $reason }
    如果有新的线索，随时可以补充，我们会再看。
    .label = 未立案
report-ip-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    谢谢您告诉我们。
    .label = 已办结
