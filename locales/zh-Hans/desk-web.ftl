# 工作人员的网上工作台

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
