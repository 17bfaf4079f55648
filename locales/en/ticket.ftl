# A case: its states, its story, messages to the person, reasons why something is not possible

## States; a service may have its own words for them

ticket-state-submitted = Sent
ticket-state-received = Received
ticket-state-supplement-wanted = Waiting for papers from you
ticket-state-accepted = Accepted
ticket-state-refused = Not accepted
ticket-state-transferred = Passed to another authority
ticket-state-checking = Being checked
ticket-state-opened = Case opened
ticket-state-not-opened = No case opened
ticket-state-in-work = In progress
ticket-state-suspended = Suspended
ticket-state-withdrawn = Withdrawn

# What a time limit is called when it has no name of its own
ticket-limit = time limit
# $what: what is due; $day: day
ticket-due = By { $day }: { $what }
ticket-overdue = We are sorry, this is late. It was due on { $day }: { $what }
# $due: the sentence above; $year: year
ticket-due-guessed = { $due } (the public holidays of { $year } have not been entered here yet, so the date may change)
ticket-paper = the paper that we asked for
ticket-next-over = This case has ended. If there is anything new, please send a new one.
ticket-next-withdrawn = You withdrew this case, so we no longer work on it.
# $day: day
ticket-next-reopen = This case has ended. If the problem is not solved, you can have the case reopened before { $day }.

## What has happened

# $time: time; $what: what happened
history-line = { $time }: { $what }
history-submitted = You sent it
history-added = You added something
# $words: what it says now
history-corrected = You corrected what you had written: { $words }
# $words: reply
history-replied = Our staff replied: { $words }
# $paper: paper
history-paper-asked = Our staff asked for: { $paper }
# $to: department
history-transferred = Passed to { $to }
# $state: state; $reason: details
history-state = { $state }
history-state-reason = { $state }. { $reason }
# $day: new day; $reason: reason
history-extended = Extended to { $day }. { $reason }
# $outcome: outcome; $reason: details
history-closed = Closed: { $outcome }. { $reason }
history-withdrawn = You withdrew it
history-hurried = You asked us to hurry
history-reopened = You asked to reopen it
# $grade: grade
history-graded = Your rating: { $grade }
history-contact = You changed your contact details
# $why: reason
history-file-refused = A file was not kept: { $why }
# $to: authority
history-consent-asked = We asked whether we may hand something over to { $to }
history-consented = You agreed
history-not-consented = You did not agree
# $to: authority; $list: what was handed over; $reason: reason
history-handed-over = Handed over to { $to }: { $list }. { $reason }
# $first: first line; $rest: the other lines
lines =
    { $first }
    { $rest }

## Messages to the person

# $receipt: receipt number; $words: reply
told-replied =
    <b>There is a reply to { $receipt }</b>
    { $words }
# $name: name of the file
told-file-named = A file belongs to this reply: { $name }. Please ask our staff for it; it cannot be shown in a terminal.
# $receipt: receipt number; $paper: paper; $words: the clerk's words
told-paper =
    <b>{ $receipt }: please send { $paper }</b>
    { $words }
    Send /status, choose this case and then "Add papers".
# $receipt: receipt number; $paper: paper
told-paper-plain =
    <b>{ $receipt }: please send { $paper }</b>
    Send /status, choose this case and then "Add papers". If you do not have it, please write and tell us.
# $receipt: receipt number; $paper: paper; $words: the clerk's words
told-paper-window =
    <b>{ $receipt }: please bring { $paper } to our office</b>
    { $words }
    It holds sensitive personal data, so please do not send it here: this chat passes through servers abroad. Send /help for our address and hours.
# $receipt: receipt number; $paper: paper
told-paper-window-plain =
    <b>{ $receipt }: please bring { $paper } to our office</b>
    It holds sensitive personal data, so please do not send it here: this chat passes through servers abroad. Send /help for our address and hours. If you cannot come, please write and tell us.
# $receipt: receipt number; $paper: paper; $words: the clerk's words
told-paper-link =
    <b>{ $receipt }: please send { $paper }</b>
    { $words }
    It holds sensitive personal data, so please do not send it in this chat, whose servers are abroad. Press "Send this paper" and you get a link to our own page.
