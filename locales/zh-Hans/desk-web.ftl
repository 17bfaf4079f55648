# 工作人员的网上工作台

## 页面框架与登录

deskweb-skip = 跳到正文
deskweb-nav = 工作台栏目
deskweb-nav-tickets = 办件
deskweb-nav-figures = 统计
deskweb-nav-staff = 人员
deskweb-nav-settings = 设置
deskweb-log-out = 退出
deskweb-log-in = 登录
deskweb-log-in-title = 登录工作台
deskweb-log-in-insecure = 用这个网址，浏览器保存不了登录状态。请用 https 打开，或者在运行本系统的电脑上打开。
deskweb-go-on = 继续
deskweb-back = 返回
deskweb-save = 保存
deskweb-name = 账号名
deskweb-password = 密码
deskweb-code = 验证码
deskweb-code-title = 输入验证码
deskweb-code-lead = 打开手机上的身份验证器，输入工作台对应的验证码。
deskweb-code-fresh = 下面的操作要再输一次验证码，输完会回到刚才的页面。
deskweb-code-hint = 六位数字。验证器不在身边时，可以用一个恢复码。
deskweb-code-needed = 输入验证码后才能修改

## 没有办成的原因

deskweb-denied-wrong = 账号名或密码不对。
# $seconds: seconds to wait
deskweb-denied-wait = 已经错了几次，请等 { $seconds } 秒再试。
deskweb-denied-busy = 这会儿登录的人比较多，请稍后再试。
deskweb-denied-late = 时间太久，或者登录已经结束，请重新开始。
deskweb-denied-gone = 这个链接已经失效。
deskweb-denied-code = 验证码不对，或者已经用过。请等下一个再试。
deskweb-denied-no-account = 没有这个账号。
deskweb-denied-taken = 这个账号名已经有了。
deskweb-denied-name = 请换一个名字：2 到 32 个小写字母、数字或连字符。
deskweb-denied-roles = 请至少选一个角色，部门也要是已有的。
deskweb-denied-not-yours = 您不能修改这个账号，也不能授予这些角色。
deskweb-denied-last = 全局只剩这一位管理员，请先再设一位。
deskweb-denied-trouble = 这会儿没能保存，请再试一次。
# $least: fewest characters
deskweb-weak-short = 密码至少要 { $least } 个字符。
# $most: most characters
deskweb-weak-long = 密码最多 { $most } 个字符。
deskweb-weak-guessable = 这个密码容易被猜到。用几个词连成一句短话就很好。
deskweb-weak-differ = 两次输入的密码不一样。

## 欢迎

deskweb-first-title = 开通工作台
deskweb-first-lead = 您是第一位管理员。请起一个账号名、设一个密码，再绑定身份验证器。
deskweb-first-at-desk = 我也办件，所有部门都办
deskweb-welcome-title = 欢迎使用工作台
deskweb-welcome-lead = 请设一个密码，再绑定身份验证器。以后每次登录两样都要用。
deskweb-welcome-done = 完成并登录
deskweb-name-hint = 小写字母、数字和连字符，例如 li-ming。同事在办件记录里会看到它。
deskweb-password-new = 新密码
deskweb-password-again = 再输一次新密码
deskweb-password-hint = 至少 12 个字符。一句短话就好记。
deskweb-password-old = 现在的密码
deskweb-authenticator = 身份验证器
deskweb-authenticator-how = 用手机上的身份验证器扫这个二维码，它每 30 秒显示一个新的验证码。
deskweb-authenticator-square = 给身份验证器扫的二维码
deskweb-authenticator-typed = 扫不了？也可以手工输入这个密钥：
deskweb-code-first = 验证器现在显示的六位数字
deskweb-gone-title = 这个链接已经失效
deskweb-gone-what = 它可能已经用过、超过一天，或者被新的链接代替了。请向管理员再要一个。
deskweb-codes-title = 您的恢复码
deskweb-codes-what = 手机丢了的时候，每个恢复码可以代替验证器用一次。请和密码分开存放。
deskweb-codes-once = 只在这里显示一次，请打印或抄下来。
deskweb-codes-kept = 我已经存好
# $who: account
deskweb-link-title = 给 { $who } 的链接
deskweb-link-what = 请用别人看不到的方式把链接交给本人。本人打开后设置密码和身份验证器。
# $hours: hours
deskweb-link-hours = 只显示这一次，只能用一次，{ $hours } 小时内有效。

## 我的账号

deskweb-account-title = 我的账号
deskweb-language = 工作台语言
deskweb-log-ins = 登录情况
deskweb-log-in-browser = 浏览器
deskweb-log-in-address = 网络地址
deskweb-log-in-made = 登录时间
deskweb-log-in-seen = 最近使用
deskweb-log-in-end = 结束
deskweb-log-in-here = 当前
deskweb-log-in-unknown = 未知浏览器
deskweb-log-in-end-others = 结束其他登录
# $at: time
deskweb-time = { $at }
deskweb-safety = 密码和恢复码
# $count: number of codes
deskweb-codes-left = 还剩 { $count } 个恢复码
deskweb-codes-new = 生成新的恢复码
deskweb-password-change = 修改密码
deskweb-authenticator-new = 重新绑定身份验证器
deskweb-done-password = 密码已改，其他地方的登录都已退出。
deskweb-done-recovery = 您用了一个恢复码。验证器丢了的话，请在这里重新绑定。
deskweb-done-ended = 已经退出那次登录。

## 人员

deskweb-staff-title = 人员
deskweb-state-ready = 正常
deskweb-state-invited = 已邀请
deskweb-state-disabled = 已停用
deskweb-state-none = 没有网上账号
deskweb-act-enable = 启用
deskweb-act-disable = 停用
deskweb-act-reset = 重设密码和验证器
deskweb-act-invite = 邀请
deskweb-role-clerk = 经办人
deskweb-role-supervisor = 负责人
deskweb-role-auditor = 审计员
deskweb-role-administrator = 管理员
# $role: role; $queue: queue or queues
deskweb-role-in = { $role }：{ $queue }
deskweb-roles = 角色
deskweb-roles-where = 部门
deskweb-roles-office = 全局（所有部门）
deskweb-roles-change = 修改角色
deskweb-roles-base = 配置文件里的角色保持不变，这里勾选的是另外增加的。
deskweb-invite-title = 邀请人员
deskweb-invite-hint = 配置文件里已有的经办人名，或者用小写字母、数字和连字符起的新名字

## 办件列表

