# 工作人员在群里看到的文字。凡是当事人看得到的，标【已发给当事人】或【当事人可见】；只给同事看的，标【内部】。

desk-no-ticket = 没有这一件。
desk-not-yours = 这一件不在您的部门，您不能操作。
desk-no-other = 没有您能办的、用这个编号的另一件。
# $list 有的部门
desk-no-queue = 没有这个部门，可以选：{ $list }。

# $words 内容，可能为空；$files 文件个数
post-added =
    <b>【当事人补充】</b>{ $files ->
        [0] 留言
       *[other] 文件{ $files }个
    }
    { $words }
# $before 原来的内容；$after 改后的内容
post-corrected =
    <b>【当事人更正】</b>给工作人员的留言
    原来：{ $before }
    现在：{ $after }
# $label 问题；$before 原来的内容；$after 改后的内容
post-corrected-answer =
    <b>【当事人更正】</b>{ $label }
    原来：{ $before }
    现在：{ $after }
# $label 问题；$receipt 受理编号
post-corrected-personal =
    <b>【当事人更正】</b>{ $label }
    这是个人信息，不在这里显示。要看请用命令：<code>ip-office-bot tickets show { $receipt } --reveal "理由"</code>
# $clerk 工作人员；$words 内容；$files 文件个数
post-replied =
    <b>【已发给当事人】</b>{ $files ->
        [0] { $clerk }
       *[other] { $clerk }，文件{ $files }个
    }
    { $words }
post-full = <b>【往来已满】</b>当事人不能再往这一件里添加，已请他重新提交一件并写上这个编号。您还可以答复和办结。
post-by-code = 没法通知这位当事人，要等他凭受理编号和查询码来查，才看得到。
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
# $clerk 工作人员
post-called-back = 【内部】{ $clerk }已经回访了当事人。
post-contact-changed = 【当事人改了联系方式】
# $why 原因
post-file-refused = 【有一个文件没有收下】{ $why }
post-unreachable = <b>【送不到当事人】</b>当事人停用了聊天，请用办件里留的联系方式。
# $clerk 工作人员；$reason 理由
post-revealed = 【内部】{ $clerk }查看了个人信息，理由：{ $reason }
# $clerk 工作人员；$other 另一件的受理编号
post-linked = 【内部】{ $clerk }把这一件和{ $other }关联为同一件事。
# $clerk 工作人员；$other 另一件的受理编号
post-unlinked = 【内部】{ $clerk }取消了和{ $other }的关联。
# $clerk 工作人员；$to 外部单位；$list 移送什么，只有名称；$why 原因
post-consent-asked =
    <b>【已发给当事人】</b>{ $clerk }问当事人是否同意移送：{ $list }。移送给：{ $to }
    { $why }
post-consented = <b>【当事人同意】</b>所问的内容可以移送。
post-not-consented = <b>【当事人不同意】</b>所问的内容不能移送。
# $clerk 工作人员；$to 外部单位；$list 移送了什么，只有名称；$why 原因
post-handed-over =
    <b>【当事人可见】</b>{ $clerk }移送了：{ $list }。移送给：{ $to }
    { $why }

# $receipt 受理编号；$service 服务；$limit 期限；$day 日期
remind-before = 快到期了：{ $receipt }（{ $service }），{ $limit }，最晚{ $day }。
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
card-due = 期限：{ $limit }，最晚{ $day }
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
card-rule-private = 这里只供查看。要答复、写备注或办结，请到话题里去。

desk-button-take = 我来接
desk-button-called = 已回访
desk-button-topic = 到话题去
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

## 工作人员的命令，说明3到60个字符

desk-command-take = 接这一件
desk-command-release = 退回这一件
desk-command-reply = 答复当事人：/r 内容
desk-command-note = 内部备注：/note 内容
desk-command-prepared = 常用答复
desk-command-paper = 请当事人补材料
desk-command-state = 改状态
desk-command-extend = 延长期限
desk-command-pass = 转给其他部门
desk-command-close = 办结这一件
desk-command-card = 再看一次卡片
desk-command-desk = 列出在办的件
desk-command-help = 使用说明

