# IP review of major economic and technology activities. No law sets time limits, and none is promised here.

economic-review = IP review of a major activity
    .short = IP review
    .about =
        Before public investment, a takeover, imported technology or a key recruit: a look at the risks in the intellectual property.
        For government departments, zones, state funds and owners of projects with public money. About ten questions.
        Projects that touch on state secrets cannot be handled online.

economic-review-secret = Does the project touch on state secrets?
    .why = Secret matters cannot be handled online, so this comes first.
    .label = State secret

economic-review-off-line =
    Secret projects are handled off-line only. Please write nothing about it here.
    Go through the secrecy officer of your organisation and send someone with an official letter to the office.

economic-review-ask-first =
    If you are not sure whether it is secret, please do not write about it here yet.
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
    .opt-private = A private deal, no public money
    .also-private = private | between firms

economic-review-private-deal =
    This review is for public investment, public money and key projects. For a deal between firms, please have a professional do an IP due diligence.
    If you do not know where to begin, see patent information, the guidance for firms, or look up a patent agency. If there is public money in it, go on.

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

economic-review-decide-by = By which day must it be decided?
    .why = A review needs time for searches. Knowing the day lets us plan.
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
    .opt-infringement = Whether it infringes other rights
    .also-infringement = infringement | freedom to operate
    .opt-validity = How solid the patents are, years left
    .also-validity = validity | term
    .opt-value = Whether the technology is advanced
    .also-value = value | advanced
    .opt-contract = Whether the contract has gaps
    .also-contract = contract | agreement
    .opt-talent-duty = Non-compete and secrecy duties
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
    6. A letter of your organisation that names a contact

    Send online only what is not secret and what you may show us. The rest can be handed over in person once our staff have called.

economic-review-amount = How much is to be invested?
    .hint = In yuan, for example: 200,000,000
    .label = Investment

economic-review-rights = Which intellectual property is involved?
    .hint = One per line, by number or name, for example: ZL 2024 1 1234567.5
    .label = IP involved

economic-review-files = Are there project papers that may be shared?
    .hint = For example: a project summary, a list of the IP. Please send nothing secret and no trade secrets.
    .label = Papers

economic-review-next =
    Our staff first see whether the project suits a review, then agree on scope and time with you.
    The review is advice: the department in charge decides on the project.

economic-review-who = Only the staff dealing with this request can see it. Before an outside expert is asked, they agree it with you and have a confidentiality agreement signed.

economic-review-state-scoping = Scope being agreed
economic-review-state-accepted = Review agreed
economic-review-state-in-review = Under review
economic-review-state-report-given = Report given
economic-review-state-referred = Referred to another body
economic-review-state-declined = Not suited for a review

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
