# Texts that all services share

## Buttons

# $service: name of the service
button-continue-service = Continue: { $service }
button-language = 中文 / English
button-help = Help
button-cancel-yes = Yes, cancel it
button-cancel-no = No, keep it
button-continue = Continue
button-anew = Start again
button-home = Home
button-agree = I agree
button-disagree = I do not agree
button-back = Back
button-go-on = Go back to where I was
button-human = Talk to staff
button-privacy = Personal data notice
button-mydata = My data
button-mydata-copy = Everything as a file
button-forget = Delete chat data
button-forget-yes = Yes, delete it
button-link-yes = Send replies here
button-link-no = No, I'll use the number
button-skip = Skip
button-unknown = I don't know
button-cancel = Cancel
# $count: options chosen
button-enough = Done ({ $count } chosen)
# $count: files received
button-files-enough = Done ({ $count })
button-files-clear = Delete and send again
button-yes = Yes
button-no = No
button-keep = Keep it as it is
button-page-before = Previous page
button-page-after = Next page
button-pass = Go on anyway
button-submit = Send
button-change = Change
button-more = Add more
# $label: question; $answer: answer
button-change-step = { $label }: { $answer }
button-ticket = Open this case
button-booking = My bookings
button-copy-receipt = Copy receipt number
# $option: option
ticked = ✅ { $option }
unticked = ▫️ { $option }

## Questions

# $question: question
question = <b>{ $question }</b>
# $words: why it is asked
question-why = <i>{ $words }</i>
# $words: hint
question-hint = { $words }
# $answer: earlier answer
question-before = Your earlier answer: { $answer }
# $label: question; $answer: answer
given = ✓ { $label }: { $answer }

## Besides the questions

# $service: name of the service
cancel-really = Cancel "{ $service }"? Your answers and files will be deleted for good.
cancelled = Cancelled. Your answers and files have been deleted.
nothing-to-cancel = You have no form open, so there is nothing to cancel.
# $service: name of the service
draft-exists = You have already started "{ $service }". Would you like to continue?
# $service: name of the service
draft-expired = "{ $service }" was left unfinished for a long time, so it has been deleted. You can start again whenever you like.
# $service: name of the service; $day: day of deletion
draft-reminder = "{ $service }" is not finished yet. If you do not send it, it will be deleted on { $day }.
language-choose = 请选择语言。Please choose a language.
language-zh-Hans = 中文
language-en = English
language-set = From now on we will use English.
help =
    Answer one question at a time, with the buttons or in your own words.
    To correct an answer, press "Back", or "Change" before you send. You can leave and come back later.
    Write dates and numbers as you like, for example "yesterday" or "3 Nov".
    If you get stuck, talk to our staff.
help-commands =
    /new choose a service
    /status follow my case
    /human talk to staff
    /back previous question
    /cancel cancel the form
    /language change language
    /privacy personal data notice
    /mydata my data
    /help help
# $office: office that handles the data; $officer: who answers questions about it; $days: days that unfinished forms are kept; $otherwise: what to do without consent
notice =
    <b>How we handle your personal data</b>
    Responsible: { $office }
    Questions: { $officer }
    Why: to deal with what you send us and to contact you.
    What: only what this matter needs, such as your name, your contact details, what you write and the files you send.
    How we keep it: encrypted. Unfinished forms are deleted after { $days } days without a change; what you have sent is kept for as long as the rules on archives require.
    Who sees it: only the staff dealing with your matter.
    Your rights: you may see, copy, correct and delete your data, and withdraw your consent. Send /mydata to see it, or /human to ask our staff.
    { $otherwise }
# What to do without consent: where a report may be anonymous, and elsewhere
notice-otherwise-anonymous = If you do not agree, you can still report anonymously or come to the office.
notice-otherwise = If you do not agree, you can come to the office.
notice-abroad =
    One more thing: Telegram's servers are outside mainland China, and what you write here passes through them. By pressing "I agree" you also give your separate consent to this.
    If you would rather not, please come to the office.
