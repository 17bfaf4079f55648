# 办件：状态、经过、给当事人的消息、不能办的原因

## 状态。各项服务有自己的说法时，用各自的

ticket-state-submitted = 已提交
ticket-state-received = 已收到
ticket-state-supplement-wanted = 等您补充材料
ticket-state-accepted = 已受理
ticket-state-refused = 不予受理
ticket-state-transferred = 已转其他部门
ticket-state-checking = 正在核对
ticket-state-opened = 已立案
ticket-state-not-opened = 未立案
ticket-state-in-work = 正在办理
ticket-state-suspended = 已中止
ticket-state-withdrawn = 已撤回

# 期限没有另起名称时的叫法
ticket-limit = 办理期限
# $what 什么事；$day 日期
ticket-due = { $what }：最晚{ $day }
ticket-overdue = { $what }：期限是{ $day }，已经超期了，很抱歉。
# $due 上面那一句；$year 年份
ticket-due-guessed = { $due }（{ $year }年的放假安排还没有录入，日期可能会变）
ticket-paper = 工作人员要的材料
ticket-next-over = 这一件已经结束。还有新的情况，请重新提交一件。
ticket-next-withdrawn = 这一件是您撤回的，不再往下办。
# $day 日期
ticket-next-reopen = 这一件已经结束。没有解决的，{ $day }以前可以申请重新办理。

## 办理经过

# $time 时间；$what 发生了什么
history-line = { $time }　{ $what }
history-submitted = 您提交了
history-added = 您补充了内容
# $words 改后的内容
history-corrected = 您更正了以前写的：{ $words }
# $words 答复内容
history-replied = 工作人员答复：{ $words }
# $paper 材料
history-paper-asked = 工作人员请您补充：{ $paper }
# $to 部门
history-transferred = 转给{ $to }
# $state 状态；$reason 说明
history-state = { $state }
history-state-reason = { $state }。{ $reason }
# $day 新的日期；$reason 原因
history-extended = 期限延长到{ $day }。{ $reason }
# $outcome 结果；$reason 说明
history-closed = 办结：{ $outcome }。{ $reason }
history-withdrawn = 您撤回了
history-hurried = 您催办了
history-reopened = 您申请重新办理
# $grade 评价
history-graded = 您的评价：{ $grade }
history-contact = 您改了联系方式
# $why 原因
history-file-refused = 有一个文件没有收下：{ $why }
# $to 单位
history-consent-asked = 我们问您是否同意移送给{ $to }
history-consented = 您同意了
history-not-consented = 您没有同意
# $to 单位；$list 移送的内容；$reason 原因
history-handed-over = 移送给{ $to }：{ $list }。{ $reason }
# $first 第一行；$rest 其余各行
lines =
    { $first }
    { $rest }

## 给当事人的消息

# $receipt 受理编号；$words 答复内容
told-replied =
    <b>{ $receipt }有答复了</b>
    { $words }
# $name 文件名
told-file-named = 这次答复附有文件：{ $name }。终端里打不开，请向工作人员要。
# $receipt 受理编号；$paper 材料；$words 工作人员的话
told-paper =
    <b>{ $receipt }需要您补充：{ $paper }</b>
    { $words }
    点下面的按钮，或者发 /status 选这一件，再选“补充材料”，就可以发过来。
# $receipt 受理编号；$paper 材料
told-paper-plain =
    <b>{ $receipt }需要您补充：{ $paper }</b>
    点下面的按钮，或者发 /status 选这一件，再选“补充材料”，就可以发过来。手头没有，也请留言告诉我们。
# $receipt 受理编号；$paper 材料；$words 工作人员的话
told-paper-window =
    <b>{ $receipt }需要您到窗口交：{ $paper }</b>
    { $words }
    这种材料属于敏感个人信息，请不要在这里发：这个聊天经过境外的服务器。窗口的地址和时间，发 /help 就能看到。
# $receipt 受理编号；$paper 材料
told-paper-window-plain =
    <b>{ $receipt }需要您到窗口交：{ $paper }</b>
    这种材料属于敏感个人信息，请不要在这里发：这个聊天经过境外的服务器。窗口的地址和时间，发 /help 就能看到。来不了，请留言告诉我们。
# $receipt 受理编号；$paper 材料；$words 工作人员的话
told-paper-link =
    <b>{ $receipt }需要您补充：{ $paper }</b>
    { $words }
    这种材料属于敏感个人信息，请不要在这个聊天里发，它的服务器在境外。点“发这份材料”，就会收到一个链接，在我们自己的网页上传。
