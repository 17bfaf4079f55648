# Guidance for IP disputes abroad. State Council rules on foreign-related IP disputes (in force since 1 May 2025) art. 5, 6, 10, 12, 13. No law sets time limits.

overseas-dispute = Help with an IP dispute abroad
    .short = Dispute abroad
    .about =
        For firms and people in Wuhan with trouble abroad: a lawsuit, goods held by customs, a frozen web shop, a warning letter, a mark filed by somebody else.
        We help you sort out the steps and find who can help, free of charge. Finding and paying a lawyer is up to you.
        If there is a deadline within 10 days, you come first.

overseas-dispute-where = In which country or region is it?
    .hint = For example: United States, Germany, Hong Kong. For the European Union, name one of its countries.
    .label = Country or region

overseas-dispute-at-home =
    A dispute in mainland China does not belong here, even if the other side is foreign.
    If you are not sure what to do, ask for assistance. If somebody uses your patent, ask for a decision on infringement.

overseas-dispute-matter = What has happened?
    .label = What happened
    .opt-lawsuit = A lawsuit, against us or by us
    .also-lawsuit = lawsuit | sued | complaint | summons | court
    .opt-us-337 = A Section 337 investigation (US)
    .also-us-337 = 337 | section 337 | itc
    .opt-customs = Goods held by customs
    .also-customs = customs | seized | detained
    .opt-platform-freeze = Web shop or account frozen
    .also-platform-freeze = frozen | amazon | tro | suspended
    .opt-expo = Trouble at a trade fair
    .also-expo = fair | exhibition | expo
    .opt-warning = A warning letter
    .also-warning = warning | cease and desist
    .opt-licence = Licence fees, contract talks
    .also-licence = licence | royalty | negotiation
    .opt-squatting = Our mark or name was taken
    .also-squatting = squatting | mark taken

overseas-dispute-deadline = When is your next deadline?
    .why = Deadlines abroad can be very short, and missing one can lose the case. If yours is within 10 days, you come first.
    .hint = For example, the last day to answer a court, a hearing or an appeal to a platform: 3 Dec. If there is none, skip this.
    .label = Next deadline

overseas-dispute-soon =
    That is soon, so this will be marked urgent.
    Find a local lawyer now and ask whether the time can be extended. Whatever is due, send it in time; do not wait for us.

overseas-dispute-first-steps =
    <b>First steps</b>
    1. Keep every page, envelope and e-mail with the day it came, and write down each deadline
    2. Delete and change nothing, chats included; admit nothing and pay nothing in haste
    3. Find out whether their right is in force there, and whether your product falls under it
    4. Look at your contracts and policies: does a supplier answer for it, is there IP insurance
    5. Before evidence or papers go abroad, look at the rules at home: state secrets, data security, personal data and export control may need steps first (State Council rules on foreign-related IP disputes, art. 13). Until that is clear, send nothing abroad

overseas-dispute-need = What help would you like?
    .hint = You may choose several.
    .label = Help wanted
    .opt-expert = An expert to look at it
    .also-expert = expert | analysis
    .opt-lawyer-list = How to find a local lawyer
    .also-lawyer-list = lawyer | attorney
    .opt-evidence = Gathering and filing evidence
    .also-evidence = evidence | proof
    .opt-cost-insurance = Costs and insurance
    .also-cost-insurance = costs | insurance
    .opt-negotiation = Settling or taking a licence
    .also-negotiation = settle | negotiation
    .opt-pay-for-us = Pay for our lawsuit
    .also-pay-for-us = pay for us | fund us | pay our lawyer

overseas-dispute-no-money =
    We are sorry: we cannot pay your lawyer or appear in court for you.
    We can ask what funding or insurance there is. With everything else we are glad to help; please go on.

overseas-dispute-other-name = Who is the other side?
    .hint = As on the complaint or notice, for example: Example Inc.
    .label = Other side

overseas-dispute-facts = What has happened, and what is your product?
    .hint = For example: we sell folding fans to the US online; on 20 November a complaint came about a US design patent, and we have 6 days to answer. Please leave out identity numbers.
    .label = Details

overseas-dispute-files = Can you show us what you received?
    .hint = You can send several: the complaint, customs notice, platform e-mail, letter. Nothing secret, please. If you have none, skip this.
    .label = Papers received

overseas-dispute-right-numbers = Which rights are concerned? Please give their numbers.
    .hint = Theirs or yours, as in the papers, for example: US D900,001
    .label = Right numbers

overseas-dispute-court-number = What is the number of the case or notice?
    .hint = As in the papers, for example: 1:26-cv-01234
    .label = Case number

overseas-dispute-amount = Roughly how much money is it about?
    .hint = With the currency, for example: 30,000 dollars frozen
    .label = Amount

overseas-dispute-next =
    Our staff will use the contact you gave and first sort out deadlines and steps with you. If needed, they then refer you to a guidance centre for overseas IP disputes or to an expert.
    If a new letter or deadline comes, please add it at once.

overseas-dispute-who =
    Only the staff dealing with your case can see what you send. Before it goes to another body or an expert, we will ask you.

overseas-dispute-state-submitted = Sent
overseas-dispute-state-received = Received
overseas-dispute-state-contacted = We have contacted you
overseas-dispute-state-guided = Guidance given
overseas-dispute-state-referred = Referred
overseas-dispute-state-declined = Guidance not possible

overseas-dispute-paper-papers-received = papers you received
overseas-dispute-paper-right-list = list of your rights
overseas-dispute-paper-product-list = list of products
overseas-dispute-paper-export-records = export and sales records
overseas-dispute-paper-business-licence = business licence
overseas-dispute-paper-reply-draft = draft of your answer

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
overseas-dispute-reply-acknowledge =
    Thank you, we have received { $receipt } and will contact you soon. Deadlines keep running, so please ask a local lawyer now whether they can be extended.
    .label = Received
overseas-dispute-reply-ask-papers =
    To see { $receipt } clearly we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. Nothing secret, please. If you do not have it, just tell us.
    .label = Ask for papers
overseas-dispute-reply-transfer =
    Another body is better placed to help you with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
overseas-dispute-reply-accepted =
    We are glad to help you with { $receipt }. What comes next:
    { $reason }
    .label = Guidance begins
overseas-dispute-reply-refused =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    .label = Not possible
overseas-dispute-reply-guided =
    Our guidance on { $receipt }:
    { $reason }
    It is meant to help you choose; on the law of that country, rely on a local lawyer.
    .label = Guidance
overseas-dispute-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
