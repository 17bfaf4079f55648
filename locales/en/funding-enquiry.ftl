# Funding. Reduction of official fees is with CNIPA and is not city money.

funding-enquiry = Funding and grants
    .short = Funding and grants
    .about =
        See which IP programmes of the city and its districts are open now: conditions, dates, link.
        We also explain how official fees can be reduced.
        Whether you get support, and how much, is decided under the current notice.

funding-enquiry-item = What would you like to know about?
    .label = Programme
    .opt-filing = Money for filing a patent
    .also-filing = filing | subsidy for filing | grant for filing | patent subsidy
    .opt-fee-reduction = Lower official fees
    .also-fee-reduction = fee reduction | lower fees | discount
    .opt-pledge-interest = Interest subsidy for pledge loans
    .also-pledge-interest = interest | interest subsidy | pledge
    .opt-insurance = IP insurance
    .also-insurance = insurance | patent insurance
    .opt-protection-cost = Costs of defending rights
    .also-protection-cost = protection costs | legal costs | lawsuit costs
    .opt-overseas-rights = Rights abroad
    .also-overseas-rights = overseas | abroad | pct
    .opt-high-value = High-value patents
    .also-high-value = high value | high-value
    .opt-award = Patent awards
    .also-award = award | awards | prize
    .opt-navigation = Patent navigation
    .also-navigation = navigation | landscape
    .opt-training = Training and talent
    .also-training = training | talent
    .opt-other = Something else
    .also-other = other | else

funding-enquiry-no-filing-grant =
    Under national policy, payments for filing a patent or having one granted have been phased out. Money now goes mainly to quality, protection and use.
    To spend less, see "Lower official fees", or look at another programme.

funding-enquiry-fee-reduction =
    <b>Lower official fees</b>
    Who: persons and organisations whose income is below the set limits.
    Which fees: the filing fee, the fee for examining an invention, some of the annual fees and others.
    How: first record your fee reduction in CNIPA's online patent filing system; once it is accepted, ask for the reduction when you file.
    The income limits and the rates are in CNIPA's current rules.
    Please state your income truthfully.

funding-enquiry-district = In which district is your organisation registered, or do you live?
    .why = Besides the city's programmes, districts have their own.
    .hint = For example: Dongxihu, Optics Valley. If it is not in Wuhan, name the city.
    .label = District

funding-enquiry-outside =
    Wuhan's programmes are normally for organisations registered in Wuhan. Elsewhere, please ask the market supervision bureau (IP office) there, or call 12345 there.

# $notice-count: how many; $notice-as-of: date of the list; $day: last day
funding-enquiry-notice = { $notice-count } found. Which notice would you like to see?
    .hint = Date of the list: { $notice-as-of }
    .label = Notice
    .item = { $title } (until { $day })
    .opt-other-item = Another programme
    .also-other-item = another | other | again

funding-enquiry-not-loaded =
    The notices have not been loaded yet, so we cannot look anything up. It does not mean that there is no programme.
    You can look at the public notices of the city's and the districts' market supervision bureaus (IP offices), call 12345, or leave a question here for our staff.

funding-enquiry-none =
    Nothing of that kind is open now. New notices come out every year: choose "Tell me about new notices", and we write to you.
    If somebody asks for money and promises that you will get a grant, do not believe it.

funding-enquiry-gone = The list has just been updated, and this one is no longer in it. Please choose again.

funding-enquiry-detail =
    <b>{ $one-title }</b>
    Kind: { $one-kind }
    Who may apply: { $one-who }
    Where: { $one-place }
    Open: { $one-from } to { $one-until }
    Status: { $one-status }
    Summary: { $one-summary }
    Link: { $one-link }

funding-enquiry-brokers =
    What counts is the notice itself. Do not believe anyone who takes money and promises a grant, and never hand over your company seal, accounts or passwords.

funding-enquiry-further = What would you like to do now?
    .label = Next step
    .opt-back-to-list = Back to the notices
    .also-back-to-list = list | results
    .opt-another = Another programme
    .also-another = another | other | again
    .opt-subscribe = Tell me about new notices
    .also-subscribe = subscribe | notify me | alerts
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough

# $subscription-what: what it is about
funding-enquiry-subscribed =
    Done. You will hear from us here in the morning after something is added: { $subscription-what }.
    Each message has a button that ends the subscription. You can also see and end it under /mydata.

funding-enquiry-question = What would you like to ask?
    .hint = For example: this year we borrowed 3 million yuan on patents. When can we apply for the interest subsidy, and what do we need?
    .label = Question

# Name and contact: shared/party.ftl

funding-enquiry-code = What is the unified social credit code of your organisation?
    .why = It tells our staff where you are registered, and so which programmes fit.
    .hint = It is on the business licence and has 18 characters.
    .label = Credit code

funding-enquiry-next =
    Our staff will answer you here, or contact you if need be. A question here is not an application: for that, follow the notice and its dates.

funding-enquiry-who = Only the staff dealing with it can see it. If a district has to answer, we tell you.

funding-enquiry-state-contacted = We have contacted you
funding-enquiry-state-replied = Answered

funding-enquiry-paper-business-licence = business licence
funding-enquiry-paper-right-list = list of your patents or trademarks
funding-enquiry-paper-notice-text = the notice you have seen

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
funding-enquiry-reply-acknowledge =
    Thank you, we have your question { $receipt } and are checking the rules. You will hear from us here.
    .label = Received
funding-enquiry-reply-ask-details =
    To answer { $receipt } properly we would like to know a little more:
    { $reason }
    .label = Ask for details
funding-enquiry-reply-ask-papers =
    To answer { $receipt } properly we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
funding-enquiry-reply-transfer =
    Another department runs the programme you ask about in { $receipt }, and we have passed it on. Details:
    { $reason }
    .label = Passed on
funding-enquiry-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    In the end, the notice and the review of your application count.
    .label = Answer
funding-enquiry-reply-not-possible =
    We are sorry: under the present rules you cannot apply with what you describe in { $receipt }. The reason:
    { $reason }
    .label = Not possible
funding-enquiry-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have it reopened within 30 days under "Follow my case".
    .label = Closed
