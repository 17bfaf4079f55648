# Patent licence recordal. Implementing Rules art. 15, 87; Patent Law art. 14, 18; Licence Contract Recordal Measures. CNIPA records.

licence-recordal = Recording a patent licence
    .short = Record a patent licence
    .about =
        A patent licence contract should be recorded with CNIPA.
        Answer four or five questions to get the last day for recording and a list of papers.
        The papers go to CNIPA, not to us. If something is unclear, leave your question for our staff.

licence-recordal-standing = What is the status of the patent?
    .label = Status
    .opt-in-force = Granted and in force
    .also-in-force = granted | in force | valid
    .opt-applied = Applied for, not granted yet
    .also-applied = pending | application | not granted
    .opt-ended = Ended or declared invalid
    .also-ended = expired | lapsed | invalid

licence-recordal-not-granted =
    This guide is for granted patents. For a pending application, ask the CNIPA patent agency office in Wuhan first whether and how it can be recorded.
    To see what you will need after the grant, go on.

licence-recordal-ended =
    When a patent has ended or been declared invalid, a licence of it cannot be recorded.
    If an annual fee was only just missed, the patent can perhaps be restored: ask CNIPA soon.

licence-recordal-look-up = Before you file, check on the CNIPA website or in a certified copy of the patent register that the patent is in force and who is registered as its owner.

licence-recordal-licence-kind = What kind of licence does the contract give?
    .hint =
        Exclusive: only the licensee may use the patent, not even its owner.
        Sole: the owner and the licensee, nobody else.
        Non-exclusive: others may be licensed too.
    .label = Kind of licence
    .opt-exclusive = Exclusive
    .also-exclusive = exclusive licence | exclusive license
    .opt-sole = Sole
    .also-sole = sole licence | sole license
    .opt-ordinary = Non-exclusive
    .also-ordinary = ordinary | non-exclusive licence
    .opt-cross = Cross-licence
    .also-cross = cross | cross license | mutual
    .opt-sub = Sub-licence
    .also-sub = sublicence | sublicense
    .opt-open = Open licence
    .also-open = open | open license

licence-recordal-cross = In a cross-licence both sides bring patents: the contract should name each of them, and you need the papers of both.

licence-recordal-sub = A sub-licence needs a basis: a clause in the main licence that allows it, or the written consent of the first licensor.

licence-recordal-effective-on = When does the contract take effect?
    .why = The three months for recording run from this day.
    .hint = For example: 3 Nov. If it takes effect on signature, give the day it was signed. Not signed yet? Press "I don't know".
    .label = Takes effect on

licence-recordal-deadline = The last day to record it is <b>{ $by-day }</b>: three months from the day the contract takes effect (Implementing Rules, art. 15).

licence-recordal-late = The three months ended on { $by-day }. You can still file, but first ask the CNIPA patent agency office in Wuhan whether it will be accepted and whether you must give a reason.

licence-recordal-undated = The limit is three months from the day the contract takes effect (Implementing Rules, art. 15). Once it is signed, make a note of the last day.

licence-recordal-sides = Are both parties in mainland China?
    .hint = Hong Kong, Macao and Taiwan count as outside the mainland here.
    .label = Where they are
    .opt-both-mainland = Both are
    .also-both-mainland = both | yes | both in china
    .opt-licensee-abroad = The licensee is outside
    .also-licensee-abroad = licensee abroad | foreign licensee
    .opt-licensor-abroad = The licensor is outside
    .also-licensor-abroad = licensor abroad | foreign licensor
    .opt-both-abroad = Both are outside
    .also-both-abroad = both abroad | neither | no

licence-recordal-export =
    Licensing a patent to someone outside the mainland is technology export and goes to the commerce authority first: a contract on freely traded technology is registered, restricted technology needs a technology export licence, prohibited technology may not be exported.
    You will need the registration certificate or that licence for the recordal.

licence-recordal-import = Taking a licence from outside the mainland is technology import: a contract on freely traded technology is registered with the commerce authority, restricted technology needs an import licence first. Keep the certificate or licence.

licence-recordal-agency = A party from outside with no habitual residence or business office in the mainland must file through a patent agency.

