# The desk of the staff on the web.

## Frame and log-in

deskweb-skip = Skip to content
deskweb-nav = Parts of the desk
deskweb-nav-tickets = Cases
deskweb-nav-figures = Figures
deskweb-nav-staff = Staff
deskweb-nav-settings = Settings
deskweb-log-out = Log out
deskweb-log-in = Log in
deskweb-log-in-title = Log in to the desk
deskweb-log-in-insecure = Your browser will not keep a log-in on this address. Open the desk with https, or on the computer that it runs on.
deskweb-go-on = Continue
deskweb-back = Back
deskweb-save = Save
deskweb-name = Account name
deskweb-password = Password
deskweb-code = Code
deskweb-code-title = Enter a code
deskweb-code-lead = Open your authenticator app and type the code it shows for this desk.
deskweb-code-fresh = What you are about to do needs a fresh code. Then you are back where you were.
deskweb-code-hint = Six digits. If you no longer have your authenticator, use one of your recovery codes.
deskweb-code-needed = Enter a code to make changes

## Why something was not done

deskweb-denied-wrong = The account name or the password is not right.
# $seconds: seconds to wait
deskweb-denied-wait = There were several wrong tries. Please wait { $seconds } s and try again.
deskweb-denied-busy = Many people are logging in just now. Please try again in a moment.
deskweb-denied-late = That took too long, or the log-in has ended. Please start again.
deskweb-denied-gone = This link no longer works.
deskweb-denied-code = That code is not right, or it was used before. Wait for the next one and try again.
deskweb-denied-no-account = There is no such account.
deskweb-denied-taken = An account with that name exists already.
deskweb-denied-name = Please choose another name: 2 to 32 lower-case letters, digits and hyphens.
deskweb-denied-roles = Please choose at least one role, in queues that exist.
deskweb-denied-not-yours = You cannot change this account or give these roles.
deskweb-denied-last = This is the only administrator of the office. Make another one first.
deskweb-denied-trouble = This could not be saved just now. Please try again.
# $least: fewest characters
deskweb-weak-short = Please use at least { $least } characters for the password.
# $most: most characters
deskweb-weak-long = Please use at most { $most } characters for the password.
deskweb-weak-guessable = This password is easy to guess. A short sentence of a few words is a good one.
deskweb-weak-differ = The two passwords are not the same.

## Welcome

deskweb-first-title = Set up the desk
deskweb-first-lead = You are the first administrator. Choose a name and a password, and connect an authenticator app.
deskweb-first-at-desk = I also answer cases, in all queues
deskweb-welcome-title = Welcome to the desk
deskweb-welcome-lead = Choose a password and connect an authenticator app. You need both each time you log in.
deskweb-welcome-done = Finish and log in
deskweb-name-hint = Lower-case letters, digits and hyphens, such as li-ming. Colleagues see it in the history of cases.
deskweb-password-new = New password
deskweb-password-again = New password again
deskweb-password-hint = At least 12 characters. A short sentence is easy to remember.
deskweb-password-old = Current password
deskweb-authenticator = Authenticator app
deskweb-authenticator-how = Scan this square with an authenticator app on your phone. It shows a new code every 30 seconds.
deskweb-authenticator-square = Square to scan with an authenticator app
deskweb-authenticator-typed = Cannot scan it? Type this key instead:
deskweb-code-first = The six digits that the app shows now
deskweb-gone-title = This link no longer works
deskweb-gone-what = It has been used, is older than a day, or was replaced by a newer one. Ask your administrator for another.
deskweb-codes-title = Your recovery codes
deskweb-codes-what = Each of them stands in for your authenticator once, for example when you lose your phone. Keep them apart from your password.
deskweb-codes-once = They are shown only now. Print this page or write them down.
deskweb-codes-kept = I have kept them
# $who: account
deskweb-link-title = Link for { $who }
deskweb-link-what = Give this link to the person in a way that nobody else can read. With it they set their password and their authenticator.
# $hours: hours
deskweb-link-hours = It is shown only now, works once, and for { $hours } hours.

