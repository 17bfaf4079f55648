# IP valuation guidance. Asset Appraisal Law; GB/T 42748-2023. The office names no price.

valuation-guidance = Valuing intellectual property
    .short = IP valuation
    .about =
        When patents, marks, copyright or trade secrets need a valuation, who may do it, how, and with which papers.
        Only three questions. We name no price and recommend no firm.

valuation-guidance-purpose = What is the valuation for?
    .label = Purpose
    .opt-pledge = A pledge or loan
    .also-pledge = pledge | loan | financing
    .opt-transfer = A transfer
    .also-transfer = sale | sell | buy | transfer
    .opt-licence = A licence
    .also-licence = licence fee | license | royalty
    .opt-capital = A capital contribution
    .also-capital = capital | shares
    .opt-damages = Damages for infringement
    .also-damages = damages | lawsuit | loss
    .opt-merger = A merger or takeover
    .also-merger = merger | acquisition | takeover
    .opt-accounting = Accounts or financial reports
    .also-accounting = accounting | accounts | audit
    .opt-price-only = I only want to know the price
    .also-price-only = price | how much is it worth | worth

valuation-guidance-no-price =
    We are sorry: we cannot say what a patent or a mark is worth. A valuation firm works it out, or buyer and seller agree.
    To see how it is done, by whom and with which papers, go on.

valuation-guidance-right-kinds = Which rights are to be valued?
    .hint = Choose all that apply.
    .label = Rights
    .opt-patent = Patents
    .also-patent = patent | invention | utility model | design
    .opt-trademark = Trademarks
    .also-trademark = trademark | brand | mark
    .opt-copyright = Copyright, including software
    .also-copyright = copyright | software
    .opt-trade-secret = Trade secrets
    .also-trade-secret = trade secret | know-how

valuation-guidance-secret-care = Before a trade secret is valued, sign a confidentiality agreement with the valuer and show it only to those who must see it. Please do not send the secret itself here.

valuation-guidance-owner = Who owns the rights?
    .label = Owner
    .opt-private = A private firm or a person
    .also-private = private | person | individual | foreign firm
    .opt-state = A state-owned firm or public body
    .also-state = state-owned | public body
    .opt-university = A university or research institute
    .also-university = university | institute

valuation-guidance-for-pledge = For a loan it is the bank that decides. Some do their own valuation, others want a report. If the form for registering the pledge mentions a report, it must be handed in. Ask the bank whose reports it accepts before you pay for one.

valuation-guidance-for-deal = Between private firms and persons the price of a transfer or licence is a matter of agreement; the law does not require a valuation. If the sum is large, you cannot agree, or shareholders want an explanation, a report is the safer way.

valuation-guidance-for-capital = By law a contribution of intellectual property must be valued, neither too high nor too low. If the value was too high, the shareholder who made it may have to make up the difference.

valuation-guidance-for-damages = In court the judge sets the damages: actual loss or the infringer's gain first, then a multiple of the licence fee. A valuation is only one piece of evidence. Ask a lawyer whether you need it and what it should show.

valuation-guidance-for-books = For accounts, reports, mergers and takeovers, accounting standards and your auditor decide. Ask the auditor what is to be valued and as of which date, then go to a valuation firm.

valuation-guidance-public-money = State-owned bodies, universities and institutes have rules of their own: some cases need a valuation and its filing or approval, others allow a price by agreement, listing or auction. Ask your asset or research department, or the authority above you, before you act.

valuation-guidance-methods =
    <b>The three usual methods</b>
    Income: what it will earn in future, in today's money. The usual one where there are sales and forecasts.
    Market: what similar rights were sold for. It needs deals that can be compared.
    Cost: what it would cost to create it again. A guide for new technology that earns nothing yet.
    The valuer chooses, and the report gives the reasons.

valuation-guidance-papers =
    <b>Preparing a valuation of intellectual property</b>
    <b>Who may do it</b>: an asset valuation firm on file with the finance authority, with the signatures of qualified valuers. Check whether it has valued this kind of right before. Agree on the fee and sign a contract first.

    <b>What to bring</b>
    1. Ownership: certificates, a copy of the patent or trademark register, agreements on co-ownership or service inventions
    2. Status: fees paid, years left, any pledge, licence, lawsuit or request for invalidation
    3. Technology: description and claims, how far it has got, what could replace it
    4. Market: products, customers, sales and profit of recent years, forecasts
    5. Effort: research costs, people involved
    6. Contracts so far: licences, transfers, cooperation

    <b>When you have the report</b>: is the purpose right, which date does it refer to, how long is it good for, are its assumptions reasonable?
    Do not trust anyone who guarantees a high figure.

valuation-guidance-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = pledge | transfer | licence | assistance
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

valuation-guidance-related = One of these may help:

valuation-guidance-details = What would you like to ask our staff?
    .hint = For example: we are putting in a patent and a trademark as capital. Do we need one report or two?
    .label = Question

valuation-guidance-next =
    Our staff will read your question and get in touch.
    We explain rules and practice. We name no price and recommend no firm.

valuation-guidance-who = Only the staff dealing with this enquiry can see it.

valuation-guidance-state-contacted = In touch with you
valuation-guidance-state-advised = Answered
valuation-guidance-state-referred = Referred to another body
valuation-guidance-state-declined = Not possible

valuation-guidance-paper-list = list of the rights
valuation-guidance-paper-register-copy = certified copy of the patent register
valuation-guidance-paper-bank-list = list of papers that the bank wants
valuation-guidance-paper-report = valuation report so far

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
valuation-guidance-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
valuation-guidance-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
valuation-guidance-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
valuation-guidance-reply-accepted =
    We will look into { $receipt } with you. The next steps:
    { $reason }
    .label = Accepted
valuation-guidance-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
valuation-guidance-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
