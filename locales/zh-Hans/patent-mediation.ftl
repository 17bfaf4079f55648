# 专利纠纷行政调解。条文：专利法第52、65条；专利法实施细则第93、102、103条；专利纠纷行政裁决和调解办法（国家知识产权局令第81号）。

patent-mediation = 申请调解专利纠纷
    .short = 专利纠纷调解
    .about =
        专利归谁、谁是发明人、奖金报酬、授权前的使用费、侵权赔多少，谈不拢时可以请我们居中调解。
        调解要双方都愿意，我们不替谁下结论。对方不同意，您还可以向法院起诉。
        大约十几个问题，中途可以停，以后接着填。

patent-mediation-dispute = 是哪一种纠纷？
    .label = 纠纷种类
    .opt-ownership = 专利或申请权归谁
    .also-ownership = 归属 | 权属 | 公司把我的发明拿去申请 | 职务发明
    .opt-inventorship = 谁是发明人、设计人
    .also-inventorship = 发明人资格 | 署名 | 没写我的名字
    .opt-reward = 发明人的奖金和报酬
    .also-reward = 奖励 | 奖金 | 报酬 | 提成
    .opt-interim-fee = 授权前的使用费
    .also-interim-fee = 临时保护 | 使用费
    .opt-damages = 侵权赔多少
    .also-damages = 赔偿 | 赔偿数额 | 赔钱
    .opt-open-licence = 开放许可的纠纷
    .also-open-licence = 开放许可
    .opt-other = 其他专利纠纷
    .also-other = 其他 | 别的

patent-mediation-open-licence =
    实施开放许可发生的纠纷，由国家知识产权局调解，也可以向法院起诉，请直接找他们。
    拿不准怎么走，可以申请维权援助。

patent-mediation-granted = 这件发明专利已经授权了吗？
    .label = 已授权

patent-mediation-grant-first =
    从公布到授权这段时间的使用费，要等专利授权以后才能申请调解。
    现在可以先把对方使用的证据留好。怎么留，可以申请维权援助。

patent-mediation-decision-number = 认定侵权的决定书，文号是多少？
    .why = 单独调解赔偿数额，要先有认定侵权成立的决定。
    .hint = 照决定书右上角写。还没有就点“不知道”。
    .label = 决定书文号

patent-mediation-no-finding =
    还没有认定侵权的决定，单独调解赔偿一般还不行。
    可以先请求行政裁决，同时说明想要赔偿，我们在办案时一起调解；也可以直接向法院起诉。

patent-mediation-stay =
    归属有争议时，可以请国家知识产权局把专利的有关程序先停下来。这要您自己向它提出，附上我们的受理通知书。

patent-mediation-reward-rule =
    单位和发明人有约定的，按约定。没有约定的，单位要在授权公告之日起3个月内发奖金：一件发明专利不少于4000元，一件实用新型或外观设计不少于1500元（专利法实施细则第93条）。

patent-mediation-elsewhere-pending = 这件纠纷，有人起诉了吗，或者和对方约定过仲裁吗？
    .label = 起诉或仲裁
    .opt-nothing = 都没有
    .also-nothing = 没有 | 没起诉 | 没约定
    .opt-court = 已经有人起诉
    .also-court = 起诉了 | 法院在审 | 被告了
    .opt-agreed = 约定了仲裁
    .also-agreed = 有仲裁条款 | 仲裁 | 约定仲裁

patent-mediation-sued =
    已经起诉或者约定了仲裁的，我们一般不再受理同一件纠纷，请在那边继续，也可以请法院或仲裁机构调解。
    您觉得情况不同，就点“仍然继续”，由工作人员来看。

patent-mediation-numbers = 专利号或者申请号是多少？
    .why = 号码抄错一位，就会查到别人的专利，我们会核对校验位。
    .hint = 例如：ZL 2024 1 1234567.5。几件就分行写，不知道也没关系。
    .label = 专利号

patent-mediation-other-name = 对方是哪家单位或者哪个人？
    .why = 要有明确的对方，才能去问对方愿不愿意调解。
    .hint = 例如：某某科技有限公司
    .label = 对方

patent-mediation-nobody-to-answer =
    还不知道对方是谁，没法去征求对方的意见，也就没法调解。
    查到了点“返回”接着填。不知道怎么查，可以申请维权援助。

patent-mediation-other-district = 对方在哪个区？
    .why = 调解由对方所在地的知识产权部门来办。
    .hint = 公司写住所，个人写常住的地方，例如：洪山、光谷。不在武汉就写城市名。
    .label = 对方所在区

patent-mediation-elsewhere =
    对方不在武汉，应由对方所在地的知识产权部门调解，您可以直接找他们。
    要是您愿意，也可以继续填，我们收下以后告诉您怎样转过去。

patent-mediation-copy-may-go = 同意我们把请求书副本送给对方吗？
    .why = 调解要双方都愿意，得先让对方知道您要什么。
    .label = 同意送副本

