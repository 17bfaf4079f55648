# 给公众看的网页

web-title = 知识产权局网上窗口
web-demo = 知识产权服务窗口（演示）
web-greeting = 您可以随时在这里反映问题、寻求帮助、查询信息、跟进办理进度。您提交的内容由工作人员处理，并在这里答复您。
web-door-report = 假冒专利、侵权、维权援助
web-door-find = 代理机构、政策、统计数据、该找哪个部门
web-door-follow = 看进度、补材料、给工作人员留言
web-skip = 直接看对话
web-pages = 页面
web-counter = 服务窗口
web-track = 查办理进度
web-conversation = 对话
web-what = 您想办什么事？
web-your-answer = 您的回答
web-write = 也可以直接说说您遇到的事
web-write-hint = 例如：有家店卖的吹风机上标着假的专利号
web-write-answer = 写下您的回答
web-send = 发送
web-sending = 正在发送
web-lost = 网络断了。您写的内容还在，我们会自动重试。
web-you = 您
web-desk = 工作人员
web-back = 回到窗口
web-to-counter = 去服务窗口

## 需要留存的消息

web-receipt-title = 回执
web-print-page = 打印用页面
web-print = 打印本页
web-copied = 已复制
# $day 日期，$time 时间
web-at = { $day } { $time }

## 查办理进度

web-track-about = 有受理编号和查询码，在任何设备上都能打开您的事项。
web-track-open = 打开我的事项
web-track-both = 请把受理编号和查询码都填上。
web-problem = 还缺一项
web-receipt = 受理编号
web-receipt-hint = 在回执上，例如：WH-261123-K7M4PN
web-code = 查询码
web-code-hint = 提交时显示过一次的8位字母和数字

## 我们能看到什么、保存什么

web-privacy = 我们能看到什么、保存什么
web-privacy-seen = 这个网页能看到什么
web-privacy-seen-more =
    不需要注册账号。我们用一个Cookie认出同一台设备，里面只有一串随机数，没有您的任何信息。
    网页不加载其他公司的任何内容，也没有人统计或跟踪访客。
    和所有网站一样，服务器会收到您的网络地址。我们只在防止大量刷屏时临时使用，不保存，不记入您的事项，也不写进日志。
web-privacy-anonymous = 如果您匿名反映
web-privacy-anonymous-more =
    除非您自己写进内容里，您反映的事项不会关联到这个浏览器或您本人。您可以凭受理编号和查询码查进度。
    您在这里写过的内容，会在这台设备上再次显示，直到您删除。如果用的是公用电脑，请在结束时删除：点“帮助”，再点“我的数据”。
    您所在网络的管理者可能知道您打开过这个网页，但看不到您写了什么。
web-privacy-kept = 我们保存什么
web-privacy-kept-more =
    您提交的内容，在办理需要的期限内保存。姓名、联系方式和文件都加密保存。
    还没提交的表单保存30天，除非本局另有规定。
web-privacy-delete = 查看或删除您的数据
web-privacy-delete-more = 在服务窗口点“帮助”，再点“我的数据”。您可以看到我们保存了什么，带走一份副本，也可以删除对话。

## 帮助

web-help = 帮助
web-help-use = 怎么用这个网页
web-help-use-more =
    点按钮，或者直接用自己的话说。我们一次只问一个问题。
    您可以返回、先离开再用同一台设备接着填，提交前可以修改任何一项。
    不开启脚本、用手机、用读屏软件都可以使用。
web-help-case = 您的事项
web-help-case-more = 提交后您会得到受理编号和查询码。有了这两样，在任何设备上点“查办理进度”都能打开。
web-help-keys = 用键盘操作
web-help-keys-more = 按 Tab 移动，按回车点按钮或发送；较长的内容按 Ctrl 加回车发送。
web-help-window = 本局窗口

## 出了问题时

web-failure-missing = 没有这个页面
web-failure-missing-more = 网址可能有误，或者这个页面属于另一台设备。
web-failure-forbidden = 您不能做这个操作
web-failure-forbidden-more = 您在工作台的角色不包括这一项，管理员可以调整。
web-failure-foreign = 这份表单没有收下
web-failure-foreign-more = 它不是从本网页发出的，或者您的浏览器不保存Cookie。请重新打开服务窗口再发送。刚才的内容没有发出。
web-failure-too-many = 发得有点多
web-failure-too-many-more = 您所在的网络短时间内发来的内容太多。请等一分钟再试，之前发的都已保存。
web-failure-bad = 没能读懂这次请求
web-failure-bad-more = 请回到服务窗口再试一次。刚才的内容没有发出。
web-failure-store = 暂时无法接收
web-failure-store-more = 您刚才发的没有保存，之前已确认的都在。请过几分钟再试。
web-failure-broken = 这里出了点问题
web-failure-broken-more = 是我们的问题，不是您的。请回到服务窗口，之前填的内容都还在。

## 传文件。方括号里的内容由网页在传送时填上

web-file-legend = 照片和文件
web-file-hint = 照片、PDF、文档、视频、录音都可以。工作人员看到的照片不带拍摄地点等隐藏信息，原件密封保存。
web-file-choose = 选择文件
web-file-send = 发送文件
web-file-drop = 把文件拖到这里，或者粘贴，也可以
web-file-camera = 拍照
web-file-list = 正在传的文件
web-file-waiting = 等着传
web-file-going = 共[size]，已传[percent]%
web-file-paused = 网络断了，恢复以后接着传。
web-file-done = 传好了
web-file-failed = 这个文件没能传上来，请再试一次。
web-file-too-big = 这个文件太大，最多[size]。
web-file-stop = 不传[name]了
# $name 文件名；$why 原因
web-upload-not-taken = “{ $name }”没有收下。{ $why }
# $megabytes 单个文件的最大大小
web-upload-too-large = 文件太大，每个不超过{ $megabytes } MB。
# $max 一个人可以同时发送的文件数
web-upload-too-many = 已经有{ $max }个文件在发送，请等它们发完。
# $megabytes 一个人可以同时发送的大小
web-upload-too-much = 同时发送的文件超过了{ $megabytes } MB，请等前面的发完。
web-upload-no-space = 现在没有空间接收文件，已经收到的都在。请稍后再试。
web-upload-missing = 找不到这个文件了，请重新发送。
web-upload-broken = 文件没有完整收到，请再发一次。
web-upload-slow = 现在发来的内容较多，请稍后再试。

## 聊天里的链接打开的页面

web-once-about = 您在这里发的内容直接交到本局，填进您的表单，不经过聊天。
# $time 时刻
web-once-until = 这个页面在{ $time }以前有效，只能用一次。
# $time: time of day
web-once-late = 这个链接已于{ $time }到期。已经在上传的文件仍可传完，传完后请按下面的按钮。
# $receipt 受理编号；$paper 材料
web-once-paper = { $receipt }：{ $paper }
web-once-send = 发送
web-once-nothing = 请先填写内容，或者选择文件。
web-once-sent = 已收到
web-once-sent-more = 请回到聊天里接着办，这个页面可以关掉了。
web-once-over = 这个链接已失效
web-once-over-more = 它已经用过，或者超过了15分钟。您可以在聊天里再要一个。

## 工作人员发来的文件

# $name 文件名；$kilobytes 大小
web-file-given = { $name }（{ $kilobytes } KB）
web-file-coming = 附有一个文件，马上就能打开。
web-file-gone = 这里原来附有一个文件，现在已经不保存了。
# $answer 核对时的一项回答
web-review-answer = { $answer }
