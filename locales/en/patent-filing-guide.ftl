# Applying for a patent, fees, faster examination. Patent Law art. 19, 42, 43, 44; Priority Examination Measures (in force 1 September 2026).

patent-filing-guide = How to apply for a patent
    .short = Applying for a patent
    .about =
        How to apply, what it costs, how to have it examined sooner, how long it lasts.
        We explain the way; we do not judge whether your idea can be patented.

patent-filing-guide-topic = What would you like to know?
    .label = Topic
    .opt-how-to-file = How to apply
    .also-how-to-file = apply | file a patent | how to file | where to file
    .opt-patentable = Can my idea be patented?
    .also-patentable = patentable | i have an invention | is it new
    .opt-types = The three kinds of patent
    .also-types = types | kinds | which kind
    .opt-cost = What it costs
    .also-cost = cost | costs | fees | price
    .opt-fee-reduction = Lower fees
    .also-fee-reduction = fee reduction | discount
    .opt-time = How long it takes
    .also-time = time | how long | months
    .opt-fast-track = Fast pre-examination
    .also-fast-track = fast track | pre-examination | faster
    .opt-priority-exam = Priority examination
    .also-priority-exam = priority | accelerated
    .opt-electronic = Filing online or in person
    .also-electronic = online | electronic | window
    .opt-secrecy = Secrecy review
    .also-secrecy = secrecy | file abroad | foreign filing
    .opt-annual-fee = Annual fees
    .also-annual-fee = annual fee | annuity | renewal | late fee
    .opt-term = When a patent ends
    .also-term = term | expiry | how long does it last | end
    .opt-evaluation-report = Patent evaluation report
    .also-evaluation-report = evaluation report | report

patent-filing-guide-no-assessment =
    Only CNIPA's examiners can say whether a patent will be granted. We do not judge it, and nobody can guarantee it.
    You can first search for something similar, or ask a patent attorney.
    To see the steps of an application, go on.

patent-filing-guide-how-to-file =
    <b>How to apply for a patent</b>
    1. Keep it secret: no article, no sale, no trade fair before you have filed. What is public may no longer be patentable.
    2. Search for anything similar.
    3. Choose the kind: invention, utility model or design.
    4. Write the papers. Invention or utility model: request, description (with drawings for a utility model), claims, abstract. Design: request, pictures or photos, brief explanation.
    5. File in CNIPA's online patent filing system, or at the CNIPA patent agency office in Wuhan.
    6. Pay the fees and answer the examiner as the notices say.
    You may do it yourself or use a licensed patent agency. Applicants from abroad without a home or business office in China must use one.

patent-filing-guide-types =
    <b>The three kinds of patent</b>
    Invention: a product, a process or an improvement; examined in substance; 20 years from filing.
    Utility model: shape or structure of a product, no processes; 10 years from filing.
    Design: shape, pattern or colour of a whole product or a part of it; 15 years from filing.
    These terms are in the Patent Law, art. 42; designs filed before 1 June 2021 have 10 years. Utility models and designs are granted sooner, but to enforce one you may need an evaluation report.

patent-filing-guide-cost =
    <b>What it costs</b>
    Official fees: filing, examination of an invention, an annual fee after grant, and others. CNIPA publishes the amounts.
    Agency fee: only if you use an agency; agree on it and put it in the contract.
    Be careful with calls, texts or letters that claim to come from CNIPA and ask for money: check in CNIPA's online filing system before you pay.

patent-filing-guide-fee-reduction =
    <b>Lower fees</b>
    Persons and organisations below the income limits pay less for filing, examination, some of the annual fees and others.
    First record your fee reduction in CNIPA's online patent filing system; once it is accepted, ask for the reduction when you file.
    The income limits and the rates are in CNIPA's current rules.

patent-filing-guide-time =
    <b>How long it takes</b>
    Invention: published 18 months after filing, or sooner if you ask. Examination must be requested within 3 years of filing, or the application counts as withdrawn.
    Utility model and design: no examination in substance; granted once the preliminary examination is passed.
    The exact time depends on the examination. For a faster way, see "Fast pre-examination" and "Priority examination".

patent-filing-guide-field = Which field is it in?
    .why = Fast pre-examination is only for approved fields.
    .label = Field
    .opt-opto-electronics = Opto-electronic information
    .also-opto-electronics = optoelectronics | lasers | optical | chips
    .opt-vehicle-design = Designs of vehicles and parts
    .also-vehicle-design = vehicle | car | car parts
    .opt-other = Another field
    .also-other = other | not sure

patent-filing-guide-fast-opto =
    <b>Fast pre-examination: opto-electronic information</b>
    It is run by the China (Wuhan) IP Protection Centre.
    1. Your organisation registers with the centre first; only then can it send applications.
    2. Before filing with CNIPA, you send the papers to the centre for pre-examination.
    3. If they pass, the application goes on the fast track once it is filed.
    If you are not registered there, see "Priority examination". The centre publishes its conditions and the classes it accepts.

