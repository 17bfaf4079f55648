# Patent search, information and alerts. Information only, no opinion on infringement or on what can be patented. Patent Law art. 48; Implementing Rules art. 16.

patent-information = Patent search, information and alerts
    .short = Patent search and alerts
    .about =
        Where to search patents free of charge, how to go about it, and help from our staff.
        Or subscribe to alerts: give keywords, classes or applicants to watch, and hear of new patents here. You can stop at any time.

patent-information-want = What would you like to do?
    .label = Purpose
    .opt-where-to-search = See where to search
    .also-where-to-search = where | database | search patents | patent database
    .opt-search-help = Learn how to search, or get help
    .also-search-help = how to search | help me search | search help
    .opt-navigation-report = Patent navigation reports
    .also-navigation-report = navigation | navigation report | landscape
    .opt-training = Training in searching
    .also-training = training | course | workshop
    .opt-early-warning = Subscribe to patent alerts
    .also-early-warning = alerts | subscribe | early warning | monitor
    .opt-my-subscriptions = See or end my subscriptions
    .also-my-subscriptions = unsubscribe | stop | stop sending | my subscriptions

patent-information-where =
    <b>Where to search free of charge</b>
    Chinese patents: CNIPA's patent search and analysis system (专利检索及分析系统), after signing up; CNIPA's publication site (中国专利公布公告) has the full texts.
    Legal status and progress: CNIPA's patent examination information enquiry (中国及多国专利审查信息查询).
    Foreign patents: PATENTSCOPE of WIPO, Espacenet of the European Patent Office.
    Designs: also the Global Design Database of WIPO, for some countries.
    Trademarks are not in these; they are on China Trademark Online (中国商标网).
    Make sure you are on the official site. Whoever wants money for a search is not official.

patent-information-purpose = What do you want to find out?
    .label = Purpose of search
    .opt-idea = Has somebody filed this already?
    .also-idea = is it new | idea | prior art
    .opt-owner = Which patents does a firm have?
    .also-owner = firm | company | competitor | applicant
    .opt-technology = What is known in a field?
    .also-technology = field | technology | state of the art
    .opt-status = Is a certain patent in force?
    .also-status = legal status | in force | patent number
    .opt-may-i-sell = Does my product infringe?
    .also-may-i-sell = infringe | may i sell | freedom to operate

patent-information-no-opinion =
    Whether a product infringes is a legal question: it has to be compared with the claims point by point. We give information, no such opinions.
    If somebody says that you infringe, ask for rights-protection assistance. To check before you launch, ask a patent agency or a lawyer.
    To look for patents in the field yourself, go on.

patent-information-steps-idea =
    <b>Has somebody filed this already?</b>
    1. Split the idea into three or four features and find several words for each: lid, cap, closure.
    2. In CNIPA's search system, join words for the same feature with OR, and different features with AND.
    3. Find two or three that come close, note their IPC symbols, and search again with symbols and words.
    4. Search in Chinese and in English.
    Finding nothing does not mean there is nothing: most applications are published only after 18 months.

patent-information-steps-owner =
    <b>Which patents does a firm have?</b>
    1. In CNIPA's search system, search the field for applicant or owner (申请（专利权）人) with the full Chinese name.
    2. Then its former names, subsidiaries and English name.
    3. Sort by date and read the newest first; search once more by inventor.
    If a patent has changed hands, the legal status shows it.

patent-information-steps-technology =
    <b>What is known in a field?</b>
    1. Search with two or three words and find the IPC symbol that fits best.
    2. Search with symbol and words; see how many there are each year, and who files most.
    3. Read ten or so closely: claim 1 and the drawings.
    4. Before you use one, check its legal status and its family abroad.

patent-information-numbers = What is the patent or publication number?
    .hint = Several will do, or paste a whole text. For example: ZL 2024 1 1234567.5
    .label = Numbers

# $seen-lines: one number a line
patent-information-numbers-seen =
    { $seen-lines }

patent-information-no-numbers = We see no patent number there. It is on the certificate, the packaging and the first page of the patent. If you know only the title, look up the number in CNIPA's search system first, then do as below.

patent-information-steps-status =
    <b>Is a patent in force?</b>
    1. In CNIPA's examination information enquiry (中国及多国专利审查信息查询), type the application number: the patent number without ZL.
    2. Look at the status: only "专利权维持" (maintained) means in force. Ended for unpaid fees, given up or invalidated in whole means it is not.
    3. See up to which year the fees are paid, and whether it was transferred, licensed or pledged.
    4. For a lawsuit or a contract, get a certified copy of the patent register; the CNIPA patent agency office in Wuhan can tell you how.

