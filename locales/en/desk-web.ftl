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
deskweb-data-erase-which = What is to be erased
deskweb-data-lists = Subscriptions and sign-ups
# $subscriptions: number; $bookings: number
deskweb-data-lists-ended = Ended. Subscriptions: { $subscriptions }. Sign-ups: { $bookings }.
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
deskweb-act-of-linked = Linked two cases as the same matter
deskweb-act-of-unlinked = Took back a link between two cases
deskweb-act-of-consent-asked = Asked for consent to handing over
deskweb-act-of-ticket-consent = Agreed to handing over
deskweb-act-of-ticket-no-consent = Did not agree to handing over
deskweb-act-of-handed-over = Handed over to another authority
deskweb-act-of-added = Added something
deskweb-act-of-corrected = Corrected
deskweb-act-of-withdrawn = Withdrew
deskweb-act-of-reopened = Reopened
deskweb-act-of-graded = Rated
deskweb-act-of-wrong-code = Wrong access code
deskweb-act-of-copied = Took a copy of their own data
deskweb-act-of-lists-ended = Ended subscriptions and sign-ups on request
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
deskweb-act-of-ticket-add = Added something
deskweb-act-of-ticket-write = Wrote to the office
deskweb-act-of-ticket-correct = Corrected what they had written
deskweb-act-of-ticket-withdraw = Withdrew the case
deskweb-act-of-ticket-hurry = Asked to hurry
deskweb-act-of-ticket-reopen = Had the case reopened
deskweb-act-of-ticket-rate = Rated the case
deskweb-act-of-ticket-contact = Changed how they can be reached
deskweb-act-of-contact-changed = Changed how the person can be reached
deskweb-act-of-hurried = Asked to hurry
deskweb-act-of-consented = Noted consent to handing over
deskweb-act-of-not-consented = Noted that there is no consent to handing over
deskweb-act-of-file-refused = Did not keep a file
deskweb-act-of-unreachable = The person cannot be reached
deskweb-act-of-read = Marked as read
deskweb-act-of-event-booked = Signed up for an event
deskweb-act-of-event-cancelled = Cancelled their place at an event
deskweb-act-of-event-called-off = Called an event off
deskweb-act-of-attendees-read = Looked at the list of an event
deskweb-act-of-subscribed = Subscribed
deskweb-act-of-unsubscribed = Ended a subscription
deskweb-act-of-language-chosen = Chose a language
deskweb-act-of-password-changed = Changed their password
deskweb-act-of-recovery-codes-made = Made new recovery codes
deskweb-act-of-recovery-code-used = Used a recovery code
deskweb-act-of-renewal-begun = Began to set up another authenticator
deskweb-act-of-logged-out = Logged out
deskweb-act-of-others-logged-out = Ended their other sessions
deskweb-act-of-administrator-made = Made the first administrator
deskweb-act-of-welcome-link-made = Made the link for the first administrator
deskweb-act-of-token-added = Gave a program a token
deskweb-act-of-token-removed = Ended a program's token
deskweb-act-of-hook-added = Added a webhook
deskweb-act-of-hook-removed = Removed a webhook
deskweb-act-of-hook-paused = Paused a webhook
deskweb-act-of-hook-resumed = Resumed a webhook
deskweb-act-of-hook-failing = Set a failing webhook aside
deskweb-act-of-setting-changed = Changed a setting
deskweb-act-of-table-imported = Imported a table
deskweb-act-of-table-restored = Put an older table back
deskweb-act-of-content-taken = Took changed dialogs and texts into use
deskweb-act-of-content-refused = Refused changed dialogs and texts

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

## What the office changes itself

