# Events and training

training-signup = Events and training
    .short = Events and training
    .about =
        See the next talks, courses and events and sign up here.
        You have your place at once; if you cannot come, cancel it here at any time.

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
    .item = { $day } { $title } ({ $seats })
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
    Seats: { $one-seats }
    Sign up until: { $one-sign-up-until }

training-signup-have-place = You have signed up for this one. See or cancel your booking under "My bookings".

training-signup-have-turn = You are on the waiting list for this one. See or cancel it under "My bookings".

training-signup-closed = Sign-up for this one has closed. Please look at another.

training-signup-full = This one is full, and so is its waiting list. Look again in a few days: now and then somebody cancels.

training-signup-waiting-list = All seats are taken. You can go on the waiting list: when seats become free, you move up in order and hear from us here.

training-signup-book = Would you like to sign up?
    .label = Sign-up
    .opt-sign-up = Sign up
    .also-sign-up = yes please | book | join
    .opt-wait = Go on the waiting list
    .also-wait = waiting list | wait
    .opt-other-event = See another one
    .also-other-event = another | other | back to the list
    .opt-not-now = Not now
    .also-not-now = no thanks | not now

# Name and contact: shared/party.ftl

training-signup-org = Which organisation are you with?
    .hint = For example: the name of your company. If you come for yourself, skip this.
    .label = Organisation

training-signup-seats = How many of you are coming?
    .hint = Including yourself, 1 to 5. For a larger group, please ask the staff.
    .label = Number of people

training-signup-needs = Is there anything you need us to prepare?
    .hint = For example: wheelchair access, sign language, papers in English
    .label = Special needs

# $one-title, $one-day, $one-time, $one-place: the event; $booked-words: how the person stands now
training-signup-told-booked =
    <b>Booked: { $one-title }</b>
    Day: { $one-day }
    Time: { $one-time }
    Place: { $one-place }
    { $booked-words }. The file is for your calendar{ $booked-reminds ->
        [yes] , and we remind you the day before.
       *[no] .
    }
    If you cannot come, cancel here under "See or cancel my bookings", so that somebody else can.

training-signup-told-waiting =
    <b>You are on the waiting list: { $one-title }</b>
    Day: { $one-day }
    Time: { $one-time }
    Place: { $one-place }
    Your booking: { $booked-words }. As soon as so many seats are free, you move up and hear from us here.
    If you no longer want to come, cancel here under "See or cancel my bookings".

training-signup-not-booked = { $booked-reason }

training-signup-booking = Which booking is it?
    .label = Booking
    .item = { $day } { $title } ({ $standing })
    .opt-keep-all = Leave them as they are
    .also-keep-all = none | keep all | nothing

training-signup-no-bookings = You have no bookings at the moment.

# $mine-title, $mine-day, $mine-time, $mine-place: the event; $mine-words: how the person stands
training-signup-change = { $mine-title }, { $mine-day }, { $mine-time }, { $mine-place }: { $mine-words }. What would you like to do?
    .label = My booking
    .opt-cancel-it = Cancel this booking
    .also-cancel-it = cannot come | give it back
    .opt-calendar = Send me the calendar file
    .also-calendar = calendar | ics | file
    .opt-keep-it = Keep it
    .also-keep-it = keep | nothing

training-signup-told-cancelled =
    Your booking is cancelled: { $mine-title }, { $mine-day }. Thank you for telling us.

training-signup-too-late = That cannot be done any more: the event has begun, or the booking is no longer there.

training-signup-told-calendar = { $mine-title }, { $mine-day }: the file is for your calendar.

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
    Our staff will answer you here.

training-signup-who = Only the staff who run the events see it.

training-signup-state-replied = Answered

# $receipt: receipt number; $reason: reason or result in the clerk's words
training-signup-reply-acknowledge =
    Thank you, we have seen { $receipt } and are looking into it. You will hear from us here.
    .label = Received
training-signup-reply-ask-details =
    To arrange { $receipt } well we would like to know a little more:
    { $reason }
    .label = Ask for details
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
