# Events and training

training-signup = Events and training
    .short = Events and training
    .about =
        See the next talks, courses and events and sign up here.
        Our staff confirm your place; if you cannot come, withdraw it at any time.

training-signup-want = What would you like to do?
    .label = Purpose
    .opt-see-events = See what is on and sign up
    .also-see-events = events | what is on | sign up | courses | talks
    .opt-my-bookings = See or cancel my bookings
    .also-my-bookings = my bookings | cancel | bookings
    .opt-ask-for-training = Ask us for a talk or a course
    .also-ask-for-training = ask for training | invite you | suggest a topic

# $event-count: how many; $event-as-of: date of the list
training-signup-event = Coming up: { $event-count }. Which one interests you?
    .hint = Date of the list: { $event-as-of }
    .label = Event
    .item = { $day } { $title }
    .opt-none-of-these = None of these
    .also-none-of-these = none | nothing

training-signup-not-loaded =
    The coming events have not been entered yet, so we cannot show any. It does not mean that there are none. Come back in a few days, or tell us what you would like to hear about.

training-signup-none = There is nothing to sign up for at the moment. You can tell us what you would like to hear about.

training-signup-gone = The list has just been updated, and this one is no longer in it. Please choose again.

training-signup-detail =
    <b>{ $one-title }</b>
    Day: { $one-day }
    Time: { $one-time }
    Place: { $one-place }
    Speaker: { $one-speaker }
    About: { $one-summary }
    Places: { $one-seats } in all; our staff check how many are left
    Sign up until: { $one-sign-up-until }

training-signup-my-bookings =
    Your bookings are under "Follow my case": see whether a place is confirmed, or withdraw it if you cannot come, so that somebody else can.

training-signup-closed = Sign-up for this one has closed. Please look at another.

training-signup-book = Would you like to sign up?
    .label = Sign-up
    .opt-sign-up = Sign up
    .also-sign-up = yes please | book | join
    .opt-other-event = See another one
    .also-other-event = another | other | back to the list
    .opt-not-now = Not now
    .also-not-now = no thanks | not now

# Name and contact: shared/party.ftl

training-signup-org = Which organisation are you with?
    .hint = For example: the name of your company. If you come for yourself, skip this.
    .label = Organisation

training-signup-seats = How many of you are coming?
    .hint = Including yourself, 1 to 5. Larger groups, please sign up in parts.
    .label = Number of people

training-signup-needs = Is there anything you need us to prepare?
    .hint = For example: wheelchair access, sign language, papers in English
    .label = Special needs

training-signup-further = What would you like to do now?
    .label = Next step
    .opt-another = Other events and bookings
    .also-another = another | again | other
    .opt-ask-staff = Ask the staff
    .also-ask-staff = staff | question
    .opt-done = No, thank you
    .also-done = done | thanks | thank you | enough

training-signup-question = What would you like to ask, or to hear about?
    .hint = For example: our park has twenty small software firms. Could somebody come and explain how to patent software?
    .label = Question or wish

training-signup-next =
    Our staff will answer you here. You have a place only once they confirm it; if you cannot come, withdraw it under "Follow my case", so that somebody else can.

training-signup-who = Only the staff who run the events see it.

training-signup-state-replied = Answered
training-signup-state-confirmed = Place confirmed
training-signup-state-held = Event over
training-signup-state-waiting = In the waiting line
training-signup-state-not-possible = Not possible

# $receipt: receipt number; $reason: reason or result in the clerk's words
training-signup-reply-acknowledge =
    Thank you, we have seen { $receipt } and are looking into it. You will hear from us here.
    .label = Received
training-signup-reply-ask-details =
    To arrange { $receipt } well we would like to know a little more:
    { $reason }
    .label = Ask for details
training-signup-reply-confirmed =
    Your place is confirmed ({ $receipt }). When, where and what to bring:
    { $reason }
    If you cannot come, please withdraw it early under "Follow my case".
    .label = Confirm the place
training-signup-reply-waiting =
    This event is full. { $receipt } is in the waiting line, and we tell you as soon as a place is free.
    .label = Waiting line
training-signup-reply-reminder =
    A reminder of the event that you signed up for ({ $receipt }):
    { $reason }
    .label = Reminder
training-signup-reply-transfer =
    Another department is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
training-signup-reply-replied =
    Our answer to { $receipt }:
    { $reason }
    .label = Answer
training-signup-reply-not-possible =
    We are sorry that we cannot arrange { $receipt } this time. The reason:
    { $reason }
    .label = Not possible
training-signup-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have it reopened within 30 days under "Follow my case".
    .label = Closed
