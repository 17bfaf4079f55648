# 专利申请、费用、加快审查指引。条文：专利法第19、42、43、44条；专利优先审查管理办法（2026年9月1日起施行）。

patent-filing-guide = 专利申请指引
    .short = 专利申请指引
    .about =
        怎么申请专利、要哪些费用、怎么加快审查、能保护几年，都可以在这里查。
        只说办法，不判断您的想法能不能拿到专利。

patent-filing-guide-topic = 您想了解什么？
    .label = 想了解的事
    .opt-how-to-file = 怎么申请专利
    .also-how-to-file = 申请专利 | 怎么申请 | 申请流程 | 在哪申请
    .opt-patentable = 我的想法能不能申请
    .also-patentable = 能不能申请 | 有没有新颖性 | 能拿专利吗 | 我有个发明
    .opt-types = 三种专利有什么不同
    .also-types = 专利类型 | 三种专利 | 选哪种
    .opt-cost = 要多少费用
    .also-cost = 费用 | 多少钱 | 官费 | 专利费用
    .opt-fee-reduction = 费用减缴
    .also-fee-reduction = 费减 | 减缴 | 能减多少
    .opt-time = 要多长时间
    .also-time = 多久 | 时间 | 几个月
    .opt-fast-track = 快速预审
    .also-fast-track = 预审 | 加快 | 加急 | 保护中心
    .opt-priority-exam = 优先审查
    .also-priority-exam = 优先 | 加快审查
    .opt-electronic = 网上申请和窗口
    .also-electronic = 网上申请 | 电子申请 | 代办处 | 窗口
    .opt-secrecy = 国外申请的保密审查
    .also-secrecy = 保密审查 | 国外申请 | 向外国申请
    .opt-annual-fee = 年费
    .also-annual-fee = 交年费 | 年费怎么交 | 滞纳金
    .opt-term = 专利什么时候到期
    .also-term = 到期 | 保护期 | 保护几年 | 期限
    .opt-evaluation-report = 专利权评价报告
    .also-evaluation-report = 评价报告

patent-filing-guide-no-assessment =
    能不能授权，要由国家知识产权局审查，我们不作判断，也没有谁能打包票。
    您可以先检索一下有没有人申请过相同的，或者请专利代理师看。
    想知道申请的步骤，就点“仍然继续”。

patent-filing-guide-how-to-file =
    <b>怎么申请专利</b>
    1. 先保密：提交以前别发文章、别上架、别展出，公开了可能就拿不到专利。
    2. 先检索，看有没有相同的。
    3. 选种类：发明、实用新型或外观设计。
    4. 写文件：发明和实用新型要请求书、说明书（实用新型要有附图）、权利要求书和摘要；外观设计要请求书、图片或照片、简要说明。
    5. 在国家知识产权局的专利业务办理系统提交，或者送到国家知识产权局专利局武汉代办处。
    6. 按通知交费、答复审查意见。
    可以自己办，也可以请有执业许可的专利代理机构。在中国没有经常居所或者营业所的境外申请人，应当委托代理机构。

patent-filing-guide-types =
    <b>三种专利</b>
    发明：产品、方法或者它们的改进，要经过实质审查，自申请日起20年。
    实用新型：产品的形状、构造，不保护方法，自申请日起10年。
    外观设计：产品整体或局部的形状、图案、色彩，自申请日起15年。
    年限见专利法第42条；2021年6月1日以前申请的外观设计是10年。实用新型和外观设计授权快一些，但维权时可能要拿专利权评价报告。

patent-filing-guide-cost =
    <b>费用</b>
    官方费用：申请费、发明的实质审查费、授权后每年的年费等，金额以国家知识产权局公布的标准为准。
    代理费：请代理机构才有，由双方商量，写进合同。
    请小心：自称国家知识产权局催缴费用的电话、短信、来信，先到专利业务办理系统里核对，再决定交不交。

patent-filing-guide-fee-reduction =
    <b>费用减缴</b>
    收入在规定标准以下的个人和单位，可以减缴申请费、实质审查费和一部分年费等。
    先在国家知识产权局的专利业务办理系统里做费减备案，备案通过，再在申请时请求减缴。
    收入标准和减多少，看国家知识产权局现行的规定。

patent-filing-guide-time =
    <b>要多长时间</b>
    发明：自申请日起满18个月公布，可以请求早日公布；自申请日起3年内要提出实质审查请求，不提就视为撤回。
    实用新型和外观设计：不做实质审查，初步审查合格就授权。
    具体多久，看审查的情况。嫌慢，可以看看“快速预审”和“优先审查”。

patent-filing-guide-field = 属于哪个领域？
    .why = 快速预审只收批准过的领域。
    .label = 技术领域
    .opt-opto-electronics = 光电子信息
    .also-opto-electronics = 光电子 | 激光 | 光通信 | 芯片
    .opt-vehicle-design = 汽车和零部件的外观
    .also-vehicle-design = 汽车 | 汽车外观 | 零部件
    .opt-other = 其他领域
    .also-other = 别的 | 其他 | 不清楚

patent-filing-guide-fast-opto =
    <b>快速预审：光电子信息</b>
    由中国（武汉）知识产权保护中心办。
    1. 单位先在保护中心备案，备案通过才能交预审。
    2. 提交国家知识产权局以前，先把文件交给保护中心预审。
    3. 预审合格的，正式提交以后走快速通道。
    没有备案的单位和个人，可以看“优先审查”。备案条件和收哪些分类号，以保护中心公布的为准。

