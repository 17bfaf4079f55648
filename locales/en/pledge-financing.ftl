# IP pledge financing. Implementing Rules art. 15; Civil Code art. 440, 444; Patent Pledge Registration Measures. CNIPA registers; the lender decides.

pledge-financing = Borrowing against intellectual property
    .short = IP pledge financing
    .about =
        For a loan against patents or trademarks, for registering a pledge you have signed, or for cancelling one that is paid off.
        After a few questions you get a list of papers and learn what cannot be registered. If you like, our staff can put you in touch with lenders.
        The lender decides whether to lend and how much. We charge no commission.

pledge-financing-side = Are you a firm, or a bank or guarantor?
    .label = Your side
    .opt-firm = A firm or other owner
    .also-firm = firm | company | owner | person | university
    .opt-lender = A bank or guarantor
    .also-lender = bank | lender | guarantor

pledge-financing-stage = How far have you got?
    .label = Stage
    .opt-asking = I am just finding out
    .also-asking = just asking | information | find out
    .opt-matching = I am looking for a partner
    .also-matching = find a bank | looking for a bank | loan
    .opt-register = Signed, to be registered
    .also-register = register | registration | signed
    .opt-change = Registered, needs a change
    .also-change = change | amend
    .opt-cancel = Paid off, to be cancelled
    .also-cancel = cancel | release | paid off

pledge-financing-rights = Which patents or trademarks would you pledge?
    .why = With the numbers we can look for obstacles first.
    .hint = One per line: patent numbers, or registration numbers of marks, 50 at most. For example: ZL 2024 1 1234567.5
    .label = Rights to pledge

pledge-financing-numbers =
    This is what your numbers tell us:
    { $seen-lines }

pledge-financing-troubles = Does any of these apply to them?
    .why = Each can make CNIPA turn the pledge down, so it is better to find out now.
    .hint = You may choose several.
    .label = Obstacles
    .opt-not-granted = Applied for, not granted
    .also-not-granted = pending | not granted | not registered
    .opt-ended = Expired, lapsed or invalid
    .also-ended = expired | lapsed | invalid | ended
    .opt-fees-unpaid = Annual fees unpaid
    .also-fees-unpaid = fees | unpaid
    .opt-other-owner = In someone else's name
    .also-other-owner = other owner | not in our name | owned by the boss
    .opt-co-owned = There is another co-owner
    .also-co-owned = co-owned | joint
    .opt-frozen = Dispute or court freeze
    .also-frozen = dispute | frozen | court
    .opt-pledged = Already pledged
    .also-pledged = pledged | collateral
    .opt-fine = None of these
    .also-fine = none | no | nothing | neither

pledge-financing-not-possible =
    A right that is not granted yet, or that has expired, lapsed or been declared invalid, cannot be pledged.
    If you have other patents or marks in force, press "Back" and put them in; or go on now and change your answers before you send.

pledge-financing-not-free =
    A right that is in an ownership dispute, frozen by a court or already pledged cannot be registered now. Settle the dispute or have the old pledge cancelled first.
    If you have other rights to pledge, go on.

pledge-financing-pay-first = Please pay the annual fees to CNIPA first, otherwise the pledge cannot be registered.

pledge-financing-owner-first = The pledgor must be the registered owner. If the right is in another name, that owner must give the pledge, or the right must first be transferred to you and registered.

pledge-financing-all-agree = All co-owners must agree: have their consent in writing. If they have agreed otherwise, their agreement counts.

pledge-financing-loan = About how much would you like to borrow?
    .hint = In yuan, for example: 5,000,000 or 800000. A rough figure will do.
    .label = Loan wanted

pledge-financing-small-loan = Less than 10,000 yuan? Please check whether some zeros are missing. If so, press "Back" and type it again.

pledge-financing-months = For how many months?
    .hint = The number of months, for example: 12 for one year
    .label = Months to borrow for

pledge-financing-long-loan = For a loan of this length, look at when the patents expire: a debt that runs longer than the patent cannot be registered.

pledge-financing-district = In which district is the firm registered?
    .why = Some districts have interest subsidies or compensation schemes of their own.
    .hint = A district or zone, for example: Dongxihu, Optics Valley. If it is not in Wuhan, name the city.
    .label = District

pledge-financing-outside =
    We can only put firms registered in Wuhan in touch with lenders. Elsewhere, please ask the IP office of that place.
    The papers for registration are the same all over the country: to see the list, go on.