deskweb-views = 视图
deskweb-view-new = 新办件
deskweb-view-mine = 我的
deskweb-view-due-today = 今天到期
deskweb-view-overdue = 已超期
deskweb-view-waiting = 等当事人回复
deskweb-view-open = 在办
deskweb-view-closed = 已办结
deskweb-view-all = 全部
deskweb-search = 受理编号、文字、当事人、号码、日期
deskweb-search-do = 查找
deskweb-search-clear = 清除条件
deskweb-filters-more = 更多筛选
deskweb-filter-any = 全部
deskweb-filter-queue = 部门
deskweb-filter-service = 事项
deskweb-filter-state = 状态
deskweb-filter-district = 地区
deskweb-filter-language = 语言
deskweb-filter-clerk = 经办人
deskweb-filter-urgent = 紧急
deskweb-filter-urgent-yes = 只看紧急
deskweb-filter-urgent-no = 不紧急
deskweb-filter-anonymous = 是否实名
deskweb-filter-anonymous-yes = 匿名
deskweb-filter-anonymous-no = 实名
deskweb-filter-from = 提交日期从
deskweb-filter-until = 提交日期到
deskweb-filter-order = 排序
deskweb-order-due = 先到期的在前
deskweb-order-newest = 新的在前
deskweb-order-oldest = 旧的在前
# $view: 视图名称; $count: 件数
deskweb-list-caption = { $view }：{ $count } 件
deskweb-list-empty = 这里没有办件。
deskweb-list-filling = 工作台刚启动，还在整理办件，列表稍后会补全。
deskweb-list-reading = 有些办件的文字还没读完，现在可能查不全。
# $page: 页码; $pages: 总页数
deskweb-list-page = 第 { $page } 页，共 { $pages } 页
deskweb-pages = 列表翻页
deskweb-page-go = 前往
deskweb-column-case = 办件
deskweb-column-place = 地区
deskweb-column-state = 状态
deskweb-column-due = 期限
deskweb-column-clerk = 经办人
deskweb-column-since = 此状态开始于
deskweb-mark-overdue = 已超期
deskweb-mark-today = 今天到期
deskweb-mark-urgent = 紧急
deskweb-mark-hurried = 催办
deskweb-mark-call-back = 请回访
deskweb-mark-unread = 未读
deskweb-mark-waiting = 等当事人回复
deskweb-mark-anonymous = 匿名
deskweb-mark-erased = 已删除
deskweb-saved = 保存的视图
deskweb-saved-do = 保存这个视图
deskweb-saved-name = 视图名称
deskweb-saved-forget = 去掉保存的视图
deskweb-saved-no-name = 请给视图起个名字。
deskweb-saved-full = 保存的视图已满，请先去掉一个。
# $day: 日期
deskweb-day = { $day }
# $words: 回答
deskweb-words = { $words }

## 工作台按键

deskweb-keys = 按键
deskweb-key-next = 下一件、上一件
deskweb-key-open = 打开
deskweb-key-reply = 回复当事人
deskweb-key-note = 内部备注
deskweb-key-search = 查找
deskweb-key-prepared = 常用答复
deskweb-key-list = 本列表
deskweb-keys-on = 启用单键
deskweb-close-box = 关闭

## 一件办件

# $service: 事项; $about: 内容
deskweb-title = { $service }：{ $about }
deskweb-submitted = 提交时间
# $who: 同事
deskweb-presence-open = { $who } 也打开了这件。
# $who: 同事
deskweb-presence-typing = { $who } 也打开了这件，正在写回复。
deskweb-overtaken = 您写的时候这件办件有了新情况，所以什么都没有发出，也没有改动。请先看下面的内容；您写的文字还在，可以再发送一次。
deskweb-answers = 回答
deskweb-answers-none = 这件没有提问。
deskweb-answers-question = 问题
deskweb-answers-answer = 回答
deskweb-answers-own = 当事人原话
deskweb-as-written = 见原话
deskweb-corrected = 当事人已更正：
deskweb-hidden = 已隐藏
deskweb-show = 显示个人信息
deskweb-show-reason = 为什么需要查看？理由会记入办件和审计日志。
deskweb-show-do = 显示
deskweb-revealed = 个人信息只在这一页显示，离开后会重新隐藏。
deskweb-story = 办理经过
deskweb-kind-to-person = 发给当事人
deskweb-kind-from-person = 当事人发来
deskweb-kind-inside = 内部备注
deskweb-line-submitted = 当事人提交
deskweb-line-corrected = 更正了一条消息
# $label: 问题
deskweb-line-corrected-answer = 更正：{ $label }
deskweb-line-taken = 接办
deskweb-line-released = 退回，由同事接办
# $paper: 材料
deskweb-line-paper = 请当事人补交：{ $paper }
# $from, $to: 部门
deskweb-line-passed = 由{ $from }转到{ $to }
# $state: 状态
deskweb-line-state = 状态：{ $state }
# $limit: 期限; $day: 新日期
deskweb-line-extended = 延长到{ $day }：{ $limit }
# $outcome: 结果
deskweb-line-closed = 办结：{ $outcome }
deskweb-line-withdrawn = 撤回
deskweb-line-hurried = 催办
deskweb-line-reopened = 要求重新办理
# $grade: 评价
deskweb-line-graded = 评价：{ $grade }
deskweb-line-called = 已回访
deskweb-line-contact = 当事人更改了联系方式
# $why: 原因
deskweb-line-file-refused = 有一个文件没有保存：{ $why }
deskweb-line-unreachable = 在当事人来信的渠道已联系不上
deskweb-line-revealed = 查看了个人信息
deskweb-with-files = 文件：
deskweb-clock = 期限
deskweb-clock-closed = 已办结，没有期限
deskweb-clock-none = 目前没有期限
# $day: 日期
deskweb-clock-late = { $day }到期，已超期
deskweb-clock-today = 今天到期
# $day: 日期
deskweb-clock-until = { $day }到期
# $day: 日期
deskweb-clock-by = { $day }前
# $day: 最后一天; $met: 完成日期
deskweb-clock-met = { $day }前，{ $met }完成
# $within: 时长; $source: 法规条款
deskweb-clock-law = { $within }：{ $source }
deskweb-clock-promise = 本局承诺
# $n: 数字
deskweb-within-working-days = { $n } 个工作日
# $n: 数字
deskweb-within-days = { $n } 天
# $n: 数字
deskweb-within-months = { $n } 个月
deskweb-files = 文件
deskweb-files-none = 没有文件。
# $n: 文件序号
deskweb-file = 文件 { $n }
deskweb-file-gone = 已不再保存
deskweb-file-waiting = 正在获取
deskweb-file-hidden = 含个人信息，显示个人信息后才能打开
# $kind: 类型; $kilobytes: 大小
deskweb-file-kept = { $kind }，{ $kilobytes } KB
# $kind: 类型; $claimed: 名称所示类型; $kilobytes: 大小
deskweb-file-lies = { $kind }，{ $kilobytes } KB。文件名写的是 { $claimed }，请小心。
deskweb-links = 同一当事人或号码
deskweb-links-none = 没有您能查看的其他办件。
deskweb-same-party = 同一当事人
deskweb-same-number = 同一号码

