# Figures of the office's own work: the page at the desk, files, the yearly report

# $office: name of the office
figures-title = { $office }: our work in figures
# $first, $last: first and last day
figures-period = Reports and requests filed from { $first } to { $last }
# $day: the day
figures-as-of = As they stood on { $day }
figures-sum = Total
figures-hidden = *
figures-nothing = –
figures-note-hidden = * Fewer than five, or a number from which such a group could be worked out. Groups that small are not published.
figures-note-rank = Times run from filing and are given in days of 24 hours. Half, and nine in ten, took no longer than the time shown, which is that of a real case. Where fewer than five are counted, no time is shown.
figures-note-limits = Late means that a time limit has passed, whether the case is closed by now or still open. A case that was opened again stays late if it was late before.
figures-note-source = Every figure can be counted again from the office's export of cases, which holds no personal data.

## Titles of tables

figures-table-overview = Overview
figures-table-months = By month
figures-table-services = By service
figures-table-districts = By district
figures-table-channels = By channel
figures-table-languages = By language
figures-table-times = How long it took
figures-table-limits = Time limits
figures-table-grades = Satisfaction
figures-table-questions = Questions people left at
figures-table-searches = Searches without an answer

## Heads of columns

figures-column-of = Group
figures-column-tickets = Cases
figures-column-median = Half within (days)
figures-column-ninth = Nine in ten within (days)
figures-column-tickets-before = Cases, year before
figures-column-median-before = Half within (days), year before
figures-column-ninth-before = Nine in ten within (days), year before
figures-column-asked = Asked
figures-column-left = Not answered
figures-column-left-share = Share not answered
figures-column-searched = Searches
figures-column-in-vain = Nothing found
figures-column-in-vain-share = Share without an answer

## Rows

figures-row-filed = Filed
figures-row-answered = Answered
figures-row-closed = Closed
figures-row-open = Still open
figures-row-reopened = Opened again by the person
figures-row-to-answer = Until the first answer
figures-row-to-close = Until closed
figures-row-on-time = Closed in time
figures-row-late = Late
figures-row-running = Open, in time
figures-row-unlimited = No time limit
# $month: number of the month
figures-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
figures-district-none = No district
figures-channel-telegram = Telegram
figures-channel-web = Web page
figures-channel-terminal = Terminal
figures-channel-other = Other systems
figures-channel-unknown = Not recorded
figures-language-chinese = Chinese
figures-language-english = English
# $service: name of the service; $question: the question in short
figures-question = { $service }: { $question }
figures-search-words = Words typed at the start
figures-search-agencies = Patent agencies
figures-search-publications = Publications
figures-search-notices = Notices
figures-search-policies = Policies
figures-search-answers = Frequent questions
figures-search-statistics = Patent statistics

## The page at the desk

figures-from = From
figures-to = To
figures-show = Show
figures-table = The table
figures-take-csv = CSV
figures-take-xlsx = Excel
figures-odd = Please choose two months, the earlier one first, not more than three years apart. Shown is this year.
figures-reading = The figures are still being counted after the start. They are complete in a moment; please load the page again.
