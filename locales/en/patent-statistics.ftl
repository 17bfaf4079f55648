# Patent statistics

patent-statistics = Patent statistics
    .short = Patent statistics
    .about =
        Figures for Wuhan and its districts: patents applied for, granted, in force and more.
        Published figures only, with source and date. If there is none, we say so and do not guess.

# When it is skipped, the person is asked step by step
patent-statistics-words = Which figure would you like?
    .hint = Ask in your own words, for example: invention patents granted in Wuchang and Hongshan in 2024. To choose step by step, skip this.
    .label = Figure wanted

patent-statistics-many = Several sets of figures fit. Please be a little more precise.

patent-statistics-indicator = Which figure is it?
    .label = Figure
    .opt-filings = Patent applications
    .also-filings = applications | filings | filed
    .opt-grants = Patents granted
    .also-grants = grants | granted
    .opt-in-force = Patents in force
    .also-in-force = in force | valid patents | valid
    .opt-per-10k-high-value = High-value inventions per 10,000 people
    .also-per-10k-high-value = high-value | high value | per 10,000
    .opt-pct = PCT applications
    .also-pct = pct | international applications
    .opt-pledge-amount = Money lent on pledged patents
    .also-pledge-amount = pledge | pledges | loans
    .opt-agencies = Patent agencies
    .also-agencies = agencies | number of agencies
    .opt-agents = Patent attorneys
    .also-agents = attorneys | patent agents
    .opt-trademark-filings = Trademark applications
    .also-trademark-filings = trade mark applications
    .opt-trademark-registrations = Trademarks registered
    .also-trademark-registrations = trademark registrations | trade marks registered
    .opt-trademarks-in-force = Trademarks in force
    .also-trademarks-in-force = trademarks | valid trademarks | trade marks
    .opt-geographical-indications = Geographical indications
    .also-geographical-indications = gi | geographical indication

patent-statistics-year = For which year?
    .hint = For example: 2024 or last year. To see all years, skip this.
    .label = Year

patent-statistics-place = For which district?
    .hint = For example: Hongshan, East Lake High-tech. For the whole city, type "Wuhan" or skip this.
    .label = Area

patent-statistics-type = For which kind of patent?
    .label = Kind of patent
    .opt-all = All three together
    .also-all = all | total | everything
    .opt-invention = Invention patents
    .also-invention = invention | inventions
    .opt-utility-model = Utility model patents
    .also-utility-model = utility model | utility models
    .opt-design = Design patents
    .also-design = design | designs

patent-statistics-not-loaded =
    The office has not published its figures here yet, so we cannot look this up, and we do not guess.
    You can look at what CNIPA, the province and the city publish, call the city hotline 12345, or leave a question here for our staff.

# $figures-lines: the table; $figures-missing: what is not there
patent-statistics-found =
    { $figures-lines }
    Source: { $figures-source }, published { $figures-published }
patent-statistics-picture = The same figures as a chart.
patent-statistics-gaps =
    We do not have these figures, and we do not guess:
    { $figures-missing }
patent-statistics-missing =
    We do not have the figure you asked for.
    { $figures-missing }
    We do not guess what has not been published. Try other words, or let our staff look for you.

patent-statistics-narrow-found =
    { $narrow-lines }
    Source: { $narrow-source }, published { $narrow-published }
patent-statistics-narrow-picture = The same figures as a chart.
patent-statistics-narrow-missing =
    We do not have the figure you asked for.
    { $narrow-missing }
    We do not guess what has not been published. Try another year or figure, or let our staff look for you.

patent-statistics-further = Would you like another figure?
    .label = Next step
    .opt-another = Another figure
    .also-another = another | again | one more
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question | help me
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough | no | nothing | none

patent-statistics-question = Which figures do you need, and what for?
    .hint = For example: for a thesis, invention patents granted in Hongshan each year from 2015 to 2024
    .label = Figures wanted

patent-statistics-next =
    When our staff have found the figures, they answer you here. They can give only what may be made public.

patent-statistics-who = Only the staff dealing with your case can see what you send.

patent-statistics-state-replied = Answered
patent-statistics-state-not-available = No such figure

# $receipt: receipt number; $reason: reason or result in the clerk's words
patent-statistics-reply-acknowledge =
    Thank you, we have your question { $receipt } and are looking for the figures. You will hear from us here.
    .label = Received
patent-statistics-reply-ask-details =
    To find the right figure for { $receipt } we would like to know a little more:
    { $reason }
    .label = Ask for details
patent-statistics-reply-transfer =
    Another department keeps the figures you asked for in { $receipt }, and we have passed your question on. Details:
    { $reason }
    .label = Passed on
patent-statistics-reply-replied =
    Here are the figures for { $receipt }, with their source and date:
    { $reason }
    .label = Answer
patent-statistics-reply-not-available =
    We are sorry: the figures for { $receipt } are not collected or have not been published yet. Details:
    { $reason }
    .label = No such figure
patent-statistics-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
