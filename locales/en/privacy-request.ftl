# Seeing, copying, correcting and deleting personal data, taking back consent, explanations. Personal Information Protection Law art. 13-18, 28-31, 44-50.

privacy-request = My personal data
    .short = My personal data
    .about =
        See what we hold about you, get a copy, have it corrected or deleted, or take back your consent.
        What can be done at once is explained here; the rest goes to the staff in charge of personal data.

privacy-request-right = What would you like to do with your data?
    .label = Request
    .opt-see = See it
    .also-see = view | what do you have | access
    .opt-copy = Get a copy
    .also-copy = copy | export | download
    .opt-correct = Correct it
    .also-correct = correct | mistake | wrong | rectify
    .opt-delete = Delete it
    .also-delete = delete | erase | remove | delete my data
    .opt-withdraw = Take back my consent
    .also-withdraw = withdraw consent | withdraw | no longer agree
    .opt-explain = Ask how it is used
    .also-explain = explain | privacy | how do you use it

privacy-request-see =
    Send /mydata to see at once what is kept for this chat, with your subscriptions; for a copy, press "Everything as a file".
    What you have sent us is under "Follow my case", with its history and present state.
    For more than that, make a request below.

privacy-request-correct =
    Not sent yet: press "Change".
    Already sent: you can change your contact details yourself under "Follow my case". For anything else, write to our staff there; the old record stays, and the correction is added.
    If that is not enough, make a request below.

privacy-request-delete =
    Not sent yet: /cancel deletes it. If you leave it, it is deleted by itself after a while.
    A subscription: press the button under any of its messages, or end it under /mydata.
    The link between this chat and you: send /mydata and choose "Delete chat data". Your subscriptions end with it.
    Already sent: what the law and the rules on archives require us to keep cannot be deleted during that time, but it is used for nothing else. What we should not keep, we delete, and we tell you.
    To have something deleted that you have sent, make a request below.

privacy-request-withdraw =
    Send /mydata and choose "Delete chat data": that takes back what you agreed to here and deletes what was not sent.
    What was done before stays valid. For cases already sent, staff still use what they need to deal with them under the law.
    To withdraw a case itself, open it under "Follow my case" and choose "Withdraw this case".

privacy-request-explain =
    Send /privacy to see who is responsible for your data, what for, which data, how it is kept, and your rights.
    Names and contacts are encrypted. Only the staff dealing with the case may look, each time with a written reason that is recorded. Identity numbers are not taken in the chat.
    If something is still unclear, make a request below, and the staff in charge will answer.

privacy-request-further = Is that enough?
    .label = Next step
    .opt-request = No, I want to make a request
    .also-request = make a request | request | not enough
    .opt-another = Something else
    .also-another = another | again | other
    .opt-done = Yes, thank you
    .also-done = done | thanks | thank you | enough

privacy-request-whose = Whose data is it?
    .why = Only the person concerned may ask; for a child under 14, a guardian.
    .label = Whose data
    .opt-mine = My own
    .also-mine = mine | me | myself
    .opt-child = My child's, under 14
    .also-child = child | my child | son | daughter
    .opt-someone-else = Somebody else's
    .also-someone-else = someone else | friend | colleague | another person

privacy-request-not-yours =
    Only the person concerned can ask about their data. If they cannot, please come to the office with their power of attorney and your identity document.
    For a relative who has died, close family may ask for a lawful and proper reason; our staff can tell you how.

privacy-request-scope = Which data do you mean?
    .label = Which data
    .opt-one-case = What is in one case
    .also-one-case = one case | a case | one
    .opt-all = Everything you have
    .also-all = all | everything

privacy-request-anonymous-care =
    If that case is an <b>anonymous report</b>, please do not go on here: this request shows who you are and would tie you to the report. Use "Follow my case" with the receipt number and access code instead, and write to our staff there.

privacy-request-receipt = What is the receipt number of the case?
    .hint = It is on the receipt you got after sending. For example: WH-261123-K7M4PN
    .label = Receipt number

privacy-request-proof = How can we make sure that it is you?
    .label = Check
    .opt-by-code = I have the access code
    .also-by-code = access code | code
    .opt-by-staff = Let the staff check
    .also-by-staff = staff | no code | lost it

privacy-request-code = What is the access code?
    .hint = It was shown only once, after sending: 8 letters and digits.
    .label = Access code

privacy-request-wrong =
    The receipt number and the access code do not match. Please compare them with your receipt and try again. After several wrong tries the number is locked for an hour.

# $access-minutes: minutes to wait
privacy-request-locked =
    There were too many wrong tries, so this number is locked for safety. You can try again in { $access-minutes } minutes. For now you can choose "Let the staff check".

privacy-request-anonymous-case =
    This case is an anonymous report. So as not to tie you to it, we take no request here.
    Please write to our staff under "Follow my case", with the receipt number and access code.

privacy-request-details = What exactly would you like us to do?
    .hint = For example: one digit of my phone number is wrong, it should end in 0000. Please leave out identity numbers.
    .label = Details

# Name and contact: shared/party.ftl

privacy-request-next =
    Our staff first make sure that it is you, then do what you ask, and tell you here. If they have to see an identity document, that happens at the office or on the office's own web page.
    If something cannot be done, you get the reason in writing. If you disagree, you may go to court.

privacy-request-who = Only the staff in charge of personal data, and those needed for the check, can see what you send.

privacy-request-state-checking = Being checked
privacy-request-state-done = Done
privacy-request-state-partly-done = Done in part
privacy-request-state-refused = Not done

# $receipt: receipt number; $reason: reason or result in the clerk's words
privacy-request-reply-acknowledge =
    Thank you, we have your request { $receipt } about personal data and are checking it.
    .label = Received
privacy-request-reply-ask-details =
    To deal with { $receipt } we would like to know a little more. Please leave out identity numbers:
    { $reason }
    .label = Ask for details
privacy-request-reply-identity =
    Before we deal with { $receipt } we have to make sure that it is you. Please do it like this, and send no identity document to this chat:
    { $reason }
    .label = Check identity
privacy-request-reply-transfer =
    The data you mean in { $receipt } is held by another body. This is how to reach it:
    { $reason }
    .label = Not with us
privacy-request-reply-done =
    { $receipt } is done:
    { $reason }
    .label = Done
privacy-request-reply-partly-done =
    { $receipt } is done in part. What was not done, and why:
    { $reason }
    .label = Done in part
privacy-request-reply-refused =
    We are sorry that we could not do what you asked in { $receipt }. The reason:
    { $reason }
    If you disagree, you may go to court.
    .label = Not done
privacy-request-reply-close =
    { $receipt } has been dealt with. The result:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