## Own account

deskweb-account-title = My account
deskweb-language = Language of the desk
deskweb-log-ins = Where I am logged in
deskweb-log-in-browser = Browser
deskweb-log-in-address = Address
deskweb-log-in-made = Since
deskweb-log-in-seen = Last active
deskweb-log-in-end = End
deskweb-log-in-here = This one
deskweb-log-in-unknown = Unknown browser
deskweb-log-in-end-others = End all others
# $at: time
deskweb-time = { $at }
deskweb-safety = Password and codes
# $count: number of codes
deskweb-codes-left = Recovery codes left: { $count }
deskweb-codes-new = Make new recovery codes
deskweb-password-change = Change password
deskweb-authenticator-new = Set up a new authenticator
deskweb-done-password = Your password is changed. You are logged out everywhere else.
deskweb-done-recovery = You used a recovery code. If your authenticator is lost, set up a new one here.
deskweb-done-ended = Done. It is logged out.

## Staff

deskweb-staff-title = Staff
deskweb-state-ready = Active
deskweb-state-invited = Invited
deskweb-state-disabled = Disabled
deskweb-state-none = No account for the web
deskweb-act-enable = Enable
deskweb-act-disable = Disable
deskweb-act-reset = Reset password and authenticator
deskweb-act-invite = Invite
deskweb-role-clerk = Clerk
deskweb-role-supervisor = Supervisor
deskweb-role-auditor = Auditor
deskweb-role-administrator = Administrator
# $role: role; $queue: queue or queues
deskweb-role-in = { $role }: { $queue }
deskweb-roles = Roles
deskweb-roles-where = Queue
deskweb-roles-office = Whole office
deskweb-roles-change = Change roles
deskweb-roles-base = Roles from the settings file stay as they are. What you tick here is added.
deskweb-invite-title = Invite somebody
deskweb-invite-hint = The name of a clerk in the settings, or a new one of lower-case letters, digits and hyphens

## Lists of cases

deskweb-views = Views
deskweb-view-new = New
deskweb-view-mine = Mine
deskweb-view-due-today = Due today
deskweb-view-overdue = Overdue
deskweb-view-waiting = Waiting for the person
deskweb-view-open = Open
deskweb-view-closed = Closed
deskweb-view-all = All
deskweb-search = Receipt, words, party, number, date
deskweb-search-do = Search
deskweb-search-clear = Show everything again
deskweb-filters-more = More filters
deskweb-filter-any = All
deskweb-filter-queue = Queue
deskweb-filter-service = Service
deskweb-filter-state = State
deskweb-filter-district = Place
deskweb-filter-language = Language
deskweb-filter-clerk = Clerk
deskweb-filter-urgent = Urgent
deskweb-filter-urgent-yes = Urgent only
deskweb-filter-urgent-no = Not urgent
deskweb-filter-anonymous = Named or not
deskweb-filter-anonymous-yes = Anonymous
deskweb-filter-anonymous-no = Named
deskweb-filter-from = Sent from
deskweb-filter-until = Sent until
deskweb-filter-order = Order
deskweb-order-due = What is due first
deskweb-order-newest = Newest first
deskweb-order-oldest = Oldest first
# $view: name of the view; $count: number of cases
deskweb-list-caption = { $view }: { $count }
deskweb-list-empty = There is no case here.
deskweb-list-filling = The desk has just started and is still collecting the cases. The list will grow in a moment.
deskweb-list-reading = The words of some cases are still being read, so a search may not find everything yet.
# $page: page; $pages: pages in all
deskweb-list-page = Page { $page } of { $pages }
deskweb-pages = Pages of the list
deskweb-page-go = Go
deskweb-column-case = Case
deskweb-column-place = Place
deskweb-column-state = State
deskweb-column-due = Due
deskweb-column-clerk = Clerk
deskweb-column-since = In this state since
deskweb-mark-overdue = Overdue
deskweb-mark-today = Due today
deskweb-mark-urgent = Urgent
deskweb-mark-hurried = Asks us to hurry
deskweb-mark-call-back = Please call back
deskweb-mark-unread = Unread
deskweb-mark-waiting = Waiting for the person
deskweb-mark-anonymous = Anonymous
deskweb-mark-erased = Erased
deskweb-saved = Saved views
deskweb-saved-do = Save this view
deskweb-saved-name = Name of the view
deskweb-saved-forget = Remove the saved view
deskweb-saved-no-name = Please give the view a name.
deskweb-saved-full = You have as many saved views as can be kept. Please remove one first.
# $day: day
deskweb-day = { $day }
# $words: an answer
deskweb-words = { $words }

