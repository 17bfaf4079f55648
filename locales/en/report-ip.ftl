# Reports and complaints on rights other than patents. Trademark Law: 2019 text until 31 December 2026, the text of 26 June 2026 from 1 January 2027.
# Administrative Penalty Law art. 60: 90 days from opening. When a complaint is accepted depends on SAMR Order 121; staff say so.

report-ip = Report or complain about a trademark or other right
    .short = Trademark and other reports
    .about =
        If a trademark, geographical indication or trade secret is infringed, or somebody imitates you, files in bad faith or files abnormal patent applications, tell us here.
        A report asks us to look into it and may be anonymous. A complaint asks us to mediate for you and needs your name.
        If it is not for us, we tell you where to go.

report-ip-problem = What kind of problem is it?
    .label = Kind of problem
    .opt-trademark = Infringed or fake trademark
    .also-trademark = trademark | counterfeit goods | fake brand
    .opt-gi = False geographical indication
    .also-gi = gi | geographical indication | false origin
    .opt-trade-secret = Trade secret stolen or used
    .also-trade-secret = trade secret | know-how | secret
    .opt-passing-off = Lookalike name or packaging
    .also-passing-off = passing off | lookalike | copycat
    .opt-bad-faith-mark = Trademark filed in bad faith
    .also-bad-faith-mark = bad faith | squatting | hoarding
    .opt-abnormal-filing = Abnormal patent applications
    .also-abnormal-filing = abnormal filing | sham applications
    .opt-patent = A copied or false patent
    .also-patent = patent | fake patent
    .opt-copyright = Copyright or software piracy
    .also-copyright = copyright | software | piracy
    .opt-customs = Infringing goods at the border
    .also-customs = customs | border | import | export
    .opt-plant-variety = Plant variety, seed
    .also-plant-variety = plant variety | seed
    .opt-refund = I want my money back
    .also-refund = refund | return | consumer
    .opt-staff-conduct = Conduct of an official
    .also-staff-conduct = misconduct | corruption | rude
    .opt-other = Something else
    .also-other = other | not sure

report-ip-patent-door =
    Patents have services of their own.
    For goods that falsely claim a patent, choose "Report a counterfeit patent". If somebody uses your patent, choose "Patent infringement". If you are not sure, ask for assistance.

report-ip-copyright-door =
    Copyright and software are a matter for the copyright authority and the cultural market law-enforcement team; please go to them directly. To find out how to keep evidence, ask for assistance.
    If you prefer, go on here: we will take your report and pass it on to them.

report-ip-customs-door =
    Goods that cross the border are a matter for customs, in Wuhan for Wuhan Customs. If the right is recorded with the General Administration of Customs, customs tell the owner of suspected goods; the owner then has 3 working days from the notice to ask for detention and give security.
    If you found them in a factory or shop inland, go on here. We can also take clues about the border and pass them on.

report-ip-variety-door =
    Plant varieties are a matter for the agriculture and forestry authorities; please go to them directly.
    If you prefer, go on here: we will take your report and pass it on to them.

report-ip-refund-door =
    For a refund, a return or compensation as a buyer, call 12315 or use the national 12315 platform; they are quicker with that.
    If it is really about fake brands or the like, go on here.

report-ip-staff-door =
    The conduct of officials is not for this form. Call 12388, the discipline inspection line.
    If you have simply had no answer, ask us to hurry under "Follow my case" once the time is up, or talk to our staff; we will follow it up.

report-ip-mark-law-2019 =
    The Trademark Law as amended in 2019 applies now. If an infringement is found, the authority can order it to stop, confiscate the goods and impose a fine. On damages it can mediate if asked; if that fails, a court decides.
    The revised Trademark Law applies from 1 January 2027.

report-ip-mark-law-2026 =
    The Trademark Law as revised on 26 June 2026 applies now, since 1 January 2027. For things that happened before that day, the authority decides which text applies; you can report them all the same.

report-ip-filings =
    CNIPA examines trademarks and patent applications, and oppositions and invalidity requests go there. We take your clues, check them and pass them on as the rules provide.

report-ip-want = What would you like us to do?
    .hint = You may choose several.
    .label = What you want
    .opt-investigate = Look into it and act
    .also-investigate = investigate | report | punish
    .opt-mediate = Mediate between us
    .also-mediate = mediate | complain | settle
    .opt-takedown = Get it taken down online
    .also-takedown = takedown | remove | platform
    .opt-advice = Only tell me what I can do
    .also-advice = advice | just asking

report-ip-only-advice =
    For advice alone, rights-protection assistance is the better place: staff there compare the options with you, free of charge.
    If you want us to look into it, go on, or press "Back" and choose more.

report-ip-takedown-first =
    The quickest way to get an offer taken down is to notify the platform yourself, with proof of your right and first evidence. It must then take the necessary measures in time (E-Commerce Law, art. 42).
    Your report here can run alongside.

report-ip-two-cases =
    You want us to act and to mediate. Our staff will open a report and a complaint; you fill this in only once.

report-ip-name-needed =
    For mediation the other side has to know who asks, so it cannot be anonymous. For an anonymous report, press "Back" and remove "Mediate between us".

