# 订阅：叫什么，推送里写什么

rhythm-daily = 第二天早上
rhythm-weekly = 每周一
rhythm-monthly = 每月1日
rhythm-quarterly = 每季度第一天

# $words 关键词、分类号、申请人
subscription-patents = 新专利（{ $words }）
# $words 前几个；$rest 还有几个
subscription-patents-and-more = 新专利（{ $words }，另有{ $rest }个）
subscription-publications = 新发布的白皮书、案例、新闻和政策文件
# $kind 种类
subscription-of-publications = 新发布的{ $kind }
subscription-notices = 新的资助通知
# $kind 事项
subscription-of-notices = 新的资助通知（{ $kind }）
subscription-policies = 新政策

subscribe-refused-empty = 没看出要留意什么，所以没有订上。
subscribe-refused-short = 只有一个字的关键词几乎每件专利都对得上，所以没有订。请写长一点的词。
subscribe-refused-many = 您已经订了20项专利预警。请先退掉一项，发 /mydata 就能看到。
# $what 退订的内容
subscription-ended = 已经退订：{ $what }。以后不再发。
subscription-not-there = 这个订阅之前已经退掉了，以后不再发。

# $what 订阅的内容；$rhythm 间隔；$since 从哪天起
mydata-subscription = 订阅：{ $what }，{ $rhythm }，{ $since }起
button-unsubscribe = 退订这一项
# $what 订阅的内容
button-end-subscription = 退订：{ $what }

# $count 几件；$what 订阅的内容
digest-patents =
    <b>有{ $count }件新专利和您的订阅对得上</b>
    { $what }
digest-publications =
    <b>新发布了{ $count }份</b>
    您订阅的是：{ $what }
digest-notices =
    <b>有{ $count }条新的资助通知</b>
    您订阅的是：{ $what }
digest-policies =
    <b>有{ $count }份新政策</b>
    您订阅的是：{ $what }

# $title 名称；$number 号；$day 日期；$applicants 申请人；$why 为什么对得上
digest-entry-patents =
    <b>{ $title }</b>
    { $number }，{ $day }公开
    申请人：{ $applicants }
    对得上的：{ $why }
# $title 名称；$kind 种类；$day 日期
digest-entry-publications =
    <b>{ $title }</b>
    { $kind }，{ $day }
# $title 名称；$kind 事项；$day 开始；$until 截止
digest-entry-notices =
    <b>{ $title }</b>
    { $kind }，{ $day }开始，{ $until }截止
# $title 名称；$kind 种类；$day 日期
digest-entry-policies =
    <b>{ $title }</b>
    { $kind }，{ $day }公布
# $entry 条目；$link 网址
digest-entry-link =
    { $entry }
    { $link }

# $word 您写的关键词、分类号或名称
digest-why-keyword = 关键词“{ $word }”
digest-why-class = 分类号{ $word }
digest-why-applicant = 申请人{ $word }

# $count 还有几件
digest-rest = 另外还有{ $count }件对得上，这里不一一列出。

digest-note-patents = 想看全文，请用上面的号到国家知识产权局的“中国专利公布公告”查。这里只是信息，不判断是否侵权。
digest-note-publications = 全部的可以在“白皮书和公开信息”里找。
digest-note-notices = 谁能申报、还有哪些通知，可以在“资助和资金”里看。
digest-note-policies = 全部的可以在“政策法规和建议”里找。
