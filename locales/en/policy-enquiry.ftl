# Policies, laws and plans; suggestions. The Trademark Law changes on 1 January 2027: two texts, by date.

policy-enquiry = Policies, laws and suggestions
    .short = Policies and suggestions
    .about =
        Look up policies, rules and plans on intellectual property, or see which laws are in force.
        You can also make a suggestion to us here.

policy-enquiry-want = What would you like to do?
    .label = Purpose
    .opt-find = Find a policy, rule or plan
    .also-find = find | policy | rule | plan | look up
    .opt-laws = See the main laws
    .also-laws = laws | law | trademark law | patent law
    .opt-suggest = Make a suggestion
    .also-suggest = suggestion | suggest | feedback | idea

policy-enquiry-laws =
    <b>The main laws and rules</b>
    Patent Law: as amended in 2020, in force since 1 June 2021
    Implementing Rules of the Patent Law: as revised in 2023, in force since 20 January 2024
    Measures on administrative adjudication and mediation of patent disputes: in force since 1 February 2025
    Measures on priority examination of patents: in force since 1 September 2026
    Trademark Law: the 2019 text applies now; the text revised on 26 June 2026 applies from 1 January 2027
    Anti-Unfair Competition Law: as revised in 2025, in force since 15 October 2025
    State Council provisions on foreign-related IP disputes: in force since 1 May 2025
    Measures on complaints and reports to market supervision: in force since 15 April 2026
    There are also the Hubei patent regulations and the Wuhan regulations on promoting and protecting IP.
    For the wording, rely on the national database of laws and regulations (in Chinese).

policy-enquiry-laws-from-2027 =
    <b>The main laws and rules</b>
    Patent Law: as amended in 2020, in force since 1 June 2021
    Implementing Rules of the Patent Law: as revised in 2023, in force since 20 January 2024
    Measures on administrative adjudication and mediation of patent disputes: in force since 1 February 2025
    Measures on priority examination of patents: in force since 1 September 2026
    Trademark Law: as revised on 26 June 2026, in force since 1 January 2027; the 2019 text may still matter for earlier events
    Anti-Unfair Competition Law: as revised in 2025, in force since 15 October 2025
    State Council provisions on foreign-related IP disputes: in force since 1 May 2025
    Measures on complaints and reports to market supervision: in force since 15 April 2026
    There are also the Hubei patent regulations and the Wuhan regulations on promoting and protecting IP.
    For the wording, rely on the national database of laws and regulations (in Chinese).

policy-enquiry-words = What should the rule be about?
    .hint = A few words, for example: interest subsidy for pledges, five-year plan, high-value patents
    .label = Search words

# $found-count: how many; $found-as-of: date of the list
policy-enquiry-found = { $found-count } found. Which one would you like to see?
    .hint = Date of the list: { $found-as-of }
    .label = Document
    .item = { $title } ({ $kind }, { $day })
    .opt-other-words = Search with other words
    .also-other-words = again | new search | other words

policy-enquiry-not-loaded =
    Our list of policies and rules has not been loaded yet, so we cannot look anything up. It does not mean that there is no such rule.
    Laws are in the national database of laws and regulations; for city policies you can call 12345, or leave a question here for our staff.

policy-enquiry-none =
    Our list has nothing on "{ $words }", which does not mean that there is no such rule. Try other words, or let our staff look for you.

policy-enquiry-gone = The list has just been updated, and this one is no longer in it. Please search again.

policy-enquiry-detail =
    <b>{ $one-title }</b>
    Kind: { $one-kind }
    Published: { $one-day }
    Status: { $one-status }
    Summary: { $one-summary }
    Link: { $one-link }

policy-enquiry-prepared = Perhaps one of these common questions helps?
    .label = Common question
    .item = { $title }
    .opt-none-of-these = None of these
    .also-none-of-these = none | no

# $ready-title: question; $ready-words: answer
policy-enquiry-ready-answer =
    <b>{ $ready-title }</b>
    { $ready-words }
    Source: { $ready-source } (checked { $ready-day })

policy-enquiry-further = What would you like to do now?
    .label = Next step
    .opt-back-to-list = Back to the results
    .also-back-to-list = list | results
    .opt-another = Look for something else
    .also-another = another | again | something else
    .opt-subscribe = Tell me about new policies
    .also-subscribe = subscribe | notify me | alerts
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough

# $subscription-what: what it is about
policy-enquiry-subscribed =
    Done. You will hear from us here in the morning after something is added: { $subscription-what }.
    Each message has a button that ends the subscription. You can also see and end it under /mydata.

policy-enquiry-suggestion = What do you suggest?
    .why = Please keep to the matter and leave out personal data of others.
    .hint = For example: a monthly talk on patent searching, at a different university each time
    .label = Suggestion

policy-enquiry-question = What would you like to ask?
    .hint = For example: does a patent that our company bought in 2024 count for the high-value patent programme?
    .label = Question

policy-enquiry-next =
    Our staff will answer you here. Suggestions go to the colleagues who deal with plans and policies.

policy-enquiry-who = Only the staff dealing with it can see it.

policy-enquiry-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
policy-enquiry-reply-acknowledge =
    Thank you, we have seen { $receipt } and are looking into it. You will hear from us here.
    .label = Received
policy-enquiry-reply-ask-details =
    To answer { $receipt } we would like to know a little more:
    { $reason }
    .label = Ask for details
policy-enquiry-reply-transfer =
    Another department is better placed to answer { $receipt }, and we have passed it on. Details:
    { $reason }
    .label = Passed on
policy-enquiry-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    This explains the rule in general; in a particular case the office in charge decides.
    .label = Answer
policy-enquiry-reply-suggestion =
    Thank you for your suggestion ({ $receipt }). What we think of it:
    { $reason }
    .label = Reply to a suggestion
policy-enquiry-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have it reopened within 30 days under "Follow my case".
    .label = Closed
