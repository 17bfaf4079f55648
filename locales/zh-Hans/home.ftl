# 首页：服务台是什么，由谁运行

home-greeting =
    您好，这里是市知识产权局的自动服务台，昼夜都开。
    您可以在这里举报、求助、查询、看办理进度。您交来的事，由工作人员办理和答复。
# $lines 单位的几行信息
home-office = { $lines }

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

menu-report = 举报或求助
    .question = 您想举报，还是需要帮助？
menu-find = 查询信息
    .question = 您想查什么？
menu-follow = 查看我的办件
    .question = 您想看哪方面？
menu-more = 更多
    .question = 您还想办什么？
# $service 服务名称；$about 简介
menu-line =
    <b>{ $service }</b>
    { $about }
