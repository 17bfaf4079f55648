# What clerks see in their group. [SENT TO THE PERSON] and [THE PERSON SEES THIS] mark what the person can see, [INTERNAL] what only colleagues see.

desk-no-ticket = There is no such case.
desk-not-yours = This case is not in your queue, so you cannot act on it.
# $list: queues
desk-no-queue = There is no such queue. Queues: { $list }.

# $words: words, may be empty; $files: number of files
post-added =
    <b>[FROM THE PERSON]</b> Files: { $files }
    { $words }
# $clerk: clerk; $words: words; $files: number of files
post-replied =
    <b>[SENT TO THE PERSON]</b> { $clerk }, files: { $files }
    { $words }
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
post-hurried = <b>[THE PERSON ASKS TO HURRY]</b> The time limit has passed; please answer soon.
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
post-contact-changed = [NEW CONTACT] The person changed their contact.
# $why: reason
post-file-refused = [FILE NOT KEPT] { $why }
post-unreachable = <b>[CANNOT BE REACHED]</b> The person has stopped this chat. Please use the contact in the case.
# $clerk: clerk; $reason: reason
post-revealed = [INTERNAL] { $clerk } looked at the personal answers. Reason: { $reason }

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

desk-button-take = Take it
desk-button-release = Give it back
desk-button-reply = Reply
desk-button-prepared = Prepared reply
desk-button-paper = Ask for a paper
desk-button-state = Set the state
desk-button-extend = Extend
desk-button-pass = Pass on
desk-button-close = Close

desk-no-right = The counter may not manage topics in this group. Please make it an administrator and allow it to manage topics. Cases go on; until then, use the command line.
desk-no-forum = Topics are off in this group. Please switch "Topics" on in the group's settings. Cases go on; until then, use the command line.
