# 只在Telegram上用的文字

# 命令说明，3到60个字
command-start = 打开服务台
command-new = 选一项服务
command-status = 查进度、补材料、撤回
command-human = 找人工
command-back = 回上一题
command-cancel = 取消正在填的内容
command-language = 换语言 Language
command-privacy = 个人信息说明
command-mydata = 我的数据
command-help = 帮助

bot-name = 知识产权服务台
bot-description =
    市知识产权局的自动服务台：举报假冒专利、申请维权援助、查专利代理机构、看办理进度，也可以找工作人员。
    可以匿名。中文、英文都行，说到一半也能换。
    点“开始”，一次回答一个问题。
bot-short-description = 举报假冒专利、申请维权援助、查代理机构、看办理进度。中文、英文都行。

# 还没输入时的按钮，点了进服务台
telegram-inline-open = 到服务台查代理机构
telegram-inline-none = 名册里没有，请小心，付款前先核对
# $code 代码；$place 所在地
telegram-inline-item = { $code }　{ $place }
# $name 名称；$code 代码；$place 所在地；$as-of 名册日期
telegram-inline-text =
    <b>{ $name }</b>
    代码：{ $code }
    所在地：{ $place }
    名册日期：{ $as-of }
telegram-inline-demo = 演示名单，不是正式名册