## 办理操作

deskweb-acts = 办理
deskweb-acts-closed = 这件已办结。仍可回复当事人、写内部备注。
deskweb-act-read = 标为已读
deskweb-reply = 回复
deskweb-reply-to = 会发给当事人
deskweb-reply-words = 写给当事人的话
# $language: 当事人语言
deskweb-reply-goes = 当事人用的语言：{ $language }。回复会立即发给当事人。
# $language: 当事人语言
deskweb-reply-by-code = 当事人用的语言：{ $language }。没有可以发送的对话，当事人用受理编号和查询码查询时会看到。
deskweb-note-never = 当事人永远看不到。
deskweb-note-words = 写给同事的备注
deskweb-note-keep = 存为备注
deskweb-reason = 理由，当事人会看到
deskweb-reason-state = 理由，当事人会看到；如果这一状态会办结，必须填写。
deskweb-state-next = 下一状态，会告知当事人
# $state: 状态
deskweb-state-ends = { $state }（办结）
deskweb-paper-which = 哪份材料
deskweb-paper-words = 附言（可不填），当事人会看到
deskweb-extend-limit = 哪个期限
deskweb-extend-days = 延长多久
deskweb-extend-day = 或者延长到这一天
deskweb-no-such-day = 请选择工作日天数，或者以后的某一天。
deskweb-pass-to = 转到哪个部门
deskweb-close-outcome = 结果
deskweb-prepared = 常用答复
deskweb-prepared-find = 查找常用答复
deskweb-prepared-all = 选择答复
deskweb-prepared-words = 您要写进去的话，最好用当事人的语言
deskweb-prepared-preview = 看完整答复
deskweb-prepared-goes = 将这样发出，语言：
deskweb-prepared-own = 您的语言
# $list: 缺少的内容
deskweb-prepared-missing = 这条答复现在发不了，因为还不知道：{ $list }。请自己写一条回复。

## When something goes wrong at the desk

deskweb-to-desk = 回到工作台

## 一个部门的统计

deskweb-figures-queue = 部门
deskweb-figures-office = 全局
# $queue: name of the queue
deskweb-figures-of = 只统计目前在这个部门的办件：{ $queue }
deskweb-figures-inside = 单个部门的统计供内部工作使用，请不要公开：和全局数字放在一起，可能推算出人数很少的组别。

## 办件的保留与删除

deskweb-mark-held = 法定保全
deskweb-keep = 这件的保留
deskweb-held = 这件处于法定保全。负责人解除以前，任何内容都不能删除。
deskweb-hold = 设为法定保全
deskweb-hold-hint = 用于要作为证据的办件，例如诉讼。无论谁要求、无论过了多久，都不会删除。
deskweb-free = 解除法定保全
deskweb-conflict = 我认识当事人
deskweb-conflict-hint = 这件会退回部门待领。您仍能看到它，但不再能查看个人信息，也不能办理。此操作不能撤销。
deskweb-conflict-do = 交回这件
deskweb-conflict-mine = 您已声明认识当事人，这件由同事办理。
deskweb-reason-inside = 理由，只有同事能看到
deskweb-reason-proof = 理由，会写入删除凭证
deskweb-erase = 删除
deskweb-erase-hint = 填写的内容、往来和文件会彻底删除，并告知当事人。只保留曾有这一件的记录，使统计数字不变。此操作不能撤销。
deskweb-erase-do = 彻底删除
deskweb-line-held = 设为法定保全
deskweb-line-freed = 解除了法定保全
deskweb-line-conflict = 认识当事人，已交回
# $label: 问题
deskweb-line-amended = 应当事人要求更正：{ $label }

## 删除凭证

deskweb-nav-erasures = 已删除的办件
deskweb-proof-lead = 删除了哪些办件、何时、由谁、为何。这里不保留办件的任何内容。
deskweb-proof-none = 没有删除过办件。
deskweb-proof-title = 删除凭证
deskweb-proof-service = 事项
deskweb-proof-at = 删除时间
deskweb-proof-by = 操作人
deskweb-proof-why = 依据
deskweb-proof-why-retention = 这类办件的保留期已满
deskweb-proof-why-request = 应当事人要求
deskweb-proof-why-order = 负责人决定
deskweb-proof-reason = 理由
deskweb-proof-files = 一并删除的文件数
deskweb-proof-digest = 被删内容的 SHA-256
deskweb-proof-number = 审计日志编号
# $at: 时间
deskweb-proof-again = 这件曾随旧备份恢复，已再次删除：{ $at }
deskweb-proof-what = 这件的密钥、填写的内容、往来、文件，以及与当事人的关联均已销毁。此后的备份不含这些内容；恢复更早的备份时，会再次删除这件。
deskweb-proof-not = 当事人在自己聊天中收发的内容、工作群里的消息存于通讯软件，须在那里删除。

## 当事人本人的数据

deskweb-data-title = 这位当事人的数据
deskweb-data-what = 现有数据
deskweb-data-what-hint = 与提出请求的聊天关联的办件，以及当事人提供了查询码的那一件。不会只凭姓名关联，匿名举报不在此显示。
deskweb-data-how = 依据
deskweb-data-how-request = 本次请求
deskweb-data-how-chat = 同一聊天
deskweb-data-how-code = 已提供查询码
deskweb-data-erasing = 能否删除
deskweb-data-may-go = 可以删除
deskweb-data-request-stays = 本请求办结并期满以前保留
# $subscriptions: 数量; $bookings: 数量
deskweb-data-besides = 订阅：{ $subscriptions }；报名的活动：{ $bookings }。
deskweb-data-unproven = 当事人填了这个受理编号，但没有提供查询码。请先核实身份：
deskweb-data-give = 提供全部数据
deskweb-data-give-hint = 一个压缩包：供程序读取的数据、用当事人语言写的同样内容，以及其文件。请只交给本人，并确保他人看不到；不要通过境外聊天软件发送。理由会作为备注写入本请求。
deskweb-data-give-do = 下载压缩包
deskweb-data-correct = 更正一项内容
deskweb-data-correct-hint = 原来的内容保留在办件记录里。会告知当事人更正了哪一项及理由，但不写具体内容。
deskweb-data-question = 哪一项
deskweb-data-right = 正确的内容
deskweb-data-correct-do = 更正
deskweb-data-no-question = 请选择这位当事人办件中的一项。
# $receipt: 受理编号
deskweb-data-corrected = { $receipt }：已更正，并已告知当事人。
deskweb-data-erase-hint = 依法须保留或处于法定保全的办件不在列表中，会告知当事人是哪几件、为什么。选中的每一件都会彻底删除并留下凭证，同时告知当事人。
deskweb-data-erase-which = 删除哪些
deskweb-data-lists = 订阅和活动报名
# $subscriptions: 数量; $bookings: 数量
deskweb-data-lists-ended = 已取消：订阅{ $subscriptions }项，报名{ $bookings }项
deskweb-data-none-chosen = 请至少选择这位当事人的一件。
# $receipt: 受理编号; $at: 时间
deskweb-data-erased = { $receipt }：已删除，{ $at }
# $receipt: 受理编号; $why: 保留的原因
deskweb-data-kept = { $receipt }：没有删除。{ $why }