patent-mediation-no-copy =
    不把请求书送给对方，就没法问对方愿不愿意，调解也就开始不了。
    还不想让对方知道的，可以先申请维权援助，把证据准备好。

patent-mediation-facts = 事情的经过怎样，您希望怎么解决？
    .hint = 例如：我2022年在公司完成这项发明，公司去年用别人的名字申请，我希望改成我是发明人。请不要写身份证号。
    .label = 经过和要求

patent-mediation-files = 手上有哪些材料？
    .hint = 可以一次发几个。最有用的是：劳动合同、研发记录、邮件、专利文件、决定书。手头没有就跳过。
    .label = 材料

patent-mediation-checklist =
    <b>正式申请时要交的材料</b>
    1. 调解请求书，签名或盖章，对方有几个就再加几份副本
    2. 身份证明：个人交身份证复印件，单位交营业执照复印件和法定代表人身份证明
    3. 说明权利的材料：专利文件、登记簿副本
    4. 说明关系的材料：劳动合同、合作协议、研发记录
    5. 只谈赔偿的，另交认定侵权的决定书
    6. 有代理人的，另交授权委托书，和解要有特别授权
    申请什么时候算正式提出，以我们确认收到请求书的日子为准。

patent-mediation-amount = 大约涉及多少钱？
    .hint = 例如：5万元
    .label = 涉及金额

patent-mediation-next =
    工作人员先核对您填的内容，缺什么一次告诉您。大概什么时候核对完，工作人员会告诉您。
    收到符合要求的请求书以后，5个工作日内把副本送给对方，对方有15天答复。
    对方同意，5个工作日内立案，并告诉双方调解的时间和地点；对方不同意或者不答复，就不立案，也在5个工作日内告诉您。
    谈成了，签调解协议。有付款内容、又写明愿意接受强制执行的，可以办公证，对方不履行时申请法院执行。

patent-mediation-who =
    现在只有办理的工作人员能看到。收到正式请求书以后，副本会送给对方。

patent-mediation-deadline-notify = 把副本送给对方
    .law = 《专利纠纷行政裁决和调解办法》第六十五条
patent-mediation-deadline-filing = 决定是否立案
    .law = 《专利纠纷行政裁决和调解办法》第六十六条

patent-mediation-state-submitted = 已提交
patent-mediation-state-supplement-wanted = 等您补材料
patent-mediation-state-received = 已收到正式请求书
patent-mediation-state-refused = 不予受理
patent-mediation-state-transferred = 已转其他部门
patent-mediation-state-notified-other-side = 已送副本，等对方答复
patent-mediation-state-other-side-answered = 对方已答复或期满未答
patent-mediation-state-filed = 已立案
patent-mediation-state-not-filed = 对方不同意，未立案
patent-mediation-state-in-session = 正在调解
patent-mediation-state-agreed = 已达成协议
patent-mediation-state-no-agreement = 没有达成协议，已撤销

patent-mediation-paper-request-letter = 签名或盖章的请求书和副本
patent-mediation-paper-identity-proof = 身份证明
patent-mediation-paper-right-papers = 专利文件或登记簿副本
patent-mediation-paper-work-papers = 劳动合同、合作协议或研发记录
patent-mediation-paper-decision-copy = 认定侵权的决定书
patent-mediation-paper-power-of-attorney = 授权委托书

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
patent-mediation-reply-acknowledge =
    您好，您的调解申请{ $receipt }我们收到了，正在核对，缺什么会一次告诉您。
    .label = 已收到
patent-mediation-reply-ask-papers =
    您好，{ $receipt }还缺：{ $paper }。
    能发电子版的，打开“查进度”，选“补充材料”；请求书原件和身份材料，请交到窗口或者寄来。
    .label = 请补材料
patent-mediation-reply-transfer =
    您好，{ $receipt }由其他部门来办更合适。说明如下：
    { $reason }
    .label = 转其他部门
patent-mediation-reply-accepted =
    您好，对方同意调解，{ $receipt }已经立案。时间和地点如下：
    { $reason }
    .label = 已立案
patent-mediation-reply-refused =
    您好，很抱歉，{ $receipt }我们没能受理。原因如下：
    { $reason }
    您仍然可以向法院起诉。
    .label = 不予受理
patent-mediation-reply-not-filed =
    您好，我们问过对方了，{ $receipt }没能立案。情况如下：
    { $reason }
    调解要双方都愿意。您仍然可以向法院起诉。
    .label = 对方不同意
patent-mediation-reply-agreed =
    您好，{ $receipt }双方谈成了。协议要点如下：
    { $reason }
    协议由双方签名或盖章，并盖我们的章。有付款内容的，可以办公证，让它能强制执行。
    .label = 已达成协议
patent-mediation-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    没有谈成的，您仍然可以向法院起诉。
    .label = 已办结
