# 各项服务通用的文字

## 按钮

# $service 服务名称
button-continue-service = 接着填：{ $service }
button-language = 中文 / English
button-help = 帮助
button-cancel-yes = 确定取消
button-cancel-no = 不，先留着
button-continue = 接着填
button-anew = 重新填
button-home = 回首页
button-agree = 同意
button-disagree = 不同意
button-back = 返回
button-go-on = 回到刚才
button-human = 找人工
button-privacy = 个人信息说明
button-mydata = 我的数据
button-mydata-copy = 全部导出成文件
button-forget = 清除聊天数据
button-forget-yes = 确定清除
button-link-yes = 在这里收答复
button-link-no = 不用，我凭编号查
button-skip = 跳过
button-unknown = 不知道
button-cancel = 取消
# $count 已选几项
button-enough = 选好了（{ $count }项）
# $count 文件个数
button-files-enough = 完成（{ $count }个）
button-files-clear = 删掉重发
button-yes = 是
button-no = 否
button-keep = 就按这个填
button-page-before = 上一页
button-page-after = 下一页
button-pass = 仍然继续
button-submit = 提交
button-change = 修改
button-more = 补充更多
# $label 问题；$answer 回答
button-change-step = { $label }：{ $answer }
button-ticket = 看办理情况
button-booking = 我的报名
button-copy-receipt = 复制受理编号
# $option 选项
ticked = ✅ { $option }
unticked = ▫️ { $option }

## 提问

# $question 问题
question = <b>{ $question }</b>
# $words 为什么问
question-why = <i>{ $words }</i>
# $words 提示
question-hint = { $words }
# $answer 原来的回答
question-before = 原来填的是：{ $answer }
# $label 问题；$answer 回答
given = ✓ { $label }：{ $answer }

## 插进来的事

# $service 服务名称
cancel-really = 确定取消“{ $service }”吗？填好的内容和发来的文件会全部删掉，找不回来。
cancelled = 已经取消，填过的内容和文件都删掉了。
nothing-to-cancel = 现在没有正在填的内容，不用取消。
# $service 服务名称
draft-exists = “{ $service }”您上次填了一部分，要接着填吗？
# $service 服务名称
draft-expired = “{ $service }”很久没有填完，已经自动删除。需要的话，随时可以重新填。
# $service 服务名称；$day 删除日期
draft-reminder = “{ $service }”还没有填完。到{ $day }还没提交，就会自动删除。
language-choose = 请选择语言。Please choose a language.
language-zh-Hans = 中文
language-en = English
language-set = 好的，接下来用中文。
help =
    一次回答一个问题，点按钮、打字都可以。
    填错了就点“返回”，提交前也能点“修改”。中途离开没关系，回来接着填。
    日期和号码怎么写都行，例如“昨天”“11月3日”。
    说不清楚的，随时可以找人工。
help-commands =
    /new 选服务
    /status 查进度
    /human 找人工
    /back 回上一题
    /cancel 取消正在填的
    /language 换语言
    /privacy 个人信息说明
    /mydata 我的数据
    /help 帮助
# $office 处理个人信息的单位；$officer 个人信息方面找谁；$days 没填完的内容保留几天；$otherwise 不同意怎么办
notice =
    <b>个人信息处理告知</b>
    谁来处理：{ $office }
    有疑问找谁：{ $officer }
    为了什么：办理您交来的事，和您联系。
    收集什么：只收办这件事要用的，例如姓名、联系方式、您写下的情况和发来的文件。
    怎么保管：加密保存。没提交的，{ $days }天没动就删除；提交了的，按档案规定的期限保存。
    谁能看到：只有办理的工作人员。
    您的权利：可以查阅、复制、更正、删除，也可以撤回同意。发 /mydata 查看，发 /human 请工作人员办理。
    { $otherwise }
# 不同意怎么办：可以匿名的事项，和其他事项
notice-otherwise-anonymous = 不同意的话，仍然可以匿名举报，或者到我们的窗口办理。
notice-otherwise = 不同意的话，可以到我们的窗口办理。
notice-abroad =
    还有一点请您知道：Telegram的服务器在境外，您在这里写的内容会经过境外。点“同意”，就是连同这一点也单独同意了。
    不愿意的话，请到我们的窗口办理。
