# 技术鉴定和咨询意见。条文：专利纠纷行政裁决和调解办法（国家知识产权局令第81号）第13、37、52、53条。办理时间没有法定期限。

technical-appraisal = 申请技术鉴定或咨询意见
    .short = 技术鉴定和咨询意见
    .about =
        专利案件里有技术问题说不清，当事人可以申请专家鉴定。
        收到侵权警告、书面回复后对方没有下文的，可以请我们出具是否侵权的咨询意见。
        法院和其他行政机关，请凭公函提出。

technical-appraisal-purpose = 您是哪一种情况？
    .label = 申请种类
    .opt-in-case = 案件在办，我是当事人
    .also-in-case = 案件正在办 | 案件中 | 鉴定 | 当事人
    .opt-warned = 收到警告，要咨询意见
    .also-warned = 我被警告侵权 | 收到警告 | 警告函 | 律师函 | 咨询意见
    .opt-by-authority = 法院或行政机关委托
    .also-by-authority = 法院 | 机关 | 委托
    .opt-neither = 都不是
    .also-neither = 没有 | 都没有 | 没有案件 | 只是想知道

technical-appraisal-no-case =
    没有正在办的案件，也没有收到警告，还不能申请鉴定或咨询意见。
    想知道产品会不会侵权、怎样应对，可以申请维权援助。

technical-appraisal-case-number = 案号是多少？
    .hint = 照通知书上写，例如：某知裁字〔2026〕12号
    .label = 案号

technical-appraisal-evidence-deadline = 举证期限到哪一天？
    .why = 鉴定要在举证期限届满前书面提出。
    .hint = 举证通知书上有，例如：12月3日
    .label = 举证期限

technical-appraisal-evidence-over =
    举证期限已经过了，不能再申请鉴定。
    办案人员同意延长的，点“返回”，写上新的日期。对技术问题还有话说的，可以在口头审理时讲，或者申请维权援助问一问。

technical-appraisal-warned-on = 您是哪天收到警告的？
    .hint = 例如：9月1日
    .label = 收到警告

technical-appraisal-answered-them = 您书面回复过对方（说明不侵权，或者催对方撤回警告、去起诉）吗？
    .why = 先要书面催过，过一段时间对方没有下文，才能申请咨询意见。
    .label = 发过书面回复

technical-appraisal-write-first =
    请先书面回复对方：说明您为什么认为不侵权，催对方撤回警告，或者去起诉、去请求处理。留好寄件和签收的凭证。
    对方收到后1个月，或者您发出后2个月，对方既不撤回也不起诉，您就可以来申请咨询意见。
    回复怎么写，可以申请维权援助。

technical-appraisal-urge-sent = 书面回复是哪天发出的？
    .hint = 例如：9月5日
    .label = 发出日期

technical-appraisal-urge-received = 对方是哪天收到的？
    .hint = 快递签收记录上有。不知道也没关系。
    .label = 对方收到

# $after-received-day 对方收到之后满1个月的日子；$after-sent-day 发出之后满2个月的日子
technical-appraisal-wait-received =
    时间还没到。从对方收到算满1个月是{ $after-received-day }，从发出算满2个月是{ $after-sent-day }，过了其中较早的一天，对方仍没有撤回也没有起诉，就可以申请。
    您可以先继续填，由工作人员来看；等着的时候想先准备，可以申请维权援助。

technical-appraisal-wait-sent =
    时间还没到。从发出算，满2个月是{ $after-sent-day }，过了这一天，对方仍没有撤回也没有起诉，就可以申请。
    查到对方签收的日子，点“返回”填上，从签收算1个月就够。您也可以先继续填，由工作人员来看。

technical-appraisal-patent-number = 专利号是多少？
    .hint = 例如：ZL 2024 1 1234567.5。不知道也没关系。
    .label = 专利号

technical-appraisal-question = 要请专家回答什么技术问题？
    .why = 专家只回答技术问题，是否侵权由办案人员判断。
    .hint = 例如：被控水泵的弹簧卡扣，和权利要求1的“弹性限位件”，手段、功能、效果是否基本相同？
    .label = 技术问题

technical-appraisal-other-name = 对方当事人是谁？
    .hint = 例如：某某机械有限公司。机关委托的，写双方当事人。
    .label = 对方

