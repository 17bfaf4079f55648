# 专利侵权行政裁决。条文：专利法第18、65、66、74条；专利法实施细则第95至98条；专利纠纷行政裁决和调解办法（国家知识产权局令第81号）。
# 请求何时算提出，以本单位确认收到签名或盖章的请求书为准。

infringement-adjudication = 请求处理专利侵权纠纷
    .short = 处理专利侵权纠纷
    .about =
        有人没经您许可就用您的专利，可以请我们认定是否侵权、责令停止，这叫行政裁决。专利权人、被许可人、继承人都可以提出。
        这里先帮您把情况和材料核对一遍，正式提出还要交签名或盖章的请求书。
        立案以后，一般3个月内结案。

infringement-adjudication-want = 除了让对方停下来，也想请我们调解赔偿吗？
    .label = 想要的结果
    .opt-stop-it = 只要停下来
    .also-stop-it = 停止侵权 | 停下来 | 不用 | 不想
    .opt-stop-and-damages = 停下来，也调解赔偿
    .also-stop-and-damages = 停止并赔偿 | 两样都要 | 都要 | 想

infringement-adjudication-only-money =
    行政裁决能责令对方停止侵权，不能判对方赔钱。要赔偿，可以向法院起诉。
    已经有认定侵权的决定书，只差赔多少没谈拢的，可以申请调解。
    您也想让对方先停下来，就点“仍然继续”。

infringement-adjudication-money-too =
    先说明一点：我们可以认定是不是侵权，责令对方停下来，但判不了对方赔钱。赔多少，双方愿意的，我们可以调解；谈不成的，由法院来判。

infringement-adjudication-standing = 您和这件专利是什么关系？
    .label = 您的身份
    .opt-patentee = 专利权人
    .also-patentee = 权利人 | 专利是我的 | 共有人
    .opt-exclusive-licensee = 独占被许可人
    .also-exclusive-licensee = 独占许可 | 独占
    .opt-sole-licensee = 排他被许可人
    .also-sole-licensee = 排他许可 | 排他
    .opt-ordinary-licensee = 有权的普通被许可人
    .also-ordinary-licensee = 普通许可 | 普通被许可人
    .opt-heir = 合法继承人
    .also-heir = 继承人 | 继承
    .opt-nobody = 都不是
    .also-nobody = 没有 | 没有关系 | 消费者 | 路人 | 帮别人问

infringement-adjudication-no-standing =
    这项请求要由专利权人或者有权的被许可人、继承人提出。排他被许可人，要等专利权人不提出时才行；普通被许可人，要有合同约定或者另外授权。
    您可以请权利人自己来，或者申请维权援助，问问能做什么。

infringement-adjudication-not-patent =
    行政裁决只管专利。商标、地理标志、商业秘密、著作权这些，要走别的路。
    请从“商标等投诉举报”进去，选您那一种，我们会告诉您归谁管。

infringement-adjudication-which-right =
    提出请求，要说清是哪一件专利。证书上写着种类和号码；没有证书，也可以在国家知识产权局网站上按名称查。
    查不到，可以申请维权援助，我们帮您弄清楚。想先往下填也可以。

infringement-adjudication-right-number = 专利号是多少？
    .hint = 证书上有，例如：ZL 2024 1 1234567.5。不知道也没关系。
    .label = 专利号

infringement-adjudication-obstacle = 有下面这些情况吗？
    .why = 有其中一种，往往要走别的路，先问清楚，免得您白填。
    .hint = 专利是不是有效、年费交没交，可以在国家知识产权局网站上查。
    .label = 特别情况
    .opt-nothing = 都没有，专利有效
    .also-nothing = 没有 | 都没有 | 无 | 没有这些情况 | 有效 | 已授权 | 在有效期
    .opt-not-granted = 还在申请，没授权
    .also-not-granted = 没授权 | 申请中 | 还在审查
    .opt-ended = 对方用时专利已失效
    .also-ended = 对方做的时候专利已失效 | 已经失效 | 到期 | 过期 | 终止 | 被宣告无效
    .opt-court = 已经有人起诉
    .also-court = 起诉了 | 法院在审 | 被告了
    .opt-agreed = 和对方约定了仲裁
    .also-agreed = 有仲裁条款 | 仲裁 | 约定仲裁 | 约定了仲裁
    .opt-damages-only = 只要赔偿，不求停止
    .also-damages-only = 只要赔偿 | 赔钱 | 赔偿 | 要钱
    .opt-three-years = 知道这件事已超过3年
    .also-three-years = 超过三年 | 三年多了 | 超过3年

