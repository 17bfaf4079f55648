# Guidance on intellectual property for universities, institutes, firms, trade associations and others

ip-guidance = IP guidance for organisations
    .short = IP guidance
    .about =
        For firms, universities, institutes, trade associations, parks and schools that want to put their intellectual property in order.
        Answer two questions for a list to start with; if you like, our staff can visit you. Guidance is free.

ip-guidance-org-kind = What kind of organisation are you?
    .label = Organisation
    .opt-enterprise = A firm
    .also-enterprise = firm | company | factory | enterprise
    .opt-university = A university or college
    .also-university = university | college
    .opt-institute = A research institute
    .also-institute = institute | hospital
    .opt-association = A trade association
    .also-association = association | chamber
    .opt-park = A park or incubator
    .also-park = park | incubator
    .opt-school = A primary or secondary school
    .also-school = school

ip-guidance-topic = What would you like guidance on?
    .hint = You may choose several.
    .label = Guidance on
    .opt-management-system = Setting up IP management
    .also-management-system = management | system | from scratch
    .opt-standard = IP management standards
    .also-standard = standard | gb/t | certification
    .opt-portfolio = What to file, and where
    .also-portfolio = portfolio | filing strategy | high-value patents
    .opt-protection-station = An IP protection station
    .also-protection-station = station | protection station
    .opt-warning = Early warning of risks
    .also-warning = warning | risk
    .opt-training = Training
    .also-training = lecture | course
    .opt-self-discipline = Rules for our trade
    .also-self-discipline = self-discipline | code of conduct
    .opt-transformation = Using research results
    .also-transformation = transfer | licence
    .opt-advantage-firm = Model and advantage firm titles
    .also-advantage-firm = model firm | advantage firm | title

ip-guidance-standard = Firms use GB/T 29490-2023, universities GB/T 33251, research institutes GB/T 33250. Set up the rules and work with them first; certification can wait. If someone says that a certificate brings a subsidy, read this year's notice first.

ip-guidance-portfolio = Three questions first: what makes the product sell, what is easiest to copy, which countries do you sell to? File around these, not for the numbers. Filing for numbers counts as abnormal patent applications.

ip-guidance-station = Protection stations in parks, associations, markets or key firms give advice on the spot and take reports. Our staff can look with you at where to set one up and on what terms.

ip-guidance-self-discipline = It usually begins with a code: no copying, no poaching of trade secrets, check before a fair, mediate first. Members sign it, and the association names a contact.

ip-guidance-advantage = These titles are applied for under a yearly notice: read its conditions, papers and closing date. Our staff can go through the conditions with you; the jury decides.

ip-guidance-guide-enterprise =
    <b>Intellectual property in a firm: where to begin</b>
    1. Name one person for it; the head of the firm sets the aim
    2. Take stock: patents, marks, software, trade secrets, whose name they are in, when fees and renewals fall due
    3. Agree in writing with staff, contractors and partners who owns the results and what stays secret
    4. Before you launch a new product, check whether it infringes the rights of others
    5. Register the mark before you advertise it
    6. File the patent before the fair or the article; what should not be public is kept as a trade secret
    7. If someone infringes, secure the evidence, then come to us
    8. If you export, file early in those countries

ip-guidance-guide-university =
    <b>Intellectual property in a university or institute: where to begin</b>
    1. One department in charge; research, assets, personnel and legal work with it
    2. Search before a project, and write ownership into the agreement
    3. Disclose, assess, file: report the result, see whether it is worth a patent, then file
    4. Watch what becomes public: check papers, theses and talks first
    5. Rules for licence, transfer and capital: who approves, how income is shared
    6. Agreements with students, guests and people who leave
    7. Once a year, give up what is of no use and find users for the rest

ip-guidance-guide-association =
    <b>Intellectual property in an association or park: where to begin</b>
    1. Name a contact whom members or tenants can find
    2. Find out what patents and marks they have, and which disputes are common
    3. Agree on a code; mediate disputes first
    4. One or two trainings a year, with cases from the trade
    5. Warn all of shared risks: fairs, exports, online shops
    6. With a geographical indication or collective mark, control who uses it and how
    7. Where it makes sense, open a protection station

ip-guidance-guide-school =
    <b>Intellectual property at school: where to begin</b>
    1. One teacher in charge; a lesson or two on patents, marks and copyright
    2. At science days and contests, teach pupils to check whether something exists already
    3. A pupil's invention carries the pupil's name; if a patent is wanted, file before the contest
    4. Watch copyright and trademarks in the school's name, badge and magazine
    5. IP publicity week is in April: our staff can come and give a lesson

ip-guidance-wish = What else do you need?
    .label = Next
    .opt-visit = Ask our staff to visit us
    .also-visit = visit | come
    .opt-ask-staff = Ask our staff first
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = research projects | valuation | pledge | assistance
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

ip-guidance-related = One of these may help:

ip-guidance-details = Please describe your organisation and the problem you would like to solve.
    .hint = For example: we make sensors, 80 people, 12 patents, nobody in charge of them, and want to begin. Please leave out trade secrets.
    .label = Description

ip-guidance-district = In which district are you?
    .hint = A district or zone, for example: Hongshan, Optics Valley
    .label = District

ip-guidance-outside =
    We can only visit organisations in Wuhan. Elsewhere, please ask the IP office of that place.
    If you have a question, go back a step and choose "Ask our staff first".

ip-guidance-local-office =
    Your district office is close at hand for everyday questions:
    { $local-name }
    Address: { $local-address }
    Phone: { $local-phone }

ip-guidance-visit-when = What times would suit you?
    .hint = For example: early December, Tuesday or Thursday afternoon
    .label = Times

ip-guidance-staff-size = How many people work for your organisation?
    .hint = A rough number, for example: 80
    .label = People

ip-guidance-patents-held = About how many patents do you have?
    .hint = If none, type 0
    .label = Patents held

ip-guidance-next = Our staff will read this and get in touch; for a visit they will agree a day with you. Their guidance is advice.

ip-guidance-who = Only the staff dealing with your case can see what you send. Before the IP research association or an outside expert comes along, they will ask you.

ip-guidance-state-contacted = In touch with you
ip-guidance-state-visited = Visit made
ip-guidance-state-advised = Answered
ip-guidance-state-referred = Referred to another body
ip-guidance-state-declined = Not possible

ip-guidance-paper-ip-list = list of patents and marks
ip-guidance-paper-rules = rules so far
ip-guidance-paper-contracts = sample contracts
ip-guidance-paper-charter = charter or short description

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
ip-guidance-reply-acknowledge =
    Thank you for your request { $receipt }. We are reading it and will be in touch.
    .label = Received
ip-guidance-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
ip-guidance-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
ip-guidance-reply-accepted =
    We are glad to help with { $receipt }. Time and topics:
    { $reason }
    .label = Accepted
ip-guidance-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
ip-guidance-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
