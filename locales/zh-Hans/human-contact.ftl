# 人工服务

human-contact = 找人工
    .short = 找人工
    .about =
        想跟工作人员说，或者不知道归哪一项，都可以从这里找人。
        上班时间由工作人员在这里答复；下班以后先给您受理编号，上班后再答复。

human-contact-why = 您想问什么，或者要办什么？
    .hint = 一两句话就行，例如：我收到一封说我侵权的信，该找谁？
    .label = 事由

human-contact-contact = 除了这里，还可以怎么联系您？
    .why = 在这里找不到您的时候用。
    .hint = 手机号或电子邮箱，例如：138 0000 0000
    .label = 联系方式

human-contact-next =
    工作人员会在这里答复您，不用一直守着。

human-contact-who =
    只有服务台的工作人员能看到。需要别的科室来办的，会转给他们。

human-contact-state-waiting = 等工作人员接待
human-contact-state-in-chat = 正在交谈
human-contact-state-ticket = 已登记，等候答复
human-contact-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
human-contact-reply-acknowledge =
    您好，您的问题{ $receipt }我们看到了，正在了解情况，有结果马上告诉您。
    .label = 已收到
human-contact-reply-ask-details =
    您好，为了答复{ $receipt }，还想请您补充说明：
    { $reason }
    .label = 请说明
human-contact-reply-transfer =
    您好，{ $receipt }由其他部门来办更合适。说明如下：
    { $reason }
    .label = 转其他部门
human-contact-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