notice-here = What you write here goes straight to the office and through no other chat service.
notice-sensitive =
    The next question is about sensitive personal data, such as an identity number or your financial situation.
    It is used for this matter only and kept encrypted; staff must give a reason before they look at it. We ask only with your separate consent. If you would rather not, please come to the office.
notice-sensitive-link = You give it on our own page, over a link that only you get and that works once. It does not pass through this chat.
not-agreed-anonymous = That is fine. We will neither ask for it nor keep it. You can still report anonymously or talk to our staff.
not-agreed = That is fine. We will neither ask for it nor keep it. You can come to the office or talk to our staff.
not-agreed-extra = That is fine, we leave this one out and keep nothing of it.
# $label: question
personal-elsewhere = "{ $label }" is not asked for here. If it is needed, our staff will ask you for it on the office's own web page or in person.
by-link = This must not pass through this chat, whose servers are abroad. Please open the link above and give it on our own page. Then we go on here.
by-link-only = Please do not send this here. Delete your message, and use the link above.
by-link-late = The question behind your link is no longer open, so what you sent there was not kept.
# $link: address; $minutes: minutes that it works
by-link-sent =
    Please open this link within { $minutes } minutes. It works once and is only for you:
    { $link }
by-link-no-paper = This paper is not needed any more.
# $receipt: receipt number; $paper: paper
by-link-paper-there = { $receipt }: we have received { $paper }.
button-link-again = Send a new link
button-leave-to-desk = Leave it out here
mydata = For this chat we keep your language, the forms you have not finished, which cases are yours, and your subscriptions.
# $day: day
mydata-agreed = You agreed to the personal data notice on { $day }.
# $service: name of the service; $answers: number of answers; $files: number of files
mydata-draft = Not finished: { $service }. Answers: { $answers }, files: { $files }.
# $title: event; $day: day of it; $days: days that bookings are kept
mydata-booking = Signed up for: { $title }, { $day }. It is deleted { $days } days after the event.
mydata-tickets = What you have sent is under "Follow my case". Cases are archived and are not deleted with this chat; to correct or delete one, talk to our staff.
mydata-copy = This file holds everything that we keep about you here: language, consent, unfinished forms and your cases with their messages. Programs can read it as well (JSON). Please keep it safe.
# $value: answer
mydata-value = { $value }
forget-really =
    Delete what we keep about this chat? Your unfinished forms, your language, your subscriptions and the link between this chat and your cases will be deleted, and what you signed up for is cancelled.
    Cases you have sent stay. You can open them only with their receipt number and access code, so please make sure that you have noted both.
forgotten = Deleted. This conversation is still on your own device; you can delete it there.
# $receipt: receipt number
link-offer =
    Would you like replies to { $receipt } in this chat?
    If yes, we note separately where to send them. The case itself still holds no account, and you can unlink this chat at any time. If no, only the receipt number and access code open the case.
# $receipt: receipt number
link-kept = Replies to { $receipt } will come here. To stop them, go to "Follow my case" and choose "Unlink this chat".
link-not-kept = Replies will not come to this chat. Please keep the receipt number and access code safe: only they open the case.
more-which = What would you like to add?
change-which = Which answer would you like to change?
change-nothing = There is no answer to change yet.
please-choose = Please choose one of these.
# $list: words that can be typed
typed-controls = You can also type: { $list }
# $label: what stands on the button; $command: what is typed instead
typed-command = { $label } ({ $command })
nothing-chosen = Nothing is chosen yet. Please choose at least one.
which-place = More than one place fits. Which one is it?
which-country = More than one fits. Which one do you mean?
not-understood = We did not quite understand. Please choose one of these or put it another way.
not-understood-again = Sorry, we still do not understand. Please choose one of these, or send /human and our staff will help you.
command-unknown = There is no such command. Send /help to see what you can do here.
# $max: most unfinished forms
forms-too-many = You have { $max } forms that are not finished. Please open one of them first and send it, or delete it with /cancel.
service-unknown = This service is not available now. Please try another one or talk to our staff.
# $service: name of the service; $why: the office's own words
service-closed = <b>{ $service }</b> is closed for now. { $why }
toast-old-button = This button is out of date. Please use the ones under the newest message.

