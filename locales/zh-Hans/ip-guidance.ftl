# 对高校、科研院所、企业、行业协会等的知识产权指导

ip-guidance = 单位知识产权指导
    .short = 单位知识产权指导
    .about =
        企业、高校、科研院所、行业协会、园区和学校，想把知识产权管起来，不知道从哪里着手，可以找我们。
        答两个问题，就有一份适合您单位的起步清单；需要的话，可以请工作人员上门。指导不收费。

ip-guidance-org-kind = 您的单位是哪一类？
    .label = 单位类型
    .opt-enterprise = 企业
    .also-enterprise = 公司 | 工厂 | 厂
    .opt-university = 高校
    .also-university = 大学 | 学院 | 职业学院
    .opt-institute = 科研院所
    .also-institute = 研究所 | 研究院 | 医院
    .opt-association = 行业协会
    .also-association = 协会 | 商会 | 联盟
    .opt-park = 园区或孵化器
    .also-park = 园区 | 孵化器 | 产业园
    .opt-school = 中小学
    .also-school = 小学 | 中学 | 学校

ip-guidance-topic = 想在哪些方面得到指导？
    .hint = 可以选几项。
    .label = 需要的指导
    .opt-management-system = 建立管理制度
    .also-management-system = 制度 | 管理体系 | 从零开始
    .opt-standard = 知识产权管理标准
    .also-standard = 贯标 | 标准 | 认证
    .opt-portfolio = 专利和商标布局
    .also-portfolio = 布局 | 专利组合 | 高价值专利
    .opt-protection-station = 设立保护工作站
    .also-protection-station = 工作站 | 保护站
    .opt-warning = 风险预警
    .also-warning = 预警 | 风险
    .opt-training = 培训
    .also-training = 讲课 | 讲座
    .opt-self-discipline = 行业自律
    .also-self-discipline = 自律 | 公约
    .opt-transformation = 成果转化
    .also-transformation = 转化 | 许可 | 转让
    .opt-advantage-firm = 示范、优势企业申报
    .also-advantage-firm = 示范企业 | 优势企业 | 申报

ip-guidance-standard = 企业看GB/T 29490-2023，高等学校看GB/T 33251，科研组织看GB/T 33250。先照着建制度、用起来，要不要认证再说。有人说“认证了就有补贴”，请先看当年的通知。

ip-guidance-portfolio = 布局先问三句：产品靠什么卖得好，别人最容易抄什么，货卖到哪些国家。围着这三样申请，不要为了凑数申请。凑数的申请会被认定为非正常专利申请。

ip-guidance-station = 保护工作站设在园区、协会、市场或者重点企业，方便就近咨询和收线索。设在哪里、要什么条件，由工作人员和您当面看。

ip-guidance-self-discipline = 行业自律一般从一份公约开始：不抄袭、不挖商业秘密、展会上先查再展、有纠纷先调解。会员签了字，协会再设一个联系人。

ip-guidance-advantage = 示范、优势企业按当年的通知申报，看条件、看材料、看截止日期。工作人员可以帮您对一对条件，评上评不上由评审决定。

ip-guidance-guide-enterprise =
    <b>企业知识产权：从这里起步</b>
    1. 指定一个人管知识产权，老板定目标
    2. 盘一遍家底：专利、商标、软件、商业秘密，各在谁名下，年费和续展哪天到期
    3. 和员工、外包、合作方签清楚：成果归谁，怎么保密
    4. 新产品上市前，查一查会不会侵犯别人的权利
    5. 产品名、牌子先注册商标再打广告
    6. 技术先申请专利再参展、发文章；不适合公开的，当商业秘密管
    7. 发现被侵权，先留证据，再找我们
    8. 要出口的，提前在目标国家申请

