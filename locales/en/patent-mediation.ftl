# Mediation of patent disputes. Patent Law art. 52, 65; Implementing Rules art. 93, 102, 103; CNIPA Order 81.

patent-mediation = Ask for mediation of a patent dispute
    .short = Patent mediation
    .about =
        If you cannot agree on who owns a patent, who invented it, a reward, a fee for use before the grant or the amount of damages, we can mediate.
        Both sides have to be willing, and we take no side. If the other side says no, you can still go to court.
        About a dozen questions; you can stop and come back.

patent-mediation-dispute = What is the dispute about?
    .label = Kind of dispute
    .opt-ownership = Who owns the patent or application
    .also-ownership = ownership | my company filed it | service invention
    .opt-inventorship = Who is the inventor or designer
    .also-inventorship = inventorship | inventor | my name is missing
    .opt-reward = Reward and pay for inventors
    .also-reward = reward | remuneration | bonus
    .opt-interim-fee = Fee for use before the grant
    .also-interim-fee = interim fee | before the grant
    .opt-damages = Amount of damages
    .also-damages = damages | compensation
    .opt-open-licence = An open licence
    .also-open-licence = open licence | open license
    .opt-other = Another patent dispute
    .also-other = other | something else

patent-mediation-open-licence =
    Disputes over an open licence are mediated by CNIPA, or go to court. Please contact them directly.
    If you are not sure which way to take, ask for assistance.

patent-mediation-granted = Has the invention patent been granted?
    .label = Granted

patent-mediation-grant-first =
    The fee for use between publication and grant can be mediated only once the patent is granted.
    Until then, keep evidence of the use. Ask for assistance to learn how.

patent-mediation-decision-number = What is the number of the decision that found the infringement?
    .why = Damages alone can be mediated once there is such a decision.
    .hint = As printed at the top right of the decision. If there is none yet, press "I don't know".
    .label = Decision number

patent-mediation-no-finding =
    Without a decision that found an infringement, damages alone can normally not be mediated.
    You can ask for that decision first and say that you want damages too, so that we can mediate at the same time; or go to court.

patent-mediation-stay =
    While ownership is disputed, CNIPA can be asked to suspend its procedures for the patent. You ask CNIPA yourself and enclose our notice that the case was accepted.

patent-mediation-reward-rule =
    What the inventor and the employer agreed comes first. Without an agreement, the employer pays within 3 months of the grant being published: at least 4,000 yuan for an invention, 1,500 yuan for a utility model or a design (Implementing Rules, art. 93).

patent-mediation-elsewhere-pending = Has anybody gone to court over this, or did the two of you agree on arbitration?
    .label = Court or arbitration
    .opt-nothing = Neither
    .also-nothing = nothing | no | none
    .opt-court = It is in court
    .also-court = court | lawsuit | sued
    .opt-agreed = We agreed on arbitration
    .also-agreed = arbitration | arbitration clause

patent-mediation-sued =
    Once there is a lawsuit or an agreement on arbitration, we normally do not take the same dispute. Please continue there; courts and arbitrators can mediate too.
    If you think your case is different, go on and our staff will look at it.

patent-mediation-numbers = What is the patent or application number?
    .why = One wrong digit leads to somebody else's patent, so we check the check digit.
    .hint = For example: ZL 2024 1 1234567.5. If there are several, one per line. It is fine if you do not know.
    .label = Patent number

patent-mediation-other-name = Which organisation or person is on the other side?
    .why = We have to ask them whether they agree to mediation.
    .hint = For example: the name of a company
    .label = Other side

patent-mediation-nobody-to-answer =
    As long as it is not known who the other side is, we cannot ask them, so there can be no mediation.
    When you have found out, press "Back" and go on. If you do not know how, ask for assistance.

patent-mediation-other-district = Which district is the other side in?
    .why = The IP office for the place where the other side is based does the mediation.
    .hint = For a company, its registered seat; for a person, where they usually live. For example: Hongshan, Optics Valley. If it is not in Wuhan, name the city.
    .label = Its district

patent-mediation-elsewhere =
    The other side is not in Wuhan, so the IP office of its place mediates. You can go to them directly.
    If you prefer, go on here: we will take your request and tell you how it is passed on.

patent-mediation-copy-may-go = May we send a copy of your request to the other side?
    .why = Both sides have to be willing, so the other side must know what you want.
    .label = Copy may go out

patent-mediation-no-copy =
    Without sending your request we cannot ask the other side, and mediation cannot begin.
    If you do not want them to know yet, ask for assistance first and get your evidence ready.