## 审计日志

deskweb-nav-log = 审计日志
deskweb-log-number = 编号
deskweb-log-at = 时间
deskweb-log-by = 操作人
deskweb-log-act = 操作
deskweb-log-receipt = 受理编号
deskweb-log-more = 详情
deskweb-log-day = 日期
deskweb-log-none = 没有这样的记录。
deskweb-log-stopped = 日志较长，这次只查找了一部分，可以接着查更早的。
deskweb-log-newest = 最新
deskweb-log-older = 更早
deskweb-log-odd = 受理编号或日期无法识别。
deskweb-log-intact = 日志链完整
# $entries: 条数; $at: 时间
deskweb-log-whole = 截至 { $at } 的 { $entries } 条记录前后吻合。
# $entries: 条数
deskweb-log-following = 正在核对日志链，已核对 { $entries } 条，均完整。
# $name: 记录名称; $at: 时间
deskweb-log-broken = 日志链在 { $name } 处断裂（发现于 { $at }）。有记录被改动或丢失，请通知运维人员恢复备份。
deskweb-log-take = 导出文件
deskweb-log-take-hint = 把当前显示范围的记录导出为 CSV，最多 20,000 条。导出及理由会记入本日志，请不要在理由里写任何人的姓名。
deskweb-log-reason = 理由
deskweb-log-take-do = 下载 CSV
deskweb-log-cut = 记录多于本文件所能容纳。
# $who: 账号; $at: 时间
deskweb-export-mark = 由 { $who } 导出，{ $at }
deskweb-act-of-revealed = 查看个人信息
deskweb-act-of-exported = 导出文件
deskweb-act-of-erased = 删除办件
deskweb-act-of-erased-again = 恢复备份后再次删除办件
deskweb-act-of-held = 设为法定保全
deskweb-act-of-freed = 解除法定保全
deskweb-act-of-amended = 应当事人要求更正
deskweb-act-of-conflict = 声明回避
deskweb-act-of-submitted = 提交
deskweb-act-of-replied = 回复
deskweb-act-of-noted = 写内部备注
deskweb-act-of-closed = 办结
deskweb-act-of-taken = 领取
deskweb-act-of-released = 退回
deskweb-act-of-transferred = 转交
deskweb-act-of-state-set = 设置状态
deskweb-act-of-extended = 延长期限
deskweb-act-of-paper-asked = 要求补充材料
deskweb-act-of-called-back = 已回访
deskweb-act-of-linked = 把两件关联为同一件事
deskweb-act-of-unlinked = 取消两件的关联
deskweb-act-of-consent-asked = 征求移送的同意
deskweb-act-of-ticket-consent = 同意移送
deskweb-act-of-ticket-no-consent = 不同意移送
deskweb-act-of-handed-over = 移送给别的单位
deskweb-act-of-added = 补充
deskweb-act-of-corrected = 更正
deskweb-act-of-withdrawn = 撤回
deskweb-act-of-reopened = 重新打开
deskweb-act-of-graded = 评价
deskweb-act-of-wrong-code = 查询码有误
deskweb-act-of-copied = 取走本人数据副本
deskweb-act-of-lists-ended = 应要求取消订阅和报名
deskweb-act-of-forgotten = 清除聊天数据
deskweb-act-of-logged-in = 登录
deskweb-act-of-log-in-failed = 登录失败
deskweb-act-of-roles-changed = 变更角色
deskweb-act-of-account-invited = 邀请账号
deskweb-act-of-account-joined = 加入
deskweb-act-of-account-disabled = 停用账号
deskweb-act-of-account-enabled = 启用账号
deskweb-act-of-account-reset = 重置账号
deskweb-act-of-restored = 恢复备份
deskweb-act-of-ticket-add = 补充了内容
deskweb-act-of-ticket-write = 给工作人员留言
deskweb-act-of-ticket-correct = 更正了写过的内容
deskweb-act-of-ticket-withdraw = 撤回办件
deskweb-act-of-ticket-hurry = 催办
deskweb-act-of-ticket-reopen = 要求重新办理
deskweb-act-of-ticket-rate = 作出评价
deskweb-act-of-ticket-contact = 改了联系方式
deskweb-act-of-contact-changed = 改了当事人的联系方式
deskweb-act-of-hurried = 催办
deskweb-act-of-consented = 记下同意移送
deskweb-act-of-not-consented = 记下不同意移送
deskweb-act-of-file-refused = 没有留下文件
deskweb-act-of-unreachable = 联系不上当事人
deskweb-act-of-read = 标为已读
deskweb-act-of-event-booked = 报名活动
deskweb-act-of-event-cancelled = 取消报名
deskweb-act-of-event-called-off = 取消活动
deskweb-act-of-attendees-read = 查看报名名单
deskweb-act-of-subscribed = 订阅
deskweb-act-of-unsubscribed = 取消订阅
deskweb-act-of-language-chosen = 选择语言
deskweb-act-of-password-changed = 改了密码
deskweb-act-of-recovery-codes-made = 换了恢复码
deskweb-act-of-recovery-code-used = 用了恢复码
deskweb-act-of-renewal-begun = 开始更换验证器
deskweb-act-of-logged-out = 退出登录
deskweb-act-of-others-logged-out = 退出了其他登录
deskweb-act-of-administrator-made = 设立第一位管理员
deskweb-act-of-welcome-link-made = 生成第一位管理员的链接
deskweb-act-of-token-added = 发放程序令牌
deskweb-act-of-token-removed = 停用程序令牌
deskweb-act-of-hook-added = 添加推送
deskweb-act-of-hook-removed = 删除推送
deskweb-act-of-hook-paused = 暂停推送
deskweb-act-of-hook-resumed = 恢复推送
deskweb-act-of-hook-failing = 推送失败，已搁置
deskweb-act-of-setting-changed = 改了设置
deskweb-act-of-table-imported = 导入表格
deskweb-act-of-table-restored = 换回旧表格
deskweb-act-of-content-taken = 启用改过的对话和文字
deskweb-act-of-content-refused = 没有启用改过的对话和文字

## 把办件导出为文件