deskweb-settings-parts = Parts of the settings
deskweb-settings-overview = Overview
deskweb-settings-overview-intro = What the office changes itself, without a restart
deskweb-settings-queue = Queues
deskweb-settings-queue-intro = Names, who works there, which cases come to which queue
deskweb-settings-queue-add = Add a queue
# $n: number of queues
deskweb-settings-queue-state = { $n } open
deskweb-settings-window = Hours and addresses
deskweb-settings-window-intro = Hours, phone and address of the office and of each window, printed as you give them
deskweb-settings-calendar = Working days
deskweb-settings-calendar-intro = Public holidays and working weekends, year by year. New time limits are counted with them; dates that people were already told stay as they are.
deskweb-settings-calendar-add = Add a year
# $years: years
deskweb-settings-calendar-state = { $years }
deskweb-settings-notice = Notices
deskweb-settings-notice-intro = A few words to everybody, on every public page and on the first screen of each chat
deskweb-settings-notice-add = Write a notice
# $n: number of notices
deskweb-settings-notice-state = { $n } shown now
deskweb-settings-reply = Prepared replies
deskweb-settings-reply-intro = The words of each prepared reply, service by service
# $n: number of replies
deskweb-settings-reply-state = { $n } with your own words
deskweb-settings-service = Services
deskweb-settings-service-intro = Close a service for a while. It is then no longer offered, and people learn why and what they can do. Whoever has already begun can finish.
# $n: number of services
deskweb-settings-service-state = { $n } closed
deskweb-settings-data = Data
deskweb-settings-data-intro = Tables that the counter answers from. A file is taken as a whole or not at all, and the version before is kept.
deskweb-settings-content = Dialogs and texts
deskweb-settings-content-intro = When somebody changes the files of dialogs and texts, they are checked and taken over within seconds. If the check finds a mistake, the old ones stay in use.
deskweb-settings-content-state = All well
deskweb-settings-content-state-bad = A change was not taken
deskweb-settings-hooks = Webhooks
deskweb-settings-hooks-intro = Other systems that are told what happens to cases. They are told nothing personal.
# $n: number of webhooks
deskweb-settings-hooks-state = { $n } in all
deskweb-settings-tokens = Tokens
deskweb-settings-tokens-intro = Programs that may call the counter. A token that you end stops working at once.
deskweb-settings-history = History
deskweb-settings-history-intro = Who changed what and when. What you put back is itself a change, so nothing is lost.
deskweb-settings-nothing = Nothing here yet.
# $day: day; $clock: time of day
deskweb-at = { $day }, { $clock }
# $list: several things
deskweb-list = { $list }
deskweb-by-counter = the counter itself
deskweb-by-operator = the operator

## Forms of the settings

deskweb-set-thing = What
deskweb-set-now = Now
deskweb-set-source = Where it comes from
# $who: name of an account; $at: day and time
deskweb-set-source-desk = Set here by { $who }, { $at }
deskweb-set-source-file = The settings file
deskweb-set-source-table = The imported table of offices
deskweb-set-source-shipped = Came with the program or its files
deskweb-set-source-none = Nothing set
deskweb-set-saved = Saved. It holds from now on.
deskweb-set-put-back = Put back. It holds from now on.
deskweb-set-members-saved = Saved. The new roles hold from now on.
deskweb-set-not-saved = Not saved. Please look at what is marked below.
# $who: name of an account; $at: day and time
deskweb-set-overtaken = { $who } changed this on { $at }, after you opened the page. Nothing of yours was saved.
deskweb-set-overtaken-more = Your words are still in the form. If you save now, they replace what stands there.
deskweb-set-stands = What stands there now
deskweb-set-base = Without your change
deskweb-set-last = Last changes
deskweb-set-history-none = Nothing has been changed yet.
deskweb-set-before = Before:
deskweb-set-after = After:
deskweb-set-empty = (nothing)
deskweb-set-back = Put back what was there before
deskweb-set-back-overtaken = Somebody changed this in the meantime. Please look at it again before you put anything back.
# $what: field; $language: language
deskweb-set-in = { $what } ({ $language })
deskweb-set-office = The office itself
# $year: year
deskweb-set-calendar = Working days { $year }
deskweb-set-notice = Notice
# $service: service; $reply: prepared reply
deskweb-set-reply = { $service }: { $reply }
deskweb-set-id = Short name
    .hint = Letters, digits and hyphens, such as NIGHT. It stays for good: it stands in the history of cases.