## Review

# $service: name of the service
review = <b>Please check: { $service }</b>
# $label: question; $answer: answer
review-line = { $label }: { $answer }
review-declare = By pressing "Send" you confirm that all of this is true.

## Receipt

# $service: name of the service
receipt-title = <b>Sent: { $service }</b>
# $receipt: receipt number
receipt-number = Receipt number: <code>{ $receipt }</code>
# $code: access code
receipt-code = Access code: <code>{ $code }</code> (shown only this once, so please note it now)
# $next: what happens next; $desk: department
receipt-next =
    Your case is with: { $desk }
    { $next }
# $what: what is due; $day: day
receipt-due = By { $day }: { $what }
# $year: year
receipt-guessed = The public holidays of { $year } have not been entered here yet, so we counted Monday to Friday; the date may change.
receipt-add = To add something, write to us or withdraw the case, press "Follow my case" on the first screen or send /status, and choose it.
receipt-add-anonymous = To add something, write to us or withdraw the case, press "Follow my case" on the first screen or send /status, and enter the receipt number and access code.
# $who: who sees it
receipt-who = { $who }

## Answers

answer-yes = Yes
answer-no = No
# $place: name of the place; $written: as written
answer-place = { $place } (given as "{ $written }")
# $number: number
answer-unverified = { $number } (not verified)
# $count: number of files
answer-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
answer-hidden = given, not shown
answer-skipped = skipped
answer-unknown = not known
answer-elsewhere = not given here
# $zh: Chinese name; $en: English name
place-name = { $en }
place-unknown = unknown place

## Files

# $megabytes: largest size; $max: most files
files-limits = { $max ->
    [one] One file at most, up to { $megabytes } MB.
   *[other] { $max } files at most, each up to { $megabytes } MB.
    }
# $count: files received
files-so-far = Received so far: { $count }
# $megabytes: largest size
file-too-big = This file is too big: we can take up to { $megabytes } MB here. Please make it smaller or send a photo.
file-not-asked = No files are needed now, so this one was not kept. To add papers to a case, press "Follow my case" or send /status.
files-cleared = The files have been deleted. You can send new ones.
# $max: most files
files-too-many = We can take { $max } files at most, so this one was not kept.
file-added = We have your file and have added it to your papers.
file-kept-for-later = We will keep this file and add it when we ask for papers.
captions = Text sent with the files
    .label = About the files
# Each: $name: name of the file
file-refused-too-big = "{ $name }" is too big and was not kept. Please make it smaller.
file-refused-executable = "{ $name }" is a program and was not kept, for safety. Please send photos, documents or videos.
file-refused-active-content = "{ $name }" contains macros or scripts and was not kept, for safety. Please save it as a PDF and send that.
file-refused-malware = "{ $name }" may carry a virus and was not kept. Please check your device and send another file.
file-refused-empty = "{ $name }" is empty and was not kept. Please open it to check, then send it again.
file-refused-unknown-kind = We cannot open this kind of file, so "{ $name }" was not kept. Please send photos, PDFs, documents or videos.
file-refused-lost = We could not fetch "{ $name }". Please send it again.
file-refused-not-accepted = We do not take this kind of file, so "{ $name }" was not kept. Please send a ZIP, a PDF or pictures instead.
# Why a file was not kept, as part of a sentence
file-why-too-big = it is too big
file-why-executable = it is a program, which is not safe
file-why-active-content = it contains macros or scripts, which is not safe
file-why-malware = it may carry a virus
file-why-empty = it is empty
file-why-unknown-kind = we cannot open this kind of file
file-why-lost = we could not fetch it
file-why-not-accepted = we do not take this kind of file; please send a ZIP, a PDF or pictures
file-why-other = it did not pass our check

