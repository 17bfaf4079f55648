# 科研项目专利管理。条文：专利法第6、8、15、24条；专利法实施细则第93条；科学技术进步法。

rd-project-patents = 科研项目专利管理
    .short = 科研项目专利管理
    .about =
        课题怎么管专利：归谁、先发论文还是先申请、立项前怎么查、怎么转化、发明人拿多少奖励。
        告诉我们问题和项目阶段，就给您一份这个阶段的清单。
        涉密项目不要在网上说。

rd-project-patents-secret = 项目涉及国家秘密吗？
    .why = 涉密项目的内容不能在网上说，所以先问这一句。
    .label = 涉密

rd-project-patents-off-line =
    涉密项目请到此为止，不要在这里写内容。
    请找您单位的保密部门。涉密的发明要申请专利，走国防专利或保密专利的办法，不走普通申请。

rd-project-patents-secret-unknown = 拿不准的，先问您单位的保密部门。在那以前，请只问一般的问题，不要写技术内容。

rd-project-patents-topic = 您想问哪方面？
    .label = 问题
    .opt-ownership = 专利归谁
    .also-ownership = 归属 | 权属 | 职务发明
    .opt-disclosure = 先发论文还是先申请
    .also-disclosure = 论文 | 发表 | 公开 | 新颖性
    .opt-search-at-start = 立项前怎么查专利
    .also-search-at-start = 检索 | 查新 | 立项
    .opt-standard = 知识产权管理标准
    .also-standard = 贯标 | 管理规范 | 标准
    .opt-transformation = 成果怎么转化
    .also-transformation = 转化 | 转让 | 许可 | 作价入股
    .opt-key-project = 重大专利技术怎么落地
    .also-key-project = 重大专利技术 | 产业化 | 重点项目
    .opt-reward = 发明人的奖励和报酬
    .also-reward = 奖励 | 报酬 | 奖金

rd-project-patents-partners = 项目是怎么做的？
    .label = 合作方式
    .opt-alone = 我们单位自己做
    .also-alone = 本单位自己做 | 自己 | 单独
    .opt-commissioned = 受别人委托做
    .also-commissioned = 委托 | 横向
    .opt-joint = 几家合作做
    .also-joint = 合作 | 联合

rd-project-patents-own-alone =
    执行本单位任务，或者主要利用本单位的物质技术条件做出来的，是职务发明，申请专利的权利归单位；发明人有署名和拿奖励、报酬的权利（专利法第6、15、16条）。
    只是用了单位的条件，单位和发明人可以约定归谁。财政资金的项目，再看任务书怎么写。

rd-project-patents-own-commissioned = 委托开发，合同怎么写就怎么算。合同没写的，申请专利的权利归做出发明的一方（专利法第8条）。签合同时就写清楚：归谁，谁能用，谁出钱申请。

rd-project-patents-own-joint = 合作开发，合同怎么写就怎么算。合同没写的，归做出发明的各方共有（专利法第8条）。共有的专利，转让、质押、给独占许可都要大家同意，所以开头就要写清楚。

rd-project-patents-own-unknown = 先找出任务书和合同，看知识产权那一条。合同没写的，归做出发明的一方；几家一起做出来的，归几家共有（专利法第8条）。

rd-project-patents-published = 成果公开了吗？
    .hint = 发论文、上会报告、答辩、参展、发到网上，都算公开。
    .label = 公开情况
    .opt-not-yet = 还没有
    .also-not-yet = 没有 | 没公开
    .opt-soon = 马上要公开
    .also-soon = 快了 | 已投稿 | 要答辩
    .opt-already = 已经公开了
    .also-already = 公开了 | 发表了

rd-project-patents-file-first = <b>先申请，后公开。</b>申请交上去、拿到申请日，再发论文、做报告、参展。来不及写全的，也可以先把已有的交上去，以后要求优先权。

rd-project-patents-grace =
    已经公开的，多半没有新颖性了。只有几种情形，6个月内申请还来得及，例如在规定的学术会议上首次发表、别人没经同意泄露出去（专利法第24条）。普通论文不在里面。
    请马上找专利代理师看，有没有还没公开的改进可以申请。

rd-project-patents-search =
    立项前查三件事：
    别人做到哪一步了，有没有现成的专利挡路；
    哪些专利快到期、哪些没在中国申请，可以借鉴；
    自己打算走的路，有没有还能申请的空间。
    结果写进立项材料，项目走到中途再查一次。

rd-project-patents-standard = 科研组织看GB/T 33250，高等学校看GB/T 33251，企业看GB/T 29490。不一定都要认证，照着把人、制度、台账先立起来，就很有用。

rd-project-patents-transformation =
    三条路：许可、转让、作价入股。许可要备案，转让要登记才生效，入股要先评估。
    给境外的，还要先办技术出口。财政资金的项目，先看任务书和您单位的成果转化办法。

