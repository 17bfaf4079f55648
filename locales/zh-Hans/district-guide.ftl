# 各区办事指引。条文：专利纠纷行政裁决和调解办法第6条；专利行政执法办法第29条。

district-guide = 各区办事指引
    .short = 各区办事指引
    .about =
        写区名、开发区或附近的地名，就能知道该找哪个局、在哪里、怎么联系。
        举报、纠纷、资金这些事归谁管，也一并说清楚。

district-guide-district = 在哪个区？
    .hint = 写区名、开发区或附近的地名，例如：武昌、光谷、汉正街。不在武汉就写城市名。
    .label = 地区

district-guide-topic = 您要办什么事？
    .why = 不同的事归不同的部门管。
    .hint = 只想知道地址和电话，就跳过。
    .label = 要办的事
    .opt-report = 举报假冒、侵权
    .also-report = 举报 | 投诉 | 假冒专利 | 假货
    .opt-dispute = 专利纠纷
    .also-dispute = 纠纷 | 侵权纠纷 | 裁决 | 调解
    .opt-pledge = 质押贷款
    .also-pledge = 质押 | 贷款 | 融资
    .opt-fund = 资助和资金
    .also-fund = 资助 | 补贴 | 资金 | 奖励
    .opt-visit = 去窗口当面问
    .also-visit = 去窗口 | 当面问 | 地址 | 在哪里

district-guide-outside =
    武汉以外的事，由当地的市场监督管理局（知识产权局）办。您可以直接找当地，也可以用当地的12345，消费投诉和举报用全国12315平台。
    如果事情有一部分发生在武汉，请再选武汉的那个区看看。

district-guide-report =
    举报假冒专利、商标侵权，由事情发生地的局来查。网店的事，先看卖家实际在哪里经营。
    不用跑一趟：在首页点“举报或求助”就能举报，匿名也行。

district-guide-dispute =
    请求处理专利侵权，侵权行为发生的地方可以，对方住所地也可以（专利纠纷行政裁决和调解办法第6条）。一般由市一级知识产权局办。
    专利权归属、奖励报酬这些纠纷的调解，到对方住所地。
    不知道该走哪条路，就在首页点“举报或求助”，申请维权援助。

district-guide-pledge =
    专利权质押登记向国家知识产权局办理，不在区里办；武汉有国家知识产权局专利局代办处。
    贷款贴息这类扶持，市里和各区有自己的规定，看当期通知。

district-guide-fund =
    市里和各区各有各的资金项目，条件和时间都不一样，以当期通知为准。在“资助和资金”里能看现在开放的项目。

district-guide-visit =
    出门前最好先打电话，问清上班时间和要带的材料。专利和商标的咨询、投诉，附近的市场监督管理所也可以问。

# 各项由运行单位录入；没有录入的，写明没有
district-guide-office-known =
    <b>{ $office-name }</b>
    地址：{ $office-address }
    电话：{ $office-phone }
    时间：{ $office-hours }

district-guide-office-open =
    <b>{ $office-name }</b>
    它的地址、电话和上班时间，本局还没有在这里公布。可以打12345问；消费投诉和举报也可以打12315。

district-guide-further = 接下来您想做什么？
    .label = 下一步
    .opt-other-topic = 看别的事归谁管
    .also-other-topic = 别的事 | 换一件事
    .opt-other-place = 换一个区
    .also-other-place = 别的区 | 换个地方
    .opt-ask-staff = 请工作人员帮忙
    .also-ask-staff = 问工作人员 | 留言
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有 | 没有了 | 不用

district-guide-question = 您想问什么？
    .hint = 例如：商标被附近一家店用了，该先找街道还是找区里？
    .label = 问题

district-guide-next =
    工作人员会在这里答复您。

district-guide-who = 只有办理的工作人员能看到。

district-guide-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
district-guide-reply-acknowledge =
    您好，您的问题{ $receipt }我们看到了，正在了解情况，有结果马上告诉您。
    .label = 已收到
district-guide-reply-ask-details =
    您好，为了答复{ $receipt }，还想请您说明一下：
    { $reason }
    .label = 请说明
district-guide-reply-transfer =
    您好，{ $receipt }由其他部门来办更合适。说明如下：
    { $reason }
    .label = 转其他部门
district-guide-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    .label = 答复
district-guide-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
