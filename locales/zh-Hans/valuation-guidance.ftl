# 知识产权评估指引。依据：资产评估法；GB/T 42748-2023 专利评估指引。我们不给价格。

valuation-guidance = 知识产权评估指引
    .short = 知识产权评估
    .about =
        专利、商标、著作权、商业秘密值多少钱，要不要评估、找谁评估、带什么材料，这里告诉您。
        答三个问题就行。我们不估价，也不推荐评估机构。

valuation-guidance-purpose = 为什么要评估？
    .label = 评估目的
    .opt-pledge = 质押贷款
    .also-pledge = 质押 | 贷款 | 融资
    .opt-transfer = 转让
    .also-transfer = 买卖 | 卖专利 | 买专利
    .opt-licence = 许可
    .also-licence = 许可费 | 授权别人用
    .opt-capital = 作价入股
    .also-capital = 入股 | 出资
    .opt-damages = 侵权赔偿
    .also-damages = 赔偿 | 打官司 | 损失
    .opt-merger = 并购重组
    .also-merger = 并购 | 收购 | 重组
    .opt-accounting = 入账或财务报告
    .also-accounting = 入账 | 会计 | 财务 | 审计
    .opt-price-only = 只想知道值多少钱
    .also-price-only = 估价 | 值多少钱 | 多少钱

valuation-guidance-no-price =
    很抱歉，我们不能说一件专利或商标值多少钱。价格要由评估机构算，或者由买卖双方谈。
    想知道怎么算、找谁算、带什么材料，就点“仍然继续”。

valuation-guidance-right-kinds = 要评估哪些权利？
    .hint = 有几种就选几种。
    .label = 权利种类
    .opt-patent = 专利
    .also-patent = 发明 | 实用新型 | 外观设计
    .opt-trademark = 商标
    .also-trademark = 品牌 | 牌子
    .opt-copyright = 著作权（含软件）
    .also-copyright = 版权 | 软件 | 软著
    .opt-trade-secret = 商业秘密
    .also-trade-secret = 技术秘密 | 保密配方

valuation-guidance-secret-care = 评估商业秘密，先和评估机构签保密协议，只给必要的人看。秘密内容请不要发到这里。

valuation-guidance-owner = 权利在谁名下？
    .label = 权利人
    .opt-private = 民营企业或个人
    .also-private = 民营 | 私营 | 个人 | 外资
    .opt-state = 国有企业或事业单位
    .also-state = 国有 | 国企 | 事业单位
    .opt-university = 高校或科研院所
    .also-university = 高校 | 大学 | 研究所

valuation-guidance-for-pledge = 质押贷款要不要评估，看银行。有的银行自己评，有的要评估机构的报告。质押登记申请表上写了有评估报告的，登记时要交。先问银行认哪家的报告，再花这笔钱。

valuation-guidance-for-deal = 民营企业和个人之间转让、许可，价钱双方谈，法律没有要求一定评估。金额大、谈不拢，或者要向股东交代的，评估一份更稳妥。

valuation-guidance-for-capital = 用知识产权入股，法律要求评估作价，不能高估，也不能低估。估高了，出资的股东可能要补足差额。

valuation-guidance-for-damages = 打侵权官司，赔多少由法院定，先看实际损失和对方获利，再看许可费的倍数。评估报告只是参考证据。做之前，先问问律师有没有必要、要证明什么。

valuation-guidance-for-books = 入账、编报告、并购重组，按会计准则和审计的要求来。先问会计师事务所要评估什么、评估到哪一天，再请评估机构。

valuation-guidance-public-money = 国有单位、高校和科研院所处置知识产权，另有规定：有的要评估、要备案或核准，有的可以协议定价、挂牌、拍卖。动手以前，先问您单位的资产部门、科研部门或上级主管部门。

valuation-guidance-methods =
    <b>评估常用三种方法</b>
    收益法：算它将来能带来多少钱，折成今天的价。有收入、有预测的，多用这种。
    市场法：看差不多的权利卖多少钱。要找得到能比的成交，找不到就不好用。
    成本法：算重新做出来要花多少钱。刚研发出来、还没挣钱的，常拿来参考。
    用哪种、怎么用，由评估师定，报告里要写明理由。

valuation-guidance-papers =
    <b>知识产权评估：怎么准备</b>
    <b>找谁</b>：已在财政部门备案的资产评估机构，由资产评估师签字。先看它做没做过这一类权利。费用双方商量，先签委托合同。

    <b>带什么</b>
    1. 权属：证书、专利登记簿副本或商标注册证明、共有或职务成果的协议
    2. 状态：年费缴纳情况、剩余年限，有没有质押、许可、诉讼、无效请求
    3. 技术：说明书和权利要求，技术到了哪一步，有没有替代技术
    4. 市场：产品、客户、近几年的收入和利润、今后的预测
    5. 投入：研发费用、参与人员
    6. 已有的合同：许可、转让、合作

    <b>拿到报告先看</b>：评估目的对不对，评估到哪一天，有效期多长，假设合不合情理。
    谁保证“估得高”，谁就不可信。

valuation-guidance-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 质押 | 转让 | 许可 | 维权
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

valuation-guidance-related = 下面这些也许用得上：

valuation-guidance-details = 您想问工作人员什么？
    .hint = 例如：一件专利、一个商标一起入股，要出一份报告还是两份？
    .label = 问题

valuation-guidance-next =
    工作人员看过以后和您联系。
    我们说明规定和做法，不估价，也不推荐评估机构。

valuation-guidance-who = 只有办理这件事的工作人员能看到。

valuation-guidance-state-contacted = 已和您联系
valuation-guidance-state-advised = 已答复
valuation-guidance-state-referred = 已转介其他单位
valuation-guidance-state-declined = 没能办理

valuation-guidance-paper-list = 权利清单
valuation-guidance-paper-register-copy = 专利登记簿副本
valuation-guidance-paper-bank-list = 银行要的材料清单
valuation-guidance-paper-report = 已有的评估报告

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
valuation-guidance-reply-acknowledge =
    您好，您的咨询{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
valuation-guidance-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
valuation-guidance-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
valuation-guidance-reply-accepted =
    您好，{ $receipt }由我们来帮您看。接下来这样做：
    { $reason }
    .label = 我们来办
valuation-guidance-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
valuation-guidance-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
