# Which office is yours. CNIPA Order 81 art. 6; Patent Administrative Enforcement Measures art. 29.

district-guide = Which office, and where
    .short = District offices
    .about =
        Name a district, a zone or a landmark, and we tell you which office is in charge and how to reach it.
        We also tell you who deals with reports, disputes and funding.

district-guide-district = Which district is it?
    .hint = A district, a zone or a landmark will do: Wuchang, Optics Valley, Hanzheng Street. If it is not in Wuhan, name the city.
    .label = Area

district-guide-topic = What is it about?
    .why = Different matters go to different offices.
    .hint = If address and phone are all you need, skip this.
    .label = Matter
    .opt-report = Fakes or infringement
    .also-report = report | fakes | complaint | counterfeit
    .opt-dispute = A patent dispute
    .also-dispute = dispute | infringement dispute | mediation
    .opt-pledge = A loan on a patent
    .also-pledge = pledge | loan | financing
    .opt-fund = Grants and funding
    .also-fund = fund | funding | grants | subsidy
    .opt-visit = Asking in person
    .also-visit = visit | address | where is it | in person

district-guide-outside =
    Outside Wuhan, the market supervision bureau (IP office) of that place is in charge. Go to them directly, call the city hotline 12345 there, or use the national 12315 platform for consumer complaints and reports.
    If part of it happened in Wuhan, choose the district where it did.

district-guide-report =
    Counterfeit patents and trademark infringement are dealt with by the bureau of the place where they happen. For a web shop, that is where the seller really does business.
    No need to travel: choose "Report or ask for help" on the first screen. You can stay anonymous.

district-guide-dispute =
    For an administrative decision on patent infringement, go to the place of the act or to where the other side is based (CNIPA Order 81, art. 6); normally the city's IP office decides.
    Mediation, for instance on ownership or on an inventor's reward, is done where the other side is based.
    Not sure which way to go? Choose "Report or ask for help" and ask for assistance.

district-guide-pledge =
    Patent pledges are registered with CNIPA, not in the district; CNIPA has a patent agency office in Wuhan.
    For support such as interest subsidies, the city and each district have rules of their own: see their current notices.

district-guide-fund =
    The city and each district have their own programmes, with their own conditions and dates; their notices decide. "Funding and grants" shows what is open now.

district-guide-visit =
    Please call first and ask about opening hours and what to bring. The market supervision station near you also answers questions and takes complaints on patents and trademarks.

# What the operator has not entered is said to be missing
district-guide-office-known =
    <b>{ $office-name }</b>
    Address: { $office-address }
    Phone: { $office-phone }
    Hours: { $office-hours }

district-guide-office-open =
    <b>{ $office-name }</b>
    Its address, phone number and hours have not been entered here yet. You can call the city hotline 12345 and ask, or 12315 for consumer complaints and reports.

district-guide-further = What would you like to do now?
    .label = Next step
    .opt-other-topic = Ask about another matter
    .also-other-topic = another matter | other matter
    .opt-other-place = Another district
    .also-other-place = other place | another place
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough | no | nothing | none

district-guide-question = What would you like to ask?
    .hint = For example: a shop near me uses my trademark; do I go to the local station or to the district?
    .label = Question

district-guide-next =
    Our staff will answer you here.

district-guide-who = Only the staff dealing with your case can see what you send.

district-guide-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
district-guide-reply-acknowledge =
    Thank you, we have seen your question { $receipt } and are looking into it. You will hear from us here.
    .label = Received
district-guide-reply-ask-details =
    To answer { $receipt } we would like to know a little more:
    { $reason }
    .label = Ask for details
district-guide-reply-transfer =
    Another department is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
district-guide-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    .label = Answer
district-guide-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
