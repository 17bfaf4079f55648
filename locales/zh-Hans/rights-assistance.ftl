# 维权援助申请。

rights-assistance = 申请维权援助
    .short = 申请维权援助
    .about =
        专利、商标、商业秘密等方面遇到麻烦，不知道怎么办，可以在这里求助。权利人、被指侵权的一方、第三方都行。
        工作人员会帮您比较各种办法、整理证据、弄清找谁。指导意见不收费，也没有约束力。
        工作人员看过以后，告诉您能不能提供援助、多久能给意见。

rights-assistance-role = 在这件事里，您是哪一方？
    .label = 您是哪一方
    .opt-right-holder = 权利人
    .also-right-holder = 专利权人 | 商标权人 | 我的权利被侵犯 | 被许可人
    .opt-accused = 被指侵权的一方
    .also-accused = 被告 | 被警告 | 被投诉 | 收到律师函
    .opt-third-party = 其他人
    .also-third-party = 第三方 | 消费者 | 帮别人问

rights-assistance-need = 您希望得到哪些帮助？
    .hint = 可以选几项。
    .label = 需要的援助
    .opt-advice = 咨询怎么办
    .also-advice = 咨询 | 不知道怎么办 | 建议
    .opt-evidence = 收集和保存证据
    .also-evidence = 取证 | 证据 | 固定证据
    .opt-infringement-opinion = 看是否构成侵权
    .also-infringement-opinion = 侵权判定 | 侵权分析 | 是否侵权
    .opt-validity-search = 查权利是否有效稳定
    .also-validity-search = 检索 | 稳定性 | 无效检索
    .opt-procedure-choice = 选择维权途径
    .also-procedure-choice = 走什么程序 | 行政还是法院 | 途径
    .opt-expert = 请专家看技术问题
    .also-expert = 专家 | 专家意见
    .opt-lawyer-referral = 怎样找律师或代理机构
    .also-lawyer-referral = 找律师 | 推荐律师 | 找代理
    .opt-overseas = 应对海外纠纷
    .also-overseas = 海外 | 国外被诉 | 涉外
    .opt-expo-onsite = 展会现场维权
    .also-expo-onsite = 展会 | 展览会
    .opt-ecommerce-takedown = 让网上商品下架
    .also-ecommerce-takedown = 网店侵权 | 平台投诉 | 下架
    .opt-fee-difficulty = 付不起维权费用
    .also-fee-difficulty = 没钱打官司 | 费用困难 | 经济困难
    .opt-court-lawyer = 代我出庭打官司
    .also-court-lawyer = 代理诉讼 | 替我打官司 | 出庭

rights-assistance-no-lawyer =
    很抱歉，我们不能当您的代理人，也不能替您出庭。打官司要请律师；经济困难的，可以问问法律援助机构。
    我们能做的是：看材料、比较途径、指导取证、告诉您该找谁。
    需要这些帮助，就点“仍然继续”；想先问问怎么找律师，可以找人工。

rights-assistance-stage = 事情走到哪一步了？
    .label = 目前阶段
    .opt-before = 还没走任何程序
    .also-before = 刚发现 | 还没开始
    .opt-warning-letter = 已有警告函或律师函
    .also-warning-letter = 警告函 | 律师函 | 发函
    .opt-platform-notice = 平台投诉中
    .also-platform-notice = 平台通知 | 网店被投诉 | 链接被删
    .opt-admin-case = 行政机关在处理
    .also-admin-case = 行政裁决 | 市场监管 | 立案调查
    .opt-court = 法院在审
    .also-court = 起诉 | 被起诉 | 诉讼 | 传票
    .opt-arbitration = 仲裁中
    .also-arbitration = 仲裁
    .opt-customs = 海关扣了货
    .also-customs = 海关 | 扣货
    .opt-overseas = 在国外的程序里
    .also-overseas = 海外 | 国外 | 337调查

rights-assistance-warned =
    收到警告函，别不理，也别急着承认。请把来信、信封和收到的日期都留好。
    然后看两点：对方的权利现在是否有效；您的产品和它逐项对比是否相同。
    涉及专利、您认为不侵权的，可以书面回复，催对方撤回警告或者去起诉。对方收到后1个月，或者您发出后2个月，对方两样都没做，您就可以走“技术鉴定和咨询意见”，请我们出具是否侵权的意见。

rights-assistance-deadline = 最近的一个期限是哪天？
    .why = 10天以内的，我们会优先处理。
    .hint = 例如答辩、举证、回复平台的最后一天：12月3日。没有就跳过。
    .label = 最近的期限

rights-assistance-soon =
    期限很近，这件申请会标为紧急。
    该交的答复或材料请照常按期交，别为了等我们而错过日期。

rights-assistance-other-party = 对方是谁？
    .hint = 例如：某某贸易有限公司，或者网店名
    .label = 对方

rights-assistance-facts = 请说说发生了什么，您最想解决什么？
    .hint = 例如：10月起有网店卖和我外观专利一样的水杯，我想让它下架。请不要写身份证号和银行卡号。
    .label = 情况说明

rights-assistance-files = 有证书、来信或证据吗？
    .hint = 可以一次发几个。最有用的是：权利证书、收到的函件或通知、对比照片。手头没有就跳过。
    .label = 材料

rights-assistance-hardship = 您在经济上有困难吗？
    .why = 小微企业、学生和经济困难的人可以优先得到援助。
    .label = 经济困难

rights-assistance-hardship-proof = 能提供困难证明吗？
    .hint = 例如街道、学校或单位开的证明
    .label = 困难证明

rights-assistance-next =
    工作人员看过材料，会告诉您能不能提供援助；决定援助的，也会告诉您大概什么时候给出意见。
    有新的来信或证据，随时补充。

rights-assistance-who =
    只有办理这件申请的工作人员能看到。需要转给其他单位的，会告诉您。


rights-assistance-state-submitted = 已提交
rights-assistance-state-received = 已收到
rights-assistance-state-supplement-wanted = 等您补充材料
rights-assistance-state-accepted = 决定提供援助
rights-assistance-state-declined = 未能提供援助
rights-assistance-state-referred = 已转介其他单位
rights-assistance-state-in-help = 正在援助
rights-assistance-state-opinion-given = 已给出意见

rights-assistance-paper-right-certificate = 权利证书
rights-assistance-paper-letters = 收到的函件或通知
rights-assistance-paper-evidence = 已有的证据
rights-assistance-paper-hardship-proof = 经济困难证明
rights-assistance-paper-business-licence = 营业执照

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
rights-assistance-reply-acknowledge =
    您好，您的援助申请{ $receipt }我们收到了，正在看材料，看完就告诉您下一步。
    .label = 已收到
rights-assistance-reply-ask-papers =
    您好，为了帮您把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
rights-assistance-reply-transfer =
    您好，{ $receipt }由其他单位来帮您更合适。说明如下：
    { $reason }
    .label = 转介其他单位
rights-assistance-reply-accepted =
    您好，我们决定为{ $receipt }提供援助，大概什么时候给您意见，我们会另外告诉您。中间如有新的来信或期限，请马上告诉我们。
    .label = 决定援助
rights-assistance-reply-declined =
    您好，很抱歉，{ $receipt }我们没能提供援助。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 未能援助
rights-assistance-reply-opinion =
    您好，{ $receipt }的意见如下：
    { $reason }
    意见供您参考，没有约束力。有不明白的地方，直接在这里问。
    .label = 给出意见
rights-assistance-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
