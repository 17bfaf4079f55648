# 专利技术进出口。条文：技术进出口管理条例第2、10至20、30至39条；专利法第10条。登记和许可由商务部门办。

tech-import-export = 专利技术进出口咨询
    .short = 专利技术进出口
    .about =
        和境外转让、许可专利或技术，属于技术进出口，要登记合同或者先拿许可证。
        答几个问题，就知道走哪条路、带什么材料、大概哪天有结果。
        登记和许可由商务部门办，专利方面的问题可以留给我们的工作人员。

tech-import-export-nature = 这项技术有没有特别的地方？
    .why = 涉密和军民两用的技术，另有办法，不能在网上说。
    .label = 技术性质
    .opt-ordinary = 普通民用技术
    .also-ordinary = 普通 | 民用 | 没有
    .opt-dual-use = 军用或军民两用
    .also-dual-use = 军用 | 两用 | 军民两用 | 出口管制
    .opt-state-secret = 涉及国家秘密
    .also-state-secret = 涉密 | 国家秘密 | 保密

tech-import-export-state-secret =
    涉及国家秘密的，请到此为止，不要在这里、也不要在任何聊天软件里写技术内容。
    请当面找您单位的保密部门，再到我们的窗口办理。

tech-import-export-dual-use =
    军用和军民两用的技术走出口管制的路，由商务等主管部门审批，没有许可不能出口，也不能先把资料给对方看。
    请先问商务主管部门。不清楚归谁管的，可以找人工，只说找谁，别写技术内容。

tech-import-export-nature-unknown = 拿不准是不是军民两用、是不是涉密的，先请您单位的保密或技术管理部门看一眼。没有结论以前，资料先不要给对方。

tech-import-export-direction = 技术往哪个方向走？
    .label = 方向
    .opt-export = 出口，给境外
    .also-export = 出口 | 给国外 | 卖给国外 | 许可给国外
    .opt-import = 进口，从境外引进
    .also-import = 进口 | 引进 | 从国外买

tech-import-export-mode = 用什么方式？
    .label = 方式
    .opt-patent-transfer = 转让专利
    .also-patent-transfer = 专利转让 | 卖专利 | 买专利
    .opt-application-transfer = 转让专利申请
    .also-application-transfer = 申请权转让 | 转让申请
    .opt-licence = 许可使用专利
    .also-licence = 专利许可 | 许可 | 授权使用
    .opt-know-how = 转让或许可技术秘密
    .also-know-how = 技术秘密 | 专有技术 | 诀窍
    .opt-service = 技术服务
    .also-service = 服务 | 技术咨询
    .opt-other = 别的方式
    .also-other = 其他

tech-import-export-partner = 对方在哪个国家或地区？
    .hint = 例如：日本、德国、香港
    .label = 对方所在地

tech-import-export-inside =
    双方都在内地，不算技术进出口，按国内的转让、许可办就行。
    合同另一方在境外，或者技术要送出境的，就点“仍然继续”。

tech-import-export-field = 是什么领域的技术？
    .hint = 写个大类就行，例如：激光焊接、水稻育种。请不要写技术细节。
    .label = 技术领域

tech-import-export-catalogue = 它在不在禁止或限制的目录里？
    .why = 目录决定走哪条路：自由的登记合同，限制的先拿许可证，禁止的不能做。
    .hint = 查商务部和科技部公布的禁止、限制进出口技术目录。没查过就点“不知道”。
    .label = 目录
    .opt-free = 不在目录里（自由类）
    .also-free = 不在 | 自由 | 没有
    .opt-restricted = 限制类
    .also-restricted = 限制
    .opt-prohibited = 禁止类
    .also-prohibited = 禁止

tech-import-export-prohibited =
    目录里列为禁止的技术，不能进出口，也没有许可证可以申请。已经在谈的，请停下来，资料不要给对方。
    觉得自己的技术其实不在目录的范围里，请带目录条目去问商务主管部门，由他们来定。

tech-import-export-look-up =
    请先对照商务部和科技部公布的目录查一查。目录会调整，请看最新的一版，也要看清控制要点，不能只看名称。
    查不准的，把技术领域留给我们的工作人员，或者直接问商务部门。没有结论以前，不要签合同，资料也不要给对方。

tech-import-export-signed = 合同签了吗？
    .label = 合同已签

tech-import-export-talks-wait = 限制出口的技术，要<b>先拿到技术出口许可意向书</b>，才能和对方实质谈判、签合同。

tech-import-export-signed-early = 限制类技术的合同，<b>从许可证颁发之日起才生效</b>。在那以前，请不要交技术资料，也不要付款。已经交了的，请尽快问商务部门。

tech-import-export-outbound =
    中国单位或个人把专利、专利申请转给外国的个人、单位，要依法办手续（专利法第10条）。先由商务部门登记或许可，再到国家知识产权局登记，登记了才过户。
    有的还要做知识产权对外转让审查，由商务部门告诉您。

