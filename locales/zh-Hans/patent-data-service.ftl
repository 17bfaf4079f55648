# 国家专利数据备份（武汉）的协调服务。数据由国家知识产权局提供，市里只做协调。

patent-data-service = 专利数据服务咨询
    .short = 专利数据服务
    .about =
        需要批量专利数据做研究、建库，或者想到国家专利数据武汉备份中心参观、合作，在这里提需求。
        批量数据由国家知识产权局提供，我们只帮着联系协调。大约七个问题，然后由工作人员答复。

patent-data-service-need = 您需要什么？
    .label = 需要
    .opt-bulk = 批量的公开专利数据
    .also-bulk = 批量 | 数据包 | 建库 | 整个行业的数据
    .opt-few = 查几件专利
    .also-few = 查专利 | 几件 | 检索
    .opt-visit = 参观备份中心
    .also-visit = 参观 | 访问
    .opt-cooperation = 数据服务合作
    .also-cooperation = 合作 | 共建
    .opt-not-public = 没有公开的数据
    .also-not-public = 未公开 | 内部数据 | 没公布的申请

patent-data-service-not-public =
    没有公开的专利申请和审查资料，依法要保密，我们给不了，也协调不了。
    申请人要看自己的案卷，请向国家知识产权局查阅。要的是公开数据，就返回上一题重选。

patent-data-service-few =
    只查几件或者一个小领域，不用走数据服务，国家知识产权局的公布公告和检索系统可以免费查。
    不会查的，可以看专利信息服务；要请人检索分析的，可以找专利代理机构。数量确实大，就点“仍然继续”。

patent-data-service-org-kind = 您是哪一类？
    .label = 单位类型
    .opt-research = 高校或科研院所
    .also-research = 高校 | 大学 | 研究所
    .opt-firm = 企业
    .also-firm = 公司
    .opt-government = 政府部门
    .also-government = 机关 | 事业单位
    .opt-service-firm = 知识产权服务机构
    .also-service-firm = 代理机构 | 数据公司 | 服务机构
    .opt-single = 个人
    .also-single = 自己 | 学生

patent-data-service-single =
    参观和合作一般由单位来提，个人不太方便安排。
    您代表学校、公司或社团的，就点“仍然继续”，后面写单位的名称。

patent-data-service-how =
    数据是这样拿到的：公开的专利数据由国家知识产权局统一提供，有的可以直接在它的网站申请下载。
    我们看过您的需求，告诉您该走哪条路；要找备份中心的，帮您联系。给不给、怎么给，由国家知识产权局定。

patent-data-service-papers =
    <b>专利数据需求：请想好这些</b>
    1. 用来做什么，成果给谁看
    2. 要哪些：发明、实用新型、外观设计；哪些年；什么领域，最好写IPC分类号
    3. 要哪些内容：题录、摘要、全文、附图、法律状态
    4. 要什么格式，一次要还是定期更新
    5. 存在哪里、谁能接触，怎么保证不外传
    6. 单位的函，写明用途和联系人；需要的时候工作人员会请您交

patent-data-service-purpose = 打算用来做什么？
    .hint = 例如：研究湖北光通信产业近十年的专利，写一份公开报告。
    .label = 用途

patent-data-service-data-scope = 要哪些数据？
    .hint = 例如：2015年到2025年，IPC分类H04B，发明专利的题录和摘要，约3万条，表格格式
    .label = 数据范围

patent-data-service-visitors = 大约几个人来？
    .hint = 例如：12
    .label = 参观人数

patent-data-service-share = 数据拿到以后给谁用？
    .label = 使用范围
    .opt-inside = 只在单位内部用
    .also-inside = 内部 | 自己用
    .opt-publish = 研究成果公开发表
    .also-publish = 发表 | 公开
    .opt-sell = 做成产品提供给别人
    .also-sell = 产品 | 对外服务 | 销售

patent-data-service-abroad-care = 要公开或者提供给别人的，先看清数据的使用许可。有个人信息的、要送到境外的，还要守个人信息和数据出境的规定。

patent-data-service-wanted-by = 希望哪天以前拿到？
    .hint = 例如：明年3月底
    .label = 希望的日期

patent-data-service-letter = 单位的函写好了吗？
    .hint = 发照片或扫描件都行。没有也可以先提交。
    .label = 单位函

patent-data-service-next = 工作人员看过以后和您联系，告诉您该走哪条路。数据由国家知识产权局提供，给不给、怎么给，我们定不了。

patent-data-service-who = 只有办理这件事的工作人员能看到。要转给备份中心或国家知识产权局的，会先告诉您。

patent-data-service-state-contacted = 已和您联系
patent-data-service-state-advised = 已答复
patent-data-service-state-referred = 已转介其他单位
patent-data-service-state-declined = 没能办理

patent-data-service-paper-letter = 单位函
patent-data-service-paper-scope = 数据范围说明
patent-data-service-paper-safety = 数据保管办法

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
patent-data-service-reply-acknowledge =
    您好，您的需求{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
patent-data-service-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
patent-data-service-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
patent-data-service-reply-accepted =
    您好，{ $receipt }由我们来协调。接下来这样做：
    { $reason }
    .label = 我们来办
patent-data-service-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
patent-data-service-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