notice-here = 您在这里写的内容直接交给我们，不经过别的聊天平台。
notice-sensitive =
    接下来要问的是敏感个人信息，例如证件号码或经济状况。
    只用来办这件事，加密保存；工作人员要看，也得写明理由。您单独同意以后我们才问。不同意的话，可以到我们的窗口办理。
notice-sensitive-link = 这一项在我们自己的网页上填：会给您一个链接，只给您一个人，用一次就失效。它不经过这个聊天。
not-agreed-anonymous = 好的，这些我们不问也不记。您仍然可以匿名举报，或者找人工问一问。
not-agreed = 好的，这些我们不问也不记。您可以到我们的窗口办理，或者找人工问一问。
not-agreed-extra = 好的，这一项不填，也不记。
# $label 问题
personal-elsewhere = “{ $label }”不在这里收。需要的话，工作人员会请您在我们自己的网页或窗口提供。
by-link = 这一项不能经过这个聊天，它的服务器在境外。请打开上面的链接，在我们自己的网页上填写或上传；填好以后，这里接着往下走。
by-link-only = 请不要在这里发。请删掉刚才那条消息，用上面的链接。
by-link-late = 您在链接里发来的内容，对应的问题已经过去了，所以没有收下。
# $link 链接；$minutes 有效分钟数
by-link-sent =
    请在{ $minutes }分钟内打开这个链接，只给您一个人，用一次就失效：
    { $link }
by-link-no-paper = 这份材料现在不用交了。
# $receipt 受理编号；$paper 材料
by-link-paper-there = { $receipt }：{ $paper }收到了。
button-link-again = 再发一个链接
button-leave-to-desk = 这里先不填
mydata = 关于这个聊天，我们记着您选的语言、没填完的内容、您的订阅，还有哪些办件是您的。
# $day 日期
mydata-agreed = { $day }，您同意了个人信息处理告知。
# $service 服务名称；$answers 回答个数；$files 文件个数
mydata-draft = 没填完的：{ $service }，{ $answers }个回答，{ $files }个文件。
# $title 活动；$day 活动日期；$days 报名保留几天
mydata-booking = 报了名的：{ $title }，{ $day }。活动结束{ $days }天后，报名信息会删掉。
mydata-tickets = 已经提交的，可以在“查进度”里看。办件要归档，不会跟着聊天一起删；想更正或删除，请找人工。
mydata-copy = 我们在这里存着的、和您有关的内容，都在这个文件里：您选的语言、同意记录、没填完的内容、您的办件和往来。文件是JSON格式，程序也能读。请保管好。
# $value 回答
mydata-value = { $value }
forget-really =
    确定清除我们存着的聊天数据吗？没填完的内容、您选的语言、您的订阅、聊天和办件的绑定都会删掉，报了名的活动也会取消。
    已经提交的办件还在，以后凭受理编号和查询码查，请先确认两样都记下了。
forgotten = 已经清除。聊天记录还在您自己的手机上，可以自己删。
# $receipt 受理编号
link-offer =
    { $receipt }有了答复，要送到这个聊天里吗？
    要的话，我们另外记下答复往哪里送，办件里仍然没有您的账号，您随时可以解绑。不要的话，就只能凭受理编号和查询码查。
