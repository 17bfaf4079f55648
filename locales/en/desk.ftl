# What clerks see in their group. [SENT TO THE PERSON] and [THE PERSON SEES THIS] mark what the person can see, [INTERNAL] what only colleagues see.

desk-no-ticket = There is no such case.
desk-not-yours = This case is not in your queue, so you cannot act on it.
desk-no-other = There is no other case with that number that you may work on.
# $list: queues
desk-no-queue = There is no such queue. Queues: { $list }.

# $words: words, may be empty; $files: number of files
post-added =
    <b>[FROM THE PERSON]</b> { $files ->
        [0] Message
       *[other] Files: { $files }
    }
    { $words }
# $before: what stood before; $after: what stands now
post-corrected =
    <b>[CORRECTED BY THE PERSON]</b> A message to the desk
    Before: { $before }
    Now: { $after }
# $label: question; $before: what stood before; $after: what stands now
post-corrected-answer =
    <b>[CORRECTED BY THE PERSON]</b> { $label }
    Before: { $before }
    Now: { $after }
# $label: question; $receipt: receipt number
post-corrected-personal =
    <b>[CORRECTED BY THE PERSON]</b> { $label }
    This is personal and not shown here. To see it, use the command <code>ip-office-bot tickets show { $receipt } --reveal "reason"</code>
# $clerk: clerk; $words: words; $files: number of files
post-replied =
    <b>[SENT TO THE PERSON]</b> { $files ->
        [0] { $clerk }
       *[other] { $clerk }, files: { $files }
    }
    { $words }
post-full = <b>[CASE IS FULL]</b> The person can add nothing more to this case and has been asked to start a new one that mentions it. You can still reply and close it.
post-by-code = There is no chat to send this to. The person sees it when they look the case up with receipt number and access code.
# $clerk: clerk; $words: words
post-noted =
    <b>[INTERNAL NOTE]</b> { $clerk }
    { $words }
# $clerk: clerk
post-taken = [INTERNAL] { $clerk } has taken this case.
# $clerk: clerk
post-released = [INTERNAL] { $clerk } has given this case back; a colleague may take it.
# $clerk: clerk; $paper: paper; $words: words with it
post-paper-asked =
    <b>[SENT TO THE PERSON]</b> { $clerk } asked for: { $paper }
    { $words }
# $clerk: clerk; $from, $to: queues; $reason: reason
post-transferred =
    <b>[THE PERSON SEES THIS]</b> { $clerk } passed the case from { $from } to { $to }. The reason:
    { $reason }
# $to: queue; $reason: reason
post-gone =
    This case is now with { $to }; please do not work on it here. The reason:
    { $reason }
# $clerk: clerk; $state: state; $reason: details
post-state =
    <b>[THE PERSON SEES THIS]</b> { $clerk } set the state: { $state }
    { $reason }
# $clerk: clerk; $limit: time limit; $day: new day; $reason: reason
post-extended =
    <b>[THE PERSON SEES THIS]</b> { $clerk } extended the time limit ({ $limit }) to { $day }. The reason:
    { $reason }
# $clerk: clerk; $outcome: outcome; $reason: details
post-closed =
    <b>[THE PERSON SEES THIS]</b> { $clerk } closed the case: { $outcome }
    { $reason }
# $reason: reason, may be empty
post-withdrawn =
    <b>[WITHDRAWN BY THE PERSON]</b>
    { $reason }
post-hurried = <b>[THE PERSON ASKS US TO HURRY]</b> The time limit has passed; please answer soon.
# $words: what is not solved
post-reopened =
    <b>[REOPENED BY THE PERSON]</b>
    { $words }
# $grade: grade; $words: comment, may be empty
post-graded =
    <b>[RATED]</b> { $grade }
    { $words }
# $grade: grade; $words: comment, may be empty
post-graded-badly =
    <b>[RATED] { $grade }: please call back</b>
    { $words }