# $minutes 等待下一条消息的分钟数
desk-help =
    <b>怎样使用</b>
    您在办件的话题里写的、发的都是<b>内部备注</b>，当事人看不到。
    要答复当事人：<code>/r 内容</code>，发文件时写在说明里也行。或者按“答复”，{ $minutes }分钟内您的下一条消息就发给当事人。

    /take、/release：接办、退回
    /note 内容：一定是内部备注
    /prepared：常用答复，当事人收到的是他用的语言
    /paper：要材料，例如 <code>/paper 来往函件 周五前请发来</code>
    /state：改状态
    /extend：延期，例如 <code>/extend 10 原因</code>（工作日）或 <code>/extend 2026-12-01 原因</code>
    /pass：转部门，例如 <code>/pass AID 原因</code>
    /close：办结，写明结果和原因
    /card：再看一次卡片
    /desk：在办的件；和服务台单独聊天时，列出您的件和超期的件
    命令后面不写内容，就列出可选的项。/state、/extend、/pass、/close 写的原因当事人看得到。
desk-in-topic = 请在办件的话题里用这个命令。/desk 列出在办的件。
# $name 命令
desk-command-unknown = 没有 /{ $name } 这个命令，什么也没有办。发 /help，看有哪些命令。
desk-anonymous = 您是以群的名义发言的，服务台认不出您是谁，所以什么也没有办、没有记。请在管理员权限里关闭“匿名”。

## 按钮后的短句，不超过200字

desk-toast-done = 已办好。
desk-toast-reply = 您在本话题的下一条消息会发给当事人。
desk-toast-words = 请现在在本话题里写出来。
desk-toast-stale = 这个按钮已经过时，什么也没有办。请再看一下卡片。
desk-toast-stranger = 您不是本部门的工作人员，什么也没有办。

## 下一条消息是什么

# $clerk 工作人员；$words 备注开头
desk-noted = 📝 <b>【内部备注】</b>{ $clerk }：已记下，当事人看不到。{ $words }
# $clerk 工作人员；$minutes 分钟
desk-mode-reply = ✉️ <b>【将发给当事人】</b>{ $clerk }：{ $minutes }分钟内，您在这里的下一条消息或文件会发给当事人。发出之后，再写的又都是备注。
# $clerk 工作人员；$outcome 结果；$minutes 分钟
desk-mode-close = ✉️ <b>【当事人可见】</b>{ $clerk }：{ $minutes }分钟内，您在这里的下一条消息就是以“{ $outcome }”办结的原因，当事人看得到。
# $clerk 工作人员；$to 部门；$minutes 分钟
desk-mode-pass = ✉️ <b>【当事人可见】</b>{ $clerk }：{ $minutes }分钟内，您在这里的下一条消息就是转到{ $to }的原因，当事人和那边的同事都看得到。
# $clerk 工作人员；$day 新的日期；$minutes 分钟
desk-mode-extend = ✉️ <b>【当事人可见】</b>{ $clerk }：{ $minutes }分钟内，您在这里的下一条消息就是延期到{ $day }的原因，当事人看得到。
# $clerk 工作人员；$reply 常用答复；$minutes 分钟
desk-mode-prepared = ✉️ { $clerk }：请在{ $minutes }分钟内写出常用答复“{ $reply }”里要填的内容，能用当事人的语言最好。发出之前您先看到全文。
# $clerk 工作人员
desk-mode-ended = 📝 { $clerk }：您在这里的下一条消息又是<b>内部备注</b>。
# $clerk 工作人员
desk-edited = { $clerk }：在这里修改消息，当事人那边不会变，备注也保留原文。要更正答复，请用 /r 再发一条。
# $megabytes 最大文件
desk-file-too-big = 这个文件没有收下：服务台从Telegram最多能取{ $megabytes }MB的文件。什么也没有发出。

## 卡片下的选项