infringement-adjudication-not-granted =
    没授权之前，还不能请求行政裁决。眼下可以做两件事：把对方制造、销售的证据留好；需要的话，发函告诉对方您已经申请。
    发明专利从公布到授权这段时间的使用费，授权以后可以申请调解。

infringement-adjudication-ended =
    对方用的时候专利已经失效，一般就不算侵权。
    要是对方还在商品上标着您的专利号，那可能是假冒专利，可以举报。拿不准，申请维权援助问一问。

infringement-adjudication-evaluation = 有专利权评价报告吗？
    .why = 实用新型和外观设计授权前没有做实质审查，办案时可能请您提交评价报告。没有正当理由不交的，请求可能不被受理。
    .hint = 报告由国家知识产权局出具，可以在它的网站上申请。
    .label = 评价报告
    .opt-have = 有
    .also-have = 有了 | 已经有
    .opt-ordered = 已申请，还没拿到
    .also-ordered = 申请了 | 在等
    .opt-none = 没有
    .also-none = 没有报告 | 没申请

infringement-adjudication-sued =
    同一件纠纷，已经起诉或者约定了仲裁的，我们不能再处理，请在那边继续。
    证据怎么准备、程序怎么选，可以申请维权援助。

infringement-adjudication-other-name = 对方是哪家公司、哪家店，或者哪个人？
    .why = 要有明确的对方，请求才能提出。
    .hint = 写营业执照上的名称最好。网店可以看店铺首页的“证照信息”。
    .label = 对方

infringement-adjudication-nobody-to-answer =
    还不知道对方是谁，请求没法提出。
    可以这样找：看包装上的厂名和厂址；看网店首页的“证照信息”；在国家企业信用信息公示系统里查。查到了点“返回”接着填。
    查不到，就申请维权援助，我们教您怎样取证。

infringement-adjudication-other-district = 对方在哪个区？
    .why = 由侵权发生地或者对方所在地的知识产权部门处理。
    .hint = 公司写住所，个人写常住的地方，例如：江夏。不在武汉就写城市名。
    .label = 对方所在区

infringement-adjudication-place-kind = 您是在什么地方发现的？
    .label = 场所

infringement-adjudication-district = 那个地方在哪个区？
    .hint = 写区名、开发区或附近的地名都行，例如：江夏、光谷、汉正街。不在武汉就写城市名。
    .label = 发现地

infringement-adjudication-delivery = 您买来取证的货，寄到了哪个区？
    .hint = 例如：汉阳。寄到外地就写城市名。没有买，就点“不知道”。
    .label = 收货地

infringement-adjudication-elsewhere =
    从您填的看，对方和侵权发生的地方都不在武汉，应由当地的知识产权部门处理，您可以直接找他们。
    怎样取证、找哪个部门，可以申请维权援助。您觉得和武汉有关，也可以继续填，由工作人员来看。

infringement-adjudication-online-ways =
    网上卖的，有两条路可以一起走。
    一是马上通知平台，请它删除或者断开链接，电子商务法第42条规定平台要及时采取必要措施。
    二是请求行政裁决，卖家所在地、侵权结果发生地的部门都可能管，您可以选一家提出。武汉能不能办，由工作人员来看。

infringement-adjudication-at-the-fair =
    展会时间短，这件请求会标为紧急。展会现场有知识产权工作台的，请同时到那里说一声，带上专利证书。