patent-filing-guide-fast-vehicle =
    <b>快速预审：汽车及零部件的外观设计</b>
    武汉经开区设有中国武汉（汽车及零部件）知识产权快速维权中心，这类外观设计可以向它问快速授权怎么办。
    现在收哪些、要什么条件，以它公布的为准；问不到的，在这里留言，我们帮您问。

patent-filing-guide-fast-other =
    <b>快速预审：其他领域</b>
    武汉的保护中心批准时的领域是光电子信息，后来有没有增加，以保护中心公布的为准。
    不在范围里的，可以看“优先审查”。

patent-filing-guide-priority-exam =
    <b>优先审查</b>
    依据是《专利优先审查管理办法》（国家知识产权局令第85号），2026年9月1日起施行。
    向国家知识产权局请求。哪些申请可以请求、要交什么材料，以这份办法和它的办事说明为准。
    网上还有旧办法的介绍，看的时候请留意日期。

patent-filing-guide-electronic =
    <b>网上申请和窗口</b>
    网上：国家知识产权局的专利业务办理系统，注册以后就能提交、交费、收通知。
    窗口：国家知识产权局专利局武汉代办处。地址和上班时间可以打12345问。
    通知会发到系统里，要常去看，过期没答复，申请可能视为撤回。

patent-filing-guide-secrecy =
    <b>到国外申请前的保密审查</b>
    在中国完成的发明或者实用新型，要到外国申请专利，应当先报国家知识产权局做保密审查（专利法第19条）。
    没报就去国外申请的，以后在中国申请，不授予专利权。
    走PCT途径、向国家知识产权局提交国际申请的，视为同时提出了保密审查请求。

patent-filing-guide-annual-fee =
    <b>年费</b>
    从授权当年起每年都要交，不交专利就提前终止（专利法第43、44条）。
    授权以后各年的年费，在上一年度期满前交。一年从申请日算起：申请日是6月3日，就在每年6月3日前交下一年度的。
    晚了可以在6个月内补交，另加滞纳金；再不交，专利权就终止。
    请在专利业务办理系统里核对该交多少，不要照着来路不明的通知交。

patent-filing-guide-patent-kind = 是哪一种专利？
    .label = 专利种类
    .opt-invention = 发明专利
    .also-invention = 发明
    .opt-utility-model = 实用新型专利
    .also-utility-model = 实用新型 | 新型
    .opt-design = 外观设计专利
    .also-design = 外观 | 外观设计

patent-filing-guide-filed-on = 申请日是哪天？
    .hint = 专利证书上有，例如：2018年5月4日
    .label = 申请日

# $end-invention-passed、$end-utility-passed 为 yes 或 no
patent-filing-guide-term-invention =
    { $end-invention-passed ->
        [yes] 发明专利自申请日起20年，已经在{ $end-invention-day }期满。
       *[no] 发明专利自申请日起20年，在{ $end-invention-day }期满。
    }
    前提是每年按时交了年费。是不是还有效，要查法律状态。
patent-filing-guide-term-utility =
    { $end-utility-passed ->
        [yes] 实用新型专利自申请日起10年，已经在{ $end-utility-day }期满。
       *[no] 实用新型专利自申请日起10年，在{ $end-utility-day }期满。
    }
    前提是每年按时交了年费。是不是还有效，要查法律状态。
patent-filing-guide-term-design =
    外观设计专利，请看您的申请日落在哪一条：
    2021年6月1日以前申请的，保护10年，到{ $end-old-design-day }期满。
    2021年6月1日当天或以后申请的，保护15年，到{ $end-design-day }期满。
    前提是每年按时交了年费。是不是还有效，要查法律状态。

patent-filing-guide-evaluation-report =
    <b>专利权评价报告</b>
    实用新型和外观设计授权时没有做实质审查，评价报告由国家知识产权局作出，说明它稳不稳。
    请求处理侵权纠纷时，办理的部门可以要求您提供；没有正当理由不交的，可能不予受理。
    专利权人、利害关系人和被指侵权的人都可以请求，向国家知识产权局提出。

patent-filing-guide-further = 还想了解什么吗？
    .label = 下一步
    .opt-another = 看别的问题
    .also-another = 别的问题 | 再看看 | 还有
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 留言 | 请工作人员帮忙
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有 | 没有了 | 不用

patent-filing-guide-question = 您想问什么？
    .why = 没有申请的技术内容请不要写在这里，以免公开。
    .hint = 例如：我们是刚成立的公司，费减备案要看哪一年的收入？
    .label = 问题

patent-filing-guide-next =
    工作人员会在这里答复您。办理中的期限请自己盯着，在这里留言不算答复审查意见。

patent-filing-guide-who = 只有办理的工作人员能看到。

patent-filing-guide-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
patent-filing-guide-reply-acknowledge =
    您好，您的问题{ $receipt }我们看到了，正在了解，有结果马上告诉您。
    .label = 已收到
patent-filing-guide-reply-ask-details =
    您好，为了答复{ $receipt }，还想请您说明一下，技术内容不用写：
    { $reason }
    .label = 请说明
patent-filing-guide-reply-transfer =
    您好，{ $receipt }由别的部门来答更合适。说明如下：
    { $reason }
    .label = 转其他部门
patent-filing-guide-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    .label = 答复
patent-filing-guide-reply-not-possible =
    您好，很抱歉，{ $receipt }问的我们答不了。原因如下：
    { $reason }
    .label = 答不了
patent-filing-guide-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
