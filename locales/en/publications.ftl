# White papers and other publications

publications = White papers and publications
    .short = White papers and more
    .about =
        Find published IP white papers, typical cases, news and policy papers.
        Choose a kind and a year; you get title, date and link. If something is not in our list, we say so.

publications-kind = What are you looking for?
    .label = Kind
    .opt-white-paper = White paper
    .also-white-paper = white papers | annual report | yearly report
    .opt-typical-cases = Typical cases
    .also-typical-cases = cases | case collection
    .opt-news = News
    .also-news = latest | announcements
    .opt-policy = Policy papers
    .also-policy = policy | policies | documents

publications-year = Which year?
    .hint = For example: 2025 or last year. To see all years, skip this.
    .label = Year

# $found-count: how many; $found-as-of: date of the list
publications-found = { $found-count } found. Which one would you like to see?
    .hint = Date of the list: { $found-as-of }
    .label = Publication
    .item = { $title } ({ $day })
    .opt-other-search = Search differently
    .also-other-search = again | new search | another year

publications-not-loaded =
    Our list of publications has not been loaded yet, so we cannot look anything up. It does not mean that nothing was published.
    You can call 12345, or leave a question here and our staff will look for you.

publications-none =
    There is nothing like that in our list. Try another year, or all years; or let our staff look for you.

publications-gone = The list has just been updated, and this one is no longer in it. Please search again.

publications-detail =
    <b>{ $one-title }</b>
    Kind: { $one-kind }
    Published: { $one-day }
    Language: { $one-language }
    Summary: { $one-summary }
    Link: { $one-link }

publications-further = What would you like to do now?
    .label = Next step
    .opt-back-to-list = Back to the results
    .also-back-to-list = list | results
    .opt-another = Look for something else
    .also-another = another | again | something else
    .opt-subscribe = Tell me when there is something new
    .also-subscribe = subscribe | notify me | alerts
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question | help me
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough

# $subscription-what: what it is about
publications-subscribed =
    Done. You will hear from us here in the morning after something is added: { $subscription-what }.
    Each message has a button that ends the subscription. You can also see and end it under /mydata.

publications-question = What are you looking for, or what would you like to know?
    .hint = For example: the English version of the 2023 white paper
    .label = Question

publications-next =
    When our staff have found it, they answer you here. If you want to add something, send it under "Follow my case".

publications-who = Only the staff dealing with it can see it.

publications-state-replied = Answered
publications-state-not-available = Not available

# $receipt: receipt number; $reason: reason or result in the clerk's words
publications-reply-acknowledge =
    Thank you, we have your question { $receipt } and are looking. You will hear from us here.
    .label = Received
publications-reply-ask-details =
    To find the right thing for { $receipt } we would like to know a little more:
    { $reason }
    .label = Ask for details
publications-reply-transfer =
    What you look for in { $receipt } is with another department, and we have passed it on. Details:
    { $reason }
    .label = Passed on
publications-reply-replied =
    Here is what you asked for in { $receipt }:
    { $reason }
    .label = Answer
publications-reply-not-available =
    We are sorry: what you asked for in { $receipt } does not exist here or may not be made public. Details:
    { $reason }
    .label = Not available
publications-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have it reopened within 30 days under "Follow my case".
    .label = Closed