## Keys of the desk

deskweb-keys = Keys
deskweb-key-next = Next, previous case
deskweb-key-open = Open
deskweb-key-reply = Reply to the person
deskweb-key-note = Internal note
deskweb-key-search = Search
deskweb-key-prepared = Prepared replies
deskweb-key-list = This list
deskweb-keys-on = Single keys on
deskweb-close-box = Close

## One case

# $service: service; $about: what it is about
deskweb-title = { $service }: { $about }
deskweb-submitted = Sent
# $who: colleague
deskweb-presence-open = { $who } has this case open.
# $who: colleague
deskweb-presence-typing = { $who } has this case open and is typing a reply.
deskweb-overtaken = Nothing was sent or changed, because something happened to this case while you were writing. Please read it below; your words are still here, and you can send them again.
deskweb-answers = Answers
deskweb-answers-none = The person was asked nothing.
deskweb-answers-question = Question
deskweb-answers-answer = Answer
deskweb-answers-own = The person's own words
deskweb-as-written = as written
deskweb-corrected = Corrected by the person:
deskweb-hidden = hidden
deskweb-show = Show the personal answers
deskweb-show-reason = Why do you need them? Your reason is kept in the case and in the audit log.
deskweb-show-do = Show
deskweb-revealed = The personal answers are shown on this page only. When you leave it, they are hidden again.
deskweb-story = What has happened
deskweb-kind-to-person = To the person
deskweb-kind-from-person = From the person
deskweb-kind-inside = Internal note
deskweb-line-submitted = The person sent it
deskweb-line-corrected = corrected a message
# $label: question
deskweb-line-corrected-answer = corrected: { $label }
deskweb-line-taken = took the case
deskweb-line-released = gave the case back
# $paper: paper
deskweb-line-paper = asked for: { $paper }
# $from, $to: queues
deskweb-line-passed = passed from { $from } to { $to }
# $state: state
deskweb-line-state = state: { $state }
# $limit: time limit; $day: new day
deskweb-line-extended = more time until { $day } for: { $limit }
# $outcome: outcome
deskweb-line-closed = closed: { $outcome }
deskweb-line-withdrawn = withdrew it
deskweb-line-hurried = asked us to hurry
deskweb-line-reopened = asked to reopen it
# $grade: grade
deskweb-line-graded = rating: { $grade }
deskweb-line-called = called the person back
deskweb-line-contact = The person changed their contact details
# $why: reason
deskweb-line-file-refused = A file was not kept: { $why }
deskweb-line-unreachable = The person cannot be reached where they wrote
deskweb-line-revealed = looked at the personal answers
deskweb-with-files = Files:
deskweb-clock = Clock
deskweb-clock-closed = Closed, no time limit is running
deskweb-clock-none = No time limit is running
# $day: day
deskweb-clock-late = Overdue since { $day }
deskweb-clock-today = Due today
# $day: day
deskweb-clock-until = Due by { $day }
# $day: day
deskweb-clock-by = by { $day }
# $day: last day; $met: day on which it was done
deskweb-clock-met = by { $day }, done on { $met }
# $within: length; $source: law and article
deskweb-clock-law = { $within }: { $source }
deskweb-clock-promise = a promise of this office
# $n: number
deskweb-within-working-days = { $n ->
    [1] { $n } working day
   *[other] { $n } working days
}
# $n: number
deskweb-within-days = { $n ->
    [1] { $n } day
   *[other] { $n } days
}
# $n: number
deskweb-within-months = { $n ->
    [1] { $n } month
   *[other] { $n } months
}
deskweb-files = Files
deskweb-files-none = No files.
# $n: number of the file
deskweb-file = File { $n }
deskweb-file-gone = No longer kept
deskweb-file-waiting = Being fetched
deskweb-file-hidden = Personal; hidden until the personal answers are shown
# $kind: kind; $kilobytes: size
deskweb-file-kept = { $kind }, { $kilobytes } KB
# $kind: kind; $claimed: kind by its name; $kilobytes: size
deskweb-file-lies = { $kind }, { $kilobytes } KB. Its name says { $claimed }, so be careful.
deskweb-links = Same party or number
deskweb-links-none = No other case that you may see.
deskweb-same-party = same party
deskweb-same-number = same number

