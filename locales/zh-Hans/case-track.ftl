# 查进度、补充、撤回

case-track = 查进度
    .short = 查进度
    .about =
        看您交来的事办到哪一步，什么时候有结果。
        还可以补充材料、给工作人员留言、催办或撤回。
        在这个聊天里交的，直接选；别处交的，凭受理编号和查询码查。

case-track-mine = 您要看哪一件？
    .label = 办件
    .item = { $service }　{ $state }　{ $receipt }
    .opt-by-code = 用受理编号和查询码查
    .also-by-code = 别的 | 用编号查 | 匿名举报

case-track-receipt = 您的受理编号是多少？
    .why = 匿名交的、在别处交的，凭受理编号和查询码查。
    .hint = 在提交后的回执上，例如：WH-261123-K7M4PN
    .label = 受理编号

case-track-code = 查询码是多少？
    .why = 有查询码，才能确定是您本人交的。
    .hint = 提交时只显示过一次，共8位字母和数字。
    .label = 查询码

case-track-wrong =
    受理编号和查询码对不上，请对照回执再填一次。连着错几次，会锁一个小时。

# $access-minutes 还要等几分钟
case-track-locked =
    连着错了几次，为了安全先锁住了，请{ $access-minutes }分钟后再试。查询码丢了也别急，可以找人工。

case-track-gone = 这一件现在打不开，请重新选一件。

# $ticket-next 是整句
case-track-status =
    <b>{ $ticket-service }</b>
    受理编号：<code>{ $ticket-receipt }</code>
    现在：<b>{ $ticket-state-text }</b>（{ $ticket-since }起）
    { $ticket-next }

case-track-act = 接下来您想做什么？
    .label = 操作
    .opt-add-files = 补充材料
    .also-add-files = 补材料 | 加照片 | 传文件 | 补证据
    .opt-write = 给工作人员留言
    .also-write = 留言 | 写信 | 补充说明
    .opt-hurry = 催办
    .also-hurry = 催一下 | 太慢了 | 超期了
    .opt-rate = 评价
    .also-rate = 打分 | 满意度
    .opt-reopen = 没解决，重新办理
    .also-reopen = 没解决 | 重新办 | 重办
    .opt-history = 看办理经过
    .also-history = 经过 | 历史 | 记录
    .opt-change-contact = 改联系方式
    .also-change-contact = 换电话 | 换手机号 | 改邮箱
    .opt-withdraw = 撤回
    .also-withdraw = 撤销 | 撤诉 | 撤回申请
    .opt-link = 在这个聊天里收答复
    .also-link = 接收答复 | 绑定
    .opt-forget = 解绑这个聊天
    .also-forget = 解绑 | 解除绑定 | 忘掉
    .opt-other = 看另一件
    .also-other = 别的 | 另一个
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有 | 没有了 | 不用

case-track-papers = 您要补充哪些照片或文件？
    .hint = 可以一次发几个，发完点“完成”。
    .label = 补充材料

case-track-told-added =
    { $added-result ->
        [ok] 补充的材料收到了，已经交给办理的工作人员。
       *[refused] 这次没有补充成功：{ $added-reason }
    }

case-track-message = 您想对工作人员说什么？
    .hint = 例如：那家店又换了新的包装，专利号没有变。
    .label = 留言

case-track-told-written =
    { $written-result ->
        [ok] 留言已经交给办理的工作人员，答复会写在这件办件里。
       *[refused] 这次没有留言成功：{ $written-reason }
    }

case-track-told-hurried =
    { $hurried-result ->
        [ok] 已经替您催办，办理的工作人员会看到。
       *[refused] 现在还不能催办：{ $hurried-reason }
    }

case-track-grade = 这件事办得怎么样？
    .label = 评价
    .opt-very-satisfied = 非常满意
    .also-very-satisfied = 很满意 | 5分 | 太好了
    .opt-satisfied = 满意
    .also-satisfied = 4分 | 不错
    .opt-fair = 一般
    .also-fair = 3分 | 还行 | 基本满意
    .opt-dissatisfied = 不满意
    .also-dissatisfied = 2分 | 不好
    .opt-very-dissatisfied = 非常不满意
    .also-very-dissatisfied = 1分 | 很不满意 | 太差了

case-track-grade-words = 哪里好，哪里不好，愿意说说吗？
    .hint = 例如：答复很快，就是要补两次材料。
    .label = 评价说明

case-track-told-rated =
    { $rated-result ->
        [ok] 谢谢您的评价。
       *[refused] 这次没有评价成功：{ $rated-reason }
    }

case-track-call-back =
    很抱歉没让您满意。我们会请工作人员再看一遍，弄清问题出在哪里。

case-track-not-solved = 哪里没有解决？
    .hint = 例如：那家店昨天又在卖同样的商品。
    .label = 没解决的地方

case-track-told-reopened =
    { $reopened-result ->
        [ok] 已经重新办理，工作人员会看到您写的情况。
       *[refused] 这次没能重新办理：{ $reopened-reason }
    }

# $now-history 每行一条
case-track-past =
    { $ticket-receipt }的办理经过：
    { $now-history }

case-track-new-contact = 新的手机号或电子邮箱是什么？
    .hint = 例如：138 0000 0000，或 name@example.com
    .label = 新联系方式

case-track-told-contact =
    { $contact-changed-result ->
        [ok] 联系方式改好了，以后用新的联系您。
       *[refused] 这次没有改成功：{ $contact-changed-reason }
    }

# $ticket-receipt 受理编号
case-track-withdraw-sure = 确定要撤回{ $ticket-receipt }吗？
    .why = 撤回以后，这件事就不再往下办。如果是举报，已经发现的违法行为，办理部门仍可能继续查。
    .label = 确定撤回

case-track-withdraw-reason = 为什么撤回，愿意说说吗？
    .hint = 例如：对方已经停止销售。
    .label = 撤回原因

case-track-told-withdrawn =
    { $withdrawn-result ->
        [ok] { $ticket-receipt }已经撤回。以后有需要，可以再来提交。
       *[refused] 这次没有撤回成功：{ $withdrawn-reason }
    }

case-track-told-linked =
    { $linked-result ->
        [ok] 好的，以后有答复就送到这个聊天里。办件里还是不留您的账号，随时可以解绑。
       *[refused] 这次没有办成：{ $linked-reason }
    }

case-track-forget-sure = 确定把{ $ticket-receipt }和这个聊天解绑吗？
    .why = 解绑以后，答复不再送到这里，只能凭受理编号和查询码查。请先确认两样都记下了。
    .label = 确定解绑

case-track-told-forgotten =
    { $forgotten-result ->
        [ok] 已经解绑。以后请用受理编号和查询码查进度。聊天记录还在您的手机上，可以自己删除。
       *[refused] 这次没有办成：{ $forgotten-reason }
    }