infringement-adjudication-known-since = 您是哪天知道有人侵权、也知道是谁的？
    .why = 从知道侵权和侵权人的那天起，3年内可以提出。
    .hint = 大概的日子也行，例如：上个月5号、2025年6月1日。
    .label = 知道的日子

infringement-adjudication-still-going = 到今天，对方还在这样做吗？
    .label = 还在继续

infringement-adjudication-too-late =
    知道侵权和侵权人已经超过3年，而且对方已经停了，一般就过了期限。
    期限中断过的，例如您发过函、对方答应过赔偿，情况可能不同。您可以继续填，由工作人员来看，也可以申请维权援助。

infringement-adjudication-long-ago =
    您知道这件事已经超过3年。对方还没停的，仍然可以请求责令停止，请把“现在还在做”的证据也准备好。

infringement-adjudication-facts = 对方做了什么，为什么您认为用了您的专利？
    .hint = 例如：江夏一家工厂从9月起生产同样结构的水泵，我拆开对比，权利要求1写的特征都有。照片等证据，最后点“补充更多”发来。请不要写身份证号。
    .label = 事实和理由

infringement-adjudication-files = 手上有哪些证据？
    .hint = 可以一次发几个。最有用的是：实物和专利对比的照片、购买凭证、网页截图、宣传册。手头没有就跳过。
    .label = 证据

infringement-adjudication-region = 您或者您的单位来自哪里？
    .label = 国家或地区

infringement-adjudication-from-abroad =
    在中国没有经常居所或者营业所的外国人、外国企业，要委托依法设立的专利代理机构办理。
    身份证明和授权委托书要在所在国公证，再办认证；所在国也参加了取消认证公约的，可以改办附加证明书。外文材料要附中文译本，没有译本的，视为没有提交。
    涉外的重大案件，可能由湖北省知识产权局处理。文件和语言方面的问题，可以看“涉外事务咨询”。

infringement-adjudication-from-hk-mo-tw =
    港澳台的身份证明和授权委托书，要先办证明手续，具体怎么办，工作人员会告诉您。
    影响重大的案件，可能由湖北省知识产权局处理。

infringement-adjudication-checklist =
    <b>正式提出时要交的材料</b>
    1. 请求书，签名或盖章，对方有几个就再加几份副本
    2. 身份证明：个人交身份证复印件，单位交营业执照复印件和法定代表人身份证明
    3. 专利登记簿副本，只交专利证书不够
    4. 权利要求和对方产品的逐项对比
    5. 对方侵权的初步证据：实物、购买凭证、照片、经公证或者带时间戳的网页
    6. 被许可人、继承人另交许可合同、授权或继承证明
    7. 实用新型、外观设计另备专利权评价报告
    8. 有代理人的，另交授权委托书，写明权限
    9. 在中国没有经常居所或者营业所的外国人、外国企业，要委托专利代理机构；国外的证明文件要公证认证或办附加证明书，外文的附中文译本
    请求什么时候算正式提出，以我们确认收到请求书的日子为准。

infringement-adjudication-claims = 您主张哪几项权利要求？
    .why = 主张不清楚的，案件可能办不下去。
    .hint = 写序号就行，例如：1、3、5。一般从第1项开始。
    .label = 主张的权利要求

infringement-adjudication-granted-on = 授权公告日是哪天？
    .hint = 证书上有，例如：2024年5月17日
    .label = 授权公告日

infringement-adjudication-other-sides = 一共有几个被请求人？
    .why = 有几个，请求书就再加几份副本。
    .hint = 例如：2
    .label = 被请求人数

infringement-adjudication-next =
    工作人员先核对您填的内容，缺什么一次告诉您。大概什么时候核对完，工作人员会告诉您。
    收到符合要求的请求书以后，5个工作日内决定是否立案，特殊情况可以再延长5个工作日。
    立案后5个工作日内把请求书送给对方，对方有15天答辩，在中国没有固定住所的有30天。
    案件3个月内办结，复杂的可以延长1个月，再特殊的经上一级批准，最多再延长2个月。中止、鉴定的时间不算在内。
    是否立案、是否侵权，由我们依法决定。对决定不服的，收到后15天内可以向法院起诉。

