# Follow, add to, or withdraw a case

case-track = Follow my case
    .short = Follow my case
    .about =
        See how far your case has got and when to expect an answer.
        You can also add papers, write to our staff, ask us to hurry, or withdraw the case.
        Choose from what you sent in this chat, or use a receipt number and access code.

case-track-mine = Which case would you like to see?
    .label = Case
    .item = { $service } · { $state } · { $receipt }
    .opt-by-code = Use number and code
    .also-by-code = another | by number | anonymous

case-track-receipt = What is your receipt number?
    .why = If you sent it anonymously or elsewhere, you need its receipt number and access code.
    .hint = It is on the receipt you got after sending. For example: WH-261123-K7M4PN
    .label = Receipt number

case-track-code = What is the access code?
    .why = It shows us that you are the person who sent it.
    .hint = It was shown only once, after sending: 8 letters and digits.
    .label = Access code

case-track-wrong =
    The receipt number and the access code do not match. Please compare them with your receipt and try again. After several wrong tries the number is locked for an hour.

# $access-minutes: minutes to wait
case-track-locked =
    There were too many wrong tries, so this number is locked for safety. You can try again in { $access-minutes } minutes. If you have lost the code, our staff can help.

case-track-gone = This case cannot be opened now. Please choose again.

# $ticket-next: whole sentences
case-track-status =
    <b>{ $ticket-service }</b>
    Receipt number: <code>{ $ticket-receipt }</code>
    Now: <b>{ $ticket-state-text }</b> (since { $ticket-since })
    { $ticket-next }

case-track-act = What would you like to do?
    .label = Action
    .opt-add-files = Add papers
    .also-add-files = add files | add photos | send documents | evidence
    .opt-write = Write to our staff
    .also-write = message | write | note
    .opt-hurry = Ask us to hurry
    .also-hurry = hurry | too slow | overdue
    .opt-rate = Rate the service
    .also-rate = rating | feedback | stars
    .opt-reopen = Not solved: reopen
    .also-reopen = reopen | not solved
    .opt-history = See what has happened
    .also-history = history | log
    .opt-change-contact = Change contact details
    .also-change-contact = new phone | new e-mail
    .opt-withdraw = Withdraw this case
    .also-withdraw = take back | withdraw | stop it
    .opt-link = Get replies in this chat
    .also-link = link | replies here
    .opt-forget = Unlink this chat
    .also-forget = forget | unlink
    .opt-other = See another case
    .also-other = another | other
    .opt-done = No, thank you
    .also-done = nothing | thanks | thank you | no | none

case-track-papers = Which photos or documents would you like to add?
    .hint = You can send several. Press "Done" when all are sent.
    .label = Papers added

case-track-told-added =
    { $added-result ->
        [ok] We have your papers; they are with the staff dealing with your case.
       *[refused] Your papers could not be added: { $added-reason }
    }

case-track-message = What would you like to tell our staff?
    .hint = For example: the shop has changed the box, but the patent number is the same.
    .label = Message

case-track-told-written =
    { $written-result ->
        [ok] Your message is with the staff dealing with your case. Their answer will appear in this case.
       *[refused] Your message could not be sent: { $written-reason }
    }

case-track-told-hurried =
    { $hurried-result ->
        [ok] We have told the staff dealing with your case that you are waiting.
       *[refused] It is too early to ask for that: { $hurried-reason }
    }

case-track-grade = How did we do?
    .label = Rating
    .opt-very-satisfied = Very satisfied
    .also-very-satisfied = excellent | 5 | great
    .opt-satisfied = Satisfied
    .also-satisfied = good | 4
    .opt-fair = Fair
    .also-fair = 3 | so-so | average
    .opt-dissatisfied = Dissatisfied
    .also-dissatisfied = bad | 2 | poor
    .opt-very-dissatisfied = Very dissatisfied
    .also-very-dissatisfied = terrible | 1 | awful

case-track-grade-words = What was good, and what was not?
    .hint = For example: a quick answer, but I had to send papers twice.
    .label = Comment

case-track-told-rated =
    { $rated-result ->
        [ok] Thank you for telling us.
       *[refused] Your rating could not be saved: { $rated-reason }
    }

case-track-call-back =
    We are sorry that you are not satisfied. We will have it looked at again to find out what went wrong.

case-track-not-solved = What has not been solved?
    .hint = For example: yesterday the shop sold the same goods again.
    .label = Not solved

case-track-told-reopened =
    { $reopened-result ->
        [ok] Your case has been reopened, and our staff will read what you wrote.
       *[refused] Your case could not be reopened: { $reopened-reason }
    }

# $now-history: one event a line
case-track-past =
    What has happened with { $ticket-receipt }:
    { $now-history }

case-track-new-contact = What is your new phone number or e-mail address?
    .hint = For example: 138 0000 0000, +49 30 123456 or name@example.com
    .label = New contact details

case-track-told-contact =
    { $contact-changed-result ->
        [ok] Done. From now on we will use your new contact details.
       *[refused] Your contact details could not be changed: { $contact-changed-reason }
    }

# $ticket-receipt: receipt number
case-track-withdraw-sure = Withdraw { $ticket-receipt }?
    .why = We will then stop working on it. If it is a report and a breach of the law has already been found, the authority may still look into that.
    .label = Withdraw

case-track-withdraw-reason = Would you tell us why?
    .hint = For example: they have stopped selling it.
    .label = Reason

case-track-told-withdrawn =
    { $withdrawn-result ->
        [ok] { $ticket-receipt } has been withdrawn. You can always send a new one.
       *[refused] It could not be withdrawn: { $withdrawn-reason }
    }

case-track-told-linked =
    { $linked-result ->
        [ok] From now on replies come to this chat. The case still keeps no account, and you can unlink this chat at any time.
       *[refused] That did not work: { $linked-reason }
    }

case-track-forget-sure = Unlink this chat from { $ticket-receipt }?
    .why = Replies will no longer come here, and only the receipt number and access code will open the case. Please make sure that you have noted both.
    .label = Unlink

case-track-told-forgotten =
    { $forgotten-result ->
        [ok] Unlinked. From now on, use the receipt number and access code. This conversation is still on your own device; you can delete it.
       *[refused] That did not work: { $forgotten-reason }
    }