# $receipt 受理编号
link-kept = 好的，{ $receipt }的答复会送到这里。想停的时候，在“查进度”里选“解绑这个聊天”。
link-not-kept = 好的，没有绑定这个聊天。请收好受理编号和查询码，以后只能凭它们查。
more-which = 您还想补充哪一项？
change-which = 要改哪一项？
change-nothing = 前面还没有可以改的回答。
please-choose = 请从下面选一项。
# $list 能打的字
typed-controls = 也可以打字：{ $list }
# $label 按钮上的字；$command 打什么字
typed-command = { $label }（{ $command }）
nothing-chosen = 还没有选，请至少选一项。
which-place = 有几个地方都对得上，是哪一个？
which-country = 有几个都对得上，是哪一个？
not-understood = 没太明白您的意思。请从下面选一项，或者换个说法。
not-understood-again = 抱歉，还是没明白。请从下面选一项，或者发 /human，让工作人员来帮您。
command-unknown = 没有这个命令。发 /help，看看这里能做什么。
# $max 没填完的最多几份
forms-too-many = 您有{ $max }份内容还没填完。请先打开其中一份，提交或者发 /cancel 删掉，再开始新的。
service-unknown = 这项服务现在办不了，请看看别的，或者找人工。
# $service 服务名称；$why 单位自己写的说明
service-closed = <b>{ $service }</b>暂停办理。{ $why }
toast-old-button = 这个按钮过期了，请点最新一条消息里的按钮。

## 核对

# $service 服务名称
review = <b>请核对：{ $service }</b>
# $label 问题；$answer 回答
review-line = { $label }：{ $answer }
review-declare = 点“提交”，就表示您承诺以上内容真实。

## 回执

# $service 服务名称
receipt-title = <b>已提交：{ $service }</b>
# $receipt 受理编号
receipt-number = 受理编号：<code>{ $receipt }</code>
# $code 查询码
receipt-code = 查询码：<code>{ $code }</code>（只显示这一次，请马上记下来）
# $next 接下来的事；$desk 办理部门
receipt-next =
    办理部门：{ $desk }
    { $next }
# $what 什么事；$day 日期
receipt-due = { $what }：最晚{ $day }
# $year 年份
receipt-guessed = { $year }年的放假安排还没有录入，日期先按周一到周五算，以后可能会变。
receipt-add = 要补充、留言或撤回，点首页的“查进度”或发 /status，选这一件就行。
receipt-add-anonymous = 要补充、留言或撤回，点首页的“查进度”或发 /status，填受理编号和查询码。
# $who 谁能看到
receipt-who = 您提交的内容，{ $who }

## 回答

answer-yes = 是
answer-no = 否
# $place 地名；$written 原话
answer-place = { $place }（填的是“{ $written }”）
# $number 号码
answer-unverified = { $number }（未核实）
# $count 文件个数
answer-files = { $count }个文件
answer-hidden = 已填，不显示
answer-skipped = 已跳过
answer-unknown = 不知道
answer-elsewhere = 不在这里提供
# $zh 中文名；$en 英文名
place-name = { $zh }
place-unknown = 不认识的地方

## 文件

# $megabytes 每个文件的上限；$max 最多个数
files-limits = 每个文件不超过{ $megabytes }MB，最多{ $max }个。
# $count 已收到的个数
files-so-far = 已经收到{ $count }个。
# $megabytes 上限
file-too-big = 这个文件太大，这里最多收{ $megabytes }MB。请压缩一下再发，或者拍成照片。
file-not-asked = 现在还不用发文件，这个没有保存。给已交的办件补材料，请点“查进度”或发 /status。
files-cleared = 发来的文件都删掉了，可以重新发。
# $max 最多个数
files-too-many = 最多收{ $max }个文件，这一个没有保存。
file-added = 文件收到了，已经放进材料里。
file-kept-for-later = 文件先替您收着，问到材料的时候一起算上。
captions = 随文件写的话
    .label = 文件说明
# 各条：$name 文件名
file-refused-too-big = “{ $name }”太大，没有收下。请压缩一下再发。
file-refused-executable = “{ $name }”是程序，为了安全没有收下。请发照片、文档或视频。
file-refused-active-content = “{ $name }”里带有宏或脚本，为了安全没有收下。请另存为PDF再发。
file-refused-malware = “{ $name }”可能带有病毒，没有收下。请检查您的设备，换一个文件。
file-refused-empty = “{ $name }”是空的，没有收下。请打开看看，再发一次。
file-refused-unknown-kind = “{ $name }”这种格式我们打不开，没有收下。请发照片、PDF、文档或视频。
file-refused-lost = “{ $name }”没能取到，请再发一次。
file-refused-not-accepted = “{ $name }”这种格式这里不收。请改发ZIP、PDF或图片。
# 没有收下的原因，接在句子里
file-why-too-big = 太大了
file-why-executable = 是程序，不安全
file-why-active-content = 带有宏或脚本，不安全
file-why-malware = 可能带有病毒
file-why-empty = 是空的
file-why-unknown-kind = 这种格式打不开
file-why-lost = 没能取到
file-why-not-accepted = 这种格式这里不收，请改发ZIP、PDF或图片
file-why-other = 没有通过检查