tech-import-export-from-abroad = 专利从境外转过来，除了商务部门的手续，还要到国家知识产权局登记，登记了才过户。境外的一方在内地没有经常居所或营业所的，要委托专利代理机构。

tech-import-export-hand-in = 打算哪天交材料？
    .why = 告诉我们日子，就能替您算出大概哪天有结果。
    .hint = 例如：下周一、12月3日。没定就跳过。
    .label = 交材料的日子

tech-import-export-clock-free = 材料齐全的话，登记证书最晚<b>{ $registered-day }</b>发出：收到之日起3个工作日内。{ $registered-guessed ->
        [yes] 那一年的放假安排还没有录入，日期可能会变。
       *[no] {""}
    }

tech-import-export-clock-restricted = 批不批准，最晚<b>{ $decided-day }</b>有结果：收到申请之日起30个工作日内。{ $decided-guessed ->
        [yes] 那一年的放假安排还没有录入，日期可能会变。
       *[no] {""}
    }

tech-import-export-papers-free =
    <b>自由进出口技术：登记合同</b>
    合同依法成立就生效，不以登记为条件；但办外汇、银行、税务、海关手续要用登记证书。
    <b>材料</b>
    1. 技术进口或技术出口合同登记申请书
    2. 合同副本
    3. 双方法律地位的证明，例如营业执照、境外的注册证明

    <b>哪里办</b>：商务主管部门，网上登记。
    <b>多久</b>：材料齐全，3个工作日内登记、发证书（技术进出口管理条例第19、38条）。
    以后合同的主要内容变了，要重新登记；合同终止，要去备案。

tech-import-export-papers-export =
    <b>限制出口技术：先许可</b>
    1. 向商务主管部门交出口申请。商务部门和科技部门一起审查，30个工作日内决定（技术进出口管理条例第32条）
    2. 批准的，拿到技术出口许可意向书，这时才能实质谈判、签合同
    3. 签完交合同副本、技术资料出口清单、双方法律地位的证明，15个工作日内决定发不发许可证（第34条）
    4. <b>合同从许可证颁发之日起生效</b>
    涉及专利的，再到国家知识产权局办转让登记或者许可备案。
    材料以商务主管部门的清单为准。

tech-import-export-papers-import =
    <b>限制进口技术：先许可</b>
    1. 向商务主管部门交进口申请，30个工作日内决定（技术进出口管理条例第12条）
    2. 批准的，拿到技术进口许可意向书，签合同
    3. 签完交合同副本和双方法律地位的证明，10个工作日内决定发不发许可证（第14条）
    也可以申请和合同一起交，40个工作日内一并决定（第15条）。
    <b>合同从许可证颁发之日起生效</b>
    涉及专利的，再到国家知识产权局办转让登记或者许可备案。
    材料以商务主管部门的清单为准。

tech-import-export-papers-unknown =
    <b>技术进出口：三条路</b>
    不在目录里：合同到商务部门登记，材料齐全3个工作日内发证书。材料是申请书、合同副本、双方法律地位的证明。
    限制类：先申请许可，30个工作日内决定；批准以后签合同，再申请许可证。没有许可证，合同不生效。
    禁止类：不能做。

    <b>下一步</b>：对照商务部和科技部公布的最新目录，确认走哪条路。
    涉及专利的，最后还要到国家知识产权局办转让登记或者许可备案。

tech-import-export-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 许可备案 | 转让 | 找代理机构
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

tech-import-export-related = 下面这些也许用得上：

tech-import-export-details = 您想问工作人员什么？
    .hint = 例如：许可给日本公司，专利权人是学校和企业两家，登记由谁去办？请不要写技术细节。
    .label = 问题

tech-import-export-rights = 涉及哪几件专利？
    .hint = 几个号码就分行写，例如：ZL 2024 1 1234567.5
    .label = 涉及的专利

tech-import-export-next =
    工作人员看过以后和您联系，专利方面由我们答，登记和许可由商务部门定。
    这是一次咨询，不等于登记或许可。

tech-import-export-who = 只有办理这件事的工作人员能看到。要转给商务部门的，会先告诉您。

tech-import-export-state-contacted = 已和您联系
tech-import-export-state-advised = 已答复
tech-import-export-state-referred = 已转介其他单位
tech-import-export-state-declined = 没能办理

tech-import-export-paper-contract = 合同或合同草稿
tech-import-export-paper-rights-list = 专利清单
tech-import-export-paper-register-copy = 专利登记簿副本
tech-import-export-paper-catalogue-entry = 对照的目录条目

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
tech-import-export-reply-acknowledge =
    您好，您的咨询{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
tech-import-export-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
tech-import-export-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
tech-import-export-reply-accepted =
    您好，{ $receipt }专利方面由我们来帮您看。接下来这样做：
    { $reason }
    .label = 我们来办
tech-import-export-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
tech-import-export-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
