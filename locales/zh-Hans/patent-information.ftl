# 专利检索、信息和预警订阅。只提供信息，不作侵权或者能否授权的判断。专利法第48条；专利法实施细则第16条。

patent-information = 专利检索、信息和预警
    .short = 专利检索和预警
    .about =
        到哪里免费查专利，怎么查；要帮忙，可以请工作人员。
        也可以订阅预警：写下关键词、分类号或想关注的申请人，有新公开的专利就在这里告诉您，随时能退订。

patent-information-want = 您想做什么？
    .label = 事项
    .opt-where-to-search = 问在哪里查专利
    .also-where-to-search = 在哪里查 | 专利检索网站 | 查专利 | 数据库
    .opt-search-help = 学怎么查、请人帮忙查
    .also-search-help = 怎么查 | 帮我查 | 检索 | 专利号查询
    .opt-navigation-report = 专利导航报告
    .also-navigation-report = 专利导航 | 导航报告 | 产业分析
    .opt-training = 检索培训
    .also-training = 培训 | 学检索 | 讲座
    .opt-early-warning = 订阅专利预警
    .also-early-warning = 预警 | 订阅 | 提醒 | 竞争对手动态
    .opt-my-subscriptions = 查看或退订
    .also-my-subscriptions = 退订 | 取消订阅 | 不要再发了 | 停止订阅 | 我的订阅

patent-information-where =
    <b>到哪里免费查</b>
    中国专利：国家知识产权局的“专利检索及分析系统”，注册就能用；“中国专利公布公告”可以看公布和授权的全文。
    法律状态、审查进度：国家知识产权局的“中国及多国专利审查信息查询”。
    外国专利：世界知识产权组织的PATENTSCOPE，欧洲专利局的Espacenet。
    外观设计：世界知识产权组织的全球外观设计数据库，也能查一部分国家的。
    商标不在这些系统里，到中国商标网查。
    请在搜索时认准官方网站，付费代查的不是官方。

patent-information-purpose = 您查专利，是想知道什么？
    .label = 检索目的
    .opt-idea = 有没有人申请过类似的
    .also-idea = 有没有人申请过 | 查新 | 想法
    .opt-owner = 某家公司有哪些专利
    .also-owner = 公司的专利 | 申请人 | 竞争对手
    .opt-technology = 一个领域的技术情况
    .also-technology = 技术情况 | 领域 | 现有技术
    .opt-status = 某件专利是不是有效
    .also-status = 法律状态 | 有效吗 | 专利号查询
    .opt-may-i-sell = 我的产品会不会侵权
    .also-may-i-sell = 会不会侵权 | 能不能卖 | 侵权风险

patent-information-no-opinion =
    会不会侵权，要把产品和别人的权利要求逐项比，是法律判断，我们只提供信息，不出这样的意见。
    有人说您侵权了，可以申请维权援助；想在上市以前排查，可以找专利代理机构或律师。
    想自己先查一查有关的专利，就点“仍然继续”。

patent-information-steps-idea =
    <b>查有没有人申请过类似的</b>
    1. 把想法拆成三四个要点，每个要点想几种叫法，例如：杯盖、盖子、封口。
    2. 在“专利检索及分析系统”里，同一要点的不同叫法用“或”，不同要点用“与”。
    3. 找到两三件相近的，看它们的IPC分类号，再用分类号加关键词查一遍。
    4. 英文也查一遍。
    没有查到，不等于没有：刚申请的一般要过18个月才公布。

patent-information-steps-owner =
    <b>查一家公司有哪些专利</b>
    1. 在“专利检索及分析系统”里，用“申请（专利权）人”这一项查公司全称。
    2. 再查它的旧名称、子公司和英文名。
    3. 按公布日期排，先看最近的；用发明人再补查一遍。
    专利转让过的，要看法律状态里的变更。

patent-information-steps-technology =
    <b>查一个领域的技术</b>
    1. 先用两三个关键词查，从结果里找最贴近的IPC分类号。
    2. 用分类号加关键词查全，看看每年有多少、谁申请得多。
    3. 挑十来件仔细读：看权利要求1和附图。
    4. 要拿来用，先查它的法律状态和同族。

patent-information-numbers = 专利号或公布号是多少？
    .hint = 可以一次写几个，或者把整段文字发来，例如：ZL 2024 1 1234567.5
    .label = 号码

# $seen-lines 每行一个号码
patent-information-numbers-seen =
    { $seen-lines }

patent-information-no-numbers = 没有认出专利号。号码在证书、包装和专利文件的第一页上。只知道名称的，先在“专利检索及分析系统”里按名称查到号码，再照下面的办法查。

patent-information-steps-status =
    <b>查一件专利是不是有效</b>
    1. 在“中国及多国专利审查信息查询”里输入申请号（专利号去掉ZL）。
    2. 看案件状态：写着专利权维持才是有效；写着未缴年费终止、放弃、全部无效，就不是了。
    3. 看年费交到哪一年，有没有转让、许可、质押。
    4. 要拿去打官司或谈合同，请办专利登记簿副本，可以问国家知识产权局专利局武汉代办处。