## Acts on a case

deskweb-acts = Acts
deskweb-acts-closed = This case is closed. You can still reply and leave notes.
deskweb-act-read = Mark as read
deskweb-reply = Reply
deskweb-reply-to = goes to the person
deskweb-reply-words = Words to the person
# $language: language of the person
deskweb-reply-goes = The person's language: { $language }. Your reply is sent to them at once.
# $language: language of the person
deskweb-reply-by-code = The person's language: { $language }. There is no chat to send this to; they see it when they look the case up with receipt number and access code.
deskweb-note-never = The person never sees this.
deskweb-note-words = Note for colleagues
deskweb-note-keep = Keep as a note
deskweb-reason = Reason; the person sees it
deskweb-reason-state = Reason; the person sees it. Needed when the state ends the case.
deskweb-state-next = Next state; the person is told
# $state: state
deskweb-state-ends = { $state } (ends the case)
deskweb-paper-which = Which paper
deskweb-paper-words = Words with it, if you like; the person sees them
deskweb-extend-limit = Which time limit
deskweb-extend-days = How much longer
deskweb-extend-day = Or until this day
deskweb-no-such-day = Please choose a number of working days or a day that is still to come.
deskweb-pass-to = To which queue
deskweb-close-outcome = Outcome
deskweb-prepared = Prepared replies
deskweb-prepared-find = Find a prepared reply
deskweb-prepared-all = Choose a reply
deskweb-prepared-words = Your words in it, in the person's language if you can
deskweb-prepared-preview = Show the whole reply
deskweb-prepared-goes = This is sent, in:
deskweb-prepared-own = In your language
# $list: fields
deskweb-prepared-missing = This reply cannot be sent, because this is not known now: { $list }. Please write your own reply.

## When something goes wrong at the desk

deskweb-to-desk = Back to the desk

## Figures of one queue

deskweb-figures-queue = Queue
deskweb-figures-office = Whole office
# $queue: name of the queue
deskweb-figures-of = Only cases that stand in this queue now: { $queue }
deskweb-figures-inside = Figures of one queue are for work inside the office. Please do not publish them: beside those of the whole office, small groups could be worked out.

## Keeping and erasing a case

deskweb-mark-held = Legal hold
deskweb-keep = Keeping this case
deskweb-held = This case is under legal hold. Nothing of it can be erased until a supervisor lifts the hold.
deskweb-hold = Put under legal hold
deskweb-hold-hint = For a case that is needed as evidence, for example in court. It is not erased, whoever asks and however old it is.
deskweb-free = Lift the legal hold
deskweb-conflict = I know a party
deskweb-conflict-hint = The case goes back to the queue. You can still read it, but you no longer see personal answers and cannot work on it. This cannot be undone.
deskweb-conflict-do = Hand the case back
deskweb-conflict-mine = You said that you know a party. Colleagues deal with this case.
deskweb-reason-inside = Reason; only colleagues see it
deskweb-reason-proof = Reason; it stands in the proof of erasure
deskweb-erase = Erase
deskweb-erase-hint = Answers, messages and files go for good, and the person is told. What stays is that there was a case, so that the figures do not change. This cannot be undone.
deskweb-erase-do = Erase for good
deskweb-line-held = put it under legal hold
deskweb-line-freed = lifted the legal hold
deskweb-line-conflict = knows a party and handed it back
# $label: question
deskweb-line-amended = corrected an answer for the person: { $label }

