# Decision on patent infringement. Patent Law art. 18, 65, 66, 74; Implementing Rules art. 95-98; CNIPA Order 81.
# The request counts from the day on which the office confirms the signed letter.

infringement-adjudication = Ask for a decision on patent infringement
    .short = Patent infringement
    .about =
        If somebody uses your patent without permission, the office can decide whether it is an infringement and order them to stop; this is called administrative adjudication. For patentees, licensees and heirs.
        Here we go through your facts and papers first. The request itself must still be made in a signed or sealed letter.
        Once a case is opened, it is normally closed within 3 months.

infringement-adjudication-want = Besides making them stop, would you like us to mediate on damages?
    .label = What you want
    .opt-stop-it = Only make them stop
    .also-stop-it = stop | stop them | stop it | no
    .opt-stop-and-damages = Stop, and mediate on damages
    .also-stop-and-damages = both | stop and damages | yes

infringement-adjudication-only-money =
    We can order somebody to stop; we cannot order them to pay. For damages, go to court.
    If there is a decision already that it is an infringement, and only the amount is open, ask for mediation.
    If you also want them to stop, go on here.

infringement-adjudication-money-too =
    One thing first: we can decide whether it is an infringement and order them to stop, but not to pay. On the amount of damages we can mediate if both sides are willing; if that fails, a court decides.

infringement-adjudication-standing = What is your connection with the patent?
    .label = Your standing
    .opt-patentee = I am the patentee
    .also-patentee = patentee | owner | co-owner | it is mine
    .opt-exclusive-licensee = Exclusive licensee
    .also-exclusive-licensee = exclusive
    .opt-sole-licensee = Sole licensee
    .also-sole-licensee = sole
    .opt-ordinary-licensee = Entitled non-exclusive licensee
    .also-ordinary-licensee = non-exclusive | ordinary licensee | licensee
    .opt-heir = Lawful heir
    .also-heir = heir | inherited
    .opt-nobody = None of these
    .also-nobody = none | no | neither | customer | asking for somebody else

infringement-adjudication-no-standing =
    Only the patentee, an entitled licensee or an heir can make this request. A sole licensee may act if the patentee does not; a non-exclusive licensee needs a clause in the contract or a separate authorisation.
    Ask the owner to come, or ask for assistance to see what you can do.

infringement-adjudication-not-patent =
    This procedure is for patents only. Trademarks, geographical indications, trade secrets and copyright go another way.
    Open "Trademark and other reports" and choose what fits; you will see there who deals with it.

infringement-adjudication-which-right =
    A request has to name the patent. The certificate shows its kind and number; without it, look the patent up by its title on CNIPA's website.
    If you cannot find it, ask for assistance and we will help. You may also go on for now.

infringement-adjudication-right-number = What is the patent number?
    .hint = It is on the certificate, for example: ZL 2024 1 1234567.5. It is fine if you do not know.
    .label = Patent number

infringement-adjudication-obstacle = Does any of these apply?
    .why = Each of these usually means another way, so we ask before you write more.
    .hint = Whether a patent is in force and its fees are paid can be looked up on CNIPA's website.
    .label = Special points
    .opt-nothing = None of these; it is in force
    .also-nothing = none | none of these | no | nothing | neither | in force | granted | valid
    .opt-not-granted = Applied for, not granted yet
    .also-not-granted = pending | not granted | application
    .opt-ended = It had ended when they did it
    .also-ended = expired | lapsed | invalid | ended | no longer in force
    .opt-court = It is in court
    .also-court = court | lawsuit | sued
    .opt-agreed = We agreed on arbitration
    .also-agreed = arbitration | arbitration clause
    .opt-damages-only = I only want damages
    .also-damages-only = only damages | money | damages | compensation
    .opt-three-years = I have known for over 3 years
    .also-three-years = over 3 years | more than three years | long ago

infringement-adjudication-not-granted =
    Before the grant you cannot ask for this decision. Two things help now: keep evidence of what they make and sell, and, if you wish, write to tell them that you have applied.
    For an invention, a fee for use between publication and grant can be mediated once the patent is granted.

infringement-adjudication-ended =
    If the patent was no longer in force when they did it, that is normally not an infringement.
    If they still put your patent number on their goods, that may be a counterfeit patent, and you can report it. If you are unsure, ask for assistance.

infringement-adjudication-evaluation = Do you have a patent evaluation report?
    .why = Utility models and designs are granted without full examination, so the office may ask for the report. If it is withheld without good reason, the request may be turned down.
    .hint = CNIPA draws it up; you can order it on its website.
    .label = Evaluation report
    .opt-have = Yes
    .also-have = i have it | have
    .opt-ordered = Ordered, not here yet
    .also-ordered = ordered | waiting for it
    .opt-none = No
    .also-none = none | not yet