report-ip-relation = How are you involved?
    .label = Your side
    .opt-right-holder = I own the right
    .also-right-holder = owner | right holder | it is mine
    .opt-licensee = I am a licensee or dealer
    .also-licensee = licensee | dealer | franchisee
    .opt-consumer = I am a customer
    .also-consumer = customer | consumer | buyer
    .opt-competitor = I am in the same trade
    .also-competitor = competitor | same trade
    .opt-public = I just noticed it
    .also-public = noticed it | public | passer-by
    .opt-agent = I act for somebody
    .also-agent = agent | lawyer

report-ip-subject = Which product, shop or matter is it?
    .hint = For example: a tea shop in Jiang'an whose sign was copied. A few words will do.
    .label = What it is about

report-ip-against = Who is your complaint against?
    .hint = As on the sign, the packaging or the licence
    .label = Complaint against

report-ip-mark-number = What is the registration number of the trademark concerned?
    .why = With it we can look up whether it is in force, and for which goods.
    .hint = For example: 12345678. It is fine if you do not know.
    .label = Trademark number

report-ip-filing-numbers = Which application numbers are they?
    .hint = For example: 2024112345675. If there are several, one per line. It is fine if you do not know.
    .label = Applications

report-ip-shop-district = Where is the business behind the web shop actually based?
    .why = For a web shop, the authority at the place of the business deals with it.
    .hint = Its licence page and the sender's address may show it. If it is not in Wuhan, name the city; if you cannot tell, press "I don't know".
    .label = Place of the shop

report-ip-elsewhere =
    Outside Wuhan, the market supervision bureau of that place deals with it. You can go to them directly or use the national 12315 platform.
    To find out how to keep evidence and which bureau to go to, ask for assistance. If you prefer, go on here: we will take your report and pass it on to them.

report-ip-at-the-fair =
    Trade fairs are short, so this will be marked urgent. If there is an IP desk at the fair, go there too and take your certificate.

report-ip-facts = What have you seen, and why do you think that something is wrong?
    .hint = For example: on 3 November I saw a shop sign just like my trademark, and the owner said it is no franchise. If you are anonymous, leave out anything that shows who you are.
    .label = What happened

report-ip-files = Do you have a certificate, photos or screenshots?
    .hint = You can send several. Most useful: the certificate, photos side by side, proof of purchase, screenshots. If you have none, skip this.
    .label = Papers

report-ip-next =
    Our staff first see who is responsible and then check the clues. When you hear whether a complaint is accepted depends on the complaint rules in force; our staff will tell you.
    If a case is opened, it is normally decided within 90 days of opening.
    You can add papers or details at any time.

report-ip-who =
    Only the staff dealing with your case can see what you send. The other side is not told who reported; if you ask for mediation, they will know that it is you.

report-ip-deadline-penalty = decision in the case
    .law = Administrative Penalty Law, art. 60

report-ip-state-submitted = Sent
report-ip-state-received = Received
report-ip-state-transferred = Passed to another authority
report-ip-state-accepted = Complaint accepted
report-ip-state-refused = Complaint not accepted
report-ip-state-checking = Clues being checked
report-ip-state-opened = Case opened
report-ip-state-not-opened = No case opened
report-ip-state-mediated = Settled by mediation
report-ip-state-not-mediated = Mediation without result
report-ip-state-punished = Penalty imposed
report-ip-state-ordered-to-correct = Ordered to correct
report-ip-state-no-violation = No breach found
report-ip-state-moved-to-police = Passed to the police

report-ip-paper-right-certificate = trademark certificate or other proof of the right
report-ip-paper-photos = photos of the goods, sign or packaging
report-ip-paper-proof-of-purchase = till receipt or order
report-ip-paper-page-capture = web link and screenshot
report-ip-paper-comparison = comparison with your own product
report-ip-paper-secrecy-measures = what is secret, and how you keep it secret

# $receipt: receipt number; $due: present due date; $paper: paper asked for; $reason: reason or result in the clerk's words
report-ip-reply-acknowledge =
    Thank you, we have received { $receipt }. We are looking at who is responsible and at the clues, and will tell you what comes next.
    .label = Received
report-ip-reply-ask-papers =
    To check { $receipt } we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
report-ip-reply-transfer =
    Another authority is responsible for { $receipt }, and we have passed it on. Details:
    { $reason }
    .label = Passed on
report-ip-reply-accepted =
    Your complaint { $receipt } has been accepted, and we will bring both sides together. Details:
    { $reason }
    .label = Complaint accepted
report-ip-reply-refused =
    We are sorry that we cannot accept your complaint { $receipt }. The reason:
    { $reason }
    You can still talk to the other side yourself, or go to court.
    .label = Not accepted
report-ip-reply-opened =
    A case has been opened for { $receipt } and is being investigated. We expect to decide by { $due }; if we need longer, we will tell you why.
    .label = Case opened
report-ip-reply-not-opened =
    We have checked { $receipt } and have not opened a case. The reason:
    { $reason }
    If you have new clues, send them at any time and we will look again.
    .label = No case opened
report-ip-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    Thank you for telling us.
    .label = Closed