## Proofs of erasure

deskweb-nav-erasures = Erased cases
deskweb-proof-lead = What was erased, when, by whom and why. Nothing of what stood in a case is kept here.
deskweb-proof-none = Nothing has been erased.
deskweb-proof-title = Proof of erasure
deskweb-proof-service = Service
deskweb-proof-at = Erased
deskweb-proof-by = By
deskweb-proof-why = Ground
deskweb-proof-why-retention = The time for which such cases are kept is over
deskweb-proof-why-request = The person asked for it
deskweb-proof-why-order = Decided by the supervisor
deskweb-proof-reason = Reason
deskweb-proof-files = Files erased with it
deskweb-proof-digest = SHA-256 of what was erased
deskweb-proof-number = Number in the audit log
# $at: time
deskweb-proof-again = The case came back with an old backup and was erased again: { $at }
deskweb-proof-what = The key of this case, its answers, messages and files, and the link to the person have been destroyed. Backups made since then do not contain them; from older backups the case is erased again when they are restored.
deskweb-proof-not = What people sent and received in their own chat, and what was posted in a staff group, lies with the messenger and must be deleted there.

## A person's own data

deskweb-data-title = This person's data
deskweb-data-what = What there is
deskweb-data-what-hint = Cases linked to the chat in which the person asked, and the one whose access code they gave. Names alone tie nothing together, and anonymous reports are never shown here.
deskweb-data-how = How we know
deskweb-data-how-request = This request
deskweb-data-how-chat = Same chat
deskweb-data-how-code = Access code given
deskweb-data-erasing = Erasing
deskweb-data-may-go = Can be erased
deskweb-data-request-stays = Stays until this request is closed and its own time is over
# $subscriptions: number; $bookings: number
deskweb-data-besides = Subscriptions: { $subscriptions }. Events signed up for: { $bookings }.
deskweb-data-unproven = The person named this receipt number without its access code. Please check who they are first:
deskweb-data-give = Give everything out
deskweb-data-give-hint = One archive: the data for machines, the same to read in the person's language, and their files. Hand it to the person only, in a way that nobody else can read; never send it over a chat abroad. Your reason becomes a note on this request.
deskweb-data-give-do = Download the archive
deskweb-data-correct = Correct an answer
deskweb-data-correct-hint = What stood before stays in the history of the case. The person is told what was corrected and why, without the answer itself.
deskweb-data-question = Which answer
deskweb-data-right = What is right
deskweb-data-correct-do = Correct
deskweb-data-no-question = Please choose an answer of one of this person's cases.
# $receipt: receipt number
deskweb-data-corrected = { $receipt }: corrected. The person has been told.
deskweb-data-erase-hint = What must be kept by law or under legal hold is not in the list; the person is told which cases those are and why. Each case that you choose is erased for good, with a proof, and the person is told.
deskweb-data-erase-which = Which cases
deskweb-data-none-chosen = Please choose at least one case of this person.
# $receipt: receipt number; $at: time
deskweb-data-erased = { $receipt }: erased, { $at }
# $receipt: receipt number; $why: why it is kept
deskweb-data-kept = { $receipt }: not erased. { $why }

## Audit log