deskweb-takeout-title = 导出为文件
deskweb-takeout-ask = 导出这个列表
# $rows: 数量; $most: 数量
deskweb-takeout-rows = 列表中您负责的部门有 { $rows } 件。一个文件最多 { $most } 件。
# $rows: 数量
deskweb-takeout-alone = 不含姓名、不超过 { $rows } 件的，您可以自行导出。更多，或者要完整姓名，须由另一位负责人或管理员同意。谁导出的会写在文件里，也记入审计日志。
deskweb-takeout-form = 文件类型
deskweb-takeout-names = 包含完整姓名
deskweb-takeout-party = 当事人
deskweb-takeout-do = 导出文件
deskweb-takeout-wishes = 需要第二人同意的文件
deskweb-takeout-none = 没有等待同意的文件。
# $who: 账号; $rows: 数量; $at: 时间
deskweb-takeout-wish = { $who }，{ $at }：{ $rows } 件，姓名隐去
# $who: 账号; $rows: 数量; $at: 时间
deskweb-takeout-wish-full = { $who }，{ $at }：{ $rows } 件，含完整姓名
deskweb-takeout-agree = 同意
deskweb-takeout-refuse = 不同意
deskweb-takeout-take = 现在导出
deskweb-takeout-waits = 须由另一位负责人或管理员在一天内同意，然后可在这里导出。
deskweb-takeout-too-many = 超过一个文件的上限，请缩小列表范围。
deskweb-takeout-gone = 已不在等待。
deskweb-takeout-own = 须由其他人同意。
deskweb-act-of-export-asked = 申请导出大量办件
deskweb-act-of-export-agreed = 同意导出大量办件
deskweb-act-of-export-refused = 不同意导出大量办件

## 单位自己改的设置

deskweb-settings-parts = 设置的各部分
deskweb-settings-overview = 总览
deskweb-settings-overview-intro = 单位自己可以改的内容，改了马上生效
deskweb-settings-queue = 队列
deskweb-settings-queue-intro = 名称、人员，以及哪些件分到哪个队列
deskweb-settings-queue-add = 新增队列
# $n 队列数
deskweb-settings-queue-state = { $n }个开着
deskweb-settings-window = 时间和地址
deskweb-settings-window-intro = 单位和各窗口的办公时间、电话、地址，照您写的原样显示
deskweb-settings-calendar = 工作日
deskweb-settings-calendar-intro = 每年哪些天放假、哪些周末要上班。新的期限按它计算，已经告诉当事人的日期不变。
deskweb-settings-calendar-add = 新增一年
# $years 年份
deskweb-settings-calendar-state = { $years }
deskweb-settings-notice = 通知
deskweb-settings-notice-intro = 给所有人的几句话，显示在每个公众页面和聊天的第一屏
deskweb-settings-notice-add = 写通知
# $n 通知数
deskweb-settings-notice-state = { $n }条正在显示
deskweb-settings-reply = 常用回复
deskweb-settings-reply-intro = 各项服务的常用回复怎么写
# $n 回复数
deskweb-settings-reply-state = { $n }条改过
deskweb-settings-service = 服务
deskweb-settings-service-intro = 可以暂停一项服务。暂停后不再列出，来办的人会看到原因和别的办法，已经开始填的人可以填完。
# $n 服务数
deskweb-settings-service-state = { $n }项暂停
deskweb-settings-data = 数据
deskweb-settings-data-intro = 服务台答复时用的表格。文件要么整份导入，要么都不导入，原来的版本会留着。
deskweb-settings-content = 对话和文字
deskweb-settings-content-intro = 对话和文字的文件改动以后，几秒内检查并启用。检查出错时，继续用原来的。
deskweb-settings-content-state = 一切正常
deskweb-settings-content-state-bad = 有改动没有启用
deskweb-settings-hooks = 事件推送
deskweb-settings-hooks-intro = 办件有变化时通知别的系统，不带任何个人信息
# $n 推送数
deskweb-settings-hooks-state = 共{ $n }个
deskweb-settings-tokens = 访问令牌
deskweb-settings-tokens-intro = 可以调用服务台的程序。令牌停用后马上失效。
deskweb-settings-history = 修改记录
deskweb-settings-history-intro = 谁在什么时候改了什么。恢复也是一次修改，什么都不会丢。
deskweb-settings-nothing = 这里还没有内容。
# $day 日期；$clock 时间
deskweb-at = { $day } { $clock }
# $list 列表
deskweb-list = { $list }
deskweb-by-counter = 系统
deskweb-by-operator = 运维人员

## 设置的表单

deskweb-set-thing = 内容
deskweb-set-now = 现在
deskweb-set-source = 来源
# $who 账号名；$at 时间
deskweb-set-source-desk = { $who }在这里设的，{ $at }
deskweb-set-source-file = 设置文件
deskweb-set-source-table = 导入的窗口表
deskweb-set-source-shipped = 程序或文件自带
deskweb-set-source-none = 没有设
deskweb-set-saved = 已保存，现在起生效。
deskweb-set-put-back = 已恢复，现在起生效。
deskweb-set-members-saved = 已保存，新的角色现在起生效。
deskweb-set-not-saved = 没有保存，请看下面标出来的地方。
# $who 账号名；$at 时间
deskweb-set-overtaken = 您打开这一页以后，{ $who }在{ $at }改过这里。您的修改没有保存。
deskweb-set-overtaken-more = 您写的内容还在表单里。现在保存，就会换掉那里的内容。
deskweb-set-stands = 那里现在的内容
deskweb-set-base = 不改的话是这样
deskweb-set-last = 最近的修改
deskweb-set-history-none = 还没有修改过。
deskweb-set-before = 原来：
deskweb-set-after = 改成：
deskweb-set-empty = （空）
deskweb-set-back = 恢复成原来的
deskweb-set-back-overtaken = 这中间有人改过。请先看一下现在的内容，再决定要不要恢复。
# $what 栏目；$language 语言
deskweb-set-in = { $what }（{ $language }）
deskweb-set-office = 本单位
# $year 年份
deskweb-set-calendar = { $year }年工作日
deskweb-set-notice = 通知
# $service 服务；$reply 回复
deskweb-set-reply = { $service }：{ $reply }
deskweb-set-id = 代号
    .hint = 字母、数字和连字符，例如 NIGHT。定了就不能改，办件记录里会用到。
deskweb-set-name = 名称
deskweb-set-services = 服务
    .hint = 这些服务的件都分到这个队列，不管对话文件怎么写。
deskweb-set-districts = 区
    .hint = 这些区的件都分到这个队列。如果也选了服务，就只分两样都符合的件。
deskweb-set-shut = 开着还是停用
    .hint = 停用的队列不收新件，把手上的办完。没有未办结的件以后可以移除，旧件仍然查得到。
