# 涉外知识产权事务。条文：专利法第18、19条；国家知识产权局令第81号第18、22、46条；国务院关于涉外知识产权纠纷处理的规定。

foreign-affairs = 涉外知识产权事务咨询
    .short = 涉外事务咨询
    .about =
        外国人来中国申请、维权，本地企业到国外申请、参展，来访交流，都可以在这里问。
        先给您一份说明，还有问题再请工作人员答复，中文、英文都行。

foreign-affairs-topic = 您想问哪方面？
    .label = 事项
    .opt-file-in-china = 外国人在中国申请专利
    .also-file-in-china = 在中国申请 | 来华申请
    .opt-enforce-in-china = 外国人在中国维权
    .also-enforce-in-china = 在中国维权 | 来华维权
    .opt-file-abroad = 到国外申请专利
    .also-file-abroad = 国外申请 | PCT | 海牙 | 海外申请
    .opt-secrecy-review = 国外申请的保密审查
    .also-secrecy-review = 保密审查
    .opt-documents = 公证认证、附加证明书
    .also-documents = 公证 | 认证 | 附加证明书 | 海牙认证
    .opt-translation = 外文材料和翻译
    .also-translation = 翻译 | 译本 | 外文
    .opt-trade-fair = 展会上的知识产权
    .also-trade-fair = 展会 | 参展
    .opt-exchange-visit = 来访和交流
    .also-exchange-visit = 访问 | 交流 | 代表团
    .opt-visa = 签证、工作许可
    .also-visa = 签证 | 居留 | 工作证
    .opt-other = 其他
    .also-other = 别的

foreign-affairs-visa-door =
    签证和居留请找公安机关出入境管理部门，工作许可请找外国人工作管理部门，我们不办理这些。
    和知识产权有关的，可以找人工。

foreign-affairs-about-filing =
    <b>外国人在中国申请专利</b>
    1. 在中国没有经常居所或者营业所的外国人、外国企业，要委托依法设立的专利代理机构（专利法第18条）。在“查询信息”里可以找代理机构
    2. 申请文件用中文，向国家知识产权局提交，不向我们提交
    3. 已经在国外申请过的，问清楚优先权的期限，别错过

foreign-affairs-about-enforcing =
    <b>外国人在中国维权</b>
    1. 可以通知平台、请求行政裁决、申请调解，或者向法院起诉
    2. 没有经常居所或者营业所的，办专利事务要委托专利代理机构（专利法第18条）
    3. 身份证明和授权委托书要公证，再办认证或者附加证明书
    4. 外文材料要附中文译本，没有译本的，视为没有提交
    5. 作为被请求人、在中国没有固定住所的，答辩期是30天，不是15天
    要提出请求，请走“处理专利侵权纠纷”；想先问问，可以申请维权援助。

foreign-affairs-about-abroad =
    <b>到国外申请专利</b>
    1. 在中国完成的发明、实用新型，先要过保密审查（专利法第19条）
    2. 发明、实用新型常走PCT，外观设计可以走海牙体系，商标可以走马德里体系，也可以直接到那个国家申请
    3. 先公开再申请，在很多国家会失去新颖性，请先申请再参展、发表
    要选哪条路、花多少钱，问一问专利代理机构；在“查询信息”里可以找到。

foreign-affairs-about-secrecy =
    <b>向国外申请前的保密审查</b>
    1. 凡是在中国完成的发明或者实用新型，向国外申请以前，都要先请国家知识产权局做保密审查，不管谁来申请
    2. 没有审查就去国外申请的，在中国再申请，不授予专利权（专利法第19条）
    3. 外观设计不用做
    4. 向国家知识产权局提交PCT申请的，就算同时提出了保密审查请求

foreign-affairs-about-documents =
    <b>境外文件怎样在中国使用</b>
    1. 先在文件出具的国家办公证
    2. 那个国家参加了《取消外国公文书认证要求的公约》的，办附加证明书（Apostille）就行，中国从2023年11月7日起适用
    3. 没有参加的，公证以后还要办认证
    4. 外文文件要附中文译本
    香港、澳门、台湾的文件另有办法，请问工作人员。

foreign-affairs-about-translation =
    <b>外文材料和翻译</b>
    在我们这里办案，外文证据和证明文件都要附中文译本，没有译本的，视为没有提交（国家知识产权局令第81号第46条）。
    请找有资质的翻译机构，译本盖上它的章。我们可以用英文答复您，但不代办翻译。

foreign-affairs-about-fair =
    <b>展会上的知识产权</b>
    1. 参展以前查一查：展品在举办地会不会侵犯别人的权利
    2. 在中国的展会上发现侵权，带上权利证明，先到现场的知识产权工作台；侵权的展品可以要求撤下
    3. 您自己被投诉，把自己的权利证明、设计来源带在身上
    在武汉的展会上马上要处理的，请走“处理专利侵权纠纷”或“商标等投诉举报”，选“展会”，会标为紧急。

foreign-affairs-about-visit =
    <b>来访和交流</b>
    请选“问工作人员”，告诉我们：来访的单位和人数、想谈什么、哪几天、用什么语言。
    收到以后我们联系您商量，请在确认以后再订行程。

foreign-affairs-about-other =
    请选“问工作人员”，把情况写下来，工作人员会答复您。

foreign-affairs-next-step = 接下来您想做什么？
    .label = 接下来
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 提问 | 我还有问题
    .opt-other-topic = 看别的事项
    .also-other-topic = 换一个 | 其他事项
    .opt-done = 不用了，谢谢
    .also-done = 不用了 | 谢谢 | 结束 | 没有 | 没有了 | 不用

foreign-affairs-details = 请写下您的问题。
    .hint = 例如：我们德国公司想在武汉维权，需要准备哪些文件？
    .label = 问题

foreign-affairs-files = 有要给我们看的文件吗？
    .hint = 可以一次发几个。证件和授权委托书不要在这里发。手头没有就跳过。
    .label = 文件

foreign-affairs-next =
    负责涉外事务的工作人员会看您的问题，在这里或者按您留的联系方式答复。

foreign-affairs-who =
    只有办理的工作人员能看到。需要转给其他单位的，会告诉您。

foreign-affairs-state-submitted = 已提交
foreign-affairs-state-received = 已收到
foreign-affairs-state-contacted = 已联系您
foreign-affairs-state-replied = 已答复
foreign-affairs-state-transferred = 已转其他单位
foreign-affairs-state-refused = 不归我们办理

foreign-affairs-paper-identity-proof = 身份证明
foreign-affairs-paper-power-of-attorney = 授权委托书
foreign-affairs-paper-translation = 中文译本
foreign-affairs-paper-visit-plan = 来访计划
foreign-affairs-paper-other-papers = 其他有关材料

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
foreign-affairs-reply-acknowledge =
    您好，您的问题{ $receipt }我们收到了，正在了解情况，有结果马上告诉您。
    .label = 已收到
foreign-affairs-reply-ask-papers =
    您好，为了答复{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。证件和授权委托书，请交到窗口。
    .label = 请补材料
foreign-affairs-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转其他单位
foreign-affairs-reply-accepted =
    您好，{ $receipt }我们来办。安排如下：
    { $reason }
    .label = 我们来办
foreign-affairs-reply-refused =
    您好，很抱歉，{ $receipt }我们办不了。原因如下：
    { $reason }
    .label = 办不了
foreign-affairs-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