deskweb-set-name = Name
deskweb-set-services = Services
    .hint = Cases of these services come to this queue, whatever their dialogs say.
deskweb-set-districts = Districts
    .hint = Cases of these districts come to this queue. If you choose services too, only cases that fit both.
deskweb-set-shut = Open or closed
    .hint = A closed queue takes no new cases and finishes those it has. Remove a queue once it has no open cases; old cases stay readable.
deskweb-set-shut-open = Open
deskweb-set-shut-closed = Closed
deskweb-set-shut-removed = Removed
deskweb-set-claims = Takes certain cases
# $id: short name; $open: number of cases; $people: number of people
deskweb-set-queue-about = { $id }, { $open ->
    [1] 1 open case
   *[other] { $open } open cases
}, { $people ->
    [1] 1 person
   *[other] { $people } people
}
deskweb-set-members = Who works here
deskweb-set-members-hint = What somebody is by the settings file or in the whole office stays; what you tick is added for this queue.
# $role: role
deskweb-set-member-file = { $role }, settings file
# $role: role
deskweb-set-member-office = { $role }, whole office
deskweb-set-hours = Hours
deskweb-set-phone = Phone
    .hint = Printed exactly as you type it.
deskweb-set-address = Address
deskweb-set-note = Remark
    .hint = Which floor, what to bring. May stay empty.
# The two words of the file are taken apart, because they are no terms.
deskweb-set-days = Days
    .hint = A line each: day, holiday or { "work" }{ "day" }, Chinese name, English name. The first line stays as it is. The second kind is a Saturday or Sunday on which you work.
# $n: number of days
deskweb-set-days-count = { $n ->
    [1] 1 day
   *[other] { $n } days
}
deskweb-set-past = Over
deskweb-set-words = Words
deskweb-set-from = From
    .hint = Office time. Leave it empty for at once.
deskweb-set-until = Until
    .hint = Office time. Leave it empty for until you remove it.
deskweb-set-notice-now = Shown now
deskweb-set-notice-later = Later
deskweb-set-reply-hint = The desk fills in {"{receipt}"}, {"{service}"}, {"{due}"}, {"{paper}"} and {"{reason}"}. Use the same ones in both languages.
deskweb-set-reply-fixed = Only in its file
deskweb-set-reply-fixed-more = This reply is built from several parts and can only be changed in its text file.
deskweb-set-closed = Closed
deskweb-set-why = Why it is closed, and what people can do
deskweb-set-instead = Offer instead
    .hint = People get a button that leads there.
deskweb-set-instead-none = Nothing
deskweb-set-close-service = Close the service
deskweb-set-reset-queue = Back to the settings file
deskweb-set-reset-window = Back to the imported table or the settings file
deskweb-set-reset-calendar = Back to the days that came with the program
deskweb-set-reset-notice = Remove the notice
deskweb-set-reset-reply = Back to the words that came with the program
deskweb-set-reset-service = Open the service again

## What is wrong with a setting

