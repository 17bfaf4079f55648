# 知识产权质押融资。条文：专利法实施细则第15条；民法典第440、444条；专利权质押登记办法。登记由国家知识产权局办，放不放款由银行定。

pledge-financing = 知识产权质押融资
    .short = 质押融资
    .about =
        想用专利或商标贷款、质押合同签好了要登记、贷款还清了要注销，都从这里开始。
        几个问题以后，您会拿到一份材料清单，知道哪些情况登记不了。需要的话，工作人员帮您联系银行或担保机构。
        贷不贷、贷多少，由银行决定。我们不收中介费。

pledge-financing-side = 您是企业，还是银行、担保机构？
    .label = 哪一方
    .opt-firm = 企业或其他权利人
    .also-firm = 企业 | 公司 | 权利人 | 个人 | 高校
    .opt-lender = 银行或担保机构
    .also-lender = 银行 | 担保公司 | 担保 | 小贷公司

pledge-financing-stage = 办到哪一步了？
    .label = 阶段
    .opt-asking = 先了解一下
    .also-asking = 了解 | 咨询 | 问问
    .opt-matching = 想找合作对象
    .also-matching = 找银行 | 找担保 | 要贷款 | 对接
    .opt-register = 合同签了，要登记
    .also-register = 质押登记 | 登记 | 合同签了
    .opt-change = 登记过，要变更
    .also-change = 变更 | 变更登记
    .opt-cancel = 还清了，要注销
    .also-cancel = 注销 | 解押 | 解除质押

pledge-financing-rights = 打算拿哪些专利或商标质押？
    .why = 有了号码，才能先看看有没有登记不了的情况。
    .hint = 一行写一个，专利写专利号，商标写注册号，最多50个。例如：ZL 2024 1 1234567.5
    .label = 质押的权利

pledge-financing-numbers =
    从号码能看出这些：
    { $seen-lines }

pledge-financing-troubles = 这些权利有没有下面的情况？
    .why = 有其中一种，登记时就可能被退回，先查清楚不白跑。
    .hint = 可以选几项。
    .label = 可能的障碍
    .opt-not-granted = 还在申请，没有授权
    .also-not-granted = 没授权 | 申请中 | 没注册
    .opt-ended = 到期、终止或已无效
    .also-ended = 过期 | 失效 | 无效
    .opt-fees-unpaid = 年费没交
    .also-fees-unpaid = 欠年费 | 滞纳
    .opt-other-owner = 权利登记在别人名下
    .also-other-owner = 在老板名下 | 个人名下 | 还没过户
    .opt-co-owned = 有别的共有人
    .also-co-owned = 共有
    .opt-frozen = 有争议或被法院保全
    .also-frozen = 有纠纷 | 冻结 | 查封 | 保全
    .opt-pledged = 已经质押给别人
    .also-pledged = 质押过 | 在质押
    .opt-fine = 都没有
    .also-fine = 没有 | 无 | 都没有 | 没有这些情况 | 没问题

pledge-financing-not-possible =
    还没授权的，或者已经到期、终止、被宣告无效的，登记不了质押。
    手里还有别的有效专利或商标，就点“返回”改过来；先点“仍然继续”，提交前再改也行。

pledge-financing-not-free =
    归属有争议、被法院保全的，或者已经质押出去的，眼下登记不了。先把争议了结、把原来的质押注销，再来办。
    还有别的权利可以质押，就点“仍然继续”。

pledge-financing-pay-first = 年费没交的，请先到国家知识产权局交清，不然登记不了。

pledge-financing-owner-first = 出质人一定要是登记的权利人。权利在别人名下的，要么请他来出质，要么先转让、登记到您名下。

pledge-financing-all-agree = 有共有人的，要全体共有人同意，请备好书面同意。共有人之间另有约定的，按约定。

pledge-financing-loan = 大概想借多少？
    .hint = 例如：500万、80万元。大概数就行。
    .label = 意向金额

pledge-financing-small-loan = 不到1万元？请看看是不是少写了“万”字。写错了就点“返回”改一下。

pledge-financing-months = 想借几个月？
    .hint = 例如：12。一年就写12。
    .label = 借几个月

pledge-financing-long-loan = 借这么久，请留意专利什么时候到期：还款期限超过专利有效期的，登记不了。

pledge-financing-district = 企业注册在哪个区？
    .why = 有的区另有自己的贴息、补偿办法。
    .hint = 写区名或开发区，例如：东西湖、光谷。不在武汉就写城市名。
    .label = 所在区

pledge-financing-outside =
    我们只能帮注册在武汉的企业联系银行。注册在外地的，请找当地的知识产权部门。
    质押登记的材料全国一样，想看清单，就点“仍然继续”。