patent-information-navigation =
    专利导航，是用专利数据看清一个产业或技术：谁在做、做到哪一步、往哪里走。
    公开的报告，在“白皮书和公开信息”里找；想了解正在做的，或者想为自己的产业做一份，请留言给工作人员。

patent-information-training =
    检索培训和讲座，在“活动和培训报名”里看，可以直接报。
    想请人到单位来讲，就点“仍然继续”，给工作人员留言。

patent-information-warning =
    告诉我们留意什么：关键词、IPC分类号、申请人，写一样或几样都行。新公开的专利里有对得上其中一样的，就按您选的间隔在这里告诉您，随时能退订。
    它只是信息，不判断谁侵权，也不保证没有遗漏。您写的关键词会存到退订为止，请不要写还没有公开的技术内容。

patent-information-keywords = 您想关注哪些关键词？
    .hint = 用逗号或分行隔开，最多10个；一个关键词里有几个词的，几个词都要出现。例如：光模块，硅光 封装，coherent receiver。只关注分类号或申请人的，跳过这一步。
    .label = 关键词

patent-information-ipc = 有IPC分类号吗？
    .hint = 例如：H04B 10/40、G02B 6/42，最多10个。不清楚就跳过。
    .label = IPC分类号

patent-information-applicants = 想关注哪些申请人？
    .hint = 写公司或学校的全称，和专利上的一致，最多10个。没有就跳过。
    .label = 申请人

patent-information-nothing-to-watch = 还没有要留意的内容。关键词、分类号、申请人，请至少写一样。

patent-information-rhythm = 多久发一次？
    .hint = 没有新的就不发。
    .label = 间隔
    .opt-daily = 一有新的就发
    .also-daily = 每天 | 马上 | 随时
    .opt-weekly = 每周一
    .also-weekly = 每周 | 一周一次 | 每星期
    .opt-monthly = 每月1日
    .also-monthly = 每月 | 一个月一次 | 每个月
    .opt-quarterly = 每季度第一天
    .also-quarterly = 每季度 | 三个月一次 | 一个季度

# $subscription-what 订阅的内容；$subscription-rhythm 间隔
patent-information-subscribed =
    订好了：{ $subscription-what }。有对得上的新专利，{ $subscription-rhythm }在这里告诉您。
    每条消息下面都有按钮，点一下就能退订；发送 /mydata 也能查看和退订。

# $subscription-reason 没订成的原因
patent-information-not-subscribed = { $subscription-reason }

# $which-count 几个
patent-information-which = 您想退订哪一个？
    .hint = 您现在有{ $which-count }个订阅。
    .label = 订阅
    .item = { $what }（{ $since }起）
    .opt-keep-all = 都不退
    .also-keep-all = 不退 | 都留着 | 算了

patent-information-no-subscriptions = 您现在没有订阅。

# $ended-what 退订的内容
patent-information-ended-now = 已经退订：{ $ended-what }。以后不再发。

patent-information-ended-before = 这个订阅之前已经退掉了，以后不再发。

patent-information-further = 接下来您想做什么？
    .label = 下一步
    .opt-another = 看别的
    .also-another = 别的 | 再看看 | 重新选
    .opt-ask-staff = 请工作人员帮忙
    .also-ask-staff = 问工作人员 | 留言 | 帮我查
    .opt-done = 不用了
    .also-done = 谢谢 | 够了

patent-information-topic = 是哪方面的技术？
    .why = 还没有申请的技术内容请不要写，以免公开。写个大致的范围就行。
    .hint = 例如：硅光模块、家用净水器滤芯
    .label = 技术主题

patent-information-question = 想请工作人员帮您做什么？
    .hint = 例如：检索式总查出几万件，想请人教我怎么收窄。
    .label = 需要的帮助

patent-information-countries = 主要看哪些国家或地区的专利？
    .hint = 例如：中国、美国、日本
    .label = 国家或地区

patent-information-next =
    工作人员会在这里答复您。给的是公开的信息和查法，不出侵权或者能否授权的意见。

patent-information-who = 只有办理的工作人员能看到。

patent-information-state-contacted = 已联系您
patent-information-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
patent-information-reply-acknowledge =
    您好，{ $receipt }我们看到了，正在安排人看，有结果马上告诉您。
    .label = 已收到
patent-information-reply-ask-details =
    您好，为了帮上忙，{ $receipt }还想请您说明一下，没公开的技术内容不用写：
    { $reason }
    .label = 请说明
patent-information-reply-transfer =
    您好，{ $receipt }由别的部门来帮您更合适。说明如下：
    { $reason }
    .label = 转其他部门
patent-information-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    这些是公开的信息，供您参考，不是法律意见。
    .label = 答复
patent-information-reply-not-possible =
    您好，很抱歉，{ $receipt }要的我们做不了。原因如下：
    { $reason }
    .label = 做不了
patent-information-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
