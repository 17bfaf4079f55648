# 重大经济科技活动知识产权评议申请。法律没有规定时限，这里也不承诺时限。

economic-review = 重大经济科技活动知识产权评议
    .short = 知识产权评议
    .about =
        政府投资、引进项目、并购、引才之前，先看看知识产权有没有风险，可以在这里申请评议。
        政府部门、开发区、国有基金、用公共资金的项目单位都可以申请。大约十个问题。
        涉密项目不能在网上办。

economic-review-secret = 项目涉及国家秘密吗？
    .why = 涉密的内容不能在网上办，所以先问这一句。
    .label = 涉密

economic-review-off-line =
    涉密项目只在线下办，请不要在这里写任何内容。
    请通过您单位的保密渠道，派人带介绍信到我们的窗口当面说。

economic-review-ask-first =
    拿不准是不是涉密，就先不要在这里写。
    请问一下您单位的保密部门，确认不涉密以后再来申请。

economic-review-asker = 是哪一类单位申请？
    .label = 单位类别
    .opt-department = 政府部门
    .also-department = 机关 | 委办局 | 区政府
    .opt-zone = 开发区或园区
    .also-zone = 开发区 | 园区 | 管委会
    .opt-fund = 国有基金或投资平台
    .also-fund = 基金 | 国资 | 投资公司
    .opt-project-owner = 用公共资金的项目单位
    .also-project-owner = 项目单位 | 财政资金项目 | 重点项目
    .opt-private = 没用公共资金的单位
    .also-private = 没有公共资金 | 民间项目 | 民营 | 私人 | 企业之间

economic-review-private-deal =
    这项评议是给政府投资、公共资金和重点项目做的。企业之间的买卖，请自己找专业机构做知识产权尽职调查。
    不知道从哪里着手，可以先看专利信息服务和给企业的指导，或者查专利代理机构。项目里有公共资金的，就点“仍然继续”。

economic-review-activity = 是什么活动？
    .label = 活动类型
    .opt-major-project = 重大项目引进或投资
    .also-major-project = 重大项目 | 招商引资 | 政府投资
    .opt-merger = 并购重组
    .also-merger = 并购 | 收购 | 重组
    .opt-technology-import = 引进技术
    .also-technology-import = 技术引进 | 技术进口
    .opt-talent = 引进人才
    .also-talent = 引才 | 人才 | 团队
    .opt-investment-fund = 基金投资
    .also-investment-fund = 股权投资 | 基金
    .opt-export = 产品或技术出口
    .also-export = 出口 | 走出去
    .opt-industry-plan = 产业规划
    .also-industry-plan = 规划 | 产业布局
    .opt-procurement = 政府采购
    .also-procurement = 采购 | 招标

economic-review-export-rules = 技术进出境的，除了评议，还要到商务部门登记或者先拿许可证，请看“专利技术进出口咨询”。

economic-review-project = 项目叫什么名称？
    .hint = 例如：激光装备产业园引进项目。名称不宜公开的，写个代称。
    .label = 项目名称

economic-review-lead = 由哪个部门主管？
    .hint = 例如：某某区科技局
    .label = 主管部门

economic-review-decide-by = 最晚哪天要定下来？
    .why = 评议要有时间检索和分析，早知道日子，才好安排。
    .hint = 例如：2027年3月1日
    .label = 决策日期

economic-review-soon = 离决策的日子不远了，这件申请会标为紧急。来不及做完整评议的，工作人员会和您商量，先看最要紧的几点。

economic-review-tech = 核心技术或产品是什么？
    .hint = 几句话就行，例如：高功率光纤激光器，泵浦源和合束两项技术由外方提供。请不要写商业秘密。
    .label = 核心技术

economic-review-worries = 您最想弄清楚什么？
    .hint = 可以选几项。
    .label = 关注的问题
    .opt-ownership = 权利到底归谁
    .also-ownership = 权属 | 归属
    .opt-infringement = 会不会侵犯别人的权利
    .also-infringement = 侵权风险 | 侵权
    .opt-validity = 专利稳不稳、还剩几年
    .also-validity = 有效性 | 稳定性 | 期限
    .opt-value = 技术是不是真的先进
    .also-value = 先进性 | 价值
    .opt-contract = 合同条款有没有漏洞
    .also-contract = 合同 | 协议
    .opt-talent-duty = 人才的竞业、保密义务
    .also-talent-duty = 竞业 | 保密义务 | 前雇主
    .opt-layout = 往后怎么布局专利
    .also-layout = 布局 | 专利布局

economic-review-papers =
    <b>知识产权评议：请备好这些</b>
    1. 项目建议书或方案，说清投什么、引进什么
    2. 知识产权清单：专利号、商标号、软件著作权，权利人是谁
    3. 合同或协议的草稿，尤其是知识产权条款
    4. 对方交来的权属证明、许可合同
    5. 引进人才的，他和原单位的合同里有没有竞业、保密约定
    6. 单位的函，写明联系人

    网上只发不涉密、能给我们看的部分。不方便发的，工作人员联系您以后，当面交。

economic-review-amount = 打算投多少钱？
    .hint = 例如：2亿元、3000万
    .label = 投资额

economic-review-rights = 涉及哪些知识产权？
    .hint = 一行一项，写号码或名称，例如：ZL 2024 1 1234567.5
    .label = 知识产权清单

economic-review-files = 有可以公开的项目材料吗？
    .hint = 例如：项目简介、知识产权清单。涉密的、带商业秘密的，请不要发。
    .label = 材料

economic-review-next =
    工作人员先看项目合不合适做评议，再和您商量范围和时间。
    评议意见供决策参考，项目定不定，由主管部门决定。

economic-review-who = 只有办理这件申请的工作人员能看到。要请外面的专家，会先和您商量，并签保密协议。

economic-review-state-scoping = 正在商定评议范围
economic-review-state-accepted = 决定评议
economic-review-state-in-review = 正在评议
economic-review-state-report-given = 已出评议意见
economic-review-state-referred = 已转介其他单位
economic-review-state-declined = 不适合评议

economic-review-paper-proposal = 项目建议书
economic-review-paper-ip-list = 知识产权清单
economic-review-paper-contract = 合同或协议草稿
economic-review-paper-ownership = 权属证明
economic-review-paper-letter = 单位函

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
economic-review-reply-acknowledge =
    您好，您的申请{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
economic-review-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
economic-review-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
economic-review-reply-accepted =
    您好，{ $receipt }决定做评议。范围和时间这样安排：
    { $reason }
    .label = 决定评议
economic-review-reply-report =
    您好，{ $receipt }的评议意见出来了。要点如下：
    { $reason }
    意见供决策参考。全文请派人到我们的窗口取。
    .label = 给出意见
economic-review-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
economic-review-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
