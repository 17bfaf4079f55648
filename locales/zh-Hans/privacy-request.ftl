# 个人信息的查阅、复制、更正、删除、撤回同意和说明。个人信息保护法第13至18条、第28至31条、第44至50条。

privacy-request = 我的个人信息
    .short = 我的个人信息
    .about =
        看我们记着您的哪些信息；可以要一份、改错、删掉，也可以撤回同意。
        能马上办的当场告诉您，其余的交给负责个人信息的工作人员。

privacy-request-right = 您想怎么处理自己的信息？
    .label = 请求
    .opt-see = 看一看
    .also-see = 查看 | 查阅 | 看我的资料 | 你们记着什么
    .opt-copy = 要一份
    .also-copy = 复制 | 拷贝 | 导出 | 下载
    .opt-correct = 改错
    .also-correct = 更正 | 改正 | 写错了 | 修改资料
    .opt-delete = 删掉
    .also-delete = 删除 | 删我的数据 | 清除 | 把我的资料删掉
    .opt-withdraw = 撤回同意
    .also-withdraw = 不同意了 | 撤回授权 | 收回同意
    .opt-explain = 问怎么用的
    .also-explain = 说明 | 解释 | 隐私 | 怎么处理

privacy-request-see =
    发 /mydata，马上看到这个聊天里记着什么，包括您的订阅；要一份，就点“全部导出成文件”。
    交过的办件，在“查进度”里看经过和现在的状态。
    想看得更全，请往下提出请求。

privacy-request-correct =
    没提交的，点“修改”就能改。
    交过的办件：联系方式在“查进度”里可以自己改；别的写错了，在“查进度”里给工作人员留言，原来的记录会留着，更正写在后面。
    这样还不够，请往下提出请求。

privacy-request-delete =
    没提交的内容：发 /cancel 就删掉；不管它，到期也会自动删。
    订阅：点推送下面的按钮，或者发 /mydata 退订。
    聊天和您的绑定：发 /mydata，点“清除聊天数据”，订阅也一起退掉。
    交过的办件：法律和档案规定要保存的，在保存期内不能删，但会停止保存以外的使用；不该留的，我们删，并告诉您。
    要删交过的，请往下提出请求。

privacy-request-withdraw =
    发 /mydata，点“清除聊天数据”，就是撤回在这里的同意，没提交的内容一并删掉。
    撤回以前已经做的，不受影响；已经交的办件，工作人员依法办理需要用的信息还会用。
    想撤回交过的某一件，到“查进度”里选“撤回”。

privacy-request-explain =
    发 /privacy，看谁在处理、为了什么、收集哪些、怎么保管、您有哪些权利。
    姓名和联系方式加密保存，办理的人才能看，每看一次都要写明理由并留下记录。证件号码不在聊天里收。
    还有不明白的，请往下提出请求，负责的人来答复您。

privacy-request-further = 这样可以了吗？
    .label = 下一步
    .opt-request = 还不行，正式提出请求
    .also-request = 还不行 | 提出请求 | 申请 | 不可以
    .opt-another = 看别的
    .also-another = 别的 | 换一个 | 重新选
    .opt-done = 可以了
    .also-done = 可以 | 谢谢 | 够了 | 不用了

privacy-request-whose = 是谁的信息？
    .why = 只能由本人来提；不满14岁的孩子，由监护人提。
    .label = 谁的信息
    .opt-mine = 我自己的
    .also-mine = 我的 | 本人 | 自己
    .opt-child = 不满14岁的孩子的
    .also-child = 孩子 | 小孩 | 儿子 | 女儿
    .opt-someone-else = 别人的
    .also-someone-else = 别人 | 朋友 | 同事 | 家人

privacy-request-not-yours =
    别人的信息，要由他本人来提。他不方便的，请带上他的授权书和您的证件到我们的窗口办。
    亲属已经去世的，近亲属为了合法、正当的事也可以提，请找人工问怎么办。

privacy-request-scope = 您说的是哪些信息？
    .label = 范围
    .opt-one-case = 一件办件里的
    .also-one-case = 一件 | 某一件 | 办件
    .opt-all = 你们有的全部
    .also-all = 全部 | 所有 | 都要

privacy-request-anonymous-care =
    如果那一件是<b>匿名举报</b>，请不要从这里办：这里会留下您是谁，就把您和举报连在一起了。请改用“查进度”，凭受理编号和查询码留言。

privacy-request-receipt = 那一件的受理编号是多少？
    .hint = 在提交后的回执上，例如：WH-261123-K7M4PN
    .label = 受理编号

privacy-request-proof = 怎么核对是您本人？
    .label = 核对办法
    .opt-by-code = 我有查询码
    .also-by-code = 查询码 | 有查询码
    .opt-by-staff = 请工作人员核对
    .also-by-staff = 没有查询码 | 丢了 | 工作人员

privacy-request-code = 查询码是多少？
    .hint = 提交时只显示过一次，共8位字母和数字。
    .label = 查询码

privacy-request-wrong =
    受理编号和查询码对不上，请对照回执再填一次。连着错几次，会锁一个小时。

# $access-minutes 还要等几分钟
privacy-request-locked =
    连着错了几次，为了安全先锁住了，{ $access-minutes }分钟以后才能再试。现在可以选“请工作人员核对”。

privacy-request-anonymous-case =
    这一件是匿名举报。为了不把您和它连在一起，我们不在这里收请求。
    请到“查进度”，凭受理编号和查询码给工作人员留言。

privacy-request-details = 请说说具体的要求。
    .hint = 例如：电话写错了一位，最后四位应是0000。请不要写证件号码。
    .label = 具体要求

# 姓名和联系方式见 shared/party.ftl

privacy-request-next =
    工作人员先核对是不是您本人，再按您的要求办，办好了在这里告诉您。需要看证件的，会请您到我们的窗口，或者用我们自己的网页。
    做不到的，会写明理由；您不同意的，可以依法起诉。

privacy-request-who = 只有负责个人信息的工作人员和核对时必须参与的人能看到。

privacy-request-state-checking = 正在核对
privacy-request-state-done = 已办好
privacy-request-state-partly-done = 部分办好
privacy-request-state-refused = 未能办理

# $receipt 受理编号；$reason 工作人员写的原因或结果
privacy-request-reply-acknowledge =
    您好，您关于个人信息的请求{ $receipt }我们收到了，正在核对。
    .label = 已收到
privacy-request-reply-ask-details =
    您好，为了办好{ $receipt }，还想请您说明一下，请不要写证件号码：
    { $reason }
    .label = 请说明
privacy-request-reply-identity =
    您好，{ $receipt }办理以前，要核对是不是您本人。请这样核对，不要把证件发到聊天里：
    { $reason }
    .label = 核对身份
privacy-request-reply-transfer =
    您好，{ $receipt }说的信息由别的单位处理。您可以这样找他们：
    { $reason }
    .label = 不归我们
privacy-request-reply-done =
    您好，{ $receipt }已经办好：
    { $reason }
    .label = 已办好
privacy-request-reply-partly-done =
    您好，{ $receipt }办好了一部分。没有办的和原因如下：
    { $reason }
    .label = 部分办好
privacy-request-reply-refused =
    您好，很抱歉，{ $receipt }我们没能办。理由如下：
    { $reason }
    您不同意的，可以依法起诉。
    .label = 未能办理
privacy-request-reply-close =
    您好，{ $receipt }已经办完。结果如下：
    { $reason }
    如果问题没有解决，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