# $clerk: clerk
post-called-back = [INTERNAL] { $clerk } has called the person back.
post-contact-changed = [NEW CONTACT] The person changed their contact details.
# $why: reason
post-file-refused = [FILE NOT KEPT] { $why }
post-unreachable = <b>[CANNOT BE REACHED]</b> The person has blocked this chat. Please use the contact details in the case.
# $clerk: clerk; $reason: reason
post-revealed = [INTERNAL] { $clerk } looked at the personal answers. Reason: { $reason }
# $clerk: clerk; $other: receipt number of the other case
post-linked = [INTERNAL] { $clerk } linked this case with { $other }: the same matter.
# $clerk: clerk; $other: receipt number of the other case
post-unlinked = [INTERNAL] { $clerk } took back the link with { $other }.
# $clerk: clerk; $to: outside body; $list: what it is about, by name only; $why: reason
post-consent-asked =
    <b>[SENT TO THE PERSON]</b> { $clerk } asked for consent to hand over: { $list }. To: { $to }
    { $why }
post-consented = <b>[THE PERSON AGREES]</b> What was asked about may be handed over.
post-not-consented = <b>[THE PERSON DOES NOT AGREE]</b> What was asked about may not be handed over.
# $clerk: clerk; $to: outside body; $list: what was handed over, by name only; $why: reason
post-handed-over =
    <b>[THE PERSON SEES THIS]</b> { $clerk } handed over: { $list }. To: { $to }
    { $why }

# $receipt: receipt number; $service: service; $limit: time limit; $day: day
remind-before = Due soon: { $receipt } ({ $service }), { $limit }, by { $day }.
remind-after = <b>Overdue</b>: { $receipt } ({ $service }), { $limit }, was due on { $day }.
remind-supervisor = <b>Overdue, for the supervisor</b>: { $receipt } ({ $service }), { $limit }, was due on { $day }.

## Topics and cards in the group

# Marks in front of a topic's name
topic-mark-closed = ✅
topic-mark-call-back = 📞
topic-mark-overdue = ⏰
topic-mark-urgent = 🚨
topic-mark-unread = 📩
topic-mark-taken = 🔵
topic-mark-open = ⚪
# $mark: mark; $state: state; $receipt: receipt number; $service: service
topic-name = { $mark } { $state } { $receipt } { $service }

# $service: service; $receipt: receipt number; $state: state; $since: time
card-title =
    <b>{ $service }</b>
    <code>{ $receipt }</code> · <b>{ $state }</b> (since { $since })
# $limit: time limit; $day: day
card-due = Due: { $limit }, by { $day }
card-overdue = ⏰ <b>Overdue</b>: { $limit }, was due on { $day }
card-no-limit = Due: no time limit is running
# $queue: queue; $clerk: clerk; $language: language of the person; $named: named or anonymous
card-who = Queue: { $queue } · Clerk: { $clerk } · Person: { $named }, { $language }
card-nobody = nobody yet
card-anonymous = anonymous
card-named = named
card-urgent = 🚨 <b>Urgent</b>
card-call-back = 📞 <b>The person is not satisfied: please call back</b>
# $label: question; $answer: answer
card-line = { $label }: { $answer }
# $receipt: receipt number
card-personal = Personal answers are not shown here. To see them, use the command <code>ip-office-bot tickets show { $receipt } --reveal "reason"</code>
# $n: number of the file; $kind: kind; $kilobytes: size; $hash: fingerprint
card-file-waiting = File { $n }: being fetched
card-file = File { $n }: { $kind }, { $kilobytes } KB, <code>{ $hash }</code>
# $claimed: kind by its name
card-file-lies = File { $n }: { $kind } (its name says { $claimed }, so be careful), { $kilobytes } KB, <code>{ $hash }</code>
# $why: reason
card-file-refused = File { $n }: not kept, { $why }
card-rule = What you write here is an <b>internal note</b>; the person does not see it. To answer the person, write <code>/r your words</code> or press "Reply".
card-rule-private = This is only to read. To reply, write notes or close, please open the topic.

desk-button-take = Take it
desk-button-called = Called back
desk-button-topic = Open the topic
desk-button-release = Give it back
desk-button-reply = Reply
desk-button-prepared = Prepared reply
desk-button-paper = Ask for a paper
desk-button-state = Set the state
desk-button-extend = Extend
desk-button-pass = Pass on
desk-button-close = Close

