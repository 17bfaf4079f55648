# 资助和资金。费用减缴由国家知识产权局办理，不是市里的资金。

funding-enquiry = 查资助和资金项目
    .short = 资助和资金
    .about =
        看市里和各区现在有哪些知识产权资金项目可以申报，条件、时间和链接。
        官方费用怎么减缴，也在这里说明。
        能不能拿到、拿多少，由负责的部门按当期通知来定。

funding-enquiry-item = 您想了解哪一项？
    .label = 项目
    .opt-filing = 申请专利的补贴
    .also-filing = 申请补贴 | 授权补贴 | 专利补贴 | 申请资助 | 授权奖励
    .opt-fee-reduction = 官方费用减缴
    .also-fee-reduction = 费减 | 减缴 | 年费减免 | 费用减缓
    .opt-pledge-interest = 质押贷款贴息
    .also-pledge-interest = 贴息 | 质押贴息 | 贷款贴息
    .opt-insurance = 知识产权保险补贴
    .also-insurance = 保险 | 专利保险
    .opt-protection-cost = 维权费用补贴
    .also-protection-cost = 维权补贴 | 打官司补贴 | 维权资助
    .opt-overseas-rights = 海外知识产权布局
    .also-overseas-rights = 海外专利 | PCT | 海外商标 | 国外授权
    .opt-high-value = 高价值专利培育
    .also-high-value = 高价值专利 | 专利培育 | 培育中心
    .opt-award = 专利奖等奖项
    .also-award = 专利奖 | 奖励 | 中国专利奖
    .opt-navigation = 专利导航
    .also-navigation = 导航 | 专利导航项目
    .opt-training = 培训和人才
    .also-training = 培训 | 人才
    .opt-other = 其他
    .also-other = 别的 | 示范企业 | 贯标

funding-enquiry-no-filing-grant =
    按国家要求，各地对申请专利、拿到授权这两步的补贴已经陆续取消，现在的资金主要支持质量、保护和运用。
    想少花钱，可以看看“官方费用减缴”，也可以看别的项目。

funding-enquiry-fee-reduction =
    <b>官方费用减缴</b>
    谁能办：收入在规定标准以下的个人和单位。
    减什么：申请费、发明专利的实质审查费、一部分年费等。
    怎么办：先在国家知识产权局的专利业务办理系统里做费减备案，备案通过，再在申请时请求减缴。
    收入标准和减多少，看国家知识产权局现行的规定。
    收入请照实填写。

funding-enquiry-district = 您的单位在哪个区登记？个人就写住在哪个区。
    .why = 除了市里的项目，各区还有自己的。
    .hint = 例如：东西湖、光谷。不在武汉就写城市名。
    .label = 所在区

funding-enquiry-outside =
    武汉的资金项目，一般只支持在武汉登记的单位。外地的，请问当地的市场监督管理局（知识产权局），或者打当地的12345。

# $notice-count 份数；$notice-as-of 目录日期；$day 截止日期
funding-enquiry-notice = 现在有{ $notice-count }份对得上的通知，您要看哪一份？
    .hint = 目录日期：{ $notice-as-of }
    .label = 通知
    .item = { $title }（{ $day }截止）
    .opt-other-item = 看别的项目
    .also-other-item = 别的项目 | 换一项 | 重新选

funding-enquiry-not-loaded =
    资金项目的通知还没有放进来，所以现在查不到，不等于没有项目。
    可以看市、区两级市场监督管理局（知识产权局）公开的通知，打12345问，或者在这里留言请工作人员答复。

funding-enquiry-none =
    现在没有对得上的项目在受理。通知每年都会更新，选“有新通知就告诉我”，有了就发邮件告诉您。
    如果有人说交钱就能包申报、包拿到，请别信。

funding-enquiry-gone = 目录刚刚更新过，这一份不在里面了，请重新选。

funding-enquiry-detail =
    <b>{ $one-title }</b>
    种类：{ $one-kind }
    谁能报：{ $one-who }
    哪里的：{ $one-place }
    受理时间：{ $one-from }到{ $one-until }
    状态：{ $one-status }
    内容：{ $one-summary }
    链接：{ $one-link }

funding-enquiry-brokers =
    以通知原文为准。有人收钱说能“包申报、包拿到”的，请别信，也不要把公章、账号和密码交给别人。

funding-enquiry-further = 接下来您想做什么？
    .label = 下一步
    .opt-back-to-list = 回到通知列表
    .also-back-to-list = 列表 | 上一页
    .opt-another = 看别的项目
    .also-another = 别的项目 | 换一项 | 再看看
    .opt-subscribe = 有新通知就告诉我
    .also-subscribe = 订阅 | 提醒我 | 通知我
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 留言 | 请工作人员帮忙
    .opt-done = 不用了
    .also-done = 谢谢 | 够了

# $subscription-what 订阅的内容
funding-enquiry-subscribed =
    订好了：{ $subscription-what }。目录里有新的，第二天早上在这里告诉您。
    每条消息下面都有按钮，点一下就能退订；发送 /mydata 也能查看和退订。

funding-enquiry-question = 您想问什么？
    .hint = 例如：我们今年拿专利贷了300万元，贴息什么时候能报，要准备什么？
    .label = 问题

# 姓名和联系方式见 shared/party.ftl

funding-enquiry-code = 单位的统一社会信用代码是多少？
    .why = 工作人员凭它核对单位在哪里登记、能报哪些项目。
    .hint = 营业执照上有，共18位。
    .label = 信用代码

funding-enquiry-next =
    工作人员会在这里答复您，必要时按您留的方式联系。申报还是要按通知里的办法和时间，在这里留言不算申报。

funding-enquiry-who = 只有办理的工作人员能看到。要请区里答复的，会告诉您。

funding-enquiry-state-contacted = 已联系您
funding-enquiry-state-replied = 已答复

funding-enquiry-paper-business-licence = 营业执照
funding-enquiry-paper-right-list = 专利或商标清单
funding-enquiry-paper-notice-text = 您看到的通知

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
funding-enquiry-reply-acknowledge =
    您好，您的问题{ $receipt }我们看到了，正在核对规定，有结果马上告诉您。
    .label = 已收到
funding-enquiry-reply-ask-details =
    您好，为了答准{ $receipt }，还想请您说明一下：
    { $reason }
    .label = 请说明
funding-enquiry-reply-ask-papers =
    您好，为了答准{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
funding-enquiry-reply-transfer =
    您好，{ $receipt }问的项目由别的部门负责，我们已经转过去。说明如下：
    { $reason }
    .label = 转其他部门
funding-enquiry-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    最后以通知原文和审核结果为准。
    .label = 答复
funding-enquiry-reply-not-possible =
    您好，很抱歉，按现在的规定，{ $receipt }说的情况报不了。原因如下：
    { $reason }
    .label = 报不了
funding-enquiry-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
