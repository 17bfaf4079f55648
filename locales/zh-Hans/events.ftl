# 可以报名的活动：服务台自己发出的话

## 名额

# $left 剩几个；$seats 总数
event-left = 共{ $seats }个，还剩{ $left }个
# $left 候补的有几份报名；$seats 总数
event-left-waiting = { $left ->
    [0] 共{ $seats }个，已满，可以排候补
   *[other] 共{ $seats }个，已满，候补有{ $left }份报名
}
# $seats 总数
event-left-none = 共{ $seats }个，已满，候补也满了

# 列表里的短说法
event-brief-left = 剩{ $left }个
event-brief-waiting = 可排候补
event-brief-none = 已满
event-brief-closed = 报名截止

# 某人的情况。$seats 他的名额
event-standing-booked = 已报上，{ $seats }个名额
# $seats 他的名额；$place 候补第几位
event-standing-waiting = 候补第{ $place }位，{ $seats }个名额
event-standing-off = 活动已取消

## 没办成的原因

event-refused-closed = 这一场的报名刚刚截止。
event-refused-full = 刚才又有人报名，现在坐不下这么多人，候补也排不下了。
event-refused-already = 这一场您已经报过名。要改人数，请先在“我的报名”里取消，再重新报。
event-refused-none = 这一场没有您的报名。
event-refused-begun = 活动已经开始，不用再取消了。

## 消息
# $title、$day、$time、$place 活动；$seats 他的名额；$standing 他的情况

event-reminder =
    <b>活动提醒：{ $title }</b>
    日期：{ $day }
    时间：{ $time }
    地点：{ $place }
    您报上了{ $seats }个名额。来不了，请在“我的报名”里取消，把名额让给别人。

event-moved-up =
    <b>有名额了：{ $title }</b>
    日期：{ $day }
    时间：{ $time }
    地点：{ $place }
    排到您了：{ $standing }。来不了，请在“我的报名”里取消。

event-changed =
    <b>活动有变动：{ $title }</b>
    现在的安排：
    日期：{ $day }
    时间：{ $time }
    地点：{ $place }
    您的报名：{ $standing }。不方便来，请在“我的报名”里取消。

# $reason 一句话的原因
event-off =
    <b>活动取消：{ $title }</b>
    原定{ $day } { $time }，{ $place }。
    { $reason }

# $reason 单位写的原因
event-off-reason = 原因：{ $reason }
event-off-no-reason = 给您添麻烦了，很抱歉。

event-back =
    <b>活动照常举办：{ $title }</b>
    日期：{ $day }
    时间：{ $time }
    地点：{ $place }
    您的报名：{ $standing }。来不了，请在“我的报名”里取消。