patent-mediation-facts = What happened, and how would you like it to be solved?
    .hint = For example: I made this invention at the company in 2022; last year it applied in another person's name. I want to be named as inventor. Please leave out identity numbers.
    .label = Facts and request

patent-mediation-files = What papers do you have?
    .hint = You can send several. Most useful: employment contract, laboratory records, e-mails, patent papers, the decision. If you have none, skip this.
    .label = Papers

patent-mediation-checklist =
    <b>What the formal request needs</b>
    1. The request for mediation, signed or sealed, plus one copy for each party on the other side
    2. Identity: a copy of your identity document; for an organisation, its licence and proof of its legal representative
    3. Papers about the right: patent documents, register copy
    4. Papers about the relationship: employment contract, cooperation agreement, laboratory records
    5. For damages alone: the decision that found the infringement
    6. With an agent: the power of attorney; to settle, it must give special authority
    Your request counts from the day on which we confirm that we have received the letter.

patent-mediation-amount = Roughly how much money is it about?
    .hint = For example: 50,000 yuan
    .label = Amount

patent-mediation-next =
    Our staff first go through what you sent and will tell you roughly when to expect an answer. They tell you everything that is missing in one go.
    Once we have a complete request, a copy goes to the other side within 5 working days, and they have 15 days to answer.
    If they agree, a case is opened within 5 working days and both sides are told when and where to meet. If they refuse or stay silent, no case is opened, and you are told within 5 working days.
    If you reach an agreement, it is put in writing. If it includes a payment and consent to enforcement, it can be notarised; if the other side then does not keep to it, you can ask the court to enforce it.

patent-mediation-who =
    For now, only the staff dealing with your case can see what you send. Once we have the formal request, a copy goes to the other side.

patent-mediation-deadline-notify = copy sent to the other side
    .law = Measures on administrative adjudication and mediation of patent disputes (CNIPA Order 81), art. 65
patent-mediation-deadline-filing = decision on whether to open a case
    .law = Measures on administrative adjudication and mediation of patent disputes (CNIPA Order 81), art. 66

patent-mediation-state-submitted = Sent
patent-mediation-state-supplement-wanted = Waiting for papers from you
patent-mediation-state-received = Formal request received
patent-mediation-state-refused = Not accepted
patent-mediation-state-transferred = Passed to another authority
patent-mediation-state-notified-other-side = Copy sent, waiting for an answer
patent-mediation-state-other-side-answered = Other side answered or out of time
patent-mediation-state-filed = Case opened
patent-mediation-state-not-filed = Other side not willing, no case
patent-mediation-state-in-session = In mediation
patent-mediation-state-agreed = Agreement reached
patent-mediation-state-no-agreement = No agreement, case dropped

patent-mediation-paper-request-letter = signed or sealed request letter with copies
patent-mediation-paper-identity-proof = proof of identity
patent-mediation-paper-right-papers = patent documents or register copy
patent-mediation-paper-work-papers = employment contract, cooperation agreement or laboratory records
patent-mediation-paper-decision-copy = decision that found the infringement
patent-mediation-paper-power-of-attorney = power of attorney

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
patent-mediation-reply-acknowledge =
    Thank you, we have received your request for mediation { $receipt } and are checking it. If any papers are missing, we will tell you all of them in one go.
    .label = Received
patent-mediation-reply-ask-papers =
    { $receipt } still needs: { $paper }.
    Send files under "Follow my case", "Add papers". Please bring or post the original letter and identity papers to the office.
    .label = Ask for papers
patent-mediation-reply-transfer =
    Another authority is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
patent-mediation-reply-accepted =
    The other side agrees, and a case has been opened for { $receipt }. Time and place:
    { $reason }
    .label = Case opened
patent-mediation-reply-refused =
    We are sorry that we cannot accept { $receipt }. The reason:
    { $reason }
    You can still go to court.
    .label = Not accepted
patent-mediation-reply-not-filed =
    We have asked the other side, and no case could be opened for { $receipt }. Details:
    { $reason }
    Mediation needs two willing sides. You can still go to court.
    .label = Other side not willing
patent-mediation-reply-agreed =
    You have reached an agreement in { $receipt }. In short:
    { $reason }
    Both sides sign or seal it, and we add our seal. If it includes a payment, it can be notarised to make it enforceable.
    .label = Agreement
patent-mediation-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If there was no agreement, you can still go to court.
    .label = Closed
