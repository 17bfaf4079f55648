# 活动和培训报名

training-signup = 活动和培训报名
    .short = 活动和培训报名
    .about =
        看近期的讲座、培训和宣传活动，在这里报名。
        报上就有名额；来不了，随时在这里取消。

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
    .item = { $day } { $title }（{ $seats }）
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
    名额：{ $one-seats }
    报名截止：{ $one-sign-up-until }

training-signup-have-place = 这一场您已经报上。要看、要取消，请到“我的报名”。

training-signup-have-turn = 这一场您正在排候补。要看、要取消，请到“我的报名”。

training-signup-closed = 这一场的报名已经截止，请看看别的。

training-signup-full = 这一场满了，候补也满了。常有人取消，过几天再来看看。

training-signup-waiting-list = 名额已经满了，可以排候补：有人取消，就按先后补上，在这里告诉您。

training-signup-book = 您要报名吗？
    .label = 是否报名
    .opt-sign-up = 报名
    .also-sign-up = 我要报名 | 参加 | 报
    .opt-wait = 排候补
    .also-wait = 候补 | 排队 | 等
    .opt-other-event = 看别的活动
    .also-other-event = 别的活动 | 换一场 | 回到列表
    .opt-not-now = 先不报
    .also-not-now = 不报 | 不用了 | 算了

# 姓名和联系方式见 shared/party.ftl

training-signup-org = 您在哪个单位？
    .hint = 例如：某某科技有限公司。个人来听就跳过。
    .label = 单位

training-signup-seats = 一共几个人来？
    .hint = 连您自己在内，1到5人。人更多，请留言问工作人员。
    .label = 人数

training-signup-needs = 有什么需要我们准备的吗？
    .hint = 例如：轮椅通道、手语、外文资料
    .label = 特殊需要

# $one-title、$one-day、$one-time、$one-place 活动；$booked-words 现在的情况
training-signup-told-booked =
    <b>报上了：{ $one-title }</b>
    日期：{ $one-day }
    时间：{ $one-time }
    地点：{ $one-place }
    您的报名：{ $booked-words }。文件可以存进手机日历{ $booked-reminds ->
        [yes] ，前一天我们再提醒您。
       *[no] 。
    }
    来不了，请在这里选“看我的报名、取消”，把名额让给别人。

training-signup-told-waiting =
    <b>排上候补了：{ $one-title }</b>
    日期：{ $one-day }
    时间：{ $one-time }
    地点：{ $one-place }
    您的报名：{ $booked-words }。一有这么多空位就给您补上，在这里告诉您。
    不想等了，请在这里选“看我的报名、取消”。

training-signup-not-booked = { $booked-reason }

training-signup-booking = 是哪一份报名？
    .label = 报名
    .item = { $day } { $title }（{ $standing }）
    .opt-keep-all = 都不动
    .also-keep-all = 不取消 | 都留着

training-signup-no-bookings = 您现在没有报名的活动。

# $mine-title、$mine-day、$mine-time、$mine-place 活动；$mine-words 现在的情况
training-signup-change = { $mine-title }，{ $mine-day } { $mine-time }，{ $mine-place }，{ $mine-words }。您想怎么办？
    .label = 我的报名
    .opt-cancel-it = 取消这份报名
    .also-cancel-it = 来不了 | 取消报名 | 退出
    .opt-calendar = 再发一次日历文件
    .also-calendar = 日历 | 日历文件
    .opt-keep-it = 不改
    .also-keep-it = 留着 | 不取消

training-signup-told-cancelled =
    已经取消：{ $mine-title }，{ $mine-day }。谢谢您告诉我们。

training-signup-too-late = 现在办不了了：活动已经开始，或者这份报名已经不在了。

training-signup-told-calendar = { $mine-title }，{ $mine-day }：文件可以存进手机日历。

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
    工作人员会在这里答复您。

training-signup-who = 只有办活动的工作人员能看到。

training-signup-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
training-signup-reply-acknowledge =
    您好，{ $receipt }我们看到了，正在安排，有结果马上告诉您。
    .label = 已收到
training-signup-reply-ask-details =
    您好，为了安排好{ $receipt }，还想请您说明一下：
    { $reason }
    .label = 请说明
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