ip-guidance-guide-university =
    <b>高校和科研院所知识产权：从这里起步</b>
    1. 有一个部门统一管，科研、资产、人事、法务配合
    2. 立项前先检索，任务书里写清归属
    3. 披露、评估、申请三步走：先报成果，看值不值得申请，再申请
    4. 管住公开：论文、学位论文、会议报告发出以前，先看要不要申请
    5. 转化有章程：许可、转让、作价入股怎么批、收益怎么分
    6. 学生、访问学者、离职人员都要签协议
    7. 每年清一次，没用的专利放弃，有用的找人用

ip-guidance-guide-association =
    <b>行业协会和园区知识产权：从这里起步</b>
    1. 设一个联系人，会员或入驻企业有事找得到
    2. 摸个底：会员有多少专利、商标，常遇到什么纠纷
    3. 订一份自律公约，有纠纷先调解
    4. 每年办一两次培训，讲身边的案例
    5. 共性的风险，比如展会、出口、电商，统一提醒
    6. 有地理标志、集体商标的，管好谁能用、怎么用
    7. 有条件的，设保护工作站

ip-guidance-guide-school =
    <b>中小学知识产权教育：从这里起步</b>
    1. 请一位老师负责，先上一两节课：什么是专利、商标、著作权
    2. 结合科技节、发明比赛，教学生先查一查有没有人做过
    3. 学生的发明，署学生的名字；要申请专利的，参赛展出以前先申请
    4. 学校的校名、校徽、校刊，注意著作权和商标
    5. 四月有知识产权宣传周，可以请工作人员来讲课

ip-guidance-wish = 还需要什么？
    .label = 下一步
    .opt-visit = 请工作人员上门
    .also-visit = 上门 | 走访 | 来一趟 | 来讲课
    .opt-ask-staff = 先问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 科研项目 | 评估 | 质押 | 维权
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

ip-guidance-related = 下面这些也许用得上：

ip-guidance-details = 请说说单位的情况和想解决的问题。
    .hint = 例如：做传感器的，80人，有12件专利，没有人专门管，想请你们帮忙看看怎么起步。请不要写商业秘密。
    .label = 情况说明

ip-guidance-district = 单位在哪个区？
    .hint = 写区名或开发区，例如：洪山、光谷、沌口
    .label = 所在区

ip-guidance-outside =
    我们只能上门到武汉的单位。外地的，请找当地的知识产权部门。
    有具体问题想问，可以返回上一步，选“先问工作人员”。

ip-guidance-local-office =
    您那里的区级部门，平时也可以就近去问：
    { $local-name }
    地址：{ $local-address }
    电话：{ $local-phone }

ip-guidance-visit-when = 哪些时间方便？
    .hint = 例如：12月上旬，周二、周四下午
    .label = 方便的时间

ip-guidance-staff-size = 单位有多少人？
    .hint = 写个大概的数，例如：80
    .label = 人数

ip-guidance-patents-held = 大约有多少件专利？
    .hint = 没有就写0
    .label = 专利件数

ip-guidance-next = 工作人员看过以后和您联系，要上门的，商量日子。指导意见供单位参考。

ip-guidance-who = 只有办理这件事的工作人员能看到。要请研究会或外面的专家一起来，会先问您。

ip-guidance-state-contacted = 已和您联系
ip-guidance-state-visited = 已上门
ip-guidance-state-advised = 已答复
ip-guidance-state-referred = 已转介其他单位
ip-guidance-state-declined = 没能办理

ip-guidance-paper-ip-list = 专利和商标清单
ip-guidance-paper-rules = 现有的管理制度
ip-guidance-paper-contracts = 常用的合同样本
ip-guidance-paper-charter = 章程或简介

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
ip-guidance-reply-acknowledge =
    您好，您的需求{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
ip-guidance-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
ip-guidance-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
ip-guidance-reply-accepted =
    您好，{ $receipt }由我们来办。时间和内容这样安排：
    { $reason }
    .label = 我们来办
ip-guidance-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
ip-guidance-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
