# 专利统计数据

patent-statistics = 查专利统计数据
    .short = 查统计数据
    .about =
        查武汉全市和各区的专利申请、授权、有效量等数字。
        只给已经公布的数字，注明来源和日期；没有的就说没有，不估计。

# 跳过就改成一项一项选
patent-statistics-words = 您想查什么数字？
    .hint = 用平常的话写就行，例如：武昌和洪山2024年发明专利授权量。想一项一项选，就点“跳过”。
    .label = 想查的数字

patent-statistics-many = 对得上的数字不止一组，请再选具体一点。

patent-statistics-indicator = 要查哪一项？
    .label = 指标
    .opt-filings = 专利申请量
    .also-filings = 申请量 | 申请 | 申请了多少
    .opt-grants = 专利授权量
    .also-grants = 授权量 | 授权 | 授权了多少
    .opt-in-force = 有效专利拥有量
    .also-in-force = 有效量 | 有效专利 | 拥有量 | 有效发明专利
    .opt-per-10k-high-value = 每万人高价值发明专利
    .also-per-10k-high-value = 高价值发明专利 | 高价值专利 | 每万人 | 万人拥有量
    .opt-pct = PCT国际专利申请量
    .also-pct = PCT | 国际申请
    .opt-pledge-amount = 专利质押融资金额
    .also-pledge-amount = 质押融资 | 质押金额 | 质押额
    .opt-agencies = 专利代理机构数
    .also-agencies = 代理机构 | 代理公司
    .opt-agents = 专利代理师人数
    .also-agents = 代理师 | 代理人数
    .opt-trademark-filings = 商标申请量
    .also-trademark-filings = 商标申请
    .opt-trademark-registrations = 商标注册量
    .also-trademark-registrations = 商标注册 | 核准注册
    .opt-trademarks-in-force = 有效注册商标
    .also-trademarks-in-force = 有效商标 | 商标拥有量 | 商标
    .opt-geographical-indications = 地理标志
    .also-geographical-indications = 地标 | 地理标志产品

patent-statistics-year = 要哪一年的？
    .hint = 例如：2024、去年。不限年份就跳过。
    .label = 年份

patent-statistics-place = 要哪个区的？
    .hint = 例如：洪山、东湖高新区。要全市的，就写“武汉”或者跳过。
    .label = 地区

patent-statistics-type = 要哪一种专利？
    .label = 专利种类
    .opt-all = 三种合计
    .also-all = 全部 | 合计 | 都要 | 总数
    .opt-invention = 发明专利
    .also-invention = 发明
    .opt-utility-model = 实用新型专利
    .also-utility-model = 实用新型 | 新型
    .opt-design = 外观设计专利
    .also-design = 外观 | 外观设计

patent-statistics-not-loaded =
    统计数据，本局还没有在这里公布，所以现在查不到，我们也不估计。
    您可以看国家知识产权局和省、市公布的统计数据，打12345问，或者在这里留言请工作人员查。

# $figures-lines 表格，带单位；$figures-missing 没有查到的部分
patent-statistics-found =
    { $figures-lines }
    来源：{ $figures-source }，{ $figures-published }公布
patent-statistics-picture = 同样的数字，画成了图。
patent-statistics-gaps =
    这些没有查到，没有公布的我们不猜：
    { $figures-missing }
patent-statistics-missing =
    没有查到您要的数字。
    { $figures-missing }
    没有公布的数字，我们不猜。可以换个说法再查，也可以请工作人员帮您找。

patent-statistics-narrow-found =
    { $narrow-lines }
    来源：{ $narrow-source }，{ $narrow-published }公布
patent-statistics-narrow-picture = 同样的数字，画成了图。
patent-statistics-narrow-missing =
    没有查到您要的数字。
    { $narrow-missing }
    没有公布的数字，我们不猜。可以换一年、换一项再查，也可以请工作人员帮您找。

patent-statistics-further = 还要查别的吗？
    .label = 下一步
    .opt-another = 再查一个
    .also-another = 再查 | 查别的 | 重新查
    .opt-ask-staff = 请工作人员帮忙
    .also-ask-staff = 问工作人员 | 留言 | 帮我找
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有 | 没有了 | 不用

patent-statistics-question = 您需要哪些数字，做什么用？
    .hint = 例如：写论文要2015年到2024年洪山区每年的发明专利授权量
    .label = 需要的数字

patent-statistics-next =
    工作人员查到以后，在这里答复您。只能提供可以公开的数字。

patent-statistics-who = 只有办理的工作人员能看到。

patent-statistics-state-replied = 已答复
patent-statistics-state-not-available = 没有这个数字

# $receipt 受理编号；$reason 工作人员写的原因或结果
patent-statistics-reply-acknowledge =
    您好，您要的数字（{ $receipt }）我们正在查，有结果马上告诉您。
    .label = 已收到
patent-statistics-reply-ask-details =
    您好，为了查准，{ $receipt }还想请您说明一下：
    { $reason }
    .label = 请说明
patent-statistics-reply-transfer =
    您好，{ $receipt }要的数字由别的部门统计，我们已经转过去。说明如下：
    { $reason }
    .label = 转其他部门
patent-statistics-reply-replied =
    您好，{ $receipt }要的数字如下，来源和日期一并写上：
    { $reason }
    .label = 答复
patent-statistics-reply-not-available =
    您好，很抱歉，{ $receipt }要的数字没有统计，或者还没有公布。说明如下：
    { $reason }
    .label = 没有这个数字
patent-statistics-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