infringement-adjudication-sued =
    A dispute that is in court, or for which arbitration was agreed, cannot be dealt with here as well. Please continue there.
    For help with evidence or with the procedure, ask for assistance.

infringement-adjudication-other-name = Which company, shop or person is it?
    .why = A request needs somebody to answer it.
    .hint = The name on the business licence is best. Web shops show their licence on the front page.
    .label = Other side

infringement-adjudication-nobody-to-answer =
    As long as it is not known who they are, no request can be made.
    Try these: the maker's name and address on the box; the licence on the front page of the web shop; the national company register online. When you have found them, press "Back" and go on.
    If you cannot find them, ask for assistance; we will show you how to collect evidence.

infringement-adjudication-other-district = Which district is the other side in?
    .why = The office for the place where it happens, or where the other side is based, deals with it.
    .hint = For a company, its registered seat; for a person, where they usually live. For example: Jiangxia. If it is not in Wuhan, name the city.
    .label = Its district

infringement-adjudication-place-kind = Where did you see them do it?
    .label = Kind of place

infringement-adjudication-district = Which district is that place in?
    .hint = A district, a zone or a landmark will do: Jiangxia, Optics Valley, Hanzheng Street. If it is not in Wuhan, name the city.
    .label = Place of the act

infringement-adjudication-delivery = If you bought goods as evidence, which district were they sent to?
    .hint = For example: Hanyang. If they went elsewhere, name the city; if you bought none, press "I don't know".
    .label = Delivered to

infringement-adjudication-elsewhere =
    From your answers, neither the other side nor the infringement is in Wuhan. The IP office of that place deals with it, and you can go to them directly.
    To find out which office and what evidence, ask for assistance. If you think that Wuhan is concerned, go on and our staff will look at it.

infringement-adjudication-online-ways =
    For sales online there are two ways, and you can take both.
    First, notify the platform now and ask it to remove the offer. It must take the necessary measures in time (E-Commerce Law, art. 42).
    Second, ask for a decision. The office where the seller is based and the one where the harm is done may both be able to take the case, and you choose one. Our staff will see whether Wuhan can.

infringement-adjudication-at-the-fair =
    Trade fairs are short, so your request will be marked urgent. If there is an IP desk at the fair, go there too and take your patent certificate.

infringement-adjudication-known-since = Since when have you known of the infringement and who is behind it?
    .why = You have 3 years from the day on which you knew both.
    .hint = Roughly will do, for example: 5 November, 1 June 2025.
    .label = Known since

infringement-adjudication-still-going = Are they still doing it today?
    .label = Still going on

infringement-adjudication-too-late =
    You have known for more than 3 years, and they have stopped. As a rule that is too late.
    It can be different if the time was interrupted, for example by a letter of yours or a promise to pay. You may go on and let our staff look, or ask for assistance.

infringement-adjudication-long-ago =
    You have known for more than 3 years. If they have not stopped, you can still ask for an order to stop; please have evidence of what they do now.

infringement-adjudication-facts = What do they do, and why do you think that it uses your patent?
    .hint = For example: since September a factory in Jiangxia makes a pump like ours; I took one apart, and every feature of claim 1 is there. Photos and other evidence come at the end, under "Add more". Please leave out identity numbers.
    .label = Facts and grounds

infringement-adjudication-files = What evidence do you have?
    .hint = You can send several. Most useful: photos of product and patent side by side, proof of purchase, screenshots, catalogues. If you have none, skip this.
    .label = Evidence

infringement-adjudication-region = Where are you, or your organisation, from?
    .label = Country or region

infringement-adjudication-from-abroad =
    A foreign person or firm without a home or business office in China has to act through a licensed Chinese patent agency.
    Identity papers and the power of attorney are notarised in your country and then legalised; between members of the Apostille Convention an apostille takes the place of legalisation. Papers in another language need a Chinese translation, or they count as not filed.
    A foreign-related case of major importance may be taken by the Hubei provincial IP office. For questions on papers and language, see "Foreign-related matters".

infringement-adjudication-from-hk-mo-tw =
    Identity papers and powers of attorney from Hong Kong, Macao or Taiwan have to be certified first; our staff will tell you how.
    A case of major importance may be taken by the Hubei provincial IP office.

infringement-adjudication-checklist =
    <b>What the formal request needs</b>
    1. The request letter, signed or sealed, plus one copy for each party on the other side
    2. Identity: a copy of your identity document; for an organisation, its licence and proof of its legal representative
    3. A certified copy of the patent register; the patent certificate alone is not enough
    4. A claim chart: the claims and their product compared point by point
    5. First evidence of what they do: a sample, proof of purchase, photos, web pages that are notarised or time-stamped
    6. Licensees and heirs: the contract, authorisation or proof of inheritance
    7. Utility models and designs: have the evaluation report ready
    8. With an agent: the power of attorney, saying how far it goes
    9. Foreign persons and firms without a home or business office in China need a Chinese patent agency; papers from abroad must be notarised and legalised or carry an apostille, and need a Chinese translation
    Your request counts from the day on which we confirm that we have received the letter.

