# 有关的权利

right-ip-type = 是哪一种权利？
    .label = 权利种类
    .opt-invention = 发明专利
    .also-invention = 发明
    .opt-utility-model = 实用新型专利
    .also-utility-model = 实用新型 | 新型
    .opt-design = 外观设计专利
    .also-design = 外观 | 外观设计 | 外观专利
    .opt-trademark = 商标
    .also-trademark = 注册商标 | 牌子 | 品牌
    .opt-gi = 地理标志
    .also-gi = 地标产品
    .opt-trade-secret = 商业秘密
    .also-trade-secret = 技术秘密 | 保密配方
    .opt-layout-design = 集成电路布图设计
    .also-layout-design = 布图设计 | 芯片布图
    .opt-copyright = 著作权（含软件）
    .also-copyright = 版权 | 著作权 | 软著 | 软件
    .opt-plant-variety = 植物新品种
    .also-plant-variety = 新品种 | 种子

right-right-number = 专利号或商标注册号是多少？
    .why = 有了号码，工作人员可以先查这项权利是否有效。
    .hint = 专利例如：ZL 2024 1 1234567.5；商标写注册号。不知道也没关系。
    .label = 专利号或注册号

right-right-title = 专利或商标叫什么名称？
    .hint = 例如：一种折叠水杯
    .label = 权利名称

right-right-holder = 权利人是谁？
    .hint = 例如：某某科技有限公司
    .label = 权利人