# $receipt: receipt number; $paper: paper
told-paper-link-plain =
    <b>{ $receipt }: please send { $paper }</b>
    It holds sensitive personal data, so please do not send it in this chat, whose servers are abroad. Press "Send this paper" and you get a link to our own page. If you do not have it, please write and tell us.
button-send-paper = Send this paper
# $receipt: receipt number; $to: department; $reason: details
told-transferred =
    { $receipt } has been passed on. It is now with: { $to }. Details:
    { $reason }
# $receipt: receipt number; $state: state
told-state = News on { $receipt }: <b>{ $state }</b>
# $receipt: receipt number; $state: state; $reason: details
told-state-reason =
    News on { $receipt }: <b>{ $state }</b>
    { $reason }
# $receipt: receipt number; $limit: which time limit; $day: new day; $reason: reason
told-extended =
    We need more time for { $receipt }. New date: { $day } ({ $limit }). The reason:
    { $reason }
# $receipt: receipt number; $outcome: outcome; $reason: details
told-closed =
    <b>{ $receipt } has been closed: { $outcome }</b>
    { $reason }
    How did we do? Please rate us. If the problem is not solved, you can have the case reopened within 30 days. Send /status and choose this case.
# $receipt: receipt number; $why: reason
told-file-refused =
    A file in { $receipt } was not kept: { $why }.
    To send another one: send /status, choose this case and then "Add papers".
# $receipt: receipt number; $to: authority, with its address; $list: what it is about; $why: reason, and the law
told-consent =
    <b>{ $receipt }: may we hand something over?</b>
    To: { $to }
    What: { $list }
    Why: { $why }
    Among it is personal data of yours, so we ask you first. If you do not agree, we do not hand it over unless a law says that we must, and your case goes on here. You can press a button or write to us.
button-consent-yes = I agree
button-consent-no = I do not agree
# $receipt: receipt number
consent-kept = { $receipt }: thank you, we have noted that you agree. Until it has been handed over you can still change your mind.
# $receipt: receipt number
consent-refused = { $receipt }: we have noted that you do not agree. Our staff will look at how your case goes on.
# $receipt: receipt number; $to: authority, with its address; $list: what was handed over; $why: reason, and the law; $next: what comes next
told-handed-over =
    <b>{ $receipt } has been handed over to another authority</b>
    To: { $to }
    What: { $list }
    Why: { $why }
    { $next }
# $name: authority; $address: its address
handing-to = { $name }, { $address }
# $reason: reason
handing-why = { $reason }
# $reason: reason; $law: law
handing-why-law = { $reason } ({ $law })
# $n: number of files
handing-files = { $n ->
    [1] { $n } file
   *[other] { $n } files
}
handing-next-open = That authority now decides what happens with it. Your case here stays open, and we will write to you again before we close it.
handing-next-closed = That authority now decides what happens with it and may contact you. With this, your case here has ended; if you have a question about it, you can still write to us.

## Grades

grade-very-satisfied = Very satisfied
grade-satisfied = Satisfied
grade-fair = Fair
grade-dissatisfied = Dissatisfied
grade-very-dissatisfied = Very dissatisfied

## Why something is not possible now