deskweb-set-shut-open = 开着
deskweb-set-shut-closed = 停用
deskweb-set-shut-removed = 已移除
deskweb-set-claims = 指定收某些件
# $id 代号；$open 件数；$people 人数
deskweb-set-queue-about = { $id }，未办结{ $open }件，{ $people }人
deskweb-set-members = 谁在这个队列
deskweb-set-members-hint = 设置文件里的角色和全单位的角色不变，这里勾选的是在这个队列另加的。
# $role 角色
deskweb-set-member-file = { $role }，来自设置文件
# $role 角色
deskweb-set-member-office = { $role }，全单位
deskweb-set-hours = 办公时间
deskweb-set-phone = 电话
    .hint = 照您写的原样显示。
deskweb-set-address = 地址
deskweb-set-note = 备注
    .hint = 几楼、带什么。可以不填。
deskweb-set-days = 日期
    .hint = 一行一天：日期，holiday（放假）或 { "work" }{ "day" }（上班），中文名，英文名。第一行不要改。后一种指要上班的周六、周日。
# $n 天数
deskweb-set-days-count = { $n }天
deskweb-set-past = 已过
deskweb-set-words = 文字
deskweb-set-from = 从
    .hint = 本单位所在地的时间，不填就是马上。
deskweb-set-until = 到
    .hint = 本单位所在地的时间，不填就一直显示到您删掉。
deskweb-set-notice-now = 正在显示
deskweb-set-notice-later = 还没到时间
deskweb-set-reply-hint = 工作台会填上{"{receipt}"}、{"{service}"}、{"{due}"}、{"{paper}"}、{"{reason}"}。两种语言要用同样的几个。
deskweb-set-reply-fixed = 只能在文件里改
deskweb-set-reply-fixed-more = 这条回复由几部分拼成，只能在文字文件里改。
deskweb-set-closed = 暂停
deskweb-set-why = 为什么暂停，来办的人可以怎么做
deskweb-set-instead = 改办
    .hint = 来办的人会看到一个按钮，点了就去那里。
deskweb-set-instead-none = 没有
deskweb-set-close-service = 暂停这项服务
deskweb-set-reset-queue = 恢复成设置文件里的
deskweb-set-reset-window = 恢复成导入的表或设置文件里的
deskweb-set-reset-calendar = 恢复成程序自带的
deskweb-set-reset-notice = 删掉通知
deskweb-set-reset-reply = 恢复成程序自带的
deskweb-set-reset-service = 重新开放

## 设置哪里不对

deskweb-fault-language = 两种语言都要写。
# $max 最多字数
deskweb-fault-long = 最多{ $max }个字符。
deskweb-fault-control = 这里不能有换行或者看不见的字符。
deskweb-fault-when = 日期或时间不对。
deskweb-fault-kind = 内容和这里对不上，请重新打开这一页。
deskweb-fault-queue-id = 代号是1到24个字母、数字或连字符。
deskweb-fault-queue-taken = 这个代号已经用过，请换一个。
deskweb-fault-queue-made-here = 这个队列是在这里新增的。不要了，就选“已移除”。
deskweb-fault-last-queue = 这是最后一个开着的队列，新件总要有地方去。
# $n 件数
deskweb-fault-queue-has-tickets = 这个队列还有{ $n }件没有办结。可以先停用，等工作人员办完或者转走，再移除。
# $queue 队列
deskweb-fault-claimed = 这些件已经分给“{ $queue }”了。
# $service 服务
deskweb-fault-no-service = 没有“{ $service }”这项会产生办件的服务。
# $place 代码
deskweb-fault-no-place = 没有“{ $place }”这个地方。
# $queue 队列
deskweb-fault-no-queue = 没有“{ $queue }”这个队列。
deskweb-fault-phone = 电话里要有数字。
deskweb-fault-until = 结束时间要晚于开始时间。
deskweb-fault-always-open = 这项服务一直开着，让人随时能找到工作人员、查到进度。
deskweb-fault-instead = 请选另一项开着的服务。
# $service 服务
deskweb-fault-named-instead = “{ $service }”暂停时让人改办这一项，请先改那里。
deskweb-fault-no-reply = 已经没有这条常用回复了。
# $line 行号
deskweb-fault-brace = 第{ $line }行：花括号不成对，或者里面不是字段。字段写成{"{receipt}"}这样。
# $line 行号；$name 字段；$known 可用的字段
deskweb-fault-field = 第{ $line }行：没有{ $name }这个字段。可以用的有：{ $known }
deskweb-fault-fields-differ = 两种语言用的字段要一样。
deskweb-fault-markup-differs = 两种语言的粗体、斜体要一样。
# $line 行号；$tags、$signs 可以写的
deskweb-fault-markup = 第{ $line }行：这类符号只能用{ $tags }，并且要成对。单独出现时写成{ $signs }。
# $line 行号；$sign 符号
deskweb-fault-punctuation = 第{ $line }行：标点“{ $sign }”不是这种文字用的。
# $line 行号；$term 用词；$right 术语
deskweb-fault-term = 第{ $line }行：“{ $term }”请写成“{ $right }”。
# $line 行号；$trouble 检查的说明
deskweb-fault-other = 第{ $line }行：检查没有通过（{ $trouble }）。
# $line 行号
deskweb-fault-days-year = 第{ $line }行：看不出是哪一年。每行开头写成 2027-01-01 这样。
# $line 行号
deskweb-fault-days-header = 第{ $line }行：第一行要写 date,kind,name_zh,name_en
# $line 行号
deskweb-fault-days-none = 第{ $line }行：一天也没有。
# $line 行号
deskweb-fault-days-fields = 第{ $line }行：每行四部分，中间用逗号。
# $line 行号；$found 写的内容
deskweb-fault-days-date = 第{ $line }行：“{ $found }”不是日期，请写成 2027-10-01 这样。
# $line 行号；$found 写的内容；$known 可以写的
deskweb-fault-days-kind = 第{ $line }行：“{ $found }”不对，可以写的有：{ $known }。
# $line 行号；$day 日期
deskweb-fault-days-other = 第{ $line }行：{ $day }不是这一年的。
# $line 行号；$day 日期
deskweb-fault-days-twice = 第{ $line }行：{ $day }写了两次。

## 单位的数据

deskweb-data-kind-places = 区划和别名
deskweb-data-kind-offices = 各区窗口：地址、时间、电话
deskweb-data-kind-statistics = 统计数据
deskweb-data-kind-publications = 出版物
deskweb-data-kind-notices = 项目申报通知
deskweb-data-kind-policies = 法规政策
deskweb-data-kind-events = 活动
deskweb-data-kind-answers = 常见问题
deskweb-data-kind-patents = 新公开的专利
deskweb-data-kind-agencies = 专利代理机构名录
deskweb-data-none = 没有导入，来问的人会知道。
deskweb-data-shipped = 程序自带
# $rows 行数；$source 来源
deskweb-data-about = { $rows }行，{ $source }
# $rows 行数；$source 来源；$day 日期
deskweb-data-about-day = { $rows }行，{ $source }，截至{ $day }
# $number 版本号；$at 时间；$about 行数和来源
deskweb-data-version = 第{ $number }版，{ $at }：{ $about }
deskweb-data-in-use = 正在用
deskweb-data-back-to = 改用这一版
deskweb-data-versions = 各版本
deskweb-data-import = 导入文件
deskweb-data-file = 文件
    .hint = CSV 文件，UTF-8 或 GB18030 编码。