infringement-adjudication-claims = Which claims do you rely on?
    .why = If this stays unclear, the case may have to be dropped.
    .hint = Just the numbers, for example: 1, 3, 5. Most people start with claim 1.
    .label = Claims relied on

infringement-adjudication-granted-on = When was the patent granted?
    .hint = It is on the certificate, for example: 17 May 2024
    .label = Grant date

infringement-adjudication-other-sides = How many parties are there on the other side?
    .why = One copy of the request is needed for each.
    .hint = For example: 2
    .label = Respondents

infringement-adjudication-next =
    Our staff first go through what you sent and will tell you roughly when to expect an answer. They tell you everything that is missing in one go.
    Once we have a complete request letter, the office decides within 5 working days, or 10 in special cases, whether to open a case.
    The other side gets the request within 5 working days of that and has 15 days to answer, 30 if it has no fixed home in China.
    The case is closed within 3 months; complex ones may take 1 month more and, with the approval of the next higher authority, at most 2 further months. Time for suspensions and appraisals does not count.
    The office decides under the law whether to open a case and whether it is an infringement. Against the decision you can go to court within 15 days of receiving it.

infringement-adjudication-who =
    For now, only the staff dealing with your case can see what you send. Once a case is opened, copies of the request and the evidence go to the other side, so they will know who made it.

infringement-adjudication-deadline-filing = decision on whether to open a case
    .law = Measures on administrative adjudication and mediation of patent disputes (CNIPA Order 81), art. 20
infringement-adjudication-deadline-serving = request sent to the other side
    .law = Measures on administrative adjudication and mediation of patent disputes (CNIPA Order 81), art. 22
infringement-adjudication-deadline-decision = end of the case
    .law = Measures on administrative adjudication and mediation of patent disputes (CNIPA Order 81), art. 37

infringement-adjudication-state-submitted = Sent
infringement-adjudication-state-checking = Papers being checked
infringement-adjudication-state-supplement-wanted = Waiting for papers from you
infringement-adjudication-state-received = Formal request received
infringement-adjudication-state-filed = Case opened
infringement-adjudication-state-refused = No case opened
infringement-adjudication-state-transferred = Passed to another authority
infringement-adjudication-state-served = Sent to the other side
infringement-adjudication-state-hearing = Oral hearing
infringement-adjudication-state-suspended = Suspended
infringement-adjudication-state-decided-infringing = Decided: infringement
infringement-adjudication-state-decided-not-infringing = Decided: no infringement
infringement-adjudication-state-mediated = Settled by mediation
infringement-adjudication-state-case-dropped = Case dropped

infringement-adjudication-paper-request-letter = signed or sealed request letter with copies
infringement-adjudication-paper-identity-proof = proof of identity
infringement-adjudication-paper-register-copy = certified copy of the patent register
infringement-adjudication-paper-interest-proof = licence contract, authorisation or proof of inheritance
infringement-adjudication-paper-evaluation-report = patent evaluation report
infringement-adjudication-paper-act-evidence = evidence of the infringement
infringement-adjudication-paper-claim-chart = claim chart
infringement-adjudication-paper-power-of-attorney = power of attorney
infringement-adjudication-paper-translation = Chinese translation

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
infringement-adjudication-reply-acknowledge =
    Thank you, we have received { $receipt } and are checking it. If any papers are missing, we will tell you all of them in one go.
    This does not open a case yet. Please get the request letter and the register copy ready.
    .label = Received
infringement-adjudication-reply-ask-papers =
    { $receipt } still needs: { $paper }.
    Send files under "Follow my case", "Add papers". Please bring or post the original letter and identity papers to the office.
    .label = Ask for papers
infringement-adjudication-reply-transfer =
    Another authority is responsible for { $receipt }, and we have passed it on. Details:
    { $reason }
    .label = Passed on
infringement-adjudication-reply-accepted =
    A case has been opened for { $receipt }. Your request goes to the other side within 5 working days, and the case is normally closed within 3 months; if we need longer, we will tell you why.
    .label = Case opened
infringement-adjudication-reply-refused =
    No case has been opened for { $receipt }. The reason:
    { $reason }
    You can still go to court. If papers were missing, you can ask again once you have them.
    .label = No case opened
infringement-adjudication-reply-served =
    Your request { $receipt } has reached the other side. When they answer, we pass their answer on to you. If there is an oral hearing, you will be told at least 3 working days before.
    .label = Sent to other side
infringement-adjudication-reply-decided =
    { $receipt } has been decided; both sides receive the decision in writing. In short:
    { $reason }
    Against it you can go to court within 15 days of receiving it.
    .label = Decided
infringement-adjudication-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If it happens again, you can come back to us at any time.
    .label = Closed