patent-filing-guide-fast-vehicle =
    <b>Fast track: designs of vehicles and parts</b>
    In the Wuhan Economic Zone there is a fast IP service centre for vehicles and parts; for such designs, ask it about fast grant.
    The conditions that the centre publishes now are the ones that count. If you cannot reach it, leave a question here and we will ask.

patent-filing-guide-fast-other =
    <b>Fast pre-examination: other fields</b>
    Wuhan's protection centre was approved for opto-electronic information. The centre publishes whether fields have been added since.
    If yours is not among them, see "Priority examination".

patent-filing-guide-priority-exam =
    <b>Priority examination</b>
    The rules are the Measures on Priority Examination of Patents (CNIPA Order 85), in force since 1 September 2026.
    You ask CNIPA for it. Those Measures and CNIPA's guide to them say which applications qualify and what is needed.
    Many web pages still describe the old rules, so look at the date of what you read.

patent-filing-guide-electronic =
    <b>Online or in person</b>
    Online: CNIPA's patent filing system. Once registered you can file, pay and receive notices there.
    In person: the CNIPA patent agency office in Wuhan. For address and hours you can call the city hotline 12345.
    Notices arrive in the system, so check it often: if you miss a date to answer, the application may count as withdrawn.

patent-filing-guide-secrecy =
    <b>Secrecy review before filing abroad</b>
    For an invention or utility model made in China, ask CNIPA for a secrecy review before you file abroad (Patent Law, art. 19).
    If you file abroad without it, you cannot get a patent for it in China later.
    An international (PCT) application filed with CNIPA counts as a request for the review.

patent-filing-guide-annual-fee =
    <b>Annual fees</b>
    They are due for every year from the year of grant; without them the patent ends early (Patent Law, art. 43, 44).
    After the grant, each fee is due before the current patent year ends. Patent years run from the filing date: if you filed on 3 June, pay for the next year before 3 June each year.
    If you are late, you have 6 months to pay with a surcharge; after that the patent ends.
    Check in CNIPA's online filing system what is due, and do not pay on notices of unknown origin.

patent-filing-guide-patent-kind = Which kind of patent is it?
    .label = Kind of patent
    .opt-invention = Invention patent
    .also-invention = invention
    .opt-utility-model = Utility model patent
    .also-utility-model = utility model
    .opt-design = Design patent
    .also-design = design

patent-filing-guide-filed-on = When was it filed?
    .hint = The filing date is on the certificate, for example: 4 May 2018
    .label = Filing date

# $end-invention-passed, $end-utility-passed: yes or no
patent-filing-guide-term-invention =
    { $end-invention-passed ->
        [yes] An invention patent lasts 20 years from filing: it ended on { $end-invention-day }.
       *[no] An invention patent lasts 20 years from filing: until { $end-invention-day }.
    }
    That is, if the annual fees are paid. Its legal status shows whether it is in force now.
patent-filing-guide-term-utility =
    { $end-utility-passed ->
        [yes] A utility model patent lasts 10 years from filing: it ended on { $end-utility-day }.
       *[no] A utility model patent lasts 10 years from filing: until { $end-utility-day }.
    }
    That is, if the annual fees are paid. Its legal status shows whether it is in force now.
patent-filing-guide-term-design =
    For a design patent it depends on the filing date.
    Filed before 1 June 2021: 10 years, until { $end-old-design-day }.
    Filed on or after 1 June 2021: 15 years, until { $end-design-day }.
    That is, if the annual fees are paid. Its legal status shows whether it is in force now.

patent-filing-guide-evaluation-report =
    <b>Patent evaluation report</b>
    Utility models and designs are granted without examination in substance. The report, made by CNIPA, shows how strong yours is.
    When you ask for a decision on infringement, the office may want it, and may turn the request down if you hold it back without good reason.
    Owners, interested parties and those accused of infringing may ask CNIPA for one.

patent-filing-guide-further = Would you like to know anything else?
    .label = Next step
    .opt-another = Another topic
    .also-another = another | again | something else
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough | no | nothing | none

patent-filing-guide-question = What would you like to ask?
    .why = Please leave out technical details that you have not filed yet, so that they stay secret.
    .hint = For example: our company is new. Which year's income counts for the fee reduction?
    .label = Question

patent-filing-guide-next =
    Our staff will answer you here. Keep an eye on your own dates: writing here does not answer an examiner.

patent-filing-guide-who = Only the staff dealing with your case can see what you send.

patent-filing-guide-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
patent-filing-guide-reply-acknowledge =
    Thank you, we have seen your question { $receipt } and are looking into it. You will hear from us here.
    .label = Received
patent-filing-guide-reply-ask-details =
    To answer { $receipt } we would like to know a little more; technical details are not needed:
    { $reason }
    .label = Ask for details
patent-filing-guide-reply-transfer =
    Another department is better placed to answer { $receipt }. Details:
    { $reason }
    .label = Passed on
patent-filing-guide-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    .label = Answer
patent-filing-guide-reply-not-possible =
    We are sorry that we cannot answer what you ask in { $receipt }. The reason:
    { $reason }
    .label = Cannot answer
patent-filing-guide-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
