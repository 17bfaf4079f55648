# The office's own data: lists, figures, answers

# What a table does not say
table-blank = not stated
# $starts, $ends: from and to
table-time = { $starts } to { $ends }
table-whole-city = the whole city
# Where an answer rests on no article of a law
table-own-words = the office's own explanation
# $words: words as they are
table-plain = { $words }
# $first, $rest: one after the other
table-joined = { $first }, { $rest }

## Publications

table-publication-white-paper = White paper
table-publication-typical-cases = Typical cases
table-publication-news = News
table-publication-policy = Policy paper
table-language-zh = Chinese
table-language-en = English
table-language-both = Chinese and English

## Notices

table-notice-fee-reduction = Fee reduction
table-notice-pledge-interest = Interest on patent-backed loans
table-notice-insurance = IP insurance
table-notice-protection-cost = Costs of enforcement
table-notice-overseas-rights = IP abroad
table-notice-high-value = High-value patents
table-notice-award = Awards
table-notice-navigation = Patent navigation
table-notice-training = Training
table-notice-other = Other
table-notice-open = open now
table-notice-later = not open yet
table-notice-closed = closed

## Policies

table-policy-law = Law
table-policy-regulation = State Council regulation
table-policy-rule = Ministry rule
table-policy-local = Local rule
table-policy-paper = Policy paper
table-policy-plan = Plan
table-policy-open = in force
table-policy-later = published, not yet in force
table-policy-closed = no longer in force

## Figures

# $name: indicator; $unit: unit
table-figure-head = <b>{ $name }</b> ({ $unit })
# $name: indicator; $unit: unit; with an empty line before it
table-figure-next =
    { "" }
    <b>{ $name }</b> ({ $unit })
# $place: place; $period: period; $amount: figure
table-figure-row = { $place }, { $period }: { $amount }
# $right: type of patents; $indicator: indicator
table-figure-name = { $indicator } ({ $right })
# $place: place; $period: period; $name: indicator
table-figure-missing = { $place }, { $period }: { $name }
# $count: how many more
table-figure-more = and { $count } more
# $name: indicator
table-figure-unknown = { $name }: not in the tables
# $names: places as they were written
table-figure-elsewhere = { $names }: we do not know this place or have no figures for it
# $places: places that have figures
table-figure-places = We have figures for: { $places }
# $names: indicators
table-figure-which = You can ask for: { $names }
table-figure-wide = That is too much at once. Please name fewer districts, years or types.
# $first, $last: days
table-day-span = between { $first } and { $last }
# $unit: unit
table-chart-unit = Unit: { $unit }
# $source: source; $day: day of publication
table-chart-source = Source: { $source }, published { $day }
table-chart-title = Figures
table-right-all = all types
table-right-invention = inventions
table-right-utility-model = utility models
table-right-design = designs
table-indicator-filings = Patent applications
    .of = Patent applications
table-indicator-grants = Patents granted
    .of = Patents granted
table-indicator-in-force = Patents in force
    .of = Patents in force
table-indicator-per-10k-high-value = High-value inventions per 10,000 people
table-indicator-pct = PCT applications
table-indicator-pledge-amount = Patent-backed loans
table-indicator-pledge-count = Pledges registered
table-indicator-agencies = Patent agencies
table-indicator-agents = Patent attorneys in practice
table-indicator-trademark-filings = Trademark applications
table-indicator-trademark-registrations = Trademarks registered
table-indicator-trademarks-in-force = Trademarks in force
table-indicator-geographical-indications = Geographical indications
# $id: name of the indicator
table-indicator-other = { $id }
# $year: year
table-period-year = { $year }
table-period-half-1 = first half of { $year }
table-period-half-2 = second half of { $year }
# $year: year; $nth: which quarter
table-period-quarter = Q{ $nth } { $year }
# $year: year; $month: month
table-period-month = { $month } { $year }
# $year: year; $first, $last: months
table-period-months = { $first } to { $last } { $year }
table-month-1 = January
table-month-2 = February
table-month-3 = March
table-month-4 = April
table-month-5 = May
table-month-6 = June
table-month-7 = July
table-month-8 = August
table-month-9 = September
table-month-10 = October
table-month-11 = November
table-month-12 = December
table-unit-items = items
table-unit-firms = firms
table-unit-people = people
table-unit-yuan = yuan
table-unit-ten-thousand-yuan = ten thousand yuan
table-unit-hundred-million-yuan = hundred million yuan
table-unit-per-ten-thousand = per 10,000 people
table-unit-percent = %
table-unit-count = number