infringement-adjudication-who =
    现在只有办理的工作人员能看到。正式立案以后，请求书和证据的副本要送给对方，对方会知道是谁提出的。

infringement-adjudication-deadline-filing = 决定是否立案
    .law = 《专利纠纷行政裁决和调解办法》第二十条
infringement-adjudication-deadline-serving = 把请求书送给对方
    .law = 《专利纠纷行政裁决和调解办法》第二十二条
infringement-adjudication-deadline-decision = 办结案件
    .law = 《专利纠纷行政裁决和调解办法》第三十七条

infringement-adjudication-state-submitted = 已提交
infringement-adjudication-state-checking = 正在核对材料
infringement-adjudication-state-supplement-wanted = 等您补材料
infringement-adjudication-state-received = 已收到正式请求书
infringement-adjudication-state-filed = 已立案
infringement-adjudication-state-refused = 不予立案
infringement-adjudication-state-transferred = 已移送其他部门
infringement-adjudication-state-served = 已送达对方
infringement-adjudication-state-hearing = 口头审理
infringement-adjudication-state-suspended = 已中止
infringement-adjudication-state-decided-infringing = 已裁决：侵权成立
infringement-adjudication-state-decided-not-infringing = 已裁决：侵权不成立
infringement-adjudication-state-mediated = 已达成调解协议
infringement-adjudication-state-case-dropped = 已撤销案件

infringement-adjudication-paper-request-letter = 签名或盖章的请求书和副本
infringement-adjudication-paper-identity-proof = 身份证明
infringement-adjudication-paper-register-copy = 专利登记簿副本
infringement-adjudication-paper-interest-proof = 许可合同、授权或继承证明
infringement-adjudication-paper-evaluation-report = 专利权评价报告
infringement-adjudication-paper-act-evidence = 对方侵权的证据
infringement-adjudication-paper-claim-chart = 权利要求对比表
infringement-adjudication-paper-power-of-attorney = 授权委托书
infringement-adjudication-paper-translation = 外文材料的中文译本

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
infringement-adjudication-reply-acknowledge =
    您好，您的请求{ $receipt }我们收到了，正在核对，缺什么会一次告诉您。
    这还不是正式立案，请先把请求书和登记簿副本准备好。
    .label = 已收到
infringement-adjudication-reply-ask-papers =
    您好，{ $receipt }还缺：{ $paper }。
    能发电子版的，打开“查进度”，选“补充材料”；请求书原件和身份材料，请交到窗口或者寄来。
    .label = 请补材料
infringement-adjudication-reply-transfer =
    您好，{ $receipt }应由其他部门处理，我们已经把线索转过去。说明如下：
    { $reason }
    .label = 移送其他部门
infringement-adjudication-reply-accepted =
    您好，{ $receipt }已经立案。我们会在5个工作日内把请求书送给对方，案件一般从立案起3个月内办结；要延长的，会告诉您原因。
    .label = 已立案
infringement-adjudication-reply-refused =
    您好，{ $receipt }没有立案。原因如下：
    { $reason }
    您仍然可以向法院起诉。缺的材料补齐了，也可以重新提出。
    .label = 不予立案
infringement-adjudication-reply-served =
    您好，{ $receipt }的请求书已经送达对方。对方答辩以后，我们会把答辩书转给您；要口头审理的，至少提前3个工作日通知。
    .label = 已送达对方
infringement-adjudication-reply-decided =
    您好，{ $receipt }已经作出裁决，裁决书会送达双方。要点如下：
    { $reason }
    不服的，收到裁决书之日起15天内可以向法院起诉。
    .label = 已裁决
infringement-adjudication-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    以后再发现同样的事，随时可以找我们。
    .label = 已办结