desk-no-right = The counter is not allowed to manage topics in this group. Please make it an administrator and allow it to manage topics. Cases go on as usual; until then, use the command line.
desk-no-forum = Topics are off in this group. Please switch "Topics" on in the group's settings. Cases go on as usual; until then, use the command line.

## Commands of clerks; descriptions of 3 to 60 signs

desk-command-take = Take this case
desk-command-release = Give this case back
desk-command-reply = Reply to the person: /r your words
desk-command-note = Internal note: /note your words
desk-command-prepared = Prepared replies
desk-command-paper = Ask the person for a paper
desk-command-state = Set the state
desk-command-extend = Extend the time limit
desk-command-pass = Pass on to another queue
desk-command-close = Close with an outcome
desk-command-card = Show the card again
desk-command-desk = List open cases
desk-command-help = How the desk works

# $minutes: minutes that the next message is awaited
desk-help =
    <b>How the desk works</b>
    What you write or send in the topic of a case is an <b>internal note</b>; the person never sees it.
    To answer the person: <code>/r your words</code>, also as the caption of a file. Or press "Reply": then your next message within { $minutes } minutes goes to the person.

    /take, /release: take a case, give it back
    /note words: always a note, even after "Reply"
    /prepared: prepared replies, in the person's language
    /paper: ask for a paper, such as <code>/paper letters by Friday please</code>
    /state: next state
    /extend: more time, such as <code>/extend 10 reason</code> (working days) or <code>/extend 2026-12-01 reason</code>
    /pass: to another queue, such as <code>/pass AID reason</code>
    /close: close with outcome and reason
    /card: the card again
    /desk: open cases; in a private chat with the counter: yours and the overdue ones
    Without words a command shows what you can choose. The person sees the reasons you give for /state, /extend, /pass and /close.
desk-in-topic = This works in the topic of a case. /desk lists the open cases.
# $name: command
desk-command-unknown = Nothing was done: there is no command /{ $name }. /help shows the commands.
desk-anonymous = You are writing as the group, so the counter cannot tell who you are. Nothing was done or kept. Please turn "Remain anonymous" off in your administrator rights.

## Short answers to a press, up to 200 signs

desk-toast-done = Done.
desk-toast-reply = Your next message in this topic goes to the person.
desk-toast-words = Please write the words in this topic now.
desk-toast-stale = This button is out of date; nothing was done. Please look at the card again.
desk-toast-stranger = You are not a clerk of this queue, so nothing was done.

## What the next message will be

# $clerk: clerk; $words: first words of the note
desk-noted = 📝 <b>[INTERNAL NOTE]</b> { $clerk }: kept, the person does not see it. { $words }
# $clerk: clerk; $minutes: minutes
desk-mode-reply = ✉️ <b>[GOES TO THE PERSON]</b> { $clerk }: your next message or file here within { $minutes } minutes is sent to the person. After it, everything is a note again.
# $clerk: clerk; $outcome: outcome; $minutes: minutes
desk-mode-close = ✉️ <b>[THE PERSON SEES THIS]</b> { $clerk }: your next message here within { $minutes } minutes closes the case with "{ $outcome }" and is the reason that the person is told.
# $clerk: clerk; $to: queue; $minutes: minutes
desk-mode-pass = ✉️ <b>[THE PERSON SEES THIS]</b> { $clerk }: your next message here within { $minutes } minutes passes the case on to { $to } and is the reason that the person and the colleagues there are told.
# $clerk: clerk; $day: new day; $minutes: minutes
desk-mode-extend = ✉️ <b>[THE PERSON SEES THIS]</b> { $clerk }: your next message here within { $minutes } minutes extends the time limit to { $day } and is the reason that the person is told.
# $clerk: clerk; $reply: prepared reply; $minutes: minutes
desk-mode-prepared = ✉️ { $clerk }: please write the words for the prepared reply "{ $reply }" here within { $minutes } minutes, in the person's language if you can. You see the whole text before it is sent.
# $clerk: clerk
desk-mode-ended = 📝 { $clerk }: your next message here is an <b>internal note</b> again.
# $clerk: clerk
desk-edited = { $clerk }: changing a message here changes nothing for the person, and notes stay as first written. To correct a reply, send another one with /r.
# $megabytes: largest size
desk-file-too-big = This file was not kept: the counter can fetch at most { $megabytes } MB from Telegram. Nothing was sent.

