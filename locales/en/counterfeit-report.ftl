# Counterfeit patent report. Patent Law art. 68, 69; Implementing Rules art. 99, 101; Patent Administrative Enforcement Measures art. 28, 29, 36.

counterfeit-report = Report a counterfeit patent
    .short = Report counterfeit patent
    .about =
        For goods marked as patented that have no patent, an ended one, or someone else's number.
        You may give your name or stay anonymous. About ten questions; you can stop and come back.
        You get a receipt number and an access code. If the conditions are met, a case is opened within 10 working days.

counterfeit-report-how = Would you like to report anonymously or with your name?
    .why = Both are checked. With your name, you are told whether a case is opened and how it ends, and you may ask for a reward.
    .label = Kind of report
    .opt-anonymous = Anonymously
    .also-anonymous = anonymous | no name | without my name | secretly
    .opt-named = With my name
    .also-named = named | my name | with name

counterfeit-report-anonymity-telegram =
    Before you report anonymously:
    The case keeps no account, name or phone number. Telegram itself knows which account writes here.
    Photos and words can show who you are, so please check them first.
    We cannot contact you. Follow the case by receipt number and access code, or choose later to get replies in this chat.

counterfeit-report-anonymity =
    Before you report anonymously:
    The case keeps no name, phone number or account.
    Photos and words can show who you are, so please check them first.
    We have no way to tell you the result. Keep your receipt number and access code: with them you can follow the case.

counterfeit-report-fake-kind = What is wrong?
    .hint = You may choose several. Not sure? That is fine, our staff will work it out.
    .label = What is wrong
    .opt-no-patent-but-marked = Marked, but no patent
    .also-no-patent-but-marked = no patent | not patented | number does not exist | fake number
    .opt-expired-or-invalid-marked = Patent ended, still marked
    .also-expired-or-invalid-marked = expired | lapsed | invalid | out of date
    .opt-other-patent-number-used = Someone else's patent number
    .also-other-patent-number-used = stolen number | other number | borrowed number
    .opt-application-called-patent = Application called a patent
    .also-application-called-patent = pending | not granted | application only
    .opt-forged-certificate = Forged certificate or paper
    .also-forged-certificate = forged | fake certificate | forgery
    .opt-sells-such-goods = Someone sells such goods
    .also-sells-such-goods = selling | on sale | sells it
    .opt-only-copied = Copied, but no patent mark
    .also-only-copied = copied | copy | imitation | knock-off | no mark

counterfeit-report-not-counterfeit =
    Copying without a patent mark is normally patent infringement, not a counterfeit patent, and only the patent owner can act on it.
    If it is your right, or it affects you, ask for assistance and we will look at your options together.
    If you do think there is a false mark, you can go on.

counterfeit-report-goods = What is the product?
    .hint = For example: hair dryer, brand and model A-200
    .label = Product

counterfeit-report-mark-text = What exactly does it say about a patent? Please give words and number.
    .why = We check the form of the number. If it does not fit, you can still go on; we keep it as an unverified clue.
    .hint = Copy it as it stands, for example: "National patent ZL 2024 1 1234567.5" on the back of the box
    .label = Words on it

counterfeit-report-elsewhere =
    Outside Wuhan, the market supervision bureau of that place deals with it. You can go to them directly or use the national 12315 platform.
    If you prefer, go on here: we will take your report and pass it on to them.

# The place and the day found: shared/place.ftl; facts and files: shared/facts.ftl; name and contact: shared/party.ftl.

counterfeit-report-facts = How did you find out, and why do you think the patent is not genuine?
    .hint = For example: on 3 November I bought one for 89 yuan, looked up the number on the box and found no such patent. If you report anonymously, leave out anything that shows who you are.
    .label = What happened

counterfeit-report-files = Do you have photos, a receipt or screenshots?
    .hint = You can send several. Most useful: the whole product, a close-up of the patent mark, and proof of purchase.
    .label = Evidence

counterfeit-report-reward = If your report proves true, would you like to ask for a reward?
    .why = Whether there is one, and how much, depends on the rules in force; our staff will tell you. We do not ask for your identity number here; if it is needed, they will ask for it through the office's own channel.
    .label = Reward

counterfeit-report-qty-price = How many are there, and at what price?
    .hint = For example: about 20 on the shelf, 89 yuan each
    .label = Quantity, price

counterfeit-report-made-before-expiry = Were the goods made before the patent ended?
    .why = Goods lawfully marked before the patent ended may still be sold afterwards; that is not counterfeiting (Implementing Rules, art. 101).
    .hint = Look for the production date on the packaging.
    .label = Made before it ended

counterfeit-report-other-name = What is the shop or maker called?
    .hint = As written on the sign, the box or the web page
    .label = Shop or maker

counterfeit-report-right-holder = Do you know who really owns the patent?
    .hint = For example: the name of a company
    .label = Patent owner

counterfeit-report-next =
    Our staff check your clues first. If the conditions are met, a case is opened within 10 working days of your report and closed within 1 month of opening, or up to 15 days later if it is very complex.
    You can add papers or details at any time.

counterfeit-report-who =
    Only the staff dealing with this report can see it. The other side is not told who you are or that you reported it.

counterfeit-report-deadline-opening = decision on whether to open a case
    .law = Patent Administrative Enforcement Measures, art. 28
counterfeit-report-deadline-closing = end of the case
    .law = Patent Administrative Enforcement Measures, art. 36

counterfeit-report-state-submitted = Sent
counterfeit-report-state-received = Received
counterfeit-report-state-transferred = Passed to another authority
counterfeit-report-state-checking = Clues being checked
counterfeit-report-state-opened = Case opened
counterfeit-report-state-not-opened = No case opened
counterfeit-report-state-investigating = Under investigation
counterfeit-report-state-punished = Penalty imposed
counterfeit-report-state-ordered-to-correct = Ordered to correct
counterfeit-report-state-stop-selling-only = Ordered to stop selling
counterfeit-report-state-no-violation = No breach found
counterfeit-report-state-moved-to-police = Passed to the police

counterfeit-report-paper-photos = photos of the goods and the patent mark
counterfeit-report-paper-proof-of-purchase = till receipt or order
counterfeit-report-paper-page-capture = web link and screenshot
counterfeit-report-paper-advertisement = advertisement or manual
counterfeit-report-paper-purchase-details = where and when you bought it

# $receipt: receipt number; $due: present due date; $paper: paper asked for; $reason: reason or result in the clerk's words
counterfeit-report-reply-acknowledge =
    Thank you for your report { $receipt }. We are checking the clues and will decide by { $due } whether to open a case.
    .label = Received
counterfeit-report-reply-ask-papers =
    To check { $receipt } we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
counterfeit-report-reply-transfer =
    Another authority is responsible for { $receipt }, and we have passed your report on. Details:
    { $reason }
    .label = Passed on
counterfeit-report-reply-opened =
    A case has been opened for { $receipt } and is being investigated. We aim to close it by { $due }; if we need longer, we will tell you why.
    .label = Case opened
counterfeit-report-reply-not-opened =
    We have checked { $receipt } and have not opened a case. The reason:
    { $reason }
    If you have new clues, send them at any time and we will look again.
    .label = No case opened
counterfeit-report-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    Thank you for telling us.
    .label = Closed
