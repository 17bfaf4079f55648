# 专利转让、开放许可与技术合同指引。条文：专利法第10、14、50至52条；专利法实施细则第85至88、100条。登记由国家知识产权局办。

patent-transaction = 专利转让与交易指引
    .short = 专利转让与交易
    .about =
        买卖专利、开放许可、登记技术合同、用专利入股，要走哪几步、带什么材料，这里告诉您。
        答三四个问题就行。转让登记由国家知识产权局办，我们不收登记材料，也不替人找买家、定价钱。

patent-transaction-deal = 您想做哪件事？
    .label = 交易类型
    .opt-sell = 转让我的专利
    .also-sell = 卖专利 | 转让 | 过户给别人
    .opt-buy = 受让别人的专利
    .also-buy = 买专利 | 受让 | 过户到我名下
    .opt-open-licence = 开放许可（谁都能用）
    .also-open-licence = 开放许可 | 许可任何人
    .opt-technology-contract = 登记技术合同
    .also-technology-contract = 技术合同 | 合同认定登记 | 技术开发合同
    .opt-capital = 用专利入股
    .also-capital = 作价入股 | 出资 | 专利出资
    .opt-other = 别的交易
    .also-other = 其他

patent-transaction-kind = 是哪种专利？
    .hint = 有几种就选几种。
    .label = 专利种类
    .opt-invention = 发明
    .also-invention = 发明专利
    .opt-utility-model = 实用新型
    .also-utility-model = 新型 | 实用新型专利
    .opt-design = 外观设计
    .also-design = 外观 | 外观专利
    .opt-application = 还没授权的申请
    .also-application = 申请 | 专利申请权 | 在审

patent-transaction-application-open = 还没授权的申请，不能声明开放许可，要等授权以后。着急找人合作的，可以先签普通的许可合同或技术合同。

patent-transaction-report = 实用新型和外观设计声明开放许可，要交专利权评价报告（专利法第50条）。还没有的，先向国家知识产权局请求出具。

patent-transaction-application = 专利申请也能转让，办法和专利一样，也要登记（专利法第10条）。申请能不能授权还说不准，合同里请写清楚：不授权怎么办。

patent-transaction-co-owned = 这件专利有别的共有人吗？
    .label = 有共有人

patent-transaction-co-owners = 有共有人的，要全体共有人同意，材料上都要签字或盖章（专利法第14条）。共有人之间另有约定的，按约定。

patent-transaction-foreign = 有一方在境外吗？
    .hint = 境外包括港澳台。对方是外国人，也算。
    .label = 涉外

patent-transaction-abroad =
    中国单位或个人把专利或者专利申请转给外国的个人、单位，要依法先办手续（专利法第10条）。
    这也是技术出口：自由类技术登记合同，限制类技术先拿许可证，禁止类技术不能转。
    商务部门办完，再到国家知识产权局登记。

patent-transaction-from-abroad = 从境外买专利属于技术进口：自由类技术到商务部门登记合同，限制类技术先拿许可证。

patent-transaction-buyer =
    付钱以前，请先查三样：
    登记的专利权人是不是卖方（看专利登记簿副本）；
    专利是不是还有效，年费交到哪一年；
    有没有质押、保全，有没有许可给别人，有没有人正在请求宣告它无效。

patent-transaction-transfer =
    <b>专利转让：怎么办</b>
    1. 双方签书面合同
    2. 到国家知识产权局登记，登记后公告
    <b>转让从登记之日起生效</b>，光签合同、付了钱，专利还没有过户（专利法第10条）。

    <b>材料</b>
    著录项目变更申报书
    转让合同
    双方的身份证明；托人办的，加上委托书
    有共有人的，全体共有人同意的文件
    涉外的，技术进出口合同登记证书或许可证

    在国家知识产权局网上办，或者到国家知识产权局武汉代办处问窗口。费用看国家知识产权局公布的标准。
    清单以国家知识产权局公布的为准。

patent-transaction-open-licence =
    <b>专利开放许可：怎么办</b>
    1. 您书面向国家知识产权局声明，愿意许可任何人使用，写明使用费怎么付、标准多少
    2. 国家知识产权局公告
    3. 谁想用，就书面通知您，按公告付费，这样就得到许可
    4. 谈成以后，凭书面文件向国家知识产权局备案（专利法实施细则第87条）

    <b>材料</b>：开放许可声明；实用新型、外观设计加上专利权评价报告；有共有人的，全体同意的文件。
    <b>这些情况不行</b>：正在独占或排他许可期内；正在质押，质权人没有同意；年费没有交清；权属有争议或者被法院保全。
    实施期间，年费可以减免（专利法第51条）。声明可以撤回，已经给出的许可不受影响（专利法第50条）。
    <b>要说真话</b>：用假材料声明开放许可、骗年费减免的，可以罚款，最高10万元（专利法实施细则第100条）。

patent-transaction-technology-contract =
    <b>技术合同认定登记：怎么办</b>
    登记由科技部门办，不在我们这里。技术开发、转让、许可、咨询、服务合同都可以申请。登记以后，才能按规定享受税收等优惠。
    1. 签书面合同，写明技术内容、价款和知识产权归谁
    2. 到科技部门的技术合同登记机构申请认定登记
    3. 合同里有专利转让或许可的，另外到国家知识产权局登记或备案

    <b>材料</b>：合同；专利证书或申请受理通知书；登记机构要的其他材料。请先问登记机构。

patent-transaction-capital =
    <b>用专利入股：怎么办</b>
    1. 先请评估机构评估。法律要求评估作价，不能高估，也不能低估
    2. 股东之间签协议，写明专利作价多少、占多少股
    3. 到国家知识产权局把专利转到公司名下。登记了，才算出资到位
    4. 到市场监督管理部门办公司登记

    <b>材料</b>：评估报告；出资协议或公司章程；著录项目变更申报书；双方的身份证明；有共有人的，全体同意的文件。
    国有单位和高校另有规定，请先问您单位的资产或科研部门。

patent-transaction-other = 您说的这种交易，我们请工作人员来看。选“问工作人员”，把情况写两句就行。

patent-transaction-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 技术出口 | 评估 | 质押 | 找代理机构
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

patent-transaction-related = 下面这些也许用得上：

patent-transaction-details = 您想问工作人员什么？
    .hint = 例如：专利是公司和学校共有的，学校想退出，怎么过户？
    .label = 问题

patent-transaction-patents = 是哪几件专利？
    .hint = 几个号码就分行写，例如：ZL 2024 1 1234567.5
    .label = 专利号

patent-transaction-next =
    工作人员看过以后和您联系。
    这是一次咨询，不等于登记，专利的归属不会因此改变。

patent-transaction-who = 只有办理这件事的工作人员能看到。

patent-transaction-state-contacted = 已和您联系
patent-transaction-state-advised = 已答复
patent-transaction-state-referred = 已转介其他单位
patent-transaction-state-declined = 没能办理

patent-transaction-paper-contract = 合同或合同草稿
patent-transaction-paper-register-copy = 专利登记簿副本
patent-transaction-paper-evaluation-report = 专利权评价报告
patent-transaction-paper-co-owner-consent = 共有人的书面同意
patent-transaction-paper-trade-certificate = 技术进出口登记证书或许可证

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
patent-transaction-reply-acknowledge =
    您好，您的咨询{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
patent-transaction-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
patent-transaction-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
patent-transaction-reply-accepted =
    您好，{ $receipt }由我们来帮您看。接下来这样做：
    { $reason }
    .label = 我们来办
patent-transaction-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
patent-transaction-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
