# How English writes days, times, money and lists, and which typed words work anywhere.

# $month: number
common-month = { $month ->
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
# $year, $month, $day: numbers
common-day = { $day } { common-month } { $year }
# $month, $day: numbers; $clock: 14:05, office time
common-time = { $day } { common-month }, { $clock }
# $amount: yuan, such as 500,000.00
common-money = CNY { $amount }
common-list-comma = { "; " }
common-list-and = { "; " }
# $id: name of a text that is missing
common-missing = [{ $id }]

word-back = back | go back | previous | last question | step back
word-skip = skip | pass | next | leave it out | skip this
word-unknown = i don't know | i do not know | don't know | do not know | dont know | not sure | unsure | no idea | unknown | idk
word-cancel = cancel | quit | exit | stop | give up | abort | leave
word-yes = yes | y | yeah | yep | ok | okay | sure | agree | i agree | right | correct
word-no = no | nothing | not any | n | no thanks | no thank you | nope | disagree | i disagree | none | wrong
word-done = done | finished | finish | that's all | thats all | that is all | all done | no more
word-help = help | how does this work | how to use | instructions | what can you do
word-human = human | agent | staff | a person | real person | talk to a person | talk to a human | operator | clerk | someone
word-menu = menu | home | main menu | services
word-hello = hello | hi | hey | good morning | good afternoon | start
word-language = language | change language | english | chinese | lang
word-change = change | edit | change an answer | correct an answer | fix | modify
word-continue = continue | go on | resume | carry on | proceed
word-later = later | save | save for later | not now | come back later
word-send = send | submit | confirm | send it
word-restart = restart | start over | start again | begin again | from the beginning
word-cases = my cases | my case | my tickets | status | track
word-privacy = privacy | my data | delete my data | personal data | privacy notice

# How a position in a list is typed besides its figure.
word-number-1 = one | first | the first | the first one | 1st
word-number-2 = two | second | the second | the second one | 2nd
word-number-3 = three | third | the third | the third one | 3rd
word-number-4 = four | fourth | the fourth | the fourth one | 4th
word-number-5 = five | fifth | the fifth | the fifth one | 5th
word-number-6 = six | sixth | the sixth | the sixth one | 6th
word-number-7 = seven | seventh | the seventh | the seventh one | 7th
word-number-8 = eight | eighth | the eighth | the eighth one | 8th
word-number-9 = nine | ninth | the ninth | the ninth one | 9th
word-number-10 = ten | tenth | the tenth | the tenth one | 10th