## Other things

odd-sticker = Thank you for the sticker, but we cannot read it. Please type, or use the buttons.
odd-poll = We cannot read polls here. Please type what you would like to say.
odd-dice = We cannot read dice here. Please type, or use the buttons.
odd-show = We cannot open this here. Please type, or send photos and files.
odd-unknown = We cannot read this here. Please type, or send photos and files.
contact-of-another = This is someone else's contact card, so it was not kept. Please send your own number or type it.
contact-not-asked = No phone number is needed now, so this contact card was not kept.
location-type-it = Please type the place, for example: Wuchang, Optics Valley, Hanzheng Street.
location-near = It seems to be near one of these. Borders run close together, so please choose yourself.
location-outside = That does not seem to be in Wuhan. If it is, please type the name of the district.
location-not-asked = No location is needed now, so it was not kept.
edited-in-form = Editing a message does not change the answer you gave. Please press "Back", or "Change" before you send.
# $receipt: receipt number
correction-passed-on = Our staff have been told of your change to { $receipt }. What you wrote before is kept as well, and the time limit stays the same.
flood-slow-down = Your messages are coming in very fast. Please send them one at a time.
# $max: most cases a day
ticket-limit-today = You have sent { $max } cases today, which is the daily limit. If it is urgent, talk to our staff; otherwise please come back tomorrow.
turn-broke = We are sorry: something went wrong with your last message. We have noted it. Please try again, or send /human to talk to our staff.
store-trouble = We are sorry: your message cannot be stored at the moment. Please try again later, or come to the office if it is urgent.

## Answers that could not be read