deskweb-nav-log = Audit log
deskweb-log-number = Number
deskweb-log-at = When
deskweb-log-by = By
deskweb-log-act = What
deskweb-log-receipt = Receipt number
deskweb-log-more = Details
deskweb-log-day = Day
deskweb-log-none = No such entries.
deskweb-log-stopped = The log is long; only a part of it was searched. Older entries come next.
deskweb-log-newest = Newest
deskweb-log-older = Older
deskweb-log-odd = The receipt number or the day could not be read.
deskweb-log-intact = The chain is intact
# $entries: number of entries; $at: time
deskweb-log-whole = All { $entries } entries that were there at { $at } fit together.
# $entries: number of entries
deskweb-log-following = The chain is being checked; { $entries } entries so far, all of them intact.
# $name: name of the entry; $at: time
deskweb-log-broken = The chain is broken at { $name } (found { $at }). Entries have been changed or lost: tell the operator to restore a backup.
deskweb-log-take = Take a file
deskweb-log-take-hint = The entries that are shown, at most 20,000, as CSV. That you took them stands in this log, with your reason; please name nobody in it.
deskweb-log-reason = Reason
deskweb-log-take-do = Download CSV
deskweb-log-cut = There are more entries than this file holds.
# $who: account; $at: time
deskweb-export-mark = Taken by { $who }, { $at }
deskweb-act-of-revealed = Looked at personal answers
deskweb-act-of-exported = Took a file
deskweb-act-of-erased = Erased a case
deskweb-act-of-erased-again = Erased a case again after a restore
deskweb-act-of-held = Put a case under legal hold
deskweb-act-of-freed = Lifted a legal hold
deskweb-act-of-amended = Corrected an answer for the person
deskweb-act-of-conflict = Said that they know a party
deskweb-act-of-submitted = Submitted
deskweb-act-of-replied = Replied
deskweb-act-of-noted = Wrote a note
deskweb-act-of-closed = Closed
deskweb-act-of-taken = Took the case
deskweb-act-of-released = Gave the case back
deskweb-act-of-transferred = Passed on
deskweb-act-of-state-set = Set the state
deskweb-act-of-extended = Extended a time limit
deskweb-act-of-paper-asked = Asked for a paper
deskweb-act-of-called-back = Called back
deskweb-act-of-added = Added something
deskweb-act-of-corrected = Corrected
deskweb-act-of-withdrawn = Withdrew
deskweb-act-of-reopened = Reopened
deskweb-act-of-graded = Rated
deskweb-act-of-wrong-code = Wrong access code
deskweb-act-of-copied = Took a copy of their own data
deskweb-act-of-forgotten = Had their chat data deleted
deskweb-act-of-logged-in = Logged in
deskweb-act-of-log-in-failed = Log-in failed
deskweb-act-of-roles-changed = Changed roles
deskweb-act-of-account-invited = Invited an account
deskweb-act-of-account-joined = Joined
deskweb-act-of-account-disabled = Disabled an account
deskweb-act-of-account-enabled = Enabled an account
deskweb-act-of-account-reset = Reset an account
deskweb-act-of-restored = Restored a backup

## Taking cases as a file

deskweb-takeout-title = Take as a file
deskweb-takeout-ask = This list as a file
# $rows: number; $most: number
deskweb-takeout-rows = Cases in this list, of the queues that you lead: { $rows }. At most { $most } fit into one file.
# $rows: number
deskweb-takeout-alone = Up to { $rows } cases without names you take alone. For more, or for names in full, another supervisor or an administrator has to agree. Who took the file stands in it and in the audit log.
deskweb-takeout-form = Kind of file
deskweb-takeout-names = With names in full
deskweb-takeout-party = Party
deskweb-takeout-do = Take the file
deskweb-takeout-wishes = Files that need a second person
deskweb-takeout-none = Nothing is waiting.
# $who: account; $rows: number; $at: time
deskweb-takeout-wish = { $who }, { $at }: { $rows } cases, names masked
# $who: account; $rows: number; $at: time
deskweb-takeout-wish-full = { $who }, { $at }: { $rows } cases, names in full
deskweb-takeout-agree = Agree
deskweb-takeout-refuse = Refuse
deskweb-takeout-take = Take the file now
deskweb-takeout-waits = Another supervisor or an administrator has to agree within a day. Then you find the file here.
deskweb-takeout-too-many = That is more than fits into one file. Please narrow the list.
deskweb-takeout-gone = This is no longer waiting.
deskweb-takeout-own = Somebody else has to agree to this.
deskweb-act-of-export-asked = Asked for a large file
deskweb-act-of-export-agreed = Agreed to a large file
deskweb-act-of-export-refused = Refused a large file
