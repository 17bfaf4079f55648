# 代理人

agent-has-agent = 您请了代理人吗？
    .hint = 律师、专利代理师、本单位职工等替您办理的，选“是”。
    .label = 有无代理人

agent-agent-name = 代理人叫什么名字？
    .hint = 最多两位，例如：李某某、王某某
    .label = 代理人

agent-agent-firm = 代理人在哪家机构或单位？
    .hint = 例如：某某专利代理事务所。不属于任何单位就跳过。
    .label = 代理人单位

agent-agent-phone = 代理人的电话是多少？
    .hint = 例如：138 0000 0000
    .label = 代理人电话

agent-agent-power = 代理人可以替您做到哪一步？
    .why = 承认、放弃、变更请求或者和解，都要您特别授权。
    .label = 代理权限
    .opt-general = 一般代理
    .also-general = 一般授权 | 一般
    .opt-special = 特别授权
    .also-special = 特别代理 | 全权

agent-power-of-attorney = 请发来授权委托书。
    .hint = 签名或盖章的扫描件、照片都可以。
    .label = 授权委托书