patent-information-navigation =
    Patent navigation uses patent data to see an industry or a technology: who is in it, how far they are, and where it goes.
    Published reports are under "White papers and more". To hear what is under way, or to have one made for your industry, leave a question for our staff.

patent-information-training =
    Courses and talks on searching are under "Events and training", where you can sign up.
    If somebody should come to your organisation, go on and leave a message for our staff.

patent-information-warning =
    Tell us what to look for: keywords, IPC symbols, applicants, or several of these. When newly published patents fit one of them, you hear of it here, as often as you choose. You can stop at any time.
    It is information only: it does not say who infringes, and something may be missed. We keep your keywords until you stop, so please write nothing that is still secret.

patent-information-keywords = Which keywords should we watch?
    .hint = Separate them by commas or lines, up to 10. All words of one keyword must be there. For example: optical module, silicon photonics, 硅光. If you only watch classes or applicants, skip this.
    .label = Keywords

patent-information-ipc = Do you have IPC symbols?
    .hint = For example: H04B 10/40, G02B 6/42; up to 10. If you do not know, skip this.
    .label = IPC symbols

patent-information-applicants = Which applicants would you like to watch?
    .hint = Full names of firms or universities, as they stand in patents, up to 10. If none, skip this.
    .label = Applicants

patent-information-nothing-to-watch = There is nothing to look for yet. Please give at least one keyword, symbol or applicant.

patent-information-rhythm = How often?
    .hint = When nothing new fits, we send nothing.
    .label = How often
    .opt-daily = As soon as something comes
    .also-daily = daily | at once | every day
    .opt-weekly = Mondays
    .also-weekly = weekly | every week
    .opt-monthly = First of each month
    .also-monthly = monthly | every month
    .opt-quarterly = First of each quarter
    .also-quarterly = quarterly | every three months

# $subscription-what: what it is about; $subscription-rhythm: how often
patent-information-subscribed =
    Done: { $subscription-what }. You hear of it here { $subscription-rhythm }, when something new fits.
    Each message has a button that ends the subscription. You can also see and end it under /mydata.

# $subscription-reason: why not
patent-information-not-subscribed = { $subscription-reason }

# $which-count: how many
patent-information-which = Which subscription would you like to end?
    .hint = You have { $which-count }.
    .label = Subscription
    .item = { $what } (since { $since })
    .opt-keep-all = Keep them all
    .also-keep-all = keep | none | no

patent-information-no-subscriptions = You have no subscriptions.

# $ended-what: what it was about
patent-information-ended-now = Ended: { $ended-what }. We send nothing more about it.

patent-information-ended-before = That subscription has already ended. We send nothing more about it.

patent-information-further = What would you like to do now?
    .label = Next step
    .opt-another = Something else
    .also-another = another | again | other
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question | help me
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough

patent-information-topic = Which technology is it about?
    .why = Please leave out what you have not filed yet, so that it stays secret. A rough field will do.
    .hint = For example: silicon photonics modules, household water filters
    .label = Technology

patent-information-question = What can our staff do for you?
    .hint = For example: my search finds tens of thousands. How can I narrow it down?
    .label = Help wanted

patent-information-countries = Patents of which countries or regions matter most?
    .hint = For example: China, USA, Japan
    .label = Countries or regions

patent-information-next =
    Our staff will answer you here. They give public information and show you how to search, but give no opinion on infringement or on what can be patented.

patent-information-who = Only the staff dealing with it can see it.

patent-information-state-contacted = We have contacted you
patent-information-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
patent-information-reply-acknowledge =
    Thank you, we have seen { $receipt } and are finding somebody to look at it. You will hear from us here.
    .label = Received
patent-information-reply-ask-details =
    To help you with { $receipt } we would like to know a little more; please leave out what is still secret:
    { $reason }
    .label = Ask for details
patent-information-reply-transfer =
    Another department is better placed to help you with { $receipt }. Details:
    { $reason }
    .label = Passed on
patent-information-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    This is public information and not a legal opinion.
    .label = Answer
patent-information-reply-not-possible =
    We are sorry that we cannot do what you ask in { $receipt }. The reason:
    { $reason }
    .label = Not possible
patent-information-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have it reopened within 30 days under "Follow my case".
    .label = Closed
