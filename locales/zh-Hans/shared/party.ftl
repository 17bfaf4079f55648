# 申请人、举报人

party-party-kind = 您是个人，还是单位？
    .label = 个人或单位
    .opt-natural = 个人
    .also-natural = 自然人 | 我自己 | 个体户
    .opt-legal = 公司或其他法人
    .also-legal = 公司 | 企业 | 法人 | 高校 | 事业单位
    .opt-unincorporated = 合伙等非法人组织
    .also-unincorporated = 合伙企业 | 个人独资企业 | 非法人组织 | 分公司

party-region = 您来自哪里？
    .label = 国家或地区
    .opt-mainland = 中国内地
    .also-mainland = 内地 | 大陆 | 中国 | 武汉
    .opt-hong-kong = 香港
    .also-hong-kong = 中国香港
    .opt-macao = 澳门
    .also-macao = 中国澳门
    .opt-taiwan = 台湾
    .also-taiwan = 中国台湾
    .opt-abroad = 国外
    .also-abroad = 外国 | 海外

party-country = 是哪个国家？
    .hint = 例如：德国
    .label = 国家

party-name = 您的姓名或单位名称是什么？
    .hint = 请和证件或营业执照上的写法一致，例如：张某某
    .label = 姓名或名称

party-name-abroad = 外文名称怎么写？
    .hint = 请照注册文件写，例如：Example GmbH
    .label = 外文名称

party-id-type = 您用哪种证件？
    .label = 证件种类
    .opt-resident-id = 居民身份证
    .also-resident-id = 身份证
    .opt-passport = 护照
    .also-passport = 外国护照
    .opt-hk-mo-permit = 港澳居民来往内地通行证
    .also-hk-mo-permit = 回乡证 | 港澳通行证
    .opt-tw-permit = 台湾居民来往大陆通行证
    .also-tw-permit = 台胞证
    .opt-foreign-pr-card = 外国人永久居留身份证
    .also-foreign-pr-card = 永久居留证 | 永居证
    .opt-uscc = 统一社会信用代码
    .also-uscc = 信用代码 | 营业执照
    .opt-foreign-registration = 境外注册文件
    .also-foreign-registration = 境外登记 | 注册证书
    .opt-other = 其他证件
    .also-other = 其他

party-id-number = 证件号码是多少？
    .why = 用来核实身份。号码加密保存，只显示后四位。
    .hint = 请照证件上写，字母不分大小写。
    .label = 证件号码

party-legal-head = 法定代表人或负责人是谁，什么职务？
    .hint = 例如：李某某，总经理
    .label = 负责人

party-contact = 您的手机号或电子邮箱是什么？
    .why = 只用来联系您办这件事。
    .hint = 例如：138 0000 0000，或 name@example.com
    .label = 联系方式

party-phone = 您的手机号是多少？
    .hint = 例如：138 0000 0000；境外号码请带国家代码，如 +49 30 123456
    .label = 手机号

party-email = 您的电子邮箱是什么？
    .hint = 例如：name@example.com
    .label = 电子邮箱

party-post-address = 文书寄到哪里您收得到？
    .hint = 例如：武汉市某某区某某路18号2栋301室
    .label = 联系地址

party-home-district = 这个地址在哪个区？
    .hint = 例如：洪山、汉阳、东湖高新区。不在武汉就写城市名。
    .label = 所在区

party-reply-language = 希望我们用什么语言答复您？
    .label = 答复语言
    .opt-chinese = 中文
    .also-chinese = 汉语 | 普通话
    .opt-english = 英文
    .also-english = 英语
