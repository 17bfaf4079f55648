# 海外知识产权纠纷应对指导。条文：国务院关于涉外知识产权纠纷处理的规定（2025年5月1日起施行）第5、6、10、12、13条。没有法定期限。

overseas-dispute = 海外知识产权纠纷应对指导
    .short = 海外纠纷应对
    .about =
        武汉的企业和个人在境外被起诉、货被海关扣、网店被冻结、收到警告函、商标被抢注，可以来求助。
        我们帮您理清步骤、找到能帮忙的机构，不收费。打官司的钱和律师，要您自己安排。
        10天以内有期限的，优先处理。

overseas-dispute-where = 事情发生在哪个国家或地区？
    .hint = 例如：美国、德国、香港。欧盟的事，写其中一个国家。
    .label = 国家或地区

overseas-dispute-at-home =
    在中国内地发生的纠纷，不走这一项。对方是外国公司也一样。
    不知道怎么办，申请维权援助；您的专利被人用了，走“处理专利侵权纠纷”。

overseas-dispute-matter = 遇到了什么事？
    .label = 什么事
    .opt-lawsuit = 被起诉，或者想起诉
    .also-lawsuit = 诉讼 | 被告 | 传票 | 起诉状 | 法院
    .opt-us-337 = 美国337调查
    .also-us-337 = 337 | 337调查 | ITC
    .opt-customs = 货被海关扣了
    .also-customs = 海关 | 扣货 | 查扣
    .opt-platform-freeze = 网店或账户被冻结
    .also-platform-freeze = 冻结 | 封店 | 亚马逊 | TRO | 临时限制令
    .opt-expo = 展会上被查
    .also-expo = 展会 | 撤展 | 参展
    .opt-warning = 收到警告函、律师函
    .also-warning = 警告函 | 律师函
    .opt-licence = 许可费、合同谈判
    .also-licence = 许可费 | 谈判 | 合同
    .opt-squatting = 商标或名称被抢注
    .also-squatting = 抢注 | 商标被注册

overseas-dispute-deadline = 最近的一个期限是哪天？
    .why = 境外程序的期限往往很短，错过了可能直接判您输。10天以内的，我们优先处理。
    .hint = 例如答辩、听证、平台申诉的最后一天：12月3日。没有就跳过。
    .label = 最近的期限

overseas-dispute-soon =
    期限很近，这件会标为紧急。
    请马上找当地的律师，问能不能延期；该交的照常按期交，别等我们。

overseas-dispute-first-steps =
    <b>先做这几件事</b>
    1. 把收到的每一页、信封、邮件和收到的日子都留好，写下每个期限
    2. 先别删、别改任何文件和聊天记录，也别急着承认或者付钱
    3. 查清对方的权利在当地是不是有效，您的产品在不在它的保护范围里
    4. 翻一翻合同和保单：供货方要不要承担，有没有知识产权保险
    5. 向境外提供证据和材料，先看国内的规定。涉及国家秘密、数据安全、个人信息、出口管制的，没办手续不能提供（国务院关于涉外知识产权纠纷处理的规定第13条）。没弄清楚以前，先不要往外发

overseas-dispute-need = 您希望得到哪些帮助？
    .hint = 可以选几项。
    .label = 需要的帮助
    .opt-expert = 请专家看一看
    .also-expert = 专家 | 分析
    .opt-lawyer-list = 怎样找当地的律师
    .also-lawyer-list = 律师 | 找律师
    .opt-evidence = 证据怎么收怎么交
    .also-evidence = 证据 | 取证
    .opt-cost-insurance = 费用和保险
    .also-cost-insurance = 费用 | 保险 | 补助
    .opt-negotiation = 怎样谈和解或许可
    .also-negotiation = 谈判 | 和解
    .opt-pay-for-us = 替我出钱打官司
    .also-pay-for-us = 出钱 | 垫付 | 替我打官司

overseas-dispute-no-money =
    很抱歉，我们不能替您出律师费，也不能替您出庭。
    有没有可以申请的资助、保险，我们帮您问。其他的帮助照样可以给，就点“仍然继续”。

overseas-dispute-other-name = 对方是谁？
    .hint = 照起诉状、通知上写，例如：Example Inc.
    .label = 对方

overseas-dispute-facts = 请说说经过，您的产品是什么？
    .hint = 例如：我们在网上往美国卖折叠风扇，11月20日收到起诉状，说侵犯一件美国外观专利，6天后要答复。请不要写证件号码。
    .label = 经过

overseas-dispute-files = 收到的文件能发来看看吗？
    .hint = 可以一次发几个：起诉状、扣货通知、平台邮件、警告函。涉密的不要发。手头没有就跳过。
    .label = 收到的文件

overseas-dispute-right-numbers = 涉及哪些权利号码？
    .hint = 对方的、您自己的都行，照文件写，例如：US D900,001
    .label = 权利号码

overseas-dispute-court-number = 案号或通知编号是多少？
    .hint = 照文件写，例如：1:26-cv-01234
    .label = 案号

overseas-dispute-amount = 大约涉及多少钱？
    .hint = 写上币种，例如：冻结了3万美元
    .label = 涉及金额

overseas-dispute-next =
    工作人员会按您留的联系方式找您，先把期限和步骤理清楚。需要的话，再转介给海外知识产权纠纷应对指导机构或者专家。
    有新的来信、新的期限，请马上补充进来。

overseas-dispute-who =
    只有办理的工作人员能看到。要转介给别的机构或者专家，会先问您。

overseas-dispute-state-submitted = 已提交
overseas-dispute-state-received = 已收到
overseas-dispute-state-contacted = 已联系您
overseas-dispute-state-guided = 已给出指导
overseas-dispute-state-referred = 已转介
overseas-dispute-state-declined = 未能提供指导

overseas-dispute-paper-papers-received = 收到的文件
overseas-dispute-paper-right-list = 您的权利清单
overseas-dispute-paper-product-list = 产品清单
overseas-dispute-paper-export-records = 出口和销售记录
overseas-dispute-paper-business-licence = 营业执照
overseas-dispute-paper-reply-draft = 准备回复的稿子

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
overseas-dispute-reply-acknowledge =
    您好，您的求助{ $receipt }我们收到了，会尽快联系您。期限照常走，请先找当地的律师问能不能延期。
    .label = 已收到
overseas-dispute-reply-ask-papers =
    您好，为了看清{ $receipt }，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。涉密的不要发。手头没有也请告诉我们一声。
    .label = 请补材料
overseas-dispute-reply-transfer =
    您好，{ $receipt }由其他机构来帮您更合适。说明如下：
    { $reason }
    .label = 转介其他机构
overseas-dispute-reply-accepted =
    您好，{ $receipt }我们来帮您。接下来的安排如下：
    { $reason }
    .label = 开始指导
overseas-dispute-reply-refused =
    您好，很抱歉，{ $receipt }我们没能提供指导。原因如下：
    { $reason }
    .label = 未能指导
overseas-dispute-reply-guided =
    您好，{ $receipt }的建议如下：
    { $reason }
    建议供您参考，当地的法律请以当地律师的意见为准。
    .label = 给出建议
overseas-dispute-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
