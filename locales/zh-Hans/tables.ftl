# 本局数据：列表、统计、常见问题

# 表里没有写的内容
table-blank = 未注明
table-whole-city = 全市
# $starts、$ends：起止时间
table-time = { $starts }至{ $ends }
# 回答没有法条依据时
table-own-words = 本局说明
# $words：原样的内容
table-plain = { $words }
# $first、$rest：一个接一个
table-joined = { $first }，{ $rest }

## 公开信息

table-publication-white-paper = 白皮书
table-publication-typical-cases = 典型案例
table-publication-news = 动态
table-publication-policy = 政策文件
table-language-zh = 中文
table-language-en = 英文
table-language-both = 中文和英文

## 申报通知

table-notice-fee-reduction = 费用减缴
table-notice-pledge-interest = 质押贷款贴息
table-notice-insurance = 知识产权保险
table-notice-protection-cost = 维权费用
table-notice-overseas-rights = 海外知识产权
table-notice-high-value = 高价值专利
table-notice-award = 奖励
table-notice-navigation = 专利导航
table-notice-training = 人才培训
table-notice-other = 其他
table-notice-open = 正在申报
table-notice-later = 还没开始
table-notice-closed = 已经截止

## 政策法规

table-policy-law = 法律
table-policy-regulation = 行政法规
table-policy-rule = 部门规章
table-policy-local = 地方性法规和规章
table-policy-paper = 规范性文件
table-policy-plan = 规划
table-policy-open = 现行有效
table-policy-later = 已经公布，还没施行
table-policy-closed = 已经失效

## 统计

# $name：指标；$unit：单位
table-figure-head = <b>{ $name }</b>（{ $unit }）
# $name：指标；$unit：单位；前面空一行
table-figure-next =
    { "" }
    <b>{ $name }</b>（{ $unit }）
# $place：地方；$period：时期；$amount：数值
table-figure-row = { $place }，{ $period }：{ $amount }
# $right：专利类型；$indicator：指标
table-figure-name = { $right }{ $indicator }
# $place：地方；$period：时期；$name：指标
table-figure-missing = { $place }，{ $period }，{ $name }
# $count：还有几项
table-figure-more = 另外还有{ $count }项
# $name：指标
table-figure-unknown = { $name }：表里没有这一项
# $names：写到的地方，照原文
table-figure-elsewhere = { $names }：我们不认识这个地方，或者没有它的数字
# $places：有数字的地方
table-figure-places = 有数字的地方：{ $places }
# $names：可以查的指标
table-figure-which = 可以查：{ $names }
table-figure-wide = 一次问得太多。请少选几个区、几年或者几种专利。
# $first、$last：日期
table-day-span = { $first }至{ $last }
# $unit：单位
table-chart-unit = 单位：{ $unit }
# $source：来源；$day：公布日期
table-chart-source = 来源：{ $source }，{ $day }公布
table-chart-title = 统计数据
table-right-all = 三种专利
table-right-invention = 发明专利
table-right-utility-model = 实用新型专利
table-right-design = 外观设计专利
table-indicator-filings = 专利申请量
    .of = 申请量
table-indicator-grants = 专利授权量
    .of = 授权量
table-indicator-in-force = 有效专利量
    .of = 有效量
table-indicator-per-10k-high-value = 每万人口高价值发明专利拥有量
table-indicator-pct = PCT国际专利申请量
table-indicator-pledge-amount = 质押融资金额
table-indicator-pledge-count = 质押登记数
table-indicator-agencies = 专利代理机构数
table-indicator-agents = 执业专利代理师人数
table-indicator-trademark-filings = 商标申请量
table-indicator-trademark-registrations = 商标注册量
table-indicator-trademarks-in-force = 有效注册商标量
table-indicator-geographical-indications = 地理标志数
# $id：指标的代号
table-indicator-other = { $id }
# $year：年份
table-period-year = { $year }年
table-period-half-1 = { $year }年上半年
table-period-half-2 = { $year }年下半年
# $year：年份；$nth：第几季度
table-period-quarter = { $year }年第{ $nth }季度
# $year：年份；$month：月份
table-period-month = { $year }年{ $month }
# $year：年份；$first、$last：从几月到几月
table-period-months = { $year }年{ $first }至{ $last }
table-month-1 = 1月
table-month-2 = 2月
table-month-3 = 3月
table-month-4 = 4月
table-month-5 = 5月
table-month-6 = 6月
table-month-7 = 7月
table-month-8 = 8月
table-month-9 = 9月
table-month-10 = 10月
table-month-11 = 11月
table-month-12 = 12月
table-unit-items = 件
table-unit-firms = 家
table-unit-people = 人
table-unit-yuan = 元
table-unit-ten-thousand-yuan = 万元
table-unit-hundred-million-yuan = 亿元
table-unit-per-ten-thousand = 件/万人
table-unit-percent = %
table-unit-count = 笔