desk-menu-prepared = <b>用哪一条常用答复？</b>发出之前您先看到全文。
desk-menu-papers = <b>答复里要写哪一项材料？</b>
desk-menu-paper = <b>要哪一项材料？</b>一按就通知当事人。
desk-menu-state = <b>改成哪个状态？</b>一按就通知当事人。🏁 表示办结，会先请您写原因。
desk-menu-extend = <b>延长多久？</b>接着请您写原因，当事人看得到。
desk-menu-pass = <b>转到哪个部门？</b>接着请您写原因，当事人看得到。
desk-menu-close = <b>以什么结果办结？</b>接着请您写原因，当事人看得到。
# $state 状态
desk-choice-ends = 🏁 { $state }
# $days 工作日；$day 新的日期
desk-choice-days = 加{ $days }个工作日：{ $day }
desk-nothing-to-choose = 这一件现在没有可选的项。
# $list 常用答复
desk-no-such-reply = 没有这条常用答复，这项服务有：{ $list }。
desk-no-such-day = 请写工作日的天数或以后的某一天，再写原因：<code>/extend 10 原因</code> 或 <code>/extend 2026-12-01 原因</code>
# $reply 常用答复；$language 当事人的语言；$words 答复
desk-preview =
    <b>【还没有发出】</b>{ $reply }，发给当事人时用：{ $language }

    { $words }
# $list 缺的项
desk-prepared-missing = 这条常用答复没有发出，因为现在还缺：{ $list }。请用 /r 自己写答复。
desk-field-due = 期限
desk-field-limit = 期限名称
desk-field-paper = 材料
# $name 项
desk-field-other = { $name }

desk-button-back = 返回卡片
desk-button-cancel = 取消，下一条是备注
desk-button-send = 发给当事人
desk-button-list = 返回列表

## 列表

# $queue 部门；$count 件数
desk-list-title = <b>{ $queue }在办的件</b>，共{ $count }件
# $count 件数
desk-list-waiting = <b>等您办的</b>，共{ $count }件
desk-list-none = <b>现在没有等您办的</b>：您手上没有件，也没有超期、快到期或等回访的件。
# $count 件数
desk-list-overdue = <b>已经超期</b>（{ $count }件）
# $count 件数
desk-list-soon = <b>两天内到期</b>（{ $count }件）
# $count 件数
desk-list-call-back = <b>等回访</b>（{ $count }件）
# $count 件数
desk-list-own = <b>您的其他件</b>（{ $count }件）
# $page 第几页；$pages 共几页
desk-list-page = 第{ $page }页，共{ $pages }页
# $mark 标记；$receipt 受理编号；$service 服务；$state 状态；$due 期限；$clerk 工作人员
desk-list-line =
    { $mark } <code>{ $receipt }</code> { $service } · { $state }
    { $due } · { $clerk }
# $day 日期
desk-list-due = 最晚{ $day }
# $day 日期
desk-list-late = <b>超期，期限{ $day }</b>
desk-list-call = 已办结，评价不满意，请回访
desk-list-no-limit = 没有期限
# $receipt 受理编号
desk-list-button = { $receipt }
desk-list-you = 您

## 群本身

desk-moved = Telegram把本群换成了新群，服务台在这里照常办理。请让管理员把新的群号写进设置。
desk-right-back = 谢谢，服务台又能管理话题了，积下的办件马上发来。

## 更正、保留与删除

# $clerk: 工作人员; $label: 问题
post-amended = 【内部】{ $clerk }应当事人要求更正：{ $label }
# $clerk: 工作人员; $reason: 理由
post-held = <b>【法定保全】</b>{ $clerk }把这件设为法定保全，任何内容都不得删除。理由：{ $reason }
# $clerk: 工作人员; $reason: 理由
post-freed = 【内部】{ $clerk }解除了法定保全。理由：{ $reason }
# $clerk: 工作人员
post-conflict = <b>【退回待领】</b>{ $clerk }认识当事人，已交回，请其他同事领取。
post-erased = 这件已删除。请删除本话题，不要在这里留下内容。
