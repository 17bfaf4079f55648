# Events that people sign up for: what the counter says by itself

## Seats

# $left: seats that are free; $seats: seats in all
event-left = { $left } of { $seats } left
# $left: bookings on the waiting list; $seats: seats in all
event-left-waiting = { $left ->
    [0] all { $seats } taken, the waiting list is open
    [one] all { $seats } taken, 1 booking on the waiting list
   *[other] all { $seats } taken, { $left } bookings on the waiting list
}
# $seats: seats in all
event-left-none = all { $seats } taken, and the waiting list is full

# The same in a list
event-brief-left = { $left } left
event-brief-waiting = waiting list
event-brief-none = full
event-brief-closed = sign-up closed

# How somebody stands. $seats: their seats
event-standing-booked = { $seats ->
    [one] 1 seat booked
   *[other] { $seats } seats booked
}
# $seats: their seats; $place: place on the waiting list
event-standing-waiting = { $seats ->
    [one] number { $place } on the waiting list, 1 seat
   *[other] number { $place } on the waiting list, { $seats } seats
}
event-standing-off = called off

## Why something is not done

event-refused-closed = Sign-up for this event has just closed.
event-refused-full = In the meantime others have signed up, and there is no room for so many now, not even on the waiting list.
event-refused-already = You have signed up for this event already. To change the number of seats, cancel under "My bookings" first, then sign up again.
event-refused-none = You have no booking for this event.
event-refused-begun = The event has begun, so there is nothing left to cancel.

## Messages
# $title, $day, $time, $place: of the event; $seats: booked by this person; $standing: how they stand

event-reminder =
    <b>A reminder: { $title }</b>
    Day: { $day }
    Time: { $time }
    Place: { $place }
    { $seats ->
        [one] One seat is booked for you.
       *[other] { $seats } seats are booked for you.
    }
    If you cannot come, please cancel under "My bookings", so that somebody else can.

event-moved-up =
    <b>A place for you: { $title }</b>
    Day: { $day }
    Time: { $time }
    Place: { $place }
    You have moved up from the waiting list: { $standing }.
    If you can no longer come, please cancel under "My bookings".

event-changed =
    <b>Please note the change: { $title }</b>
    It is now:
    Day: { $day }
    Time: { $time }
    Place: { $place }
    Your booking: { $standing }. If it does not suit you any more, cancel under "My bookings".

# $reason: why, a sentence
event-off =
    <b>Called off: { $title }</b>
    It was planned for { $day }, { $time }, { $place }.
    { $reason }

# $reason: in the words of the office
event-off-reason = The reason: { $reason }
event-off-no-reason = We are sorry for the trouble.

event-back =
    <b>It takes place after all: { $title }</b>
    Day: { $day }
    Time: { $time }
    Place: { $place }
    Your booking: { $standing }. If you cannot come, please cancel under "My bookings".