act-refused-closed = This case is closed.
act-refused-not-closed = This case is not closed yet.
act-refused-too-late = The time for reopening it is over; please send a new one.
act-refused-before = This has already been done.
act-refused-not-due = The time limit has not passed, and our staff are working on it.
act-refused-no-limit = No time limit is running for this case.
# $list: possible states
act-refused-no-such-state = The case cannot go to that state now. Possible: { $list }.
# $list: papers of the service
act-refused-no-such-paper = This service does not ask for that paper. It can ask for: { $list }.
act-refused-same-queue = The case is with that department already.
act-refused-not-later = The new day must be later than the old one.
act-refused-no-words = Nothing has been written yet. Please write a line or two.
act-refused-too-long = That is too long. Please send it in parts.
act-refused-not-taken = Nobody has taken this case yet.
act-refused-not-in-ticket = This does not change what you have already sent us. To correct something, send /status and write to our staff.
# $receipt: receipt number
act-refused-full = { $receipt } has become very long and can take no more. Everything you sent is kept. Please send a new case with /new and mention { $receipt } in it; our staff have been told.
act-refused-no-room = This case has become very long and can take no more text. Nothing in it is lost. You can still pass it on or close it; please settle the rest with the person in a new case.
act-refused-itself = A case cannot be linked with itself.
act-refused-linked = These two cases are linked already.
act-refused-not-linked = These two cases are not linked.
act-refused-no-body = Please name the authority that it goes to.
act-refused-no-parts = Please choose what is handed over: at least one answer or file of this case.
act-refused-no-consent = Among what you chose is personal data. Ask the person first, write down when and how they agreed, or name the law that allows it without their consent.
act-refused-no-need = Nothing of what you chose is personal, so no consent is needed.
act-refused-not-yours = This case cannot be opened now. Please look it up again by receipt number and access code.
act-refused-trouble = This cannot be stored at the moment. Please try again later.

## Agencies

agency-missing = not in the register
agency-status-normal = Normal
agency-status-abnormal = On the list of irregular operations
agency-status-revoked = Licence revoked
agency-status-cancelled = Licence cancelled
agency-status-unknown = Not stated in the register

## Personal data: correcting, erasing, a copy on paper

# $label: question
history-amended = We corrected an answer for you: { $label }
act-refused-conflict = You said that you know a party of this case. Colleagues deal with it.
# $receipt: receipt number; $label: question; $reason: reason
told-amended =
    We have corrected an answer in { $receipt }: { $label }.
    { $reason }
# $receipt: receipt number; $day: day
told-erased =
    Your case { $receipt } was erased on { $day }: what you told us, the messages and the files are gone for good. Only that there was a case stays in our figures, without anything about you.
    The access code no longer works. We keep a proof of the erasure under this receipt number.
privacy-kept-open = The case is not closed; our staff are still working on it.
privacy-kept-hold = The case is under legal hold and must be kept.
# $day: day
privacy-kept-until = The case must be kept until { $day }.
# $subscriptions: number; $bookings: number
privacy-lists-ended = As you asked, we ended your subscriptions ({ $subscriptions }) and took you off the lists of events ({ $bookings }).
privacy-kept-lead = These cases of yours are kept for now:
# $receipt: receipt number; $why: ground
privacy-kept-line = { $receipt }: { $why }
# $at: time
privacy-file-title = Everything we hold about you, as of { $at }
# $receipt: receipt number; $service: service; $state: state
privacy-file-case = { $receipt }, { $service }: { $state }
# $label: question; $value: answer
privacy-file-answer = { $label }: { $value }
# $at: time; $by: by whom; $what: what happened
privacy-file-event = { $at } { $by }: { $what }
# $at: time; $by: by whom; $what: what happened; $words: words
privacy-file-said = { $at } { $by }: { $what }. { $words }
privacy-file-by-person = You
privacy-file-by-office = Our staff
privacy-file-by-counter = The counter
privacy-file-what-submitted = sent the case
privacy-file-what-added = added something
privacy-file-what-corrected = corrected something
privacy-file-what-amended = corrected an answer for you
privacy-file-what-replied = replied
privacy-file-what-paper-asked = asked for a paper
privacy-file-what-transferred = passed the case on
privacy-file-what-state-set = set a new state
privacy-file-what-extended = extended a time limit
privacy-file-what-closed = closed the case
privacy-file-what-withdrawn = withdrew the case
privacy-file-what-hurried = asked to hurry
privacy-file-what-reopened = asked to reopen the case
privacy-file-what-graded = rated the case
privacy-file-what-called-back = called back
privacy-file-what-contact-changed = changed the contact details
privacy-file-what-file-refused = a file was not kept
privacy-file-what-unreachable = you could not be reached
# $count: number
privacy-file-subscriptions = Subscriptions: { $count }
# $count: number
privacy-file-bookings = Events signed up for: { $count }
privacy-file-more = The file data.json beside this one holds all details for programs; the folder "files" holds the files of your cases.
