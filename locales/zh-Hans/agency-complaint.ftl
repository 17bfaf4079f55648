# 专利代理投诉举报。条文：专利代理条例第24至27条；专利代理管理办法第46、52条。由省级部门查处，转送没有法定天数。

agency-complaint = 投诉举报专利代理
    .short = 投诉代理机构
    .about =
        专利代理机构、代理师不守规矩，或者有人没有执照也来代办专利，可以在这里反映，匿名、实名都行。
        湖北的机构由湖北省知识产权局查处，我们收下、核对，再转给省里。
        大约十个问题，中途可以停。

agency-complaint-problem = 遇到了什么问题？
    .hint = 可以选几项。拿不准也没关系，由工作人员来判断。
    .label = 问题
    .opt-unlicensed = 没有执照也做专利代理
    .also-unlicensed = 无资质 | 没执照 | 黑代理
    .opt-fraud-promise = 打包票骗钱
    .also-fraud-promise = 包授权 | 保证授权 | 骗钱 | 十天拿证
    .opt-forged-papers = 伪造签名或文件
    .also-forged-papers = 假回执 | 伪造 | 代签名 | 假证书
    .opt-neglect = 不办事或误了期限
    .also-neglect = 拖着不办 | 失联 | 错过期限 | 不回复
    .opt-leak = 泄露我的发明
    .also-leak = 泄密 | 泄露
    .opt-own-name-filing = 拿我的发明自己申请
    .also-own-name-filing = 抢先申请 | 自己申请 | 用自己名义申请
    .opt-conflict = 同时代理双方
    .also-conflict = 利益冲突 | 两头代理
    .opt-abnormal-filing = 编造或买卖专利申请
    .also-abnormal-filing = 非正常申请 | 编造专利
    .opt-lent-licence = 出租出借资质
    .also-lent-licence = 挂靠 | 挂证 | 借资质
    .opt-not-registered-change = 变更没有登记
    .also-not-registered-change = 变更未备案 | 地址换了没登记
    .opt-fee = 收费纠纷
    .also-fee = 收费 | 退费 | 乱收费
    .opt-trademark-agency = 是商标代理的问题
    .also-trademark-agency = 商标代理 | 商标代理机构
    .opt-other = 其他
    .also-other = 别的

agency-complaint-fee-only =
    只是收多收少、退不退费，属于合同纠纷，可以先和机构协商，请消费者组织、行业协会调解，或者向法院起诉。
    合同怎么看、证据怎么留，可以申请维权援助。
    除了收费还有别的问题，请点“返回”多选一项；觉得有违规，就点“仍然继续”。

agency-complaint-mark-agency =
    商标代理机构由市场监督管理部门管，请走“商标等投诉举报”。
    同一家也做专利代理、专利上也有问题的，就点“仍然继续”。

agency-complaint-police =
    被骗了钱，或者发现伪造的证书、公章、回执，可能是犯罪，可以同时向公安机关报案。
    请把转账记录、聊天记录、原件都留好，不要删。申请号是真是假，可以在国家知识产权局网站上查，也可以在下面填给我们核对。

agency-complaint-other-name = 是哪家机构，或者哪个人？
    .hint = 照合同、发票或者名片上写，例如：某某专利代理事务所
    .label = 被反映方

agency-complaint-check-licence =
    这个名字在我们的名册里没有找到。名册可能不全，没找到不等于没有执照，我们会再核对。
    您也可以在国家知识产权局的专利代理管理系统里查。没有执照做专利代理的，由省级部门查处。

agency-complaint-based = 这家机构在哪里？
    .why = 由机构所在地的省级部门查处。
    .label = 机构所在地
    .opt-wuhan = 武汉
    .also-wuhan = 本市
    .opt-hubei = 湖北其他地方
    .also-hubei = 湖北 | 宜昌 | 襄阳 | 省内
    .opt-farther = 外省
    .also-farther = 外地 | 北京 | 上海 | 广东

agency-complaint-other-province =
    外省的机构，由那个省的知识产权部门查处，您可以直接向他们反映。
    要是您愿意，也可以继续在这里填，我们收下以后请湖北省知识产权局转过去。

agency-complaint-filing-numbers = 有关的申请号是多少？
    .why = 我们会核对号码的格式。对方给的号码对不上，可能是假的。
    .hint = 受理通知书上有，例如：2024112345675。几件就分行写，没有就点“不知道”。
    .label = 申请号

agency-complaint-facts = 请把经过说一说：什么时候，找了谁，发生了什么？
    .hint = 例如：3月付了8000元，对方说十天拿证，给的受理通知书查不到。匿名的话，请不要写能认出您的内容。
    .label = 经过

agency-complaint-files = 有合同、发票或聊天记录吗？
    .hint = 可以一次发几个。最有用的是：合同、付款凭证、聊天截图、对方给的通知书。手头没有就跳过。
    .label = 材料

agency-complaint-agency-code = 机构代码是多少？
    .hint = 执照和专利文件的代理机构一栏有，共5位数字，例如：12345
    .label = 机构代码

agency-complaint-attorney = 是哪位代理师或业务员？
    .hint = 写姓名或者执业证号，例如：王某某
    .label = 经办人

agency-complaint-contract-day = 合同是哪天签的？
    .hint = 例如：2026年3月5日
    .label = 合同日期

agency-complaint-paid = 一共付了多少钱？
    .hint = 例如：8000元
    .label = 已付费用

agency-complaint-next =
    工作人员先核对材料，再转给湖北省知识产权局。转出去那天会记在进度里。
    是否立案、怎么处理，由省里决定。我们收到消息，就写在进度里。
    以后又找到什么材料，随时可以补充。

agency-complaint-who =
    只有办理的工作人员和接着办的省级部门能看到。您是谁、您反映过这件事，都不会告诉被反映的一方。

agency-complaint-state-submitted = 已提交
agency-complaint-state-received = 已收到
agency-complaint-state-transferred-province = 已转湖北省知识产权局
agency-complaint-state-transferred = 已转其他部门
agency-complaint-state-checking = 正在核对
agency-complaint-state-opened = 已立案
agency-complaint-state-not-opened = 未立案
agency-complaint-state-corrected = 已责令改正
agency-complaint-state-warned-or-fined = 已警告或罚款
agency-complaint-state-business-suspended = 已停止承接新业务
agency-complaint-state-licence-revoked = 已吊销执照
agency-complaint-state-moved-to-police = 已移送公安机关
agency-complaint-state-no-violation = 未发现违规

agency-complaint-paper-contract = 合同
agency-complaint-paper-invoices = 发票或付款凭证
agency-complaint-paper-chats = 聊天记录
agency-complaint-paper-filing-receipts = 受理通知书等文件
agency-complaint-paper-advertisement = 广告

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
agency-complaint-reply-acknowledge =
    您好，您反映的{ $receipt }我们收到了，正在核对材料，转给省里的时候会告诉您。
    .label = 已收到
agency-complaint-reply-ask-papers =
    您好，为了核对{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
agency-complaint-reply-transfer =
    您好，{ $receipt }已经转给有权查处的部门。说明如下：
    { $reason }
    .label = 已转出
agency-complaint-reply-accepted =
    您好，{ $receipt }已经立案，正在调查。情况如下：
    { $reason }
    .label = 已立案
agency-complaint-reply-not-opened =
    您好，{ $receipt }核查后没有立案。原因如下：
    { $reason }
    如果有新的材料，随时可以补充，我们会再看。
    .label = 未立案
agency-complaint-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    谢谢您告诉我们。
    .label = 已办结
