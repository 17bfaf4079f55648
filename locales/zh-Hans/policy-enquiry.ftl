# 政策法规、规划和建议。商标法2027年1月1日换新，两段文字按日期用。

policy-enquiry = 查政策法规、提建议
    .short = 政策法规和建议
    .about =
        查知识产权方面的政策、法规和规划，看现行有效的法律有哪些。
        对我们的工作有建议，也在这里提。

policy-enquiry-want = 您想做什么？
    .label = 事项
    .opt-find = 查政策、法规、规划
    .also-find = 查政策 | 查法规 | 查规划 | 查文件 | 政策
    .opt-laws = 看主要法律法规
    .also-laws = 法律 | 商标法 | 专利法 | 有哪些法律 | 最新商标法
    .opt-suggest = 提建议
    .also-suggest = 建议 | 意见 | 提意见 | 反映

policy-enquiry-laws =
    <b>主要法律法规</b>
    《专利法》：2020年修改，2021年6月1日起施行
    《专利法实施细则》：2023年修改，2024年1月20日起施行
    《专利纠纷行政裁决和调解办法》：2025年2月1日起施行
    《专利优先审查管理办法》：2026年9月1日起施行
    《商标法》：现在用2019年的文本；2026年6月26日修订的新文本，2027年1月1日起施行
    《反不正当竞争法》：2025年修订，2025年10月15日起施行
    《国务院关于涉外知识产权纠纷处理的规定》：2025年5月1日起施行
    《市场监督管理投诉举报处理办法》：2026年4月15日起施行
    本地还有《湖北省专利条例》和《武汉市知识产权促进和保护条例》。
    条文请以国家法律法规数据库公布的为准。

policy-enquiry-laws-from-2027 =
    <b>主要法律法规</b>
    《专利法》：2020年修改，2021年6月1日起施行
    《专利法实施细则》：2023年修改，2024年1月20日起施行
    《专利纠纷行政裁决和调解办法》：2025年2月1日起施行
    《专利优先审查管理办法》：2026年9月1日起施行
    《商标法》：2026年6月26日修订，2027年1月1日起施行；以前的事，可能还要看2019年的文本
    《反不正当竞争法》：2025年修订，2025年10月15日起施行
    《国务院关于涉外知识产权纠纷处理的规定》：2025年5月1日起施行
    《市场监督管理投诉举报处理办法》：2026年4月15日起施行
    本地还有《湖北省专利条例》和《武汉市知识产权促进和保护条例》。
    条文请以国家法律法规数据库公布的为准。

policy-enquiry-words = 您想查哪方面的规定？
    .hint = 写几个关键词，例如：质押贴息、知识产权规划、高价值专利
    .label = 关键词

# $found-count 份数；$found-as-of 目录日期
policy-enquiry-found = 找到{ $found-count }份，您要看哪一份？
    .hint = 目录日期：{ $found-as-of }
    .label = 文件
    .item = { $title }（{ $kind }，{ $day }）
    .opt-other-words = 换几个词再查
    .also-other-words = 重新查 | 换个词 | 再查一次

policy-enquiry-not-loaded =
    政策法规的目录还没有放进来，所以现在查不到，不等于没有这样的规定。
    法律法规可以查国家法律法规数据库，市里的政策可以打12345问，也可以在这里留言请工作人员找。

policy-enquiry-none =
    目录里没有找到和“{ $words }”有关的文件，不等于没有这样的规定。可以换几个词再查，也可以请工作人员帮您找。

policy-enquiry-gone = 目录刚刚更新过，这一份不在里面了，请再查一次。

policy-enquiry-detail =
    <b>{ $one-title }</b>
    种类：{ $one-kind }
    发布日期：{ $one-day }
    效力：{ $one-status }
    内容：{ $one-summary }
    链接：{ $one-link }

policy-enquiry-prepared = 常见问题里有几条也许用得上，要看哪一条？
    .label = 常见问题
    .item = { $title }
    .opt-none-of-these = 都不是
    .also-none-of-these = 没有 | 不用看

# $ready-title 问题；$ready-words 答案
policy-enquiry-ready-answer =
    <b>{ $ready-title }</b>
    { $ready-words }
    依据：{ $ready-source }（{ $ready-day }核对）

policy-enquiry-further = 接下来您想做什么？
    .label = 下一步
    .opt-back-to-list = 回到结果列表
    .also-back-to-list = 列表 | 上一页
    .opt-another = 再查别的
    .also-another = 再查 | 重新查 | 查别的
    .opt-subscribe = 有新政策就告诉我
    .also-subscribe = 订阅 | 提醒我 | 通知我
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 留言 | 请工作人员帮忙
    .opt-done = 不用了
    .also-done = 谢谢 | 够了

# $subscription-what 订阅的内容
policy-enquiry-subscribed =
    订好了：{ $subscription-what }。目录里有新的，第二天早上在这里告诉您。
    每条消息下面都有按钮，点一下就能退订；发送 /mydata 也能查看和退订。

policy-enquiry-suggestion = 您有什么建议？
    .why = 请对事不对人，也不要写别人的个人信息。
    .hint = 例如：建议每个月在高校办一次专利检索的讲座，地点轮着来。
    .label = 建议

policy-enquiry-question = 您想问什么？
    .hint = 例如：公司2024年买的专利，申请高价值专利的项目算不算数？
    .label = 问题

policy-enquiry-next =
    工作人员会在这里答复您。建议会送到管规划和政策的同事那里。

policy-enquiry-who = 只有办理的工作人员能看到。

policy-enquiry-state-replied = 已答复

# $receipt 受理编号；$reason 工作人员写的原因或结果
policy-enquiry-reply-acknowledge =
    您好，{ $receipt }我们看到了，正在了解，有结果马上告诉您。
    .label = 已收到
policy-enquiry-reply-ask-details =
    您好，为了答复{ $receipt }，还想请您说明一下：
    { $reason }
    .label = 请说明
policy-enquiry-reply-transfer =
    您好，{ $receipt }由其他部门来答更合适，我们已经转过去。说明如下：
    { $reason }
    .label = 转其他部门
policy-enquiry-reply-replied =
    您好，{ $receipt }的答复如下：
    { $reason }
    这是对规定的一般说明，具体的事由办理部门来定。
    .label = 答复
policy-enquiry-reply-suggestion =
    您好，谢谢您的建议（{ $receipt }）。我们的意见如下：
    { $reason }
    .label = 回复建议
policy-enquiry-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
