# IP review of major economic and technology activities. No law sets time limits, and none is promised here.

economic-review = IP review of a major activity
    .short = IP review
    .about =
        Before a public investment, a takeover, bringing in technology or recruiting key people, we look at the risks in the intellectual property.
        For government departments, development zones, state funds and projects with public money. About ten questions.
        Projects that involve state secrets cannot be dealt with online.

economic-review-secret = Does the project involve state secrets?
    .why = Secret matters cannot be dealt with online, so we ask this first.
    .label = State secret

economic-review-off-line =
    Secret projects are dealt with in person only. Please write nothing about the project here.
    Please go through your organisation's secrecy officer and send someone to the office with an official letter.

economic-review-ask-first =
    If you are not sure whether the project is secret, please do not write about it here yet.
    Ask the secrecy officer of your organisation, and come back when it is clear that it is not.

economic-review-asker = Who is asking?
    .label = Organisation
    .opt-department = A government department
    .also-department = department | government | bureau
    .opt-zone = A development zone or park
    .also-zone = zone | park | committee
    .opt-fund = A state fund or investment body
    .also-fund = fund | state fund
    .opt-project-owner = A project with public money
    .also-project-owner = project owner | public money | key project
    .opt-private = No public money involved
    .also-private = private | between firms

economic-review-private-deal =
    This review is for public investment, public money and key projects. For a deal between firms, please ask a professional for IP due diligence.
    If you do not know where to begin, see patent search and alerts, IP guidance, or look up a patent agency. If the project has public money in it, go on.

economic-review-activity = What kind of activity is it?
    .label = Activity
    .opt-major-project = A major project or investment
    .also-major-project = major project | investment
    .opt-merger = A merger or takeover
    .also-merger = merger | takeover | acquisition
    .opt-technology-import = Bringing in technology
    .also-technology-import = technology import
    .opt-talent = Recruiting key people
    .also-talent = talent | recruiting | team
    .opt-investment-fund = An investment by a fund
    .also-investment-fund = fund | equity
    .opt-export = Export of products or technology
    .also-export = export
    .opt-industry-plan = An industry plan
    .also-industry-plan = plan | industry
    .opt-procurement = Public procurement
    .also-procurement = procurement | tender

economic-review-export-rules = Technology that crosses the border is also registered with the commerce authority, or needs a licence first: see "Technology import and export".

economic-review-project = What is the project called?
    .hint = For example: laser equipment park. If the name is not public, use a working title.
    .label = Project

economic-review-lead = Which department is in charge?
    .hint = For example: the science bureau of a district
    .label = In charge

economic-review-decide-by = By when must the decision be made?
    .why = A review needs time for searches and analysis, so the date helps us plan.
    .hint = For example: 1 March 2027
    .label = Decision by

economic-review-soon = That is soon, so the request will be marked urgent. If there is no time for a full review, our staff will agree with you on the points that matter most.

economic-review-tech = What is the core technology or product?
    .hint = A few sentences will do, for example: high-power fibre lasers; pump source and beam combining come from the foreign side. Please leave out trade secrets.
    .label = Core technology

economic-review-worries = What would you most like to know?
    .hint = You may choose several.
    .label = Main questions
    .opt-ownership = Who really owns the rights
    .also-ownership = ownership | owner
    .opt-infringement = Risk of infringing others
    .also-infringement = infringement | freedom to operate
    .opt-validity = Patent strength, years left
    .also-validity = validity | term
    .opt-value = Level of the technology
    .also-value = value | advanced
    .opt-contract = Gaps in the contract
    .also-contract = contract | agreement
    .opt-talent-duty = Non-compete, secrecy duties
    .also-talent-duty = non-compete | former employer
    .opt-layout = Where to file patents next
    .also-layout = filing strategy | layout

economic-review-papers =
    <b>IP review: please get these ready</b>
    1. Project proposal: what is bought, built or brought in
    2. List of the IP: patent and trademark numbers, software copyright, and the owners
    3. Draft contract, above all its IP clauses
    4. Proof of ownership and licence contracts from the other side
    5. For key recruits: non-compete or secrecy clauses with the former employer
    6. A letter from your organisation that names a contact

    Send online only what is not secret and what you may show us. The rest can be handed over in person once our staff have been in touch.

economic-review-amount = How much is to be invested?
    .hint = In yuan, for example: 200,000,000
    .label = Investment

economic-review-rights = Which intellectual property is involved?
    .hint = One per line, by number or name, for example: ZL 2024 1 1234567.5
    .label = IP involved

economic-review-files = Do you have project papers that may be shared?
    .hint = For example: a project summary, a list of the IP. Please send nothing secret and no trade secrets.
    .label = Papers

economic-review-next =
    Our staff first check whether the project is suitable for a review, then agree the scope and timing with you.
    The review is advice: the department in charge decides on the project.

economic-review-who = Only the staff dealing with this request can see it. Before an outside expert is asked, they will agree it with you and have a confidentiality agreement signed.

economic-review-state-scoping = Scope being agreed
economic-review-state-accepted = Review agreed
economic-review-state-in-review = Under review
economic-review-state-report-given = Report given
economic-review-state-referred = Referred to another body
economic-review-state-declined = Not suitable for a review

economic-review-paper-proposal = project proposal
economic-review-paper-ip-list = list of the IP
economic-review-paper-contract = draft contract
economic-review-paper-ownership = proof of ownership
economic-review-paper-letter = official letter

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
economic-review-reply-acknowledge =
    Thank you for your request { $receipt }. We are reading it and will be in touch.
    .label = Received
economic-review-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
economic-review-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
economic-review-reply-accepted =
    We will review { $receipt }. Scope and time:
    { $reason }
    .label = Review agreed
economic-review-reply-report =
    The review of { $receipt } is done. Its main points:
    { $reason }
    It is meant as advice. Please send someone to the office for the full text.
    .label = Report given
economic-review-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
economic-review-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