## 别的东西

odd-sticker = 贴纸收到了，可惜读不懂。请打字，或者点按钮。
odd-poll = 这里收不了投票，请把想说的话打出来。
odd-dice = 骰子在这里用不上。请打字，或者点按钮。
odd-show = 这种内容这里打不开。请打字，或者发照片和文件。
odd-unknown = 这种内容这里读不了。请打字，或者发照片和文件。
contact-of-another = 这是别人的名片，我们没有保存。请发您自己的号码，或者直接打出来。
contact-not-asked = 现在不用留联系方式，这张名片没有保存。
location-type-it = 请把地方打出来，例如：武昌、光谷、汉正街。
location-near = 这个位置大概在下面几个地方，区和区挨得很近，请您自己选一个。
location-outside = 这个位置好像不在武汉。要是在武汉，请把区名打出来。
location-not-asked = 现在不用发位置，我们没有保存。
edited-in-form = 改动以前的消息，不会改掉已经填好的回答。请点“返回”，或者在提交前点“修改”。
# $receipt 受理编号
correction-passed-on = 您对{ $receipt }的改动已经转给工作人员。原来写的也会保留，期限不变。
flood-slow-down = 消息来得太快，请慢一点，一条一条来。
# $max 每天最多几件
ticket-limit-today = 今天您已经提交了{ $max }件，到了上限。急事请找人工，或者明天再来。
turn-broke = 很抱歉，刚才那条消息没能处理，我们已经记下来了。请再试一次，或者发 /human 找人工。
store-trouble = 很抱歉，您的消息现在存不下来。请过一会儿再发，急事请到我们的窗口办理。

## 没看懂的回答

