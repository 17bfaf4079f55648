# Events and training

training-signup = Events and training
    .short = Events and training
    .about =
        See the next talks, courses and events and sign up; if one is full, you can wait for a place.
        We remind you the day before, and you can cancel at any time.

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
    .item = { $day } { $title } ({ $place }, places left: { $free })
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
    Places left: { $one-free }
    Sign up until: { $one-sign-up-until }

training-signup-closed = Sign-up for this one has closed. Please look at another.

training-signup-full = This one is full. Waiting for a place: { $one-waiting }. If you join the line and somebody cancels, the place goes to the next in line, and we tell you here.

training-signup-book = Would you like to sign up?
    .label = Sign-up
    .opt-sign-up = Sign up
    .also-sign-up = yes please | book | join
    .opt-wait = Wait for a place
    .also-wait = waiting list | join the line
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
    .hint = For example: wheelchair access, sign language, papers in English. If not, skip this.
    .label = Special needs

# $booked-line: place in the waiting line
training-signup-told-booked =
    { $booked-result ->
        [ok] You have a place. A calendar file follows, and we remind you the day before. If you cannot come, please cancel early under "See or cancel my bookings", so that somebody else can.
        [waiting] You are in the waiting line, at number { $booked-line }. If a place becomes free we tell you here.
       *[refused] That did not work: { $booked-reason }
    }

training-signup-booking = Which booking would you like to cancel?
    .label = My bookings
    .item = { $day } { $title } ({ $state })
    .opt-keep-all = Keep them all
    .also-keep-all = none | just looking | keep

training-signup-no-bookings = You have no bookings here.

training-signup-cancel-sure = Do you really want to cancel this booking?
    .why = Your place then goes to the next person in line.
    .label = Cancel it

training-signup-told-cancelled =
    { $cancelled-result ->
        [ok] It is cancelled. Thank you for letting us know.
       *[refused] It could not be cancelled: { $cancelled-reason }
    }

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
    Our staff will answer you here. If you want to add something, send it under "Follow my case".

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
