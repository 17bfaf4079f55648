# Talk to staff

human-contact = Talk to our staff
    .short = Talk to staff
    .about =
        For anything you would rather tell a person, or that fits nowhere else.
        In office hours our staff answer here. Outside them you get a receipt number, and we answer when we are back.

human-contact-why = What would you like to ask or do?
    .hint = A line or two will do. For example: I got a letter saying that I infringe a patent; who can help me?
    .label = Reason

human-contact-contact = How else can we reach you, besides here?
    .why = We use it if we cannot reach you here.
    .hint = A phone number or e-mail address, for example: 138 0000 0000, +49 30 123456 or name@example.com
    .label = Contact

human-contact-next =
    Our staff will answer you here. There is no need to wait by the screen.

human-contact-who =
    Only the staff of the service desk can see it. If another department should deal with it, it is passed on to them.

human-contact-state-waiting = Waiting for our staff
human-contact-state-in-chat = Talking with you
human-contact-state-ticket = Noted, waiting for an answer
human-contact-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
human-contact-reply-acknowledge =
    Thank you, we have seen your question { $receipt } and are looking into it. You will hear from us here.
    .label = Received
human-contact-reply-ask-details =
    To answer { $receipt } we would like to know a little more:
    { $reason }
    .label = Ask for details
human-contact-reply-transfer =
    Another department is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
human-contact-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