rd-project-patents-key-project = 重大专利技术的产业化项目，看当年的申报通知：谁能报、报什么、哪天截止。没有通知的时候，可以把项目情况留给工作人员，有合适的再联系您。

rd-project-patents-reward =
    奖励和报酬，先看单位和发明人的约定，或者单位的规章。
    没有约定也没有规章的：专利权公告之日起3个月内发奖金，一件发明不少于4000元，一件实用新型或外观设计不少于1500元（专利法实施细则第93条）。
    专利用起来、许可出去有了收益，还要另外给报酬。

rd-project-patents-granted-on = 专利是哪天授权公告的？
    .hint = 证书上的授权公告日，例如：2026年11月3日。没有就跳过。
    .label = 授权公告日

rd-project-patents-pay-by = { $pay-passed ->
        [yes] 没有另外约定的话，奖金应当在<b>{ $pay-day }</b>以前发，现在已经过了。先找单位的科研或人事部门；谈不拢的，可以请我们调解。
       *[no] 没有另外约定的话，奖金最晚<b>{ $pay-day }</b>发。
    }

rd-project-patents-phase = 项目走到哪个阶段了？
    .why = 每个阶段要做的事不一样，我们给您一份这个阶段的清单。
    .label = 项目阶段
    .opt-proposal = 还在立项
    .also-proposal = 立项 | 申报 | 开题
    .opt-running = 正在做
    .also-running = 在研 | 实施
    .opt-ending = 快结题了
    .also-ending = 结题 | 验收
    .opt-after = 已经结题
    .also-after = 结束了 | 验收过了 | 转化

rd-project-patents-list-proposal =
    <b>立项阶段：专利要做的事</b>
    1. 查一遍已有的专利和论文，写进立项报告
    2. 定一个管知识产权的人，写进分工
    3. 合同或任务书里写清楚：专利归谁、谁能用、谁出钱、收益怎么分
    4. 请外单位的人、学生参加的，先签归属和保密协议
    5. 预算里留出检索、申请和维持的钱

rd-project-patents-list-running =
    <b>实施阶段：专利要做的事</b>
    1. 实验记录写日期、签名，存好
    2. 有新东西，先报给管知识产权的人，再决定：申请专利，还是当技术秘密
    3. 论文、报告、答辩、参展以前，过一遍有没有要先申请的
    4. 盯着同行的新专利，路走不通早点改
    5. 要到国外申请的，先做保密审查（专利法第19条）
    6. 人员进出时，把资料和权利交代清楚

rd-project-patents-list-ending =
    <b>结题阶段：专利要做的事</b>
    1. 列一张清单：已申请的、已授权的、当秘密保着的，各是谁的
    2. 对照任务书，看该有的有没有
    3. 发明人名单核对一遍，只写对实质内容有创造性贡献的人
    4. 报告里公开的内容，先确认都申请过了
    5. 定下来哪些专利继续交年费、哪些放弃

rd-project-patents-list-after =
    <b>结题以后：专利要做的事</b>
    1. 年费按时交，没用的早点放弃
    2. 找人用：许可、转让、作价入股，谈之前先签保密协议
    3. 许可去备案，转让去登记，给境外的先办技术出口
    4. 给发明人发奖励和报酬，留下凭据
    5. 发现别人侵权，先留证据，再来找我们

rd-project-patents-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 指导 | 转让 | 许可 | 评议
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

rd-project-patents-related = 下面这些也许用得上：

rd-project-patents-details = 您想问工作人员什么？
    .hint = 例如：研究生毕业以后申请的专利，还算不算学校的？请不要写技术细节。
    .label = 具体问题

rd-project-patents-project-no = 项目编号是多少？
    .hint = 照任务书上写
    .label = 项目编号

rd-project-patents-next = 工作人员看过以后和您联系。项目经费和验收的事，由管项目的部门定。

rd-project-patents-who = 只有办理这件事的工作人员能看到。

rd-project-patents-state-contacted = 已和您联系
rd-project-patents-state-advised = 已答复
rd-project-patents-state-referred = 已转介其他单位
rd-project-patents-state-declined = 没能办理

rd-project-patents-paper-agreement = 项目任务书或合同
rd-project-patents-paper-ip-list = 知识产权清单
rd-project-patents-paper-rules = 本单位的规章
rd-project-patents-paper-inventors = 发明人名单

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
rd-project-patents-reply-acknowledge =
    您好，您的咨询{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
rd-project-patents-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
rd-project-patents-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
rd-project-patents-reply-accepted =
    您好，{ $receipt }由我们来帮您看。接下来这样做：
    { $reason }
    .label = 我们来办
rd-project-patents-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
rd-project-patents-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
