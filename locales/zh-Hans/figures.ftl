# 本局自身工作的数据：工作台页面、文件、年度报告

# $office: 机构名称
figures-title = { $office }：工作数据
# $first, $last: 首日和末日
figures-period = { $first }至{ $last }收到的举报和申请
# $day: 日期
figures-as-of = 数据截至{ $day }
figures-sum = 合计
figures-hidden = *
figures-nothing = –
figures-note-hidden = * 不足五件，或者可以由此推算出不足五件的数目。这样小的数目不公布。
figures-note-rank = 时间从提交时起算，以24小时为一天。“一半”和“九成”所列的是实际发生的时长：有一半、九成的事项用时不超过它。不足五件的，不列时间。
figures-note-limits = “超期”指期限已经过去，不论现在是否办结。重新打开的事项，以前超过期的仍算超期。
figures-note-source = 每个数字都可以用本局导出的事项清单重新计算，清单里没有个人信息。

## 表名

figures-table-overview = 总览
figures-table-months = 按月
figures-table-services = 按服务事项
figures-table-districts = 按区
figures-table-channels = 按渠道
figures-table-languages = 按语言
figures-table-times = 用时
figures-table-limits = 期限
figures-table-grades = 满意度
figures-table-questions = 在哪些问题上停下
figures-table-searches = 没有找到结果的查询

## 列名

figures-column-of = 项目
figures-column-tickets = 件数
figures-column-median = 一半不超过（天）
figures-column-ninth = 九成不超过（天）
figures-column-tickets-before = 上年件数
figures-column-median-before = 上年一半不超过（天）
figures-column-ninth-before = 上年九成不超过（天）
figures-column-asked = 问到
figures-column-left = 没有回答
figures-column-left-share = 没有回答的比例
figures-column-searched = 查询次数
figures-column-in-vain = 没有结果
figures-column-in-vain-share = 没有结果的比例

## 行名

figures-row-filed = 收到
figures-row-answered = 已答复
figures-row-closed = 已办结
figures-row-open = 在办
figures-row-reopened = 被来件人重新打开
figures-row-to-answer = 到首次答复
figures-row-to-close = 到办结
figures-row-on-time = 按期办结
figures-row-late = 超期
figures-row-running = 在办，未到期
figures-row-unlimited = 没有期限
# $month: 月份
figures-month = { $month }月
figures-district-none = 不属于任何区
figures-channel-telegram = Telegram
figures-channel-web = 网页
figures-channel-terminal = 终端
figures-channel-other = 其他系统
figures-channel-unknown = 没有记录
figures-language-chinese = 中文
figures-language-english = 英文
# $service: 服务事项；$question: 问题的简称
figures-question = { $service }：{ $question }
figures-search-words = 开头输入的文字
figures-search-agencies = 专利代理机构
figures-search-publications = 出版物
figures-search-notices = 通知公告
figures-search-policies = 政策
figures-search-answers = 常见问题
figures-search-statistics = 专利统计

## 工作台页面

figures-from = 从
figures-to = 到
figures-show = 查看
figures-table = 表格
figures-take-csv = CSV
figures-take-xlsx = Excel
figures-odd = 请选择两个月份，先前的在前，相隔不超过三年。现在显示的是今年的数据。
figures-reading = 系统刚启动，数据还在统计，马上就好，请稍后刷新页面。