deskweb-fault-language = Please write this in both languages.
# $max: most signs
deskweb-fault-long = At most { $max } characters, please.
deskweb-fault-control = There are line breaks or hidden characters that cannot be used here.
deskweb-fault-when = That is no day or time.
deskweb-fault-kind = That does not belong here. Please open the page again.
deskweb-fault-queue-id = A short name has 1 to 24 letters, digits or hyphens.
deskweb-fault-queue-taken = There is, or was, a queue of that short name. Please choose another.
deskweb-fault-queue-made-here = This queue was made here. To be rid of it, mark it as removed.
deskweb-fault-last-queue = This is the last open queue. New cases need somewhere to go.
# $n: number of cases
deskweb-fault-queue-has-tickets = { $n ->
    [1] One case is still open in this queue.
   *[other] { $n } cases are still open in this queue.
} Close the queue; its staff finish the cases or pass them on, and then you can remove it.
# $queue: queue
deskweb-fault-claimed = The queue { $queue } takes these cases already.
# $service: service
deskweb-fault-no-service = There is no service { $service } that makes cases.
# $place: code
deskweb-fault-no-place = There is no place { $place }.
# $queue: queue
deskweb-fault-no-queue = There is no queue { $queue }.
deskweb-fault-phone = A phone number has digits.
deskweb-fault-until = The end must come after the beginning.
deskweb-fault-always-open = This service stays open, so that people can always reach the staff and follow their cases.
deskweb-fault-instead = Please choose another service that is open.
# $service: service
deskweb-fault-named-instead = People are sent here from { $service }, which is closed. Please change that first.
deskweb-fault-no-reply = There is no such prepared reply any more.
# $line: line
deskweb-fault-brace = Line { $line }: a brace that belongs to no field. Fields look like {"{receipt}"}.
# $line: line; $name: field; $known: fields
deskweb-fault-field = Line { $line }: nobody fills in { $name }. There are: { $known }
deskweb-fault-fields-differ = Both languages must have the same fields.
deskweb-fault-markup-differs = Both languages must have the same bold and italic parts.
# $line: line; $tags, $signs: what can be written
deskweb-fault-markup = Line { $line }: of these signs only { $tags } can be used, each closed again. Alone they are written { $signs }.
# $line: line; $sign: sign
deskweb-fault-punctuation = Line { $line }: the sign { $sign } belongs to the other script.
# $line: line; $term: word; $right: term
deskweb-fault-term = Line { $line }: please say { $right } instead of { $term }.
# $line: line; $trouble: what the check says
deskweb-fault-other = Line { $line }: the check refuses this ({ $trouble }).
# $line: line
deskweb-fault-days-year = Line { $line }: the days say no year. A row begins like 2027-01-01.
# $line: line
deskweb-fault-days-header = Line { $line }: the first line must be date,kind,name_zh,name_en
# $line: line
deskweb-fault-days-none = Line { $line }: there are no days.
# $line: line
deskweb-fault-days-fields = Line { $line }: a row has four parts with commas between them.
# $line: line; $found: what stands there
deskweb-fault-days-date = Line { $line }: { $found } is no day. Write it like 2027-10-01.
# $line: line; $found: what stands there; $known: what can stand there
deskweb-fault-days-kind = Line { $line }: { $found } is none of { $known }.
# $line: line; $day: day
deskweb-fault-days-other = Line { $line }: { $day } belongs to another year.
# $line: line; $day: day
deskweb-fault-days-twice = Line { $line }: { $day } stands there twice.

## Data of the office

deskweb-data-kind-places = Districts and what people call them
deskweb-data-kind-offices = Offices: where, when, phone
deskweb-data-kind-statistics = Statistics
deskweb-data-kind-publications = Publications
deskweb-data-kind-notices = Funding calls
deskweb-data-kind-policies = Laws and policies
deskweb-data-kind-events = Events
deskweb-data-kind-answers = Frequent questions
deskweb-data-kind-patents = New patents
deskweb-data-kind-agencies = Register of patent agencies
deskweb-data-none = Nothing loaded. People are told so.
deskweb-data-shipped = came with the program
# $rows: number of rows; $source: source
deskweb-data-about = { $rows } rows, { $source }
# $rows: number of rows; $source: source; $day: day
deskweb-data-about-day = { $rows } rows, { $source }, as of { $day }
# $number: number; $at: day and time; $about: rows and source
deskweb-data-version = Version { $number }, { $at }: { $about }
deskweb-data-in-use = In use
deskweb-data-back-to = Use this again
deskweb-data-versions = Versions
deskweb-data-import = Import a file
deskweb-data-file = File
    .hint = A CSV file, UTF-8 or GB18030.