# $megabytes 大小
deskweb-data-limit = 最大{ $megabytes } MB。
deskweb-data-source = 来源，不填就用文件名
deskweb-data-as-of = 数据截至哪一天
# $kind 表格
deskweb-data-imported = 已导入：{ $kind }。现在起用新的。
# $kind 表格
deskweb-data-back = 已改用：{ $kind }。
# $kind 表格
deskweb-data-refused = 没有导入：{ $kind }。什么都没有变，请改好以后把整份文件再导入一次。
# $n 条数
deskweb-data-more = 还有{ $n }处
deskweb-data-no-file = 请选一个文件。
# $codes 地点的代码
deskweb-data-places-gone = 可能有办件写着这些地点，这几行要留着：{ $codes }
# $line 行号；$what 哪里不对
deskweb-row-line = 第{ $line }行：{ $what }
deskweb-row-empty = 文件是空的
deskweb-row-utf16 = 文件是 UTF-16 编码，请另存为 UTF-8
deskweb-row-encoding = 既不是 UTF-8 也不是 GB18030 编码
# $column 列名
deskweb-row-no-column = 缺少“{ $column }”这一列
# $column 列名
deskweb-row-column-twice = “{ $column }”这一列有两个
deskweb-row-no-rows = 第一行下面没有内容
deskweb-row-too-many = 行数太多
deskweb-row-branches = 这是分支机构的名录，请用代理机构的名录
# $column 列名
deskweb-row-missing = “{ $column }”是空的
# $one、$other 列名
deskweb-row-both-missing = “{ $one }”和“{ $other }”都是空的
# $wanted、$found 列数
deskweb-row-count = 有{ $found }列，第一行是{ $wanted }列
# $column 列名；$value 内容
deskweb-row-malformed = “{ $column }”的“{ $value }”看不懂
# $column 列名；$value 内容；$example 例子
deskweb-row-malformed-like = “{ $column }”的“{ $value }”看不懂，请写成“{ $example }”这样
# $column 列名；$value 内容；$known 可以填的
deskweb-row-unknown = “{ $column }”的“{ $value }”不在可填的范围内：{ $known }
# $column 列名；$max 最多字数
deskweb-row-long = “{ $column }”超过{ $max }个字符
# $column 列名
deskweb-row-control = “{ $column }”里有看不见的字符
# $earlier、$later 列名
deskweb-row-disorder = “{ $later }”早于“{ $earlier }”
# $first 行号；$what 重复的内容
deskweb-row-repeated = 和第{ $first }行一样：{ $what }
deskweb-row-unreadable = 这一行不能当表格读

## 单位自己的对话和文字文件

# $place 文件和行
deskweb-content-banner = 对话或文字的改动没有启用，继续用原来的：{ $place }。
deskweb-content-banner-more = 看看哪里不对
# $at 时间；$read 时间
deskweb-content-refused = { $at }的改动没有启用，继续用{ $read }读入的。
# $at 时间
deskweb-content-good = 一切正常。正在用的文件是{ $at }读入的。
# $at 时间
deskweb-content-built-in = 一切正常。没有单位自己的文件，{ $at }起用程序自带的。
deskweb-content-drawn = 有问题的行
deskweb-content-folder = 文件夹
deskweb-content-dialogs = 对话
deskweb-content-languages = 语言

## 事件推送

deskweb-hook-none = 没有通知别的系统。
deskweb-hook-url = 网址
deskweb-hook-its-name = 名字
deskweb-hook-kinds = 通知什么
deskweb-hook-kinds-hint = 一个都不选，就是全部。
deskweb-hook-every-kind = 全部
deskweb-hook-queues = 队列
deskweb-hook-queues-hint = 一个都不选，就是所有队列。
deskweb-hook-waiting = 等着发出
deskweb-hook-in-use = 正常
deskweb-hook-paused = 已暂停
deskweb-hook-trying = 正在重试
deskweb-hook-set-aside = 已搁置
# $at 时间；$why 原因
deskweb-hook-since = { $at }起：{ $why }
deskweb-hook-why-time = 没有及时应答
deskweb-hook-why-connection = 连不上
deskweb-hook-why-broke = 连接断了
deskweb-hook-why-pause = 对方要求稍后再发
# $code 状态码
deskweb-hook-why-answered = 对方返回{ $code }
# $code 状态码
deskweb-hook-why-redirects = 对方要求跳转（{ $code }），不会跟着跳
# $why 原因
deskweb-hook-why-other = { $why }
deskweb-hook-test = 发一条测试
deskweb-hook-pause = 暂停
deskweb-hook-resume = 继续
deskweb-hook-remove = 删除
deskweb-hook-replay = 重发
deskweb-hook-replay-since = 从哪一天起
deskweb-hook-replay-failed = 没有收下的
deskweb-hook-replay-all = 全部
deskweb-hook-events = 最近的事件
deskweb-hook-event = 事件
deskweb-hook-when = 时间
deskweb-hook-became = 结果
deskweb-hook-taken = 收下了
deskweb-hook-failed = 没有收下
deskweb-hook-again = 重发
deskweb-hook-add = 新增推送
deskweb-hook-secret = 用来核对签名的密钥（Standard Webhooks），只显示这一次。属于：
deskweb-hook-unknown = 已经没有这个推送了。
deskweb-hook-name = 名字是1到40个字符，不能有空格。
deskweb-hook-taken-name = 这个名字已经有了。
deskweb-hook-no-kind = 没有这种事件。
deskweb-hook-private = 这个网址在内部网络里，设置文件没有允许。
deskweb-hook-plain = 网址要以 https:// 开头。
deskweb-hook-login = 网址里的用户名和密码用不上，请去掉。
deskweb-hook-address = 这不是网址。
deskweb-hook-test-first = 它已搁置。请先发一条测试，收下了就恢复正常。
deskweb-hook-done-paused = 已暂停，新的事件先等着。
deskweb-hook-done-resumed = 已继续，等着的马上发出。
deskweb-hook-done-removed = 已删除。
# $n 事件数
deskweb-hook-done-replayed = { $n ->
    [0] 没有要重发的。
   *[other] 重发{ $n }条。
}
# $name 名字
deskweb-hook-done-tested = { $name }收下了测试。
# $name 名字；$why 原因
deskweb-hook-not-tested = { $name }没有收下测试：{ $why }
deskweb-hook-kind-submitted = 提交
deskweb-hook-kind-added = 补充
deskweb-hook-kind-corrected = 更正
deskweb-hook-kind-taken = 有人接手
deskweb-hook-kind-released = 退回队列
deskweb-hook-kind-replied = 回复
deskweb-hook-kind-noted = 内部备注
deskweb-hook-kind-paper-asked = 要材料
deskweb-hook-kind-transferred = 转走
deskweb-hook-kind-state-set = 状态变化
deskweb-hook-kind-extended = 延期
deskweb-hook-kind-closed = 办结
deskweb-hook-kind-withdrawn = 撤回
deskweb-hook-kind-hurried = 催办
deskweb-hook-kind-reopened = 重新办理
deskweb-hook-kind-graded = 评价
deskweb-hook-kind-called-back = 回电
deskweb-hook-kind-contact-changed = 联系方式变化
deskweb-hook-kind-file-refused = 文件没有留下
deskweb-hook-kind-unreachable = 联系不上当事人
deskweb-hook-kind-linked = 关联为同一件事
deskweb-hook-kind-unlinked = 取消关联
deskweb-hook-kind-consent-asked = 征求移送的同意
deskweb-hook-kind-consented = 答复是否同意移送
deskweb-hook-kind-handed-over = 移送别的单位