refused-yes-no = 请回答“是”或者“否”。
refused-hotline = 这是服务热线。请留您自己的号码，例如：138 0000 0000。
refused-contact = 这个不像电话号码，也不像邮箱。例如：138 0000 0000，或 name@example.com。
# $max 最多几个
refused-too-many-links = 链接太多，最多{ $max }个。请挑最要紧的发。
refused-files-wanted = 这里要的是文件。请发照片、截图或文档；手头没有，就点“跳过”或“返回”。
refused-receipt-check = 受理编号好像抄错了一位，请对照回执再看一眼。例如：WH-261123-K7M4PN。
refused-receipt-form = 这不像受理编号。例如：WH-261123-K7M4PN。
refused-code = 这不像查询码。查询码是8位字母和数字，例如：K7M4PX29。
refused-choice = 没看出是哪一项，请从下面选，或者打出其中一项的名称。
refused-choice-several = 有几项都对得上，请再说完整一点，或者直接点按钮。
refused-several = 没看出是哪几项，请从下面选，或者写序号，例如：1、3。
# $min 最少几个字
refused-too-short = 太短了，请再多写一点，至少{ $min }个字。
# $limit 最多几个字
refused-too-long = 太长了，最多{ $limit }个字。请写要点，其余的可以放在文件里发来。
# $min、$max 范围
refused-number = 请写{ $min }到{ $max }之间的整数，例如：{ $min }。
refused-place = 没找到这个地方。请写武汉的区名或附近地名，例如：武昌、光谷；不在武汉就写“外地”。
refused-country = 没找到这个国家或地区。请写中文或英文名称，例如：日本、USA、香港。
# $min、$max 年份范围
refused-year-range = 请写{ $min }到{ $max }之间的年份，例如：{ $max }、去年。
# $item 写的内容
refused-list-item = 没看懂“{ $item }”。请对照原件再写一次，几项之间用逗号或换行隔开。
refused-list-number = “{ $item }”不是整数。请写数字，几个数之间用逗号或换行隔开。
refused-list-ipc = “{ $item }”不像分类号。例如：G06F、H04L 29，几个之间用逗号隔开。
refused-list-long = 有一项太长了，请分开写，几项之间用逗号或换行隔开。
# $min 最少几项
refused-list-few = 请至少写{ $min }项，几项之间用逗号或换行隔开。
# $count 写了几项；$max 最多几项
refused-list-many = 您写了{ $count }项，最多{ $max }项。请先挑最要紧的写。
# $numbers 号码
refused-list-check = 这些号码的校验位对不上：{ $numbers }。请对照原件再看一眼。确实是这样，就再发一次，或点“就按这个填”，我们记为未核实。
refused-format = 没看懂这个写法，请对照原件再写一次。例如：ZL 2024 1 1234567.5。
refused-form-email = 这不像邮箱。例如：name@example.com。
refused-form-phone = 这不像电话号码。例如：138 0000 0000。
refused-form-links = 没看到链接。请把链接完整地粘贴过来，例如：https://example.com/item/1。
refused-form-trademark = 这不像商标注册号。注册号是几位数字，例如：12345678。
refused-form-credit-code = 这不像统一社会信用代码。代码共18位，营业执照上有。
refused-form-money = 没看懂金额。例如：500元、1.2万元。
refused-empty = 还是空的，请写点内容。
refused-year = 号码里的年份不对。专利号例如：ZL 2024 1 1234567.5，2024就是申请的年份。
refused-type = 号码里表示种类的那一位不对，应是1、2、3、8或9。例如：ZL 2024 1 1234567.5，年份后面的1表示发明。
# $typed 写的号码；$expected 算出的校验位
refused-check-digit = “{ $typed }”的最后一位对不上，按规则应是{ $expected }。请对照证书或包装再看一眼。确实这样印的，就再发一次，或点“就按这个填”，我们记为未核实。
# $expected 算出的校验位；$complete 完整号码
refused-missing-check-digit = 号码少了小数点后面的一位，完整的应是{ $complete }，最后一位是{ $expected }。请对照原件再写一次；原件上就没有的，点“就按这个填”。
# $sign 不该有的字符
refused-forbidden-sign = 里面的“{ $sign }”不该出现，请对照原件再写一次。例如，信用代码里没有字母I、O、S、V、Z。
refused-birth-date = 证件号码里的出生日期不对，请对照证件再写一次。
refused-area-code = 固定电话请带上区号，例如：027 8765 4321。
refused-scheme = 链接要以http或https开头，例如：https://example.com/item/1。
refused-other-kind = 这看着是另一种号码。请对照原件，写问题里要的那一种。
refused-negative = 金额不能是负数。例如：500元、1.2万元。
refused-too-large = 这个数太大了，请再看一眼。例如：500元、1.2万元。
refused-currency = 请用人民币写金额，例如：500元、1.2万元。
refused-date-format = 没看懂这个日期。请写成这样：11月3日，或2026-11-03。
refused-date-empty = 请写一个日期，例如：11月3日。
refused-date-too-long = 太长了，只写日期就行，例如：11月3日。
refused-date-not-on-calendar = 日历上没有这一天，请再看一眼。例如：2026-11-03。
refused-date-day-missing = 请写到哪一天，大概的也行，例如：11月3日。
refused-date-in-future = 这一天还没到。请写今天或以前的日期，例如：昨天、11月3日。
refused-date-in-past = 这一天已经过了。请写今天或以后的日期，例如：明天、12月3日。
refused-date-too-early = 这一天太早了，请再看一眼年份。例如：2026-11-03。
refused-date-ambiguous = 这个日期有两种读法。请把月份写清楚，例如：11月3日。

