# 白皮书和公开信息

publications = 白皮书和公开信息
    .short = 白皮书和公开信息
    .about =
        找已经发布的知识产权白皮书、典型案例、新闻和政策文件。
        选种类和年份，我们给您名称、日期和链接。目录里没有的，会照实说。

publications-kind = 您想找哪一类？
    .label = 种类
    .opt-white-paper = 白皮书
    .also-white-paper = 知识产权白皮书 | 年度报告 | 状况报告 | 保护状况
    .opt-typical-cases = 典型案例
    .also-typical-cases = 案例 | 十大案例 | 案件
    .opt-news = 新闻动态
    .also-news = 新闻 | 动态 | 消息
    .opt-policy = 政策文件
    .also-policy = 政策 | 文件 | 通知公告

publications-year = 要看哪一年的？
    .hint = 例如：2025、去年。不限年份就跳过。
    .label = 年份

# $found-count 份数；$found-as-of 目录日期
publications-found = 找到{ $found-count }份，您要看哪一份？
    .hint = 目录日期：{ $found-as-of }
    .label = 文件
    .item = { $title }（{ $day }）
    .opt-other-search = 换个条件再找
    .also-other-search = 重新找 | 换一年 | 换一类

publications-not-loaded =
    公开文件的目录还没有放进来，所以现在查不到，不等于没有发布过。
    您可以打12345问，也可以在这里留言，请工作人员帮您找。

publications-none =
    按这个条件，目录里没有找到。可以换一年，或者不限年份再找；也可以请工作人员帮您找。

publications-gone = 目录刚刚更新过，这一份不在里面了，请再找一次。

publications-detail =
    <b>{ $one-title }</b>
    种类：{ $one-kind }
    发布日期：{ $one-day }
    语言：{ $one-language }
    内容：{ $one-summary }
    链接：{ $one-link }

publications-further = 接下来您想做什么？
    .label = 下一步
    .opt-back-to-list = 回到结果列表
    .also-back-to-list = 列表 | 上一页
    .opt-another = 再找别的
    .also-another = 再找 | 找别的 | 重新找
    .opt-subscribe = 有新发布就告诉我
    .also-subscribe = 订阅 | 提醒我 | 通知我
    .opt-ask-staff = 请工作人员帮忙
    .also-ask-staff = 问工作人员 | 留言 | 帮我找
    .opt-done = 不用了
    .also-done = 谢谢 | 够了

# $subscription-what 订阅的内容
publications-subscribed =
    订好了：{ $subscription-what }。目录里有新的，第二天早上在这里告诉您。
    每条消息下面都有按钮，点一下就能退订；发送 /mydata 也能查看和退订。

publications-question = 您想找什么，或者想问什么？
    .hint = 例如：想要2023年白皮书的英文版
    .label = 问题

publications-next =
    工作人员找到以后，在这里答复您。想起什么要补充，从“查进度”里发给我们。

publications-who = 只有办理的工作人员能看到。

publications-state-replied = 已答复
publications-state-not-available = 没有找到

# $receipt 受理编号；$reason 工作人员写的原因或结果
publications-reply-acknowledge =
    您好，{ $receipt }我们看到了，正在帮您找，有结果马上告诉您。
    .label = 已收到
publications-reply-ask-details =
    您好，为了帮您找准，{ $receipt }还想请您说明一下：
    { $reason }
    .label = 请说明
publications-reply-transfer =
    您好，{ $receipt }要找的内容在别的部门，我们已经转过去。说明如下：
    { $reason }
    .label = 转其他部门
publications-reply-replied =
    您好，{ $receipt }要找的内容如下：
    { $reason }
    .label = 答复
publications-reply-not-available =
    您好，很抱歉，{ $receipt }要找的内容我们没有，或者不能公开。说明如下：
    { $reason }
    .label = 没有找到
publications-reply-close =
    您好，{ $receipt }已经办完。答复如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