refused-yes-no = Please answer "yes" or "no".
refused-hotline = This is a service hotline. Please give your own number, for example: 138 0000 0000.
refused-contact = This looks like neither a phone number nor an e-mail address. For example: 138 0000 0000, +49 30 123456 or name@example.com.
# $max: most links
refused-too-many-links = That is too many links; { $max } at most. Please send the most important ones.
refused-files-wanted = Files are needed here. Please send photos, screenshots or documents; if you have none, press "Skip" or "Back".
refused-receipt-check = One character of this receipt number seems to be wrong. Please compare it with your receipt. For example: WH-261123-K7M4PN.
refused-receipt-form = This does not look like a receipt number. For example: WH-261123-K7M4PN.
refused-code = This does not look like an access code. It has 8 letters and digits, for example: K7M4PX29.
refused-choice = We could not tell which option you mean. Please choose below or type the name of one.
refused-choice-several = This fits more than one option. Please write a little more or use the buttons.
refused-several = We could not tell which options you mean. Please choose below or type their numbers, for example: 1, 3.
# $min: fewest characters
refused-too-short = That is a little short. Please tell us some more, at least { $min } characters.
# $limit: most characters
refused-too-long = That is too long: { $limit } characters at most. Please write the main points and send the rest as a file.
# $min, $max: bounds
refused-number = Please write a whole number from { $min } to { $max }, for example: { $min }.
refused-place = We do not know this place. Please name a district of Wuhan or a well-known place in it, for example: Wuchang, Optics Valley. If it is not in Wuhan, write "elsewhere".
refused-country = We do not know this country or region. Please write its name in Chinese or English, for example: Japan, USA, Hong Kong.
# $min, $max: first and last possible year
refused-year-range = Please give a year from { $min } to { $max }, for example: { $max } or "last year".
# $item: what was written
refused-list-item = We could not read "{ $item }". Please compare it with the original and write it again, with a comma or a new line between items.
refused-list-number = "{ $item }" is not a whole number. Please write numbers, with a comma or a new line between them.
refused-list-ipc = "{ $item }" does not look like a class. For example: G06F, H04L 29, with commas between them.
refused-list-long = One of the items is too long. Please write them separately, with a comma or a new line between them.
# $min: fewest items
refused-list-few = Please give at least { $min }, with a comma or a new line between them.
# $count: items written; $max: most items
refused-list-many = You wrote { $count }, but we can take { $max } at most. Please choose the most important ones first.
# $numbers: numbers
refused-list-check = The check digit is wrong in these numbers: { $numbers }. Please compare them with the originals. If they really are like that, send them again or press "Keep it as it is", and we will note them as not verified.
refused-format = We could not read this. Please compare it with the original and write it again. For example: ZL 2024 1 1234567.5.
refused-form-email = This does not look like an e-mail address. For example: name@example.com.
refused-form-phone = This does not look like a phone number. For example: 138 0000 0000 or +49 30 123456.
refused-form-links = There is no link in this. Please paste the whole link, for example: https://example.com/item/1.
refused-form-trademark = This does not look like a trademark number, which is a few digits, for example: 12345678.
refused-form-credit-code = This does not look like a unified social credit code. It has 18 characters and is on the business licence.
refused-form-money = We could not read this amount. For example: 500 yuan, 12,000 yuan.
refused-empty = Your answer is empty. Please write something.
refused-year = The year in this number is not possible. In ZL 2024 1 1234567.5, for example, 2024 is the year of filing.
refused-type = The digit after the year is not possible; it is 1, 2, 3, 8 or 9. In ZL 2024 1 1234567.5, for example, the 1 stands for an invention patent.
# $typed: number as typed; $expected: check digit as calculated
refused-check-digit = The last digit of "{ $typed }" does not match; it should be { $expected }. Please compare it with the certificate or the packaging. If it really is printed like that, send it again or press "Keep it as it is", and we will note it as not verified.
# $expected: check digit as calculated; $complete: complete number
refused-missing-check-digit = The digit after the point is missing; it should be { $expected }, which makes the whole number { $complete }. Please compare it with the original. If the original has none, press "Keep it as it is".
# $sign: character that cannot be there
refused-forbidden-sign = The character "{ $sign }" cannot be part of this number. Please compare it with the original. A credit code, for example, never has the letters I, O, S, V or Z.
refused-birth-date = The date of birth in this number is not possible. Please compare it with the document.
refused-area-code = Please give the area code of the landline too, for example: 027 8765 4321.
refused-scheme = A link begins with http or https, for example: https://example.com/item/1.
refused-other-kind = This looks like another kind of number. Please compare it with the original and write the one we asked for.
refused-negative = An amount cannot be negative. For example: 500 yuan, 12,000 yuan.
refused-too-large = This number is very large. Please check it. For example: 500 yuan, 12,000 yuan.
refused-currency = Please give the amount in yuan, for example: 500 yuan, 12,000 yuan.
refused-date-format = We could not read this date. Please write it like this: 3 Nov, or 2026-11-03.
refused-date-empty = Please write a date, for example: 3 Nov.
refused-date-too-long = That is too long. The date alone is enough, for example: 3 Nov.
refused-date-not-on-calendar = There is no such day in the calendar. Please check it. For example: 2026-11-03.
refused-date-day-missing = Please add the day; roughly will do, for example: 3 Nov.
refused-date-in-future = That day is still to come. Please give today or an earlier day, for example: yesterday, 3 Nov.
refused-date-in-past = That day is over. Please give today or a later day, for example: tomorrow, 3 Dec.
refused-date-too-early = That day is a very long time ago. Please check the year. For example: 2026-11-03.
refused-date-ambiguous = This date can be read in two ways. Please write the month as a word, for example: 3 Nov.

