# Patents in research projects. Patent Law art. 6, 8, 15, 24; Implementing Rules art. 93; Science and Technology Progress Law.

rd-project-patents = Patents in research projects
    .short = Research project patents
    .about =
        For questions such as who owns the patent, whether to publish or file first, how to search before you start, how to put results to use, and rewards for inventors.
        Tell us your question and the phase of the project, and you get a checklist for that phase.
        Please do not write about secret projects here.

rd-project-patents-secret = Does the project involve state secrets?
    .why = A secret project must not be discussed online, so we ask this first.
    .label = State secret

rd-project-patents-off-line =
    Please stop here and write nothing about the project.
    Talk to the secrecy officer of your organisation. Secret inventions are filed as national defence or secret patents, not in the ordinary way.

rd-project-patents-secret-unknown = If you are not sure, ask the secrecy officer of your organisation first. Until then, please ask general questions only and leave out the technology.

rd-project-patents-topic = What is your question about?
    .label = Topic
    .opt-ownership = Who owns the patent
    .also-ownership = ownership | owner | employee invention
    .opt-disclosure = Paper first or patent first
    .also-disclosure = paper | publish | disclosure | novelty
    .opt-search-at-start = Searching before the project
    .also-search-at-start = search | prior art | start
    .opt-standard = IP management standards
    .also-standard = standard | gb/t
    .opt-transformation = Putting results to use
    .also-transformation = transfer | licence | commercialise
    .opt-key-project = Major patented technologies
    .also-key-project = key project | major technology
    .opt-reward = Reward and remuneration
    .also-reward = reward | bonus | remuneration

rd-project-patents-partners = How is the project run?
    .label = Arrangement
    .opt-alone = By our own organisation
    .also-alone = alone | ourselves
    .opt-commissioned = Commissioned by someone else
    .also-commissioned = commissioned | contract research
    .opt-joint = Together with others
    .also-joint = joint | cooperation

rd-project-patents-own-alone =
    An invention made in a task for your employer, or mainly with its material and technical means, is a service invention: the right to file belongs to the employer, and the inventor is named and gets a reward and remuneration (Patent Law, art. 6, 15, 16).
    If only the means of the employer were used, both sides may agree otherwise. With public money, see the project agreement as well.

rd-project-patents-own-commissioned = In commissioned work the contract decides. If it is silent, the right to file belongs to whoever made the invention (Patent Law, art. 8). Settle it when you sign: who owns, who may use, who pays for filing.

rd-project-patents-own-joint = In joint work the contract decides. If it is silent, those who made the invention together own it together (Patent Law, art. 8). A shared patent needs everyone's consent for a transfer, a pledge or an exclusive licence, so settle it at the start.

rd-project-patents-own-unknown = Find the project agreement and the contract, and read the IP clause. If there is none, the right to file belongs to whoever made the invention, and to all who made it together (Patent Law, art. 8).

rd-project-patents-published = Has the result been made public?
    .hint = A paper, a talk, a thesis defence, a fair and a web page all count.
    .label = Made public
    .opt-not-yet = Not yet
    .also-not-yet = no | not published
    .opt-soon = It will be soon
    .also-soon = soon | submitted | in press
    .opt-already = It has been
    .also-already = yes | published | already

rd-project-patents-file-first = <b>File first, publish later.</b> Once the application is in and has its filing date, publish, speak and exhibit. If it is not complete, file what you have and claim priority from it later.

rd-project-patents-grace =
    Once it is public, it has usually lost its novelty. Only a few cases leave six months to file, such as a first talk at certain academic meetings, or a leak without your consent (Patent Law, art. 24). An ordinary paper is not one of them.
    See a patent attorney at once: there may be improvements that are not public yet.

rd-project-patents-search =
    Before you start, find out three things:
    how far others have got, and whether a patent is in the way;
    which patents end soon or were never filed in China and can be used;
    whether your own way leaves room for new patents.
    Put it into the proposal, and search again half-way.

rd-project-patents-standard = Research institutes use GB/T 33250, universities GB/T 33251, firms GB/T 29490. You need not be certified to gain from it: begin with people, rules and a register.

rd-project-patents-transformation =
    Three ways: licence, transfer, capital contribution. A licence is recorded, a transfer takes effect by registration, a contribution is valued first.
    If it goes abroad, technology export comes first. With public money, see the project agreement and the rules of your organisation.