# $receipt 受理编号；$paper 材料
told-paper-link-plain =
    <b>{ $receipt }需要您补充：{ $paper }</b>
    这种材料属于敏感个人信息，请不要在这个聊天里发，它的服务器在境外。点“发这份材料”，就会收到一个链接，在我们自己的网页上传。手头没有，也请留言告诉我们。
button-send-paper = 发这份材料
# $receipt 受理编号；$to 部门；$reason 说明
told-transferred =
    { $receipt }已经转给{ $to }，由那边接着办。说明如下：
    { $reason }
# $receipt 受理编号；$state 状态
told-state = { $receipt }有进展：<b>{ $state }</b>
# $receipt 受理编号；$state 状态；$reason 说明
told-state-reason =
    { $receipt }有进展：<b>{ $state }</b>
    { $reason }
# $receipt 受理编号；$limit 哪个期限；$day 新的日期；$reason 原因
told-extended =
    { $receipt }要多用一些时间。{ $limit }：最晚{ $day }。原因如下：
    { $reason }
# $receipt 受理编号；$outcome 结果；$reason 说明
told-closed =
    <b>{ $receipt }已经办结：{ $outcome }</b>
    { $reason }
    办得怎么样，想请您打个分；没有解决的，30天内可以申请重新办理。点下面的按钮，或者发 /status 选这一件。
# $receipt 受理编号；$why 原因
told-file-refused =
    { $receipt }里有一个文件没有收下：{ $why }。
    请换一个再发：在“查进度”里选这一件，再选“补充材料”。
# $receipt 受理编号；$to 单位和地址；$list 移送的内容；$why 原因和依据
told-consent =
    <b>{ $receipt }：想请您同意移送</b>
    移送给：{ $to }
    内容：{ $list }
    原因：{ $why }
    里面有您的个人信息，所以先问您。不同意的话，除非法律要求，我们不移送，这一件照样在我们这里办。请点下面的按钮，也可以写给我们。
button-consent-yes = 同意
button-consent-no = 不同意
# $receipt 受理编号
consent-kept = { $receipt }：记下了，您同意移送。移送以前，您还可以改主意。
# $receipt 受理编号
consent-refused = { $receipt }：记下了，您不同意移送。工作人员会看看接下来怎么办。
# $receipt 受理编号；$to 单位和地址；$list 移送的内容；$why 原因和依据；$next 接下来怎么办
told-handed-over =
    <b>{ $receipt }已经移送给别的单位</b>
    移送给：{ $to }
    内容：{ $list }
    原因：{ $why }
    { $next }
# $name 单位；$address 地址
handing-to = { $name }（{ $address }）
# $reason 原因
handing-why = { $reason }
# $reason 原因；$law 依据
handing-why-law = { $reason }（{ $law }）
# $n 文件个数
handing-files = { $n ->
    [1] { $n }个文件
   *[other] { $n }个文件
}
handing-next-open = 接下来由那边决定怎么办。这一件在我们这里还没有办结，办结以前会再告诉您。
handing-next-closed = 接下来由那边决定怎么办，也可能和您联系。这一件在我们这里就办结了；有疑问，仍然可以写给我们。

## 评价

grade-very-satisfied = 非常满意
grade-satisfied = 满意
grade-fair = 一般
grade-dissatisfied = 不满意
grade-very-dissatisfied = 非常不满意

## 一件事现在办不了的原因