# $megabytes: size
deskweb-data-limit = At most { $megabytes } MB.
deskweb-data-source = Where it comes from; the name of the file if you leave it empty
deskweb-data-as-of = Day on which it stood like this
# $kind: table
deskweb-data-imported = Imported: { $kind }. People see it from now on.
# $kind: table
deskweb-data-back = In use again: { $kind }.
# $kind: table
deskweb-data-refused = Not imported: { $kind }. Nothing has changed. Please mend this and import the whole file again.
# $n: number of faults
deskweb-data-more = and { $n } more
deskweb-data-no-file = Please choose a file.
# $codes: codes of places
deskweb-data-places-gone = Cases may name these places, so their rows must stay: { $codes }
# $line: line; $what: what is wrong
deskweb-row-line = Line { $line }: { $what }
deskweb-row-empty = the file is empty
deskweb-row-utf16 = the file is UTF-16; please save it as UTF-8
deskweb-row-encoding = the file is neither UTF-8 nor GB18030
# $column: column
deskweb-row-no-column = the column { $column } is missing
# $column: column
deskweb-row-column-twice = the column { $column } stands there twice
deskweb-row-no-rows = no rows below the first line
deskweb-row-too-many = too many rows
deskweb-row-branches = this is the list of branches; please use the list of agencies
# $column: column
deskweb-row-missing = { $column } is empty
# $one, $other: columns
deskweb-row-both-missing = { $one } and { $other } are both empty
# $wanted, $found: numbers of columns
deskweb-row-count = { $found } columns, but the first line has { $wanted }
# $column: column; $value: what stands there
deskweb-row-malformed = { $column }: { $value } cannot be read
# $column: column; $value: what stands there; $example: example
deskweb-row-malformed-like = { $column }: { $value } cannot be read. Write it like { $example }
# $column: column; $value: what stands there; $known: what can stand there
deskweb-row-unknown = { $column }: { $value } is none of { $known }
# $column: column; $max: most signs
deskweb-row-long = { $column } is longer than { $max } characters
# $column: column
deskweb-row-control = { $column } has a hidden character
# $earlier, $later: columns
deskweb-row-disorder = { $later } comes before { $earlier }
# $first: line; $what: what is the same
deskweb-row-repeated = the same as line { $first }: { $what }
deskweb-row-unreadable = this row cannot be read as a table

## Dialogs and texts of the office's own folder

# $place: file and line
deskweb-content-banner = A change to the dialogs or texts was not taken, and the old ones stay in use: { $place }.
deskweb-content-banner-more = See what is wrong
# $at: day and time; $read: day and time
deskweb-content-refused = Not taken on { $at }. Those of { $read } stay in use.
# $at: day and time
deskweb-content-good = All well. The files in use were read on { $at }.
# $at: day and time
deskweb-content-built-in = All well. There are no files of your own; those that came with the program are in use since { $at }.
deskweb-content-drawn = The lines and what is wrong with them
deskweb-content-folder = Folder
deskweb-content-dialogs = Dialogs
deskweb-content-languages = Languages

## Webhooks

