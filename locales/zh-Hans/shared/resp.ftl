# 对方

resp-other-kind = 对方是个人还是单位？
    .label = 对方身份
    .opt-natural = 个人
    .also-natural = 自然人 | 个体户
    .opt-legal = 公司或其他法人
    .also-legal = 公司 | 企业 | 法人 | 工厂
    .opt-unincorporated = 合伙等非法人组织
    .also-unincorporated = 合伙企业 | 个人独资企业 | 非法人组织 | 分公司

resp-other-name = 对方叫什么名字？
    .hint = 照招牌、包装或营业执照上的写，例如：某某五金店
    .label = 对方名称

resp-other-code = 您知道对方的统一社会信用代码吗？
    .hint = 营业执照上有，共18位。网店首页的“证照信息”里也常能看到。
    .label = 对方信用代码

resp-other-address = 对方的地址在哪里？
    .hint = 包装上常印着厂址，例如：某某市某某路18号
    .label = 对方地址

resp-other-phone = 您有对方的电话吗？
    .hint = 例如包装或店里写的电话
    .label = 对方电话

resp-other-district = 对方在哪个区？
    .hint = 例如：武昌、光谷。不在武汉就写城市名。
    .label = 对方所在区