act-refused-closed = 这件已经办结。
act-refused-not-closed = 这件还没有办结。
act-refused-too-late = 已经过了可以重新办理的时间，请重新提交一件。
act-refused-before = 这一步已经做过了。
act-refused-not-due = 还没有到期限，工作人员正在办。
act-refused-no-limit = 这件没有正在计算的期限。
# $list 可以改成的状态
act-refused-no-such-state = 现在不能改成这个状态，可以改成：{ $list }。
# $list 这项服务的材料
act-refused-no-such-paper = 这项服务没有这种材料，可以要的是：{ $list }。
act-refused-same-queue = 这件已经在这个部门。
act-refused-not-later = 新的日期要比原来的晚。
act-refused-no-words = 还没有内容，请写几句。
act-refused-too-long = 写得太长了，请分几次写。
act-refused-not-taken = 还没有人接这一件。
act-refused-not-in-ticket = 已经提交的内容不会跟着改。要更正，请点“查进度”或发 /status，给工作人员留言。
# $receipt 受理编号
act-refused-full = { $receipt }的往来已经很长，不能再添加。已经发来的都在。请发 /new 重新提交一件，写上{ $receipt }。我们已经告诉工作人员了。
act-refused-no-room = 这一件的往来太长了，不能再写。以前的内容都在。还可以转交或办结；其余的请和当事人在新的一件里办。
act-refused-itself = 一件不能和自己关联。
act-refused-linked = 这两件已经关联了。
act-refused-not-linked = 这两件没有关联。
act-refused-no-body = 请写明移送给哪个单位。
act-refused-no-parts = 请选移送的内容，至少一项回答或一个文件。
act-refused-no-consent = 所选内容里有个人信息。请先问当事人，或者写明当事人什么时候、怎样同意的，或者写明可以不经同意的法律依据。
act-refused-no-need = 所选内容里没有个人信息，不用征得同意。
act-refused-not-yours = 这件现在打不开，请凭受理编号和查询码再查一次。
act-refused-trouble = 现在存不下来，请过一会儿再试。

## 代理机构

agency-missing = 名册里没有
agency-status-normal = 正常
agency-status-abnormal = 列入异常名录
agency-status-revoked = 已吊销
agency-status-cancelled = 已注销
agency-status-unknown = 名册里没有写

## 个人信息：更正、删除、书面副本

# $label: 问题
history-amended = 我们为您更正了一项内容：{ $label }
act-refused-conflict = 您已声明认识这件的当事人，由同事办理。
# $receipt: 受理编号; $label: 问题; $reason: 理由
told-amended =
    { $receipt } 中的一项内容已为您更正：{ $label }。
    { $reason }
# $receipt: 受理编号; $day: 日期
told-erased =
    您的 { $receipt } 已于 { $day } 删除：您填写的内容、往来和文件都已彻底删除。统计里只保留曾有这一件的记录，不含任何关于您的信息。
    查询码不再有效。我们在这个受理编号下保留删除凭证。
privacy-kept-open = 这件还没有办结，仍在办理。
privacy-kept-hold = 这件处于法定保全，必须保留。
# $day: 日期
privacy-kept-until = 这件必须保留到 { $day }。
# $subscriptions: 数量; $bookings: 数量
privacy-lists-ended = 按您的要求，已取消您的订阅（{ $subscriptions }项）和活动报名（{ $bookings }项）。
privacy-kept-lead = 您的以下办件目前须保留：
# $receipt: 受理编号; $why: 依据
privacy-kept-line = { $receipt }：{ $why }
# $at: 时间
privacy-file-title = 我们保存的关于您的全部信息，截至 { $at }
# $receipt: 受理编号; $service: 事项; $state: 状态
privacy-file-case = { $receipt }，{ $service }：{ $state }
# $label: 问题; $value: 回答
privacy-file-answer = { $label }：{ $value }
# $at: 时间; $by: 谁; $what: 事情
privacy-file-event = { $at } { $by }：{ $what }
# $at: 时间; $by: 谁; $what: 事情; $words: 内容
privacy-file-said = { $at } { $by }：{ $what }。{ $words }
privacy-file-by-person = 您
privacy-file-by-office = 工作人员
privacy-file-by-counter = 系统
privacy-file-what-submitted = 提交
privacy-file-what-added = 补充
privacy-file-what-corrected = 更正
privacy-file-what-amended = 为您更正了一项内容
privacy-file-what-replied = 回复
privacy-file-what-paper-asked = 要求补充材料
privacy-file-what-transferred = 转交
privacy-file-what-state-set = 更新状态
privacy-file-what-extended = 延长期限
privacy-file-what-closed = 办结
privacy-file-what-withdrawn = 撤回
privacy-file-what-hurried = 催办
privacy-file-what-reopened = 要求重新打开
privacy-file-what-graded = 评价
privacy-file-what-called-back = 已回访
privacy-file-what-contact-changed = 修改联系方式
privacy-file-what-file-refused = 一个文件没有保存
privacy-file-what-unreachable = 没能联系到您
# $count: 数量
privacy-file-subscriptions = 订阅：{ $count }
# $count: 数量
privacy-file-bookings = 报名的活动：{ $count }
privacy-file-more = 旁边的 data.json 供程序读取，包含全部细节；文件夹“files”里是您办件的文件。