deskweb-hook-none = No other system is told anything.
deskweb-hook-url = Address
deskweb-hook-its-name = What you call it
deskweb-hook-kinds = What it is told
deskweb-hook-kinds-hint = Choose none for everything.
deskweb-hook-every-kind = Everything
deskweb-hook-queues = Queues
deskweb-hook-queues-hint = Choose none for every queue.
deskweb-hook-waiting = Waiting to be sent
deskweb-hook-in-use = In use
deskweb-hook-paused = Paused
deskweb-hook-trying = Being tried again
deskweb-hook-set-aside = Set aside
# $at: day and time; $why: reason
deskweb-hook-since = Since { $at }: { $why }
deskweb-hook-why-time = no answer in time
deskweb-hook-why-connection = no connection
deskweb-hook-why-broke = the connection broke
deskweb-hook-why-pause = it asked for a pause
# $code: status
deskweb-hook-why-answered = it answered { $code }
# $code: status
deskweb-hook-why-redirects = it redirects ({ $code }), which is not followed
# $why: reason
deskweb-hook-why-other = { $why }
deskweb-hook-test = Send a test event
deskweb-hook-pause = Pause
deskweb-hook-resume = Go on
deskweb-hook-remove = Remove
deskweb-hook-replay = Send again
deskweb-hook-replay-since = Since this day
deskweb-hook-replay-failed = What failed
deskweb-hook-replay-all = Everything
deskweb-hook-events = Last events
deskweb-hook-event = Event
deskweb-hook-when = When
deskweb-hook-became = What became of it
deskweb-hook-taken = Taken
deskweb-hook-failed = Not taken
deskweb-hook-again = Send again
deskweb-hook-add = Add a webhook
deskweb-hook-secret = The secret with which signatures are checked (Standard Webhooks). It is not shown again. It belongs to:
deskweb-hook-unknown = There is no such webhook any more.
deskweb-hook-name = A name has 1 to 40 characters without spaces.
deskweb-hook-taken-name = There is a webhook of that name already.
deskweb-hook-no-kind = There is no such kind of event.
deskweb-hook-private = The address leads into a private network, which the settings file does not allow.
deskweb-hook-plain = The address must begin with https://
deskweb-hook-login = A name or password in the address is not used. Please leave it out.
deskweb-hook-address = That is no address.
deskweb-hook-test-first = It is set aside. Send a test event first; when it is taken, it is in use again.
deskweb-hook-done-paused = Paused. What happens now waits.
deskweb-hook-done-resumed = It goes on. What waited is sent in a moment.
deskweb-hook-done-removed = Removed.
# $n: number of events
deskweb-hook-done-replayed = { $n ->
    [0] Nothing to send again.
    [1] One event is sent again.
   *[other] { $n } events are sent again.
}
# $name: name
deskweb-hook-done-tested = { $name } took the test event.
# $name: name; $why: reason
deskweb-hook-not-tested = { $name } did not take the test event: { $why }
deskweb-hook-kind-submitted = Case sent in
deskweb-hook-kind-added = Something added
deskweb-hook-kind-corrected = Corrected
deskweb-hook-kind-taken = Taken by a clerk
deskweb-hook-kind-released = Given back
deskweb-hook-kind-replied = Replied
deskweb-hook-kind-noted = Internal note
deskweb-hook-kind-paper-asked = Paper asked for
deskweb-hook-kind-transferred = Passed on
deskweb-hook-kind-state-set = State changed
deskweb-hook-kind-extended = More time
deskweb-hook-kind-closed = Closed
deskweb-hook-kind-withdrawn = Withdrawn
deskweb-hook-kind-hurried = Asked to hurry
deskweb-hook-kind-reopened = Reopened
deskweb-hook-kind-graded = Rated
deskweb-hook-kind-called-back = Called back
deskweb-hook-kind-contact-changed = Contact changed
deskweb-hook-kind-file-refused = File not kept
deskweb-hook-kind-unreachable = Person out of reach
deskweb-hook-kind-linked = Linked as the same matter
deskweb-hook-kind-unlinked = Link taken back
deskweb-hook-kind-consent-asked = Consent asked for
deskweb-hook-kind-consented = Consent given or refused
deskweb-hook-kind-handed-over = Handed over to another body

## Tokens of programs

deskweb-token-none = No program may call.
deskweb-token-program = Program
deskweb-token-name = 1 to 40 of a-z, 0-9 and hyphens. It stands in the history of cases.
deskweb-token-taken = There is a token of that name already. End it first or choose another name.
deskweb-token-no-scope = Please choose what the program may do.
# $max: most days
deskweb-token-days = Please give a number of days, 1 to { $max }.
deskweb-token-may = It may
deskweb-token-every-queue = Every queue
deskweb-token-from = Made
deskweb-token-until = Good until
deskweb-token-no-end = Without an end
deskweb-token-over = Over
deskweb-token-end = End
deskweb-token-make = Make a token
deskweb-token-life = Good for so many days
    .hint = Leave it empty for a token without an end.
deskweb-token-made = Please copy the token now; it is not shown again. It belongs to:
deskweb-scope-tickets-read = see cases without anything personal
deskweb-scope-tickets-personal = read personal answers, each reading is written down
deskweb-scope-tickets-act = work on cases
deskweb-scope-requests-create = send in cases for people
deskweb-scope-figures-read = read figures

## Files, linked cases, handing over