technical-appraisal-costs = 鉴定的费用，您打算怎么安排？
    .why = 鉴定人和费用，要由双方商定。
    .label = 费用安排
    .opt-accept = 愿意先垫付
    .also-accept = 接受 | 同意 | 我出
    .opt-discuss = 想和对方商量
    .also-discuss = 商量 | 协商 | 分摊
    .opt-decline = 不愿承担
    .also-decline = 不接受 | 不同意 | 不出

technical-appraisal-costs-open =
    没有人承担费用，鉴定可能做不成。您可以继续填，工作人员会和双方商量。

technical-appraisal-files = 有专利文件、图纸或对比材料吗？
    .hint = 可以一次发几个。涉及商业秘密的，先不要发，告诉工作人员，另外安排。手头没有就跳过。
    .label = 材料

technical-appraisal-checklist =
    <b>要准备的材料</b>
    1. 书面申请，签名或盖章
    2. 专利文件：权利要求书、说明书、附图
    3. 实物样品、技术图纸
    4. 逐项的技术对比
    5. 被警告的，另交警告函，还有收到、回复、对方签收的日期凭证
    6. 有代理人的，另交授权委托书
    是否同意鉴定、请哪位专家，由办案人员和双方定。鉴定用的时间，不算在办案期限里。

technical-appraisal-experts = 想推荐哪位专家，或者请谁回避？
    .hint = 写姓名、单位和理由，例如：请李某某回避，他给对方做过顾问
    .label = 推荐或回避

technical-appraisal-next =
    工作人员先看材料齐不齐、问题是不是技术问题，再和双方商定专家和费用。
    需要多长时间要看问题难不难，定下来就告诉您。意见出来以后，会通知您来取。

technical-appraisal-who =
    现在只有办理的工作人员能看到。请专家以后，专家能看到和问题有关的材料，双方当事人能看到意见。

technical-appraisal-state-submitted = 已提交
technical-appraisal-state-received = 已收到
technical-appraisal-state-supplement-wanted = 等您补材料
technical-appraisal-state-agreed = 同意鉴定或出具意见
technical-appraisal-state-refused = 没有同意
technical-appraisal-state-transferred = 已转其他部门
technical-appraisal-state-expert-chosen = 已选定专家
technical-appraisal-state-in-work = 正在鉴定
technical-appraisal-state-report-given = 已出具意见

technical-appraisal-paper-request-letter = 签名或盖章的书面申请
technical-appraisal-paper-patent-papers = 权利要求书、说明书和附图
technical-appraisal-paper-samples = 实物样品
technical-appraisal-paper-drawings = 技术图纸
technical-appraisal-paper-comparison = 逐项的技术对比
technical-appraisal-paper-warning-letter = 警告函
technical-appraisal-paper-date-proof = 收到、发出和签收日期的凭证
technical-appraisal-paper-power-of-attorney = 授权委托书

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
technical-appraisal-reply-acknowledge =
    您好，您的申请{ $receipt }我们收到了，正在看材料和问题，有进展就告诉您。
    .label = 已收到
technical-appraisal-reply-ask-papers =
    您好，{ $receipt }还缺：{ $paper }。
    能发电子版的，打开“查进度”，选“补充材料”；样品和原件，请交到窗口或者寄来。
    .label = 请补材料
technical-appraisal-reply-transfer =
    您好，{ $receipt }由其他部门来办更合适。说明如下：
    { $reason }
    .label = 转其他部门
technical-appraisal-reply-accepted =
    您好，{ $receipt }的申请我们同意了。接下来的安排如下：
    { $reason }
    .label = 同意申请
technical-appraisal-reply-refused =
    您好，很抱歉，{ $receipt }的申请我们没能同意。原因如下：
    { $reason }
    .label = 没有同意
technical-appraisal-reply-expert =
    您好，{ $receipt }的专家定下来了。情况如下：
    { $reason }
    您认为专家和这件事有利害关系的，请马上告诉我们。
    .label = 专家已定
technical-appraisal-reply-close =
    您好，{ $receipt }的意见已经出具。要点如下：
    { $reason }
    意见供办案参考，是否侵权要由办案人员判断。
    .label = 已出具意见
