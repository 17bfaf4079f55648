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