deskweb-attach = Files with it
# $most: most files; $megabytes: size of the largest
deskweb-attach-hint = Up to { $most } files of { $megabytes } MB each: PDF, pictures, documents, video, sound, ZIP. Programs and web pages are not taken. Pictures go out without hidden data such as the place.
deskweb-attach-ready = already here; tick to leave it out
# $name: name of the file; $why: reason
deskweb-attach-not-taken = { $name } was not taken: { $why }. Nothing was sent.
# $most: most files
deskweb-attach-too-many = At most { $most } files can go with one reply or note. Nothing was sent; tick those to leave out.
deskweb-same = Same matter
deskweb-same-none = Not linked with another case.
# $service: service; $state: state
deskweb-same-about = { $service }, { $state }
deskweb-same-elsewhere = in a queue that you do not see
deskweb-same-undo = Undo link
deskweb-same-other = Link another case
deskweb-same-receipt = Receipt number of the other case
deskweb-same-do = Link
deskweb-line-linked = linked it with another case as the same matter:
deskweb-line-unlinked = took back the link with:
# $to: authority; $list: what it is about
deskweb-line-consent-asked = asked whether this may be handed over to { $to }: { $list }
deskweb-line-consented = agrees to handing it over
deskweb-line-not-consented = does not agree to handing it over
# $to: authority; $list: what was handed over
deskweb-line-handed-over = handed over to { $to }: { $list }
deskweb-hand = Hand over to another authority
deskweb-hand-to = To whom
deskweb-hand-body = Authority
deskweb-hand-other = Another one, as typed below
deskweb-hand-name = Name of the authority
deskweb-hand-address = Address, if you have it
deskweb-hand-what = What is handed over
deskweb-hand-personal = personal
deskweb-hand-law = Law that says so, with its article
deskweb-hand-basis = If something personal is among it
deskweb-hand-basis-none = Nothing personal is among it
deskweb-hand-basis-asked = The person was asked here and agreed
deskweb-hand-basis-told = The person agreed elsewhere, for example by phone
deskweb-hand-basis-law = The law named above allows it without consent
deskweb-hand-how = When and how they agreed
deskweb-hand-state = The case is then
deskweb-hand-state-none = as it is now, still open
deskweb-hand-stays-open = The case stays open until you close it.
deskweb-hand-do = Hand over
deskweb-hand-ask = Ask the person first
deskweb-hand-told = Either way the person is told to whom, what and why. When you ask first, nothing is handed over yet.
deskweb-hand-closed = This case is closed, so nothing can be handed over.
deskweb-hand-consents = Consent asked for
deskweb-hand-none-asked = The person has not been asked.
deskweb-hand-agreed = agreed
deskweb-hand-not-agreed = did not agree
deskweb-hand-no-answer = no answer yet
deskweb-letters = Transfer letters
deskweb-letters-none = Nothing has been handed over.
# $n: number of the letter; $to: authority
deskweb-letter-of = Transfer letter { $n }: { $to }
deskweb-letter = Transfer letter
deskweb-letter-hides = Personal answers are hidden in this letter. Showing them needs a fresh code and is kept in the case and in the audit log.
deskweb-letter-show = Show the whole letter
deskweb-letter-print = Print this page with your browser. The files are not in it; download them from the case and send them along.
deskweb-letter-number = Number
deskweb-letter-day = Date
deskweb-letter-to = To
deskweb-letter-opening = We received the following matter and hand it over to you.
deskweb-letter-service = Matter
deskweb-letter-submitted = Received by us on
deskweb-letter-reason = Reason
deskweb-letter-law = Legal basis
deskweb-letter-what = What is handed over
deskweb-letter-corrected = Corrected later to:
deskweb-letter-consent = Consent of the person:
deskweb-letter-consent-none = not needed, nothing personal is handed over.
# $day: day
deskweb-letter-consent-asked = given on { $day }, when we asked.
# $how: when and how
deskweb-letter-consent-told = given. { $how }
deskweb-letter-consent-law = not asked; the legal basis above allows it without.
deskweb-letter-consent-unknown = given; the day is not known.
deskweb-letter-signature = Signature
deskweb-letter-stamp = Official seal