# $number 号码 $kind 种类 $year 申请年份
found-patent = 您写的号码{ $number }：{ $year }年申请的{ $kind }，校验位对得上。号码对得上，不等于专利有效。
# $number 号码
found-patent-doubtful = 您写的号码{ $number }，小数点后的校验位对不上。请和实物再比一遍；真是这样印的，接着填就行，我们记为未核实的线索。
right-kind-invention = 发明专利
right-kind-utility_model = 实用新型专利
right-kind-design = 外观设计专利
right-kind-invention_pct = 发明专利（PCT国际申请）
right-kind-utility_model_pct = 实用新型专利（PCT国际申请）
right-kind-unknown = 专利
year-unknown = 年份看不出

## 文字里的号码

# $number 号码；$kind 种类；$year 申请年份；$expected 算出的校验位
number-patent = <code>{ $number }</code>：{ $kind }，{ $year }年申请，校验位对得上。这只说明号码没有抄错；专利授没授权、还有没有效、归谁，要查国家知识产权局的登记。
number-patent-old = <code>{ $number }</code>：{ $kind }，{ $year }年申请。那时候的号码没有校验位，只能看出写法是对的；专利的状态要查国家知识产权局的登记。
number-patent-check = <code>{ $number }</code>：写法像{ $kind }（{ $year }年申请），但最后的校验位对不上，按规则应是{ $expected }。可能是抄错或印错，也可能没有这个号码。请和实物再比一遍；单凭这一点不能认定是假的。
number-patent-short = <code>{ $number }</code>：写法像{ $kind }（{ $year }年申请），原文少了最后的校验位，按规则应是{ $expected }。补上以后是不是真有这件专利，要查国家知识产权局的登记。
number-patent-year = <code>{ $number }</code>：里面的年份不可能是专利申请的年份。请和实物再比一遍，可能抄错了，也可能不是专利号。
number-patent-type = <code>{ $number }</code>：年份后面那一位应是1、2、3、8或9，这里不是。请和实物再比一遍，可能抄错了，也可能不是专利号。
number-publication = <code>{ $number }</code>：专利文献号，就是公开号或公告号。这种号码没有校验位；有文献，不等于专利现在有效。
number-trademark = <code>{ $number }</code>：商标的申请号或注册号。这种号码没有校验位；有没有注册、用在哪些商品上，要查中国商标网。
number-madrid = <code>{ $number }</code>：马德里商标国际注册号。这种号码没有校验位；在中国受不受保护，要查中国商标网。
number-pct = <code>{ $number }</code>：PCT国际申请号。它只是一份申请，不是授权；有没有进入中国，要另外查。
number-wo = <code>{ $number }</code>：国际公布号，说明申请已经公布，不说明在哪个国家授了权。
number-hague = <code>{ $number }</code>：海牙外观设计国际注册号。在中国有没有效，要另外查。
number-credit-code = <code>{ $number }</code>：统一社会信用代码，校验位对得上。它是单位的代码，和专利、商标没有关系。
number-other = <code>{ $number }</code>：这种号码这里说不出更多。
number-none = 没有看到专利号、商标号一类的号码。
# $count 没有列出的个数
number-more = 还有{ $count }个号码没有列出，请分开发来。

## 日期、窗口、资料

day-unknown = 日期不清楚，算不出来
window-missing = 本局还没有在这里公布
window-elsewhere = 请向当地的部门了解
window-outside = 当地的知识产权局或市场监督管理部门
data-not-loaded = 本局还没有在这里发布这类内容。
offer-one = 您是想办“{ $service }”吗？
offer-several = 您说的可能是下面某一件事，请选一项。
button-offer-yes = 是的
button-offer-other = 都不是
# $service: 事项简称
button-start-service = 进入：{ $service }
offer-none = 好的。请从下面选一项，或者换个说法；也可以直接找人工。
# $title: 问题；$words: 回答
prepared-answer =
    <b>{ $title }</b>
    { $words }
# $source: 依据；$day: 核对日期
prepared-source = 依据：{ $source }（{ $day }核对）
prepared-general = 这是一般说明，具体怎么办，以本局对您这件事的答复为准。
# $words: 刚才发的话
besides-question = 您发了“{ $words }”。这是回答刚才的问题，还是想问下面这件事？
besides-refused = 您也可能是想问下面的事。正在填的内容都还在。
button-besides-take = 就是我的回答
