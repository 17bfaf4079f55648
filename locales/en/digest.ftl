# Subscriptions: what they are called, and what a digest says

rhythm-daily = the morning after it comes
rhythm-weekly = on Mondays
rhythm-monthly = on the first of each month
rhythm-quarterly = on the first of each quarter

# $words: keywords, symbols, applicants
subscription-patents = new patents ({ $words })
# $words: the first of them; $rest: how many more
subscription-patents-and-more = new patents ({ $words }; { $rest } more)
subscription-publications = new publications
# $kind: kind of publication
subscription-of-publications = new publications ({ $kind })
subscription-notices = new funding notices
# $kind: what is supported
subscription-of-notices = new funding notices ({ $kind })
subscription-policies = new policies

subscribe-refused-empty = There is nothing to look for in that, so we have not set anything up.
subscribe-refused-short = A keyword of a single character fits nearly every patent, so we have not set anything up. Please choose longer keywords.
subscribe-refused-many = You have twenty subscriptions to patents already. Please end one first: you find them under /mydata.
# $what: what it was about
subscription-ended = Ended: { $what }. We send nothing more about it.
subscription-not-there = This subscription has already ended. We send nothing more about it.

# $what: what it is about; $rhythm: how often; $since: since when
mydata-subscription = Subscription, { $rhythm }, since { $since }: { $what }
button-unsubscribe = End this subscription
# $what: what it is about
button-end-subscription = End: { $what }

# $count: how many; $what: what the subscription is about
digest-patents =
    <b>{ $count ->
        [one] A new patent fits your subscription
       *[other] { $count } new patents fit your subscription
    }</b>
    { $what }
digest-publications =
    <b>{ $count ->
        [one] Something new was published
       *[other] { $count } new publications
    }</b>
    You subscribed to: { $what }
digest-notices =
    <b>{ $count ->
        [one] A new funding notice
       *[other] { $count } new funding notices
    }</b>
    You subscribed to: { $what }
digest-policies =
    <b>{ $count ->
        [one] A new policy
       *[other] { $count } new policies
    }</b>
    You subscribed to: { $what }

# $title: title; $number: number; $day: day; $applicants: applicants; $why: why it fits
digest-entry-patents =
    <b>{ $title }</b>
    { $number }, published on { $day }
    Applicants: { $applicants }
    Fits: { $why }
# $title: title; $kind: kind; $day: day
digest-entry-publications =
    <b>{ $title }</b>
    { $kind }, { $day }
# $title: title; $kind: what is supported; $day: first day; $until: last day
digest-entry-notices =
    <b>{ $title }</b>
    { $kind }, open from { $day } to { $until }
# $title: title; $kind: kind of text; $day: day
digest-entry-policies =
    <b>{ $title }</b>
    { $kind }, published on { $day }
# $entry: the entry; $link: where it can be read
digest-entry-link =
    { $entry }
    { $link }

# $word: keyword, symbol or name as the person wrote it
digest-why-keyword = keyword “{ $word }”
digest-why-class = class { $word }
digest-why-applicant = applicant { $word }

# $count: how many more
digest-rest = { $count ->
    [one] One more fits that we do not list here.
   *[other] { $count } more fit that we do not list here.
    }

digest-note-patents = For the full text, look up the number on CNIPA's publication site (中国专利公布公告). This is information only and says nothing about infringement.
digest-note-publications = You find all of them under "White papers and more".
digest-note-notices = You find who may apply, and what else there is, under "Funding and grants".
digest-note-policies = You find all of them under "Policies and suggestions".
