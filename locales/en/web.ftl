# The page of the public

web-title = The counter of the intellectual property office
web-demo = IP counter (demonstration)
web-greeting = Here you can report a problem, ask for help, look things up and follow your case, day and night. Our staff deal with what you send and reply to you.
web-door-report = Counterfeit patents, infringement, help with your rights
web-door-find = Patent agencies, policies, statistics, the right office
web-door-follow = How far it has got, add papers, write to our staff
web-skip = Go to the conversation
web-pages = Pages
web-counter = Counter
web-track = Follow my case
web-conversation = Conversation
web-what = What would you like to do?
web-your-answer = Your answer
web-write = Or say in your own words what it is about
web-write-hint = For example: a shop sells hair dryers with a false patent number
web-write-answer = Write your answer
web-send = Send message
web-sending = Sending
web-lost = The connection is gone. What you wrote is still here; we keep trying.
web-you = You
web-desk = Staff
web-back = Back to the counter
web-to-counter = Go to the counter

## A message that is to be kept

web-receipt-title = Receipt
web-print-page = Page for printing
web-print = Print this page
web-copied = Copied
# $day: day; $time: time of day
web-at = { $day }, { $time }

## Follow my case

web-track-about = With your receipt number and access code you can open your case on any device.
web-track-open = Open my case
web-track-both = Please enter both the receipt number and the access code.
web-problem = Something is missing
web-receipt = Receipt number
web-receipt-hint = It is on your receipt. For example: WH-261123-K7M4PN
web-code = Access code
web-code-hint = 8 letters and digits, shown once when you sent it

## What we can and cannot see

web-privacy = What we see and keep
web-privacy-seen = What this page sees
web-privacy-seen-more =
    You need no account. A cookie lets you come back on the same device; it holds a random number and nothing about you.
    This page loads nothing from other companies, and nobody counts or follows visitors here.
    Your internet address reaches our server, as with every page. We use it for a moment to stop floods and keep it nowhere, neither with your case nor in a log.
web-privacy-anonymous = If you report anonymously
web-privacy-anonymous-more =
    Nothing leads from your report to this browser or to you, unless you write it into the report yourself. You follow it with receipt number and access code.
    What you wrote here is shown again on this device until you delete it. On a shared computer, please delete it at the end: open "Help", then "My data".
    Whoever runs the network you are in may see that you visited this page, but not what you wrote.
web-privacy-kept = What we keep
web-privacy-kept-more =
    What you send us, for as long as your case needs it. Names, contact details and files are encrypted.
    A form that you have not sent yet, for 30 days unless the office has set another time.
web-privacy-delete = See or delete your data
web-privacy-delete-more = At the counter, press "Help" and then "My data". There you see what we keep, can take a copy with you, and can delete the conversation.

## Help

web-help = Help
web-help-use = How to use this page
web-help-use-more =
    Choose a button, or write in your own words. We ask one question at a time.
    You can go back, leave and come back later on the same device, and change any answer before you send it.
    The page works without scripts, on a phone, and with a screen reader.
web-help-case = Your case
web-help-case-more = After sending you get a receipt number and an access code. With both you can open your case on any device under "Follow my case".
web-help-keys = With the keyboard
web-help-keys-more = Tab moves on, Enter presses a button or sends. Ctrl and Enter sends a longer text.
web-help-window = The office

## When something goes wrong

web-failure-missing = This page does not exist
web-failure-missing-more = The address may have a mistake, or the page belongs to another device.
web-failure-forbidden = You may not do this
web-failure-forbidden-more = Your roles at the desk do not include it. An administrator can change that.
web-failure-foreign = This form could not be accepted
web-failure-foreign-more = It did not come from this page, or your browser keeps no cookies. Please open the counter again and send it from there. Nothing was sent.
web-failure-too-many = That was a lot at once
web-failure-too-many-more = Too much has come from your network in a short time. Please wait a minute and try again. What you sent before is kept.
web-failure-bad = This could not be read
web-failure-bad-more = Please go back to the counter and try again. Nothing was sent.
web-failure-store = We cannot take anything in at the moment
web-failure-store-more = What you sent last was not kept. Everything that was confirmed before is safe. Please try again in a few minutes.
web-failure-broken = Something went wrong here
web-failure-broken-more = That was our mistake, not yours. Please go back to the counter; what you answered before is still there.

## Sending files. What stands in square brackets is filled in by the page while a file is on its way

web-file-legend = Photos and files
web-file-hint = Photos, PDF, documents, videos and sound. What staff see of a photo has no hidden data such as the place; the original is kept sealed.
web-file-choose = Choose files
web-file-send = Send the files
web-file-drop = Drop files here, paste them, or
web-file-camera = Take a photo
web-file-list = Files on their way
web-file-waiting = Waiting
web-file-going = [percent] % of [size]
web-file-paused = The connection is gone. It goes on by itself.
web-file-done = Sent
web-file-failed = This file could not be sent. Please try again.
web-file-too-big = This file is too large: at most [size].
web-file-stop = Do not send [name]
# $name: name of the file; $why: the reason
web-upload-not-taken = "{ $name }" was not kept. { $why }
# $megabytes: size of the largest file
web-upload-too-large = It is too large: at most { $megabytes } MB a file.
# $max: files that one person may have on their way
web-upload-too-many = { $max } files are on their way already. Please let them finish first.
# $megabytes: size that one person may have on their way
web-upload-too-much = More than { $megabytes } MB would be on their way at once. Please let the others finish first.
web-upload-no-space = There is no room for files at the moment. What has arrived is safe. Please try again later.
web-upload-missing = We do not know this file any more. Please send it again.
web-upload-broken = It did not arrive whole. Please send it again.
web-upload-slow = A lot is arriving at the moment. Please try again shortly.

## The page of a link from the chat

web-once-about = What you send here goes straight to the office and into your form. It does not pass through the chat.
# $time: time of day
web-once-until = This page works until { $time }, and once.
# $time: time of day
web-once-late = The time of this link ended at { $time }. Files that were already on their way can still arrive; press the button below when they have.
# $receipt: receipt number; $paper: paper
web-once-paper = { $receipt }: { $paper }
web-once-send = Send
web-once-nothing = Please write your answer or choose a file first.
web-once-sent = We have received it
web-once-sent-more = Please go back to the chat. It goes on there. You can close this page.
web-once-over = This link does not work any more
web-once-over-more = It has been used, or its quarter of an hour is over. In the chat you can ask for a new one.

## Files from the desk

# $name: name of the file; $kilobytes: size
web-file-given = { $name } ({ $kilobytes } KB)
web-file-coming = A file belongs to this; it will be here in a moment.
web-file-gone = A file belonged to this; it is no longer kept.
# $answer: an answer at the review
web-review-answer = { $answer }
