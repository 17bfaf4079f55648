# Technology import and export. Regulations (2020) art. 2, 10-20, 30-39; Patent Law art. 10. The commerce authority registers and licenses.

tech-import-export = Technology import and export
    .short = Technology import, export
    .about =
        A transfer or licence of patents or technology across the border must be registered or needs a licence first.
        Answer a few questions to learn which track it takes, the papers and the likely date.
        The commerce authority registers and licenses; our staff can help with questions on the patent side.

tech-import-export-nature = Is there anything special about the technology?
    .why = State secrets and dual-use technology go another way and must not be described online.
    .label = Nature
    .opt-ordinary = Ordinary civil technology
    .also-ordinary = ordinary | civil | nothing special
    .opt-dual-use = Military or dual-use
    .also-dual-use = military | dual use | export control
    .opt-state-secret = It involves state secrets
    .also-state-secret = state secret | secret | classified

tech-import-export-state-secret =
    Please stop here. Do not describe a state secret here or in any chat.
    See the secrecy officer of your organisation in person, then come to the office.

tech-import-export-dual-use =
    Military and dual-use technology is under export control: the commerce and other authorities decide, and without a licence nothing may go out, not even documents shown to the other side.
    Ask the commerce authority first. If you do not know who is in charge, ask our staff, but leave out the technology.

tech-import-export-nature-unknown = If you are not sure whether it is dual-use or secret, let the secrecy or technology officer of your organisation look first. Until that is settled, give the other side nothing.

tech-import-export-direction = Which way does the technology go?
    .label = Direction
    .opt-export = Export, out of the mainland
    .also-export = export | out | to abroad
    .opt-import = Import, into the mainland
    .also-import = import | in | from abroad

tech-import-export-mode = In which form?
    .label = Form
    .opt-patent-transfer = Transfer of a patent
    .also-patent-transfer = patent transfer | assignment | sale of a patent
    .opt-application-transfer = Transfer of an application
    .also-application-transfer = application transfer
    .opt-licence = Patent licence
    .also-licence = licence | license
    .opt-know-how = Know-how transfer or licence
    .also-know-how = know-how | trade secret
    .opt-service = Technical service
    .also-service = service | consulting
    .opt-other = Another form
    .also-other = other

tech-import-export-partner = In which country or region is the other party?
    .hint = For example: Japan, Germany, Hong Kong
    .label = Other party in

tech-import-export-inside =
    If both parties are in the mainland, it is neither import nor export; the domestic rules for transfers and licences apply.
    If another party is outside, or the technology is to leave the mainland, go on.

tech-import-export-field = Which field of technology is it?
    .hint = A broad term will do, for example: laser welding, rice breeding. Please give no technical details.
    .label = Field

tech-import-export-catalogue = Is it on a list of prohibited or restricted technology?
    .why = The list decides the track: freely traded technology is registered, restricted technology needs a licence, prohibited technology stops.
    .hint = See the lists published by the Ministry of Commerce and the Ministry of Science and Technology. Not checked yet? Press "I don't know".
    .label = List
    .opt-free = Not on a list: freely traded
    .also-free = free | no | not listed
    .opt-restricted = Restricted
    .also-restricted = restricted list
    .opt-prohibited = Prohibited
    .also-prohibited = prohibited list | forbidden | banned

tech-import-export-prohibited =
    Technology listed as prohibited may not cross the border, and there is no licence to apply for. If you are in talks, stop them and hand over nothing.
    If you think that your technology is not what the list means, take the entry to the commerce authority: they decide.

tech-import-export-look-up =
    Please look at the lists of the two ministries first. They change: use the latest, and read the control points, not just the titles.
    If it stays unclear, leave the field of technology to our staff or ask the commerce authority. Until it is settled, do not sign, and give the other side nothing.

tech-import-export-signed = Has the contract been signed?
    .label = Signed

tech-import-export-talks-wait = For restricted exports you need the <b>letter of intent for an export licence first</b>; only then may you negotiate in substance and sign.

tech-import-export-signed-early = A contract on restricted technology <b>takes effect only when the licence is issued</b>. Until then hand over no documents and make no payment. If you already have, ask the commerce authority soon.

tech-import-export-outbound =
    A Chinese person or body that transfers a patent or application to a foreign person or body must follow a legal procedure (Patent Law, art. 10): the commerce authority first, then registration with CNIPA. The right passes only on registration.
    Some cases also need a review of the outbound transfer of IP; the commerce authority will tell you.

tech-import-export-from-abroad = A patent that comes in from abroad must also be registered with CNIPA, and passes only then. A party without habitual residence or business office in the mainland must use a patent agency.