pledge-financing-how =
    一般分五步：
    1. 挑出有效、没有争议的专利或商标
    2. 银行或担保机构看企业和权利，有的要求先评估
    3. 谈好额度，签贷款合同和质押合同
    4. 双方一起到国家知识产权局登记，<b>登记以后质权才成立</b>
    5. 放款；还清以后注销登记

pledge-financing-how-lender = 放款前请看专利登记簿副本：权利人是谁、年费交到哪天、有没有质押、保全或许可。质权从登记时成立，登记以前不要放款。愿意和我们一起做的，选“请工作人员帮忙”。

pledge-financing-papers =
    <b>专利质押登记：材料清单</b>
    1. 质押登记申请表，双方签字或盖章
    2. 质押合同
    3. 双方的身份证明，或者双方签的承诺书
    4. 托人办的，写明权限的委托书和经办人的身份证明
    5. 申请表上写了有评估报告的，交评估报告
    6. 有共有人的，全体共有人同意的文件

    <b>这些情况登记不了</b>
    出质人不是登记的专利权人
    专利没授权、已终止或被宣告无效
    年费没有交清
    归属有争议已经中止程序，或者被法院保全
    还款期限超过专利有效期
    共有人没有都同意
    已经质押，还没注销

    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处。要几个工作日，以窗口说的为准。
    商标质押也在国家知识产权局登记，表格和材料另有一套，请先问工作人员。

pledge-financing-papers-change =
    <b>质押登记变更：材料清单</b>
    1. 变更申请表，双方签字或盖章
    2. 双方签的变更协议
    3. 双方的身份证明，或者双方签的承诺书
    4. 托人办的，委托书和经办人的身份证明

    质押期间，要转让专利或者许可别人用，先要质权人同意（民法典第444条）。
    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处。清单以国家知识产权局公布的为准。

pledge-financing-papers-cancel =
    <b>质押登记注销：材料清单</b>
    1. 注销申请表，双方签字或盖章
    2. 质权消灭的证明，例如银行开的结清证明、双方同意解除的协议
    3. 双方的身份证明，或者双方签的承诺书
    4. 托人办的，委托书和经办人的身份证明

    没有注销，专利再质押、转让都会卡住，还清以后请尽快办。
    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处。清单以国家知识产权局公布的为准。

pledge-financing-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 请工作人员帮忙
    .also-ask-staff = 人工 | 对接银行 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 评估 | 转让 | 许可
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

pledge-financing-related = 下面这些也许用得上：

pledge-financing-purpose = 这笔钱打算用在哪里？
    .hint = 例如：买原材料，扩一条生产线。请不要写银行账号和密码。
    .label = 用途

pledge-financing-details = 您想请工作人员帮什么忙？
    .hint = 例如：合同里还款期是三年，专利还剩两年半，怎么办？
    .label = 问题

pledge-financing-size = 企业规模有多大？
    .label = 企业规模
    .opt-micro = 微型
    .also-micro = 微型企业 | 微企
    .opt-small = 小型
    .also-small = 小型企业 | 小企业
    .opt-medium = 中型
    .also-medium = 中型企业
    .opt-large = 大型
    .also-large = 大型企业

pledge-financing-bank = 有意向的银行吗？
    .hint = 例如：某某银行武汉分行
    .label = 意向银行

pledge-financing-valued = 这些权利评估过吗？
    .label = 已评估

pledge-financing-next =
    工作人员看过以后和您联系，合适的话，帮您约银行或担保机构。
    贷不贷、贷多少、利率多少，由银行决定。有人自称能“包过”、先收钱的，请不要信。

pledge-financing-who = 只有办理这件事的工作人员能看到。要告诉银行或担保机构的，会先问您同不同意。

pledge-financing-state-contacted = 已和您联系
pledge-financing-state-matched = 已对接银行或担保机构
pledge-financing-state-advised = 已答复
pledge-financing-state-referred = 已转介其他单位
pledge-financing-state-declined = 没能办理

pledge-financing-paper-register-copy = 专利登记簿副本
pledge-financing-paper-list = 权利清单
pledge-financing-paper-valuation = 评估报告
pledge-financing-paper-pledge-contract = 质押合同或草稿
pledge-financing-paper-co-owner-consent = 共有人的书面同意

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
pledge-financing-reply-acknowledge =
    您好，您的需求{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
pledge-financing-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
pledge-financing-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
pledge-financing-reply-accepted =
    您好，{ $receipt }由我们来帮您联系。接下来这样做：
    { $reason }
    .label = 我们来办
pledge-financing-reply-matched =
    您好，{ $receipt }有银行或担保机构愿意谈。联系办法如下：
    { $reason }
    怎么谈、签不签，由您自己定。
    .label = 已对接
pledge-financing-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
pledge-financing-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
