# 工作人员在群里看到的文字。凡是当事人看得到的，标【已发给当事人】或【当事人可见】；只给同事看的，标【内部】。

desk-no-ticket = 没有这一件。
desk-not-yours = 这一件不在您的部门，您不能操作。
# $list 有的部门
desk-no-queue = 没有这个部门，有的是：{ $list }。

# $words 内容，可能为空；$files 文件个数
post-added =
    <b>【当事人补充】</b>文件{ $files }个
    { $words }
# $clerk 工作人员；$words 内容；$files 文件个数
post-replied =
    <b>【已发给当事人】</b>{ $clerk }，文件{ $files }个
    { $words }
# $clerk 工作人员；$words 内容
post-noted =
    <b>【内部备注】</b>{ $clerk }
    { $words }
# $clerk 工作人员
post-taken = 【内部】{ $clerk }接了这一件。
# $clerk 工作人员
post-released = 【内部】{ $clerk }退回了这一件，等同事来接。
# $clerk 工作人员；$paper 材料；$words 附言
post-paper-asked =
    <b>【已发给当事人】</b>{ $clerk }请当事人补充：{ $paper }
    { $words }
# $clerk 工作人员；$from、$to 部门；$reason 原因
post-transferred =
    <b>【当事人可见】</b>{ $clerk }把这一件从{ $from }转到{ $to }。原因：
    { $reason }
# $to 部门；$reason 原因
post-gone =
    这一件已经转到{ $to }，不要再在这里处理。原因：
    { $reason }
# $clerk 工作人员；$state 状态；$reason 说明
post-state =
    <b>【当事人可见】</b>{ $clerk }把状态改为：{ $state }
    { $reason }
# $clerk 工作人员；$limit 期限；$day 新的日期；$reason 原因
post-extended =
    <b>【当事人可见】</b>{ $clerk }把期限（{ $limit }）延长到{ $day }。原因：
    { $reason }
# $clerk 工作人员；$outcome 结果；$reason 说明
post-closed =
    <b>【当事人可见】</b>{ $clerk }办结：{ $outcome }
    { $reason }
# $reason 原因，可能为空
post-withdrawn =
    <b>【当事人撤回】</b>
    { $reason }
post-hurried = <b>【当事人催办】</b>期限已过，请尽快答复。
# $words 没解决的地方
post-reopened =
    <b>【当事人要求重新办理】</b>
    { $words }
# $grade 评价；$words 说明，可能为空
post-graded =
    <b>【当事人评价】</b>{ $grade }
    { $words }
# $grade 评价；$words 说明，可能为空
post-graded-badly =
    <b>【当事人评价】{ $grade }，请回访</b>
    { $words }
post-contact-changed = 【当事人改了联系方式】
# $why 原因
post-file-refused = 【有一个文件没有收下】{ $why }
post-unreachable = <b>【送不到当事人】</b>当事人停用了聊天，请用办件里留的联系方式。
# $clerk 工作人员；$reason 理由
post-revealed = 【内部】{ $clerk }查看了个人信息，理由：{ $reason }

# $receipt 受理编号；$service 服务；$limit 期限；$day 日期
remind-before = 快到期了：{ $receipt }（{ $service }），{ $limit }，不晚于{ $day }。
remind-after = <b>已经超期</b>：{ $receipt }（{ $service }），{ $limit }，期限是{ $day }。
remind-supervisor = <b>超期未办，请负责人过问</b>：{ $receipt }（{ $service }），{ $limit }，期限是{ $day }。

## 群里的话题和卡片

# 话题名称前的标记
topic-mark-closed = ✅
topic-mark-call-back = 📞
topic-mark-overdue = ⏰
topic-mark-urgent = 🚨
topic-mark-unread = 📩
topic-mark-taken = 🔵
topic-mark-open = ⚪
# $mark 标记；$state 状态；$receipt 受理编号；$service 服务
topic-name = { $mark } { $state } { $receipt } { $service }

# $service 服务；$receipt 受理编号；$state 状态；$since 时间
card-title =
    <b>{ $service }</b>
    <code>{ $receipt }</code>　<b>{ $state }</b>（{ $since }起）
# $limit 期限；$day 日期
card-due = 期限：{ $limit }，不晚于{ $day }
card-overdue = ⏰ <b>已超期</b>：{ $limit }，期限是{ $day }
card-no-limit = 期限：没有正在计算的
# $queue 部门；$clerk 经办人；$language 当事人的语言；$named 实名或匿名
card-who = 部门：{ $queue }　经办：{ $clerk }　当事人：{ $named }，用{ $language }
card-nobody = 还没有人
card-anonymous = 匿名
card-named = 实名
card-urgent = 🚨 <b>紧急</b>
card-call-back = 📞 <b>当事人不满意，请回访</b>
# $label 问题；$answer 回答
card-line = { $label }：{ $answer }
# $receipt 受理编号
card-personal = 个人信息不在这里显示。要看请用命令：<code>ip-office-bot tickets show { $receipt } --reveal "理由"</code>
# $n 第几个；$kind 格式；$kilobytes 大小；$hash 指纹
card-file-waiting = 文件{ $n }：正在取
card-file = 文件{ $n }：{ $kind }，{ $kilobytes }KB，<code>{ $hash }</code>
# $claimed 文件名所说的格式
card-file-lies = 文件{ $n }：{ $kind }（文件名写的是{ $claimed }，请小心），{ $kilobytes }KB，<code>{ $hash }</code>
# $why 原因
card-file-refused = 文件{ $n }：没有收下，{ $why }
card-rule = 在这里写的都是<b>内部备注</b>，当事人看不到。要答复当事人，写 <code>/r 内容</code>，或者点“答复”。

desk-button-take = 我来接
desk-button-release = 退回
desk-button-reply = 答复
desk-button-prepared = 常用答复
desk-button-paper = 要材料
desk-button-state = 改状态
desk-button-extend = 延期
desk-button-pass = 转部门
desk-button-close = 办结

desk-no-right = 服务台在本群没有管理话题的权限。请把它设为管理员，并允许管理话题。办件照常进行，可以先用命令行办理。
desk-no-forum = 本群没有开启话题。请在群设置里开启“话题”。办件照常进行，可以先用命令行办理。