pledge-financing-how =
    It usually takes five steps:
    1. Pick patents or marks that are in force and undisputed
    2. The lender looks at the firm and the rights; some want a valuation
    3. Agree on the sum, sign the loan and the pledge contract
    4. Register together with CNIPA: <b>the pledge exists only once it is registered</b>
    5. The money is paid out; when it is paid back, the registration is cancelled

pledge-financing-how-lender = Before you pay out, read a certified copy of the patent register: the owner, the fees, any pledge, freeze or licence. The pledge exists from its registration, so do not pay out earlier. To work with us, choose "Ask our staff to help".

pledge-financing-papers =
    <b>Registering a patent pledge: your papers</b>
    1. Application form, signed or sealed by both sides
    2. The pledge contract
    3. Identity papers of both, or statements signed by both
    4. If someone files for you: power of attorney with its scope, and that person's identity paper
    5. The valuation report, if the form mentions one
    6. Consent of all co-owners, if there are any

    <b>Not registered when</b>
    the pledgor is not the registered patentee
    the patent is not granted, has ended or is invalid
    annual fees are unpaid
    a dispute about ownership has suspended the procedure, or a court has frozen the patent
    the debt runs longer than the patent
    a co-owner does not agree
    it is already pledged

    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan. It takes a few working days; the office there can tell you more.
    Pledges of trademarks are registered with CNIPA too, with other forms and papers: ask our staff first.

pledge-financing-papers-change =
    <b>Changing a registered pledge: your papers</b>
    1. Request for the change, signed or sealed by both sides
    2. The agreement on the change, signed by both
    3. Identity papers of both, or statements signed by both
    4. If someone files for you: power of attorney and that person's identity paper

    While it is pledged, the patent may be transferred or licensed only with the consent of the pledgee (Civil Code, art. 444).
    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan. If in doubt, go by the list that CNIPA publishes.

pledge-financing-papers-cancel =
    <b>Cancelling a registered pledge: your papers</b>
    1. Request to cancel, signed or sealed by both sides
    2. Proof that the pledge has ended, such as the bank's statement that the loan is paid, or an agreement to release it
    3. Identity papers of both, or statements signed by both
    4. If someone files for you: power of attorney and that person's identity paper

    Until it is cancelled, the patent is hard to pledge again or to sell, so do it soon.
    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan. If in doubt, go by the list that CNIPA publishes.

pledge-financing-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff to help
    .also-ask-staff = staff | find a bank | ask | question
    .opt-related = See other services
    .also-related = valuation | transfer | licence
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

pledge-financing-related = One of these may help:

pledge-financing-purpose = What will the money be used for?
    .hint = For example: raw material, a second production line. Please leave out account numbers and passwords.
    .label = Purpose

pledge-financing-details = How can our staff help you?
    .hint = For example: we are to pay back over three years, but the patent has two and a half left. What can we do?
    .label = Question

pledge-financing-size = How large is the firm?
    .label = Size
    .opt-micro = Micro
    .also-micro = micro firm
    .opt-small = Small
    .also-small = small firm
    .opt-medium = Medium
    .also-medium = medium-sized
    .opt-large = Large
    .also-large = large firm

pledge-financing-bank = Do you have a bank in mind?
    .hint = For example: the Wuhan branch of a bank
    .label = Bank in mind

pledge-financing-valued = Have the rights been valued?
    .label = Valued already

pledge-financing-next =
    Our staff will read this and get in touch; where it fits, they arrange a talk with a bank or guarantor.
    The lender decides whether to lend, how much and at what interest. Do not trust anyone who promises you a loan and wants money up front.

pledge-financing-who = Only the staff dealing with your case can see what you send. Before anything goes to a bank or guarantor, they will ask you.

pledge-financing-state-contacted = In touch with you
pledge-financing-state-matched = Put in touch with a lender
pledge-financing-state-advised = Answered
pledge-financing-state-referred = Referred to another body
pledge-financing-state-declined = Not possible

pledge-financing-paper-register-copy = certified copy of the patent register
pledge-financing-paper-list = list of the rights
pledge-financing-paper-valuation = valuation report
pledge-financing-paper-pledge-contract = pledge contract or its draft
pledge-financing-paper-co-owner-consent = written consent of the co-owners

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
pledge-financing-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
pledge-financing-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
pledge-financing-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
pledge-financing-reply-accepted =
    We will look for a partner for { $receipt }. The next steps:
    { $reason }
    .label = Accepted
pledge-financing-reply-matched =
    A bank or guarantor is ready to talk about { $receipt }. How to reach them:
    { $reason }
    Whether you go ahead is up to you.
    .label = Matched
pledge-financing-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
pledge-financing-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