licence-recordal-burdens = Does either of these apply to the patent?
    .hint = You may choose several.
    .label = Co-owner, pledge
    .opt-co-owned = It has another co-owner
    .also-co-owned = co-owned | co-owner | joint
    .opt-pledged = It is pledged
    .also-pledged = pledge | collateral
    .opt-neither = Neither
    .also-neither = none | no | none of these | nothing

licence-recordal-co-owned-ordinary = A co-owner may give a non-exclusive licence alone, but the fees are shared with the other co-owners (Patent Law, art. 14). If they have agreed otherwise, their agreement counts.

licence-recordal-co-owned = This kind of licence needs all co-owners: have their written consent ready (Patent Law, art. 14). If they have agreed otherwise, their agreement counts.

licence-recordal-pledged = While the patent is pledged, a licence needs the consent of the pledgee. Have it in writing.

licence-recordal-papers =
    <b>Recording a patent licence: your papers</b>
    1. Application form, signed or sealed as the form says
    2. The contract, with the parties, patent numbers, kind and term of the licence
    3. Identity papers of both parties; for a firm, the business licence
    4. If someone files for you: power of attorney and that person's identity paper
    5. Written consent of co-owners or pledgee, if there are any

    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan. The check normally takes 7 working days.
    <b>Three things to check first</b>: the licence does not outlast the patent; the annual fees are paid; this contract has not been recorded before.
    <b>What it is good for</b>: it serves as proof for foreign exchange and customs, and as a reference for damages.
    If in doubt, go by the list that CNIPA publishes.

licence-recordal-papers-abroad =
    <b>Recording a patent licence with a party outside the mainland: your papers</b>
    1. Application form, signed or sealed as the form says
    2. The contract, with the parties, patent numbers, kind and term of the licence; with a Chinese translation if it is in another language
    3. Identity papers of both parties, with a Chinese translation
    4. Registration certificate or licence for the technology import or export (if both parties are outside, ask first whether it is needed)
    5. Power of attorney; where an agency is required, it names the agency
    6. Written consent of co-owners or pledgee, if there are any

    <b>In this order</b>: technology import or export with the commerce authority first, then the recordal.
    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan. The check normally takes 7 working days.
    <b>What it is good for</b>: it serves as proof for foreign exchange and customs, and as a reference for damages.
    If in doubt, go by the list that CNIPA publishes.

licence-recordal-papers-open =
    <b>Recording an open licence: your papers</b>
    An open licence needs no separate contract. Once it is agreed, it is recorded on written proof of that (Implementing Rules, art. 87).
    1. Application form
    2. The licensee's written notice to the patentee
    3. Proof that the published fee was paid
    4. Identity papers of both parties; a power of attorney if someone files for you

    <b>Where</b>: with CNIPA online, or at the CNIPA patent agency office in Wuhan.
    If in doubt, go by the list that CNIPA publishes.

licence-recordal-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = technology export | transfer | agency
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

licence-recordal-related = One of these may help:

licence-recordal-details = What would you like to ask our staff?
    .hint = For example: the contract was signed last year and never recorded. What do I need now?
    .label = Question

licence-recordal-patents = Which patents are concerned?
    .hint = One number per line, for example: ZL 2024 1 1234567.5
    .label = Patent numbers

licence-recordal-next =
    Our staff will read your question and get in touch.
    This is an enquiry, not the recordal. The time limit keeps running, so please do not wait for us.

licence-recordal-who = Only the staff dealing with this enquiry can see it.

licence-recordal-state-contacted = In touch with you
licence-recordal-state-advised = Answered
licence-recordal-state-referred = Referred to another body
licence-recordal-state-declined = Not possible

licence-recordal-paper-contract = licence contract
licence-recordal-paper-register-copy = certified copy of the patent register
licence-recordal-paper-co-owner-consent = written consent of the co-owners
licence-recordal-paper-pledgee-consent = written consent of the pledgee
licence-recordal-paper-trade-certificate = certificate or licence for technology import or export

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
licence-recordal-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
licence-recordal-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
licence-recordal-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
licence-recordal-reply-accepted =
    We will look into { $receipt } with you. The next steps:
    { $reason }
    .label = Accepted
licence-recordal-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
licence-recordal-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
