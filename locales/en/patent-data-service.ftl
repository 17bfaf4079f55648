# Coordination for the Wuhan backup centre of CNIPA patent data. CNIPA gives out the data; the city only coordinates.

patent-data-service = Patent data service
    .short = Patent data service
    .about =
        For patent data in bulk for research or a database, or for a visit to the Wuhan backup centre of CNIPA patent data.
        Bulk data come from CNIPA; we help with contacts. About seven questions, then our staff reply.

patent-data-service-need = What do you need?
    .label = Need
    .opt-bulk = Public patent data in bulk
    .also-bulk = bulk | data set | database
    .opt-few = A handful of patents
    .also-few = a few patents | search
    .opt-visit = A visit to the backup centre
    .also-visit = visit | tour
    .opt-cooperation = Cooperation on data services
    .also-cooperation = cooperation | partner
    .opt-not-public = Data that are not public
    .also-not-public = unpublished | internal data

patent-data-service-not-public =
    Applications and files that are not published are confidential by law: we can neither give them nor ask for them.
    Applicants see their own files at CNIPA. If you need public data, go back and choose again.

patent-data-service-few =
    For a few patents or a small field you do not need this: the CNIPA publication and search systems are free.
    For help with searching, see patent information; for a search by a professional, a patent agency. If it is really a large number, go on.

patent-data-service-org-kind = Who is asking?
    .label = Organisation
    .opt-research = A university or institute
    .also-research = university | institute
    .opt-firm = A firm
    .also-firm = company | firm
    .opt-government = A public body
    .also-government = government | department
    .opt-service-firm = An IP service firm
    .also-service-firm = agency | data company
    .opt-single = A private person
    .also-single = person | student

patent-data-service-single =
    Visits and cooperation are normally arranged with organisations, not with individuals.
    If you are writing for a university, firm or society, go on and give its name later.

patent-data-service-how =
    How to get data: public patent data come from CNIPA; some can be requested and downloaded on its website.
    We read what you need and tell you which way to go; if you need the backup centre, we make the contact. CNIPA decides whether and how data are given.

patent-data-service-papers =
    <b>Patent data: points to settle first</b>
    1. What it is for, and who will see the results
    2. Which data: inventions, utility models, designs; which years; which field, best by IPC class
    3. Which parts: bibliographic data, abstracts, full text, drawings, legal status
    4. Which format; once or regularly
    5. Where it is stored, who has access, how it stays there
    6. A letter from your organisation with purpose and contact; our staff will ask for it if needed

patent-data-service-purpose = What will you use it for?
    .hint = For example: a public report on ten years of optical communication patents in Hubei.
    .label = Purpose

patent-data-service-data-scope = Which data do you need?
    .hint = For example: 2015 to 2025, IPC class H04B, bibliographic data and abstracts of inventions, about 30,000 records, as a table
    .label = Scope

patent-data-service-visitors = About how many people will come?
    .hint = For example: 12
    .label = Visitors

patent-data-service-share = Who will use the data?
    .label = Used by
    .opt-inside = Only our own organisation
    .also-inside = inside | internal
    .opt-publish = We publish research results
    .also-publish = publish | public
    .opt-sell = We make a product for others
    .also-sell = product | service | sell

patent-data-service-abroad-care = Before you publish data or pass them on, read the terms of use. With personal data, or data that leave the mainland, the rules on personal information and on data export apply as well.

patent-data-service-wanted-by = By when would you like it?
    .hint = For example: 31 March 2027
    .label = Wanted by

patent-data-service-letter = Do you have the letter from your organisation?
    .hint = A photo or scan will do. You can also send this without it.
    .label = Letter

patent-data-service-next = Our staff will read this, get in touch and tell you which way to go. The data come from CNIPA, so whether and how you get them is not ours to decide.

patent-data-service-who = Only the staff dealing with your case can see what you send. If it has to go to the backup centre or CNIPA, we will tell you first.

patent-data-service-state-contacted = In touch with you
patent-data-service-state-advised = Answered
patent-data-service-state-referred = Referred to another body
patent-data-service-state-declined = Not possible

patent-data-service-paper-letter = official letter
patent-data-service-paper-scope = description of the data
patent-data-service-paper-safety = how the data are kept

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
patent-data-service-reply-acknowledge =
    Thank you for your request { $receipt }. We are reading it and will be in touch.
    .label = Received
patent-data-service-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
patent-data-service-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
patent-data-service-reply-accepted =
    We will coordinate { $receipt }. The next steps:
    { $reason }
    .label = Accepted
patent-data-service-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
patent-data-service-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