# $number number; $kind kind; $year year of filing
found-patent = You wrote { $number }: { $kind }, filed in { $year }. The check digit is right, but that does not mean that the patent is in force.
# $number number
found-patent-doubtful = You wrote { $number }. The check digit, the one after the point, does not match. Please compare it with the goods. If it really is printed like that, just go on: we will note it as an unverified clue.
right-kind-invention = an invention patent
right-kind-utility_model = a utility model patent
right-kind-design = a design patent
right-kind-invention_pct = an invention patent (PCT)
right-kind-utility_model_pct = a utility model patent (PCT)
right-kind-unknown = a patent
year-unknown = an unknown year

## Numbers in a text

# $number: number; $kind: kind; $year: year of filing; $expected: check digit as calculated
number-patent = <code>{ $number }</code>: { $kind }, filed in { $year }; the check digit is right. That only means that the number was copied correctly. Whether the patent was granted, whether it is in force and who owns it must be looked up in CNIPA's register.
number-patent-old = <code>{ $number }</code>: { $kind }, filed in { $year }. Numbers of that time have no check digit, so we can only see that the form is right. The status of the patent must be looked up in CNIPA's register.
number-patent-check = <code>{ $number }</code>: looks like { $kind } (filed in { $year }), but the last digit does not match; it should be { $expected }. It may have been copied or printed wrongly, or there may be no such number. Please compare it with the goods. This alone does not prove that it is false.
number-patent-short = <code>{ $number }</code>: looks like { $kind } (filed in { $year }). The last digit is missing; it should be { $expected }. Whether there is such a patent must be looked up in CNIPA's register.
number-patent-year = <code>{ $number }</code>: the year in it cannot be the year of a patent application. Please compare it with the goods; it may be a slip, or no patent number at all.
number-patent-type = <code>{ $number }</code>: the digit after the year should be 1, 2, 3, 8 or 9. Please compare it with the goods; it may be a slip, or no patent number at all.
number-publication = <code>{ $number }</code>: the number of a published patent document. It has no check digit, and a published document does not mean that the patent is in force.
number-trademark = <code>{ $number }</code>: a trademark application or registration number. It has no check digit. Whether the mark is registered, and for which goods, must be looked up on China Trademark Online.
number-madrid = <code>{ $number }</code>: a Madrid international registration. It has no check digit. Whether the mark is protected in China must be looked up on China Trademark Online.
number-pct = <code>{ $number }</code>: a PCT international application. It is an application, not a granted patent; whether it has entered China must be looked up.
number-wo = <code>{ $number }</code>: an international publication. It shows that the application was published, not that any country granted it.
number-hague = <code>{ $number }</code>: a Hague registration of a design. Whether it has effect in China must be looked up.
number-credit-code = <code>{ $number }</code>: a unified social credit code, and its check character is right. It identifies an organisation and has nothing to do with patents or trademarks.
number-other = <code>{ $number }</code>: we cannot tell more about this kind of number here.
number-none = We found no patent, trademark or similar number in your text.
# $count: numbers left out
number-more = { $count ->
    [one] One more number is not listed here. Please send it separately.
   *[other] { $count } more numbers are not listed here. Please send them separately.
    }

## Days, windows, data

day-unknown = not known, because the date is missing
window-missing = The office has not published this here
window-elsewhere = Please ask the authority of that place
window-outside = the intellectual property office or market supervision bureau of that place
data-not-loaded = The office has not published anything of this kind here yet.
offer-one = Is this what you need: { $service }?
offer-several = It may be one of these. Please choose.
button-offer-yes = Yes
button-offer-other = Something else
# $service: short name of the service
button-start-service = Start: { $service }
offer-none = All right. Please choose one of these, put it another way, or talk to our staff.
# $title: question; $words: answer
prepared-answer =
    <b>{ $title }</b>
    { $words }
# $source: law and article; $day: day it was last checked
prepared-source = Source: { $source } (checked { $day })
prepared-general = This is general information. In your own case, what the office tells you counts.
# $words: what was just typed
besides-question = You wrote "{ $words }". Is that your answer to the question, or would you like to know about this?
besides-refused = Perhaps this is what you mean. What you have filled in so far is kept.
button-besides-take = It is my answer