rd-project-patents-key-project = For projects that bring major patented technologies to industry, see this year's notice: who may apply, for what, until when. If none is open, leave a few words for our staff, and they will tell you when one fits.

rd-project-patents-reward =
    For reward and remuneration, the agreement with the inventor or the rules of the employer come first.
    Where there is neither: a reward within three months of the published grant, at least 4,000 yuan for an invention and 1,500 yuan for a utility model or design (Implementing Rules, art. 93).
    When the patent is used or licensed and earns money, remuneration comes on top.

rd-project-patents-granted-on = When was the grant published?
    .hint = The grant date on the certificate, for example: 3 November 2026. If there is none, skip this.
    .label = Grant published

rd-project-patents-pay-by = { $pay-passed ->
        [yes] Unless agreed otherwise, the reward was due by <b>{ $pay-day }</b>, which has passed. Talk to the research or personnel department first; if you cannot agree, you may ask us to mediate.
       *[no] Unless agreed otherwise, the reward is due by <b>{ $pay-day }</b>.
    }

rd-project-patents-phase = Which phase is the project in?
    .why = What needs doing depends on the phase, so you get the list for yours.
    .label = Phase
    .opt-proposal = Proposal
    .also-proposal = planning | application | start
    .opt-running = Under way
    .also-running = running | ongoing
    .opt-ending = Nearly finished
    .also-ending = ending | final report
    .opt-after = Finished
    .also-after = after | over | done

rd-project-patents-list-proposal =
    <b>Proposal: what to do about patents</b>
    1. Search patents and papers, and put the result into the proposal
    2. Name one person for IP
    3. Write into the contract or agreement who owns, who may use, who pays, and how income is shared
    4. With guests and students, first sign an agreement on ownership and confidentiality
    5. Put searches, filings and fees into the budget

rd-project-patents-list-running =
    <b>Under way: what to do about patents</b>
    1. Date, sign and keep the laboratory records
    2. Report new things to the IP person first, then choose: patent or trade secret
    3. Before any paper, talk, thesis defence or fair, see what must be filed first
    4. Watch the new patents of others, and change course early if one is in the way
    5. Before filing abroad, have the secrecy review done (Patent Law, art. 19)
    6. When people come or go, settle papers and rights

rd-project-patents-list-ending =
    <b>Nearly finished: what to do about patents</b>
    1. List what is filed, granted or kept secret, and who owns it
    2. Compare it with the project agreement
    3. Check the inventors: only those who made a creative contribution to the substance
    4. Before the report is public, make sure that all in it has been filed
    5. Decide which patents to keep up and which to give up

rd-project-patents-list-after =
    <b>Finished: what to do about patents</b>
    1. Pay the annual fees in time, give up early what is of no use
    2. Find users: licence, transfer, capital; sign a confidentiality agreement before you talk
    3. Record licences, register transfers; for abroad, technology export comes first
    4. Pay reward and remuneration to the inventors, and keep the receipts
    5. If someone infringes, secure the evidence, then come to us

rd-project-patents-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = guidance | transfer | licence | review
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

rd-project-patents-related = One of these may help:

rd-project-patents-details = What would you like to ask our staff?
    .hint = For example: a student filed a patent after leaving. Does it still belong to the university? Please leave out technical details.
    .label = Question

rd-project-patents-project-no = What is the project number?
    .hint = As on the project agreement
    .label = Project number

rd-project-patents-next = Our staff will read your question and get in touch. Funding and final acceptance are decided by the body that runs the project.

rd-project-patents-who = Only the staff dealing with this enquiry can see it.

rd-project-patents-state-contacted = In touch with you
rd-project-patents-state-advised = Answered
rd-project-patents-state-referred = Referred to another body
rd-project-patents-state-declined = Not possible

rd-project-patents-paper-agreement = project agreement or contract
rd-project-patents-paper-ip-list = list of the IP
rd-project-patents-paper-rules = rules of your organisation
rd-project-patents-paper-inventors = list of inventors

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
rd-project-patents-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
rd-project-patents-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
rd-project-patents-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
rd-project-patents-reply-accepted =
    We will look into { $receipt } with you. The next steps:
    { $reason }
    .label = Accepted
rd-project-patents-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
rd-project-patents-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