## Menus under the card

desk-menu-prepared = <b>Which prepared reply?</b> You see it before it is sent.
desk-menu-papers = <b>Which paper does this reply ask for?</b>
desk-menu-paper = <b>Which paper do you need?</b> The person is asked as soon as you press.
desk-menu-state = <b>Which state comes next?</b> The person is told as soon as you press. 🏁 closes the case and asks you for the reason first.
desk-menu-extend = <b>How much longer?</b> You are asked for the reason; the person sees it.
desk-menu-pass = <b>To which queue?</b> You are asked for the reason; the person sees it.
desk-menu-close = <b>With which outcome?</b> You are asked for the reason; the person sees it.
# $state: state
desk-choice-ends = 🏁 { $state }
# $days: working days; $day: new day
desk-choice-days = +{ $days } working days: { $day }
desk-nothing-to-choose = There is nothing to choose from for this case now.
# $list: prepared replies
desk-no-such-reply = There is no such prepared reply. This service has: { $list }.
desk-no-such-day = Please write a number of working days or a day that is still to come, then the reason: <code>/extend 10 reason</code> or <code>/extend 2026-12-01 reason</code>
# $reply: prepared reply; $language: language of the person; $words: the reply
desk-preview =
    <b>[NOT SENT YET]</b> { $reply }, goes out in: { $language }

    { $words }
# $list: fields
desk-prepared-missing = This prepared reply was not sent, because this is not known now: { $list }. Please write your own reply with /r.
desk-field-due = due date
desk-field-limit = time limit
desk-field-paper = paper
# $name: field
desk-field-other = { $name }

desk-button-back = Back to the card
desk-button-cancel = Cancel, back to notes
desk-button-send = Send to the person
desk-button-list = Back to the list

## Lists

# $queue: queue; $count: number of cases
desk-list-title = <b>{ $queue }: open cases</b>, { $count } in all
# $count: number of cases
desk-list-waiting = <b>Waiting for you</b>, { $count } in all
desk-list-none = <b>Nothing is waiting for you</b>: you have no case, none is late or due soon, and nobody is waiting for a call.
# $count: number of cases
desk-list-overdue = <b>Overdue</b> ({ $count })
# $count: number of cases
desk-list-soon = <b>Due within two days</b> ({ $count })
# $count: number of cases
desk-list-call-back = <b>To call back</b> ({ $count })
# $count: number of cases
desk-list-own = <b>Your other cases</b> ({ $count })
# $page: page; $pages: pages in all
desk-list-page = Page { $page } of { $pages }
# $mark: sign; $receipt: receipt number; $service: service; $state: state; $due: due date; $clerk: clerk
desk-list-line =
    { $mark } <code>{ $receipt }</code> { $service } · { $state }
    { $due } · { $clerk }
# $day: day
desk-list-due = due { $day }
# $day: day
desk-list-late = <b>overdue since { $day }</b>
desk-list-call = closed, rated badly: please call back
desk-list-no-limit = no time limit
# $receipt: receipt number
desk-list-button = { $receipt }
desk-list-you = you

## The group itself

desk-moved = Telegram has turned this group into a new one. The counter goes on here; please ask the operator to put the new group id into the settings.
desk-right-back = Thank you, the counter can manage topics again. What was waiting comes now.

## Correcting, keeping and erasing

# $clerk: clerk; $label: question
post-amended = [INTERNAL] { $clerk } corrected an answer for the person: { $label }
# $clerk: clerk; $reason: reason
post-held = <b>[LEGAL HOLD]</b> { $clerk } put this case under legal hold: nothing of it may be erased. Reason: { $reason }
# $clerk: clerk; $reason: reason
post-freed = [INTERNAL] { $clerk } lifted the legal hold. Reason: { $reason }
# $clerk: clerk
post-conflict = <b>[BACK IN THE QUEUE]</b> { $clerk } knows a party and handed the case back. Please somebody else take it.
post-erased = This case has been erased. Please delete this topic, so that nothing of it stays here.