## 程序的访问令牌

deskweb-token-none = 没有程序可以调用。
deskweb-token-program = 程序
deskweb-token-name = 1到40个小写字母、数字或连字符，办件记录里会用到。
deskweb-token-taken = 这个名字已经有令牌了，请先停用它，或者换个名字。
deskweb-token-no-scope = 请选这个程序可以做什么。
# $max 最多天数
deskweb-token-days = 天数请填1到{ $max }。
deskweb-token-may = 可以
deskweb-token-every-queue = 所有队列
deskweb-token-from = 生成时间
deskweb-token-until = 有效期到
deskweb-token-no-end = 不限
deskweb-token-over = 已过期
deskweb-token-end = 停用
deskweb-token-make = 生成令牌
deskweb-token-life = 有效多少天
    .hint = 不填就不限。
deskweb-token-made = 请现在复制令牌，以后不再显示。属于：
deskweb-scope-tickets-read = 看办件，不含个人信息
deskweb-scope-tickets-personal = 看个人信息，每次都有记录
deskweb-scope-tickets-act = 处理办件
deskweb-scope-requests-create = 代人提交
deskweb-scope-figures-read = 看统计

## 附件、同一件事、移送

deskweb-attach = 附上文件
# $most 最多几个；$megabytes 最大的大小
deskweb-attach-hint = 最多{ $most }个，每个不超过{ $megabytes } MB：PDF、图片、文档、视频、录音、ZIP都可以。程序和网页不收。图片发出时不带拍摄地点等隐藏信息。
deskweb-attach-ready = 已经在这里；勾上就不发
# $name 文件名；$why 原因
deskweb-attach-not-taken = { $name }没有收：{ $why }。什么都还没有发出。
# $most 最多几个
deskweb-attach-too-many = 一次最多附{ $most }个文件。什么都还没有发出，请勾上不发的。
deskweb-same = 同一件事
deskweb-same-none = 没有关联别的办件。
# $service 服务；$state 状态
deskweb-same-about = { $service }，{ $state }
deskweb-same-elsewhere = 在您看不到的部门
deskweb-same-undo = 取消关联
deskweb-same-other = 关联另一件
deskweb-same-receipt = 另一件的受理编号
deskweb-same-do = 关联
deskweb-line-linked = 关联为同一件事：
deskweb-line-unlinked = 取消了关联：
# $to 单位；$list 移送的内容
deskweb-line-consent-asked = 问当事人是否同意移送给{ $to }：{ $list }
deskweb-line-consented = 同意移送
deskweb-line-not-consented = 不同意移送
# $to 单位；$list 移送的内容
deskweb-line-handed-over = 移送给{ $to }：{ $list }
deskweb-hand = 移送别的单位
deskweb-hand-to = 移送给谁
deskweb-hand-body = 单位
deskweb-hand-other = 其他单位，在下面填写
deskweb-hand-name = 单位名称
deskweb-hand-address = 地址，有就填
deskweb-hand-what = 移送什么
deskweb-hand-personal = 个人信息
deskweb-hand-law = 依据的法律和条款
deskweb-hand-basis = 里面有个人信息的话
deskweb-hand-basis-none = 里面没有个人信息
deskweb-hand-basis-asked = 在这里问过，当事人同意了
deskweb-hand-basis-told = 当事人在别处同意了，比如电话里
deskweb-hand-basis-law = 上面写的法律允许不经同意移送
deskweb-hand-how = 什么时候、怎样同意的
deskweb-hand-state = 移送以后
deskweb-hand-state-none = 状态不变，还没有办结
deskweb-hand-stays-open = 移送以后这一件还开着，由您办结。
deskweb-hand-do = 移送
deskweb-hand-ask = 先问当事人
deskweb-hand-told = 两种情况都会告诉当事人移送给谁、移送什么、为什么。先问的话，这时还没有移送。
deskweb-hand-closed = 这一件已经办结，不能再移送。
deskweb-hand-consents = 问过的同意
deskweb-hand-none-asked = 还没有问过当事人。
deskweb-hand-agreed = 同意
deskweb-hand-not-agreed = 不同意
deskweb-hand-no-answer = 还没有回答
deskweb-letters = 移送函
deskweb-letters-none = 还没有移送过。
# $n 第几份；$to 单位
deskweb-letter-of = 移送函{ $n }：{ $to }
deskweb-letter = 移送函
deskweb-letter-hides = 移送函里的个人信息现在遮着。要显示，得再输一次验证码，办件和审计日志里会记下来。
deskweb-letter-show = 显示完整的移送函
deskweb-letter-print = 用浏览器打印这一页。文件不在里面，请从办件里下载，一起送去。
deskweb-letter-number = 编号
deskweb-letter-day = 日期
deskweb-letter-to = 移送给
deskweb-letter-opening = 我们收到下面这件事，现移送贵单位。
deskweb-letter-service = 事项
deskweb-letter-submitted = 我们收到的日期
deskweb-letter-reason = 原因
deskweb-letter-law = 依据
deskweb-letter-what = 移送的内容
deskweb-letter-corrected = 后来更正为：
deskweb-letter-consent = 当事人的同意：
deskweb-letter-consent-none = 移送的内容里没有个人信息，不需要。
# $day 日期
deskweb-letter-consent-asked = { $day }，我们问过，当事人同意。
# $how 什么时候、怎样同意的
deskweb-letter-consent-told = 同意。{ $how }
deskweb-letter-consent-law = 没有征求；按上面的依据可以不经同意。
deskweb-letter-consent-unknown = 同意；日期不详。
deskweb-letter-signature = 签名
deskweb-letter-stamp = 公章
