# 活动和培训报名

training-signup = 活动和培训报名
    .short = 活动和培训报名
    .about =
        看近期的讲座、培训和宣传活动，在这里报名。
        报名由工作人员确认；来不了，随时可以撤回。

training-signup-want = 您想做什么？
    .label = 事项
    .opt-see-events = 看近期活动并报名
    .also-see-events = 近期活动 | 有什么活动 | 报名 | 讲座 | 培训
    .opt-my-bookings = 看我的报名、取消
    .also-my-bookings = 我的报名 | 取消报名 | 退出 | 来不了
    .opt-ask-for-training = 请你们来讲、提需求
    .also-ask-for-training = 请你们来讲 | 上门培训 | 提需求 | 想听什么

# $event-count 场数；$event-as-of 目录日期
training-signup-event = 近期有{ $event-count }场活动，您想看哪一场？
    .hint = 目录日期：{ $event-as-of }
    .label = 活动
    .item = { $day } { $title }
    .opt-none-of-these = 都不合适
    .also-none-of-these = 都不是 | 没有合适的

training-signup-not-loaded =
    近期活动还没有放进来，所以现在看不到，不等于没有活动。您可以过几天再来看，也可以留言告诉我们想听什么。

training-signup-none = 近期没有可以报名的活动。您可以留言告诉我们想听什么。

training-signup-gone = 活动刚刚更新过，这一场不在里面了，请重新选。

training-signup-detail =
    <b>{ $one-title }</b>
    日期：{ $one-day }
    时间：{ $one-time }
    地点：{ $one-place }
    主讲：{ $one-speaker }
    内容：{ $one-summary }
    名额：共{ $one-seats }个，还剩多少由工作人员核对
    报名截止：{ $one-sign-up-until }

training-signup-my-bookings =
    您的报名都在“查进度”里：看确认了没有，来不了就撤回，把名额让给别人。

training-signup-closed = 这一场的报名已经截止，请看看别的。

training-signup-book = 您要报名吗？
    .label = 是否报名
    .opt-sign-up = 报名
    .also-sign-up = 我要报名 | 参加 | 报
    .opt-other-event = 看别的活动
    .also-other-event = 别的活动 | 换一场 | 回到列表
    .opt-not-now = 先不报
    .also-not-now = 不报 | 不用了 | 算了

# 姓名和联系方式见 shared/party.ftl

training-signup-org = 您在哪个单位？
    .hint = 例如：某某科技有限公司。个人来听就跳过。
    .label = 单位

training-signup-seats = 一共几个人来？
    .hint = 连您自己在内，1到5人。人多请分开报。
    .label = 人数

training-signup-needs = 有什么需要我们准备的吗？
    .hint = 例如：轮椅通道、手语、外文资料
    .label = 特殊需要

training-signup-further = 接下来您想做什么？
    .label = 下一步
    .opt-another = 看别的活动和报名
    .also-another = 别的 | 再看看 | 看别的
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 留言 | 请工作人员帮忙
    .opt-done = 不用了
    .also-done = 谢谢 | 够了

training-signup-question = 您想问什么，或者想听什么？
    .hint = 例如：我们园区有二十家做软件的小公司，想请人来讲软件怎么申请专利。
    .label = 问题或需求

training-signup-next =
    工作人员会在这里答复您。报名的，收到确认才算报上；来不了，请到“查进度”里撤回，把名额让给别人。

training-signup-who = 只有办活动的工作人员能看到。

training-signup-state-replied = 已答复
training-signup-state-confirmed = 已确认名额
training-signup-state-held = 活动已办完
training-signup-state-waiting = 排队候补
training-signup-state-not-possible = 没能安排

# $receipt 受理编号；$reason 工作人员写的原因或结果
training-signup-reply-acknowledge =
    您好，{ $receipt }我们看到了，正在安排，有结果马上告诉您。
    .label = 已收到
training-signup-reply-ask-details =
    您好，为了安排好{ $receipt }，还想请您说明一下：
    { $reason }
    .label = 请说明
training-signup-reply-confirmed =
    您好，{ $receipt }的名额已经确认。时间地点和要带的东西如下：
    { $reason }
    来不了，请早点到“查进度”里撤回。
    .label = 确认名额
training-signup-reply-waiting =
    您好，这一场已经报满，{ $receipt }排在候补里，有了名额马上告诉您。
    .label = 排队候补
training-signup-reply-reminder =
    您好，提醒您，{ $receipt }报名的活动就要开始了：
    { $reason }
    .label = 活动提醒
training-signup-reply-transfer =
    您好，{ $receipt }由别的部门来办更合适。说明如下：
    { $reason }
    .label = 转其他部门
training-signup-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    .label = 答复
training-signup-reply-not-possible =
    您好，很抱歉，{ $receipt }我们这次安排不了。原因如下：
    { $reason }
    .label = 安排不了
training-signup-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
