# Patent transfer, open licence, technology contracts. Patent Law art. 10, 14, 50-52; Implementing Rules art. 85-88, 100. CNIPA registers.

patent-transaction = Patent transfer and other deals
    .short = Patent transfer and deals
    .about =
        The steps and papers for selling or buying a patent, an open licence, registering a technology contract, or putting in a patent as capital.
        Three or four questions. CNIPA registers transfers; we take no filings, find no buyers and set no prices.

patent-transaction-deal = What would you like to do?
    .label = Deal
    .opt-sell = Transfer my patent
    .also-sell = sell | assign | transfer
    .opt-buy = Take over a patent
    .also-buy = buy | acquire | purchase
    .opt-open-licence = Open licence, for anyone
    .also-open-licence = open licence | open license
    .opt-technology-contract = Register a technology contract
    .also-technology-contract = technology contract | contract registration
    .opt-capital = Put a patent in as capital
    .also-capital = capital | contribution | shares
    .opt-other = Something else
    .also-other = other

patent-transaction-kind = What kind of patent is it?
    .hint = Choose all that apply.
    .label = Kind of patent
    .opt-invention = Invention
    .also-invention = invention patent
    .opt-utility-model = Utility model
    .also-utility-model = utility model patent
    .opt-design = Design
    .also-design = design patent
    .opt-application = Application, not granted yet
    .also-application = application | pending | not granted

patent-transaction-application-open = A patent that is not granted yet cannot be put under an open licence; that has to wait for the grant. If you need a partner now, an ordinary licence or technology contract is the way.

patent-transaction-report = For an open licence of a utility model or design you need a patent evaluation report (Patent Law, art. 50). If you have none, ask CNIPA for one first.

patent-transaction-application = An application can be transferred too, in the same way and also by registration (Patent Law, art. 10). Nobody can be sure of the grant, so the contract should say what happens if it is refused.

patent-transaction-co-owned = Does the patent have another co-owner?
    .label = Co-owner

patent-transaction-co-owners = All co-owners must agree and sign or seal the papers (Patent Law, art. 14). If they have agreed otherwise, their agreement counts.

patent-transaction-foreign = Is one party outside mainland China?
    .hint = Hong Kong, Macao and Taiwan count as outside. So does a foreign person.
    .label = Party from abroad

patent-transaction-abroad =
    A Chinese person or body that transfers a patent or application to a foreign person or body must follow a legal procedure first (Patent Law, art. 10).
    This is also technology export: a contract on freely traded technology is registered, restricted technology needs a technology export licence, prohibited technology may not be transferred.
    The commerce authority comes first, then the registration with CNIPA.

patent-transaction-from-abroad = Buying a patent from abroad is technology import: a contract on freely traded technology is registered with the commerce authority, restricted technology needs an import licence first.

patent-transaction-buyer =
    Before you pay, check three things:
    Is the seller the registered owner? See a certified copy of the patent register.
    Is the patent in force, and up to which year are the fees paid?
    Is it pledged, frozen or licensed to others, or has somebody asked to have it declared invalid?

patent-transaction-transfer =
    <b>Transferring a patent</b>
    1. Both parties sign a written contract
    2. It is registered with CNIPA, which then publishes it
    <b>The transfer takes effect on the day of registration</b>; signing and paying alone do not move the patent (Patent Law, art. 10).

    <b>Papers</b>
    Request to change the bibliographic data
    Transfer contract
    Identity papers of both; a power of attorney if someone files for you
    Consent of all co-owners, if there are any
    With a party abroad: certificate or licence for technology import or export

    File with CNIPA online, or ask at the CNIPA patent agency office in Wuhan. For the fees see what CNIPA publishes.
    If in doubt, go by the list that CNIPA publishes.

patent-transaction-open-licence =
    <b>Open licence of a patent</b>
    1. You declare to CNIPA in writing that anyone may use the patent, with the fee and how it is paid
    2. CNIPA publishes the declaration
    3. Anyone who wants to use it tells you in writing and pays the published fee, and so gets the licence
    4. Each licence is then recorded with CNIPA on written proof (Implementing Rules, art. 87)

    <b>Papers</b>: the declaration; for a utility model or design the patent evaluation report; the consent of all co-owners.
    <b>Not possible</b> during an exclusive or sole licence, during a pledge without the pledgee's consent, with unpaid fees, or with a dispute about ownership or a court freeze.
    While it runs, annual fees can be reduced (Patent Law, art. 51). You may withdraw the declaration; licences already given stay (art. 50).
    <b>Be truthful</b>: a false declaration, or one made to save fees, can be fined with up to 100,000 yuan (Implementing Rules, art. 100).

patent-transaction-technology-contract =
    <b>Registering a technology contract</b>
    This is done by the science and technology authority, not here. Contracts on development, transfer, licence, consulting and services qualify. Tax and other benefits depend on it.
    1. Sign a written contract with the technology, the price and who owns the IP
    2. Apply to a technology contract registry of that authority
    3. If the contract transfers or licenses a patent, register or record that with CNIPA as well

    <b>Papers</b>: the contract; patent certificate or filing receipt; whatever else the registry asks for. Ask them first.

patent-transaction-capital =
    <b>A patent as a capital contribution</b>
    1. Have it valued by a valuation firm: the law requires a valuation, neither too high nor too low
    2. The shareholders agree in writing on the value and the share
    3. Transfer the patent to the company at CNIPA: only then is the contribution made
    4. Register the company change with the market supervision bureau

    <b>Papers</b>: valuation report; the agreement or articles; request to change the bibliographic data; identity papers of both; consent of all co-owners.
    State-owned bodies and universities have rules of their own: ask your asset or research department first.

patent-transaction-other = Let our staff look at this one. Choose "Ask our staff" and describe it in a sentence or two.

patent-transaction-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = technology export | valuation | pledge | agency
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

patent-transaction-related = One of these may help:

patent-transaction-details = What would you like to ask our staff?
    .hint = For example: a firm and a university own it together and the university wants to leave. How is that registered?
    .label = Question

patent-transaction-patents = Which patents are concerned?
    .hint = One number per line, for example: ZL 2024 1 1234567.5
    .label = Patent numbers

patent-transaction-next =
    Our staff will read your question and get in touch.
    This is an enquiry, not a registration: it does not change who owns the patent.

patent-transaction-who = Only the staff dealing with this enquiry can see it.

patent-transaction-state-contacted = In touch with you
patent-transaction-state-advised = Answered
patent-transaction-state-referred = Referred to another body
patent-transaction-state-declined = Not possible

patent-transaction-paper-contract = contract or its draft
patent-transaction-paper-register-copy = certified copy of the patent register
patent-transaction-paper-evaluation-report = patent evaluation report
patent-transaction-paper-co-owner-consent = written consent of the co-owners
patent-transaction-paper-trade-certificate = certificate or licence for technology import or export

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
patent-transaction-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
patent-transaction-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
patent-transaction-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
patent-transaction-reply-accepted =
    We will look into { $receipt } with you. The next steps:
    { $reason }
    .label = Accepted
patent-transaction-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
patent-transaction-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