tech-import-export-hand-in = When do you plan to hand in the papers?
    .why = With this date we can work out when you should have a result.
    .hint = For example: next Monday, 3 Dec. If it is not fixed, skip this.
    .label = Papers handed in

tech-import-export-clock-free = If the papers are complete, the certificate is due by <b>{ $registered-day }</b>: 3 working days from receipt.{ $registered-guessed ->
        [yes] {" "}The public holidays of that year have not been entered here yet, so the date may change.
       *[no] {""}
    }

tech-import-export-clock-restricted = The decision is due by <b>{ $decided-day }</b>: 30 working days from receipt of the application.{ $decided-guessed ->
        [yes] {" "}The public holidays of that year have not been entered here yet, so the date may change.
       *[no] {""}
    }

tech-import-export-papers-free =
    <b>Freely traded technology: register the contract</b>
    The contract is valid without registration, but you need the certificate for foreign exchange, banks, tax and customs.
    <b>Papers</b>
    1. Application for registering a technology import or export contract
    2. Copy of the contract
    3. Proof of legal status of both parties, such as a business licence or foreign registration

    <b>Where</b>: the commerce authority, online.
    <b>How long</b>: 3 working days once the papers are complete (Technology Import and Export Regulations, art. 19, 38).
    If main terms of the contract change, register it again; if it ends, report that.

tech-import-export-papers-export =
    <b>Restricted export: licence first</b>
    1. Apply to the commerce authority. It examines the case with the science authority and decides in 30 working days (Technology Import and Export Regulations, art. 32)
    2. If it agrees, you get a letter of intent; now you may negotiate in substance and sign
    3. Then hand in the contract, the list of documents to be exported and proof of legal status of both; the licence is decided in 15 working days (art. 34)
    4. <b>The contract takes effect on the day the licence is issued</b>
    If patents are part of it, the transfer is then registered, or the licence recorded, with CNIPA.
    If in doubt, go by the list of the commerce authority.

tech-import-export-papers-import =
    <b>Restricted import: licence first</b>
    1. Apply to the commerce authority: decision in 30 working days (Technology Import and Export Regulations, art. 12)
    2. If it agrees, you get a letter of intent and may sign
    3. Then hand in the contract and proof of legal status of both: the licence is decided in 10 working days (art. 14)
    Or hand in application and contract together: one decision in 40 working days (art. 15).
    <b>The contract takes effect on the day the licence is issued</b>
    If patents are part of it, the transfer is then registered, or the licence recorded, with CNIPA.
    If in doubt, go by the list of the commerce authority.

tech-import-export-papers-unknown =
    <b>Technology import and export: three tracks</b>
    Not listed: the contract is registered with the commerce authority, 3 working days once the papers are complete. Papers: application, copy of the contract, proof of legal status of both.
    Restricted: apply first, decision in 30 working days; then sign, then apply for the licence. Without the licence the contract has no effect.
    Prohibited: not possible.

    <b>Next</b>: find your track in the latest lists of the Ministry of Commerce and the Ministry of Science and Technology.
    If patents are part of it, the transfer is registered, or the licence recorded, with CNIPA at the end.

tech-import-export-wish = What else do you need?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = staff | ask | a person | question
    .opt-related = See other services
    .also-related = record a licence | transfer | agency
    .opt-done = Nothing, thank you
    .also-done = thanks | thank you | no | done | nothing | none

tech-import-export-related = One of these may help:

tech-import-export-details = What would you like to ask our staff?
    .hint = For example: a university and a firm own the patent together. Who registers the licence to Japan? Please give no technical details.
    .label = Question

tech-import-export-rights = Which patents are part of it?
    .hint = One number per line, for example: ZL 2024 1 1234567.5
    .label = Patents

tech-import-export-next =
    Our staff will read your question and get in touch. We answer on the patent side; the commerce authority decides on registration and licences.
    This is an enquiry, not a registration or licence.

tech-import-export-who = Only the staff dealing with this enquiry can see it. If it has to go to the commerce authority, we will tell you first.

tech-import-export-state-contacted = In touch with you
tech-import-export-state-advised = Answered
tech-import-export-state-referred = Referred to another body
tech-import-export-state-declined = Not possible

tech-import-export-paper-contract = contract or its draft
tech-import-export-paper-rights-list = list of patents
tech-import-export-paper-register-copy = certified copy of the patent register
tech-import-export-paper-catalogue-entry = entry of the list that you compared

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
tech-import-export-reply-acknowledge =
    Thank you for your enquiry { $receipt }. We are reading it and will be in touch.
    .label = Received
tech-import-export-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
tech-import-export-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
tech-import-export-reply-accepted =
    We will look into the patent side of { $receipt } with you. The next steps:
    { $reason }
    .label = Accepted
tech-import-export-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Not possible
tech-import-export-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If something is still unclear, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
