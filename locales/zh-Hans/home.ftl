# 首页：服务台是什么，由谁运行

home-greeting =
    您好，这里是市知识产权局的自动服务台，24小时都能用。
    您可以在这里举报、求助、查询、看办理进度。提交以后，由工作人员办理和答复。

# $words 单位自己写的通知
announcement = <b>通知</b>：{ $words }

# $name 单位名称
office-line = 本服务台由{ $name }运行。
office-line-demo = 这是演示，运行单位还没有填写名称。
# $hours 上班时间
office-hours = 上班时间：{ $hours }
# $phone 电话
office-phone = 电话：{ $phone }
# $address 地址
office-address = 地址：{ $address }
office-missing = 运行单位还没有填写
# 不知道名称时的叫法
office-nameless = 本单位
# $zh 中文；$en 英文
in-language = { $zh }

# 没有另起名称时，各个部门的叫法
queue-ENF = 知识产权保护和执法部门
queue-AID = 维权援助部门
queue-UTIL = 知识产权运用促进部门
queue-INFO = 专利信息服务部门
queue-FUND = 知识产权资金部门
queue-PLAN = 规划和政策部门
queue-PUBS = 宣传和培训部门
queue-INTL = 涉外知识产权部门
queue-AGCY = 专利代理监管部门
queue-DESK = 服务台
# $place 区名
queue-district = { $place }市场监督管理部门
# $id 部门代号
queue-other = 部门{ $id }

menu-report = 举报或求助
    .question = 您想举报，还是需要帮助？
menu-find = 查询信息
    .question = 您想查什么？
menu-follow = 查进度
    .question = 您想看哪方面？
menu-use = 许可、转让和质押
    .question = 您想办哪一件？
menu-firms = 企业和院所服务
    .question = 您需要哪一种？
menu-more = 更多
    .question = 您还想办什么？
# $service 服务名称；$about 简介
menu-line =
    <b>{ $service }</b>
    { $about }
# $service 服务名称；$about 简介的第一行
menu-line-brief =
    <b>{ $service }</b>
    { $about }
