# Foreign-related matters. Patent Law art. 18, 19; CNIPA Order 81 art. 18, 22, 46; State Council rules on foreign-related IP disputes.

foreign-affairs = Foreign-related IP matters
    .short = Foreign-related matters
    .about =
        For people from abroad who file or enforce rights in China, for local firms that file or exhibit abroad, and for visits.
        First you get a short guide. If you still have a question, our staff answer it, in Chinese or English.

foreign-affairs-topic = What would you like to know about?
    .label = Topic
    .opt-file-in-china = Filing in China from abroad
    .also-file-in-china = file in china | apply in china
    .opt-enforce-in-china = Enforcing a right in China
    .also-enforce-in-china = enforce | enforcement | infringement in china
    .opt-file-abroad = Filing abroad
    .also-file-abroad = pct | hague | madrid | file abroad
    .opt-secrecy-review = Secrecy review
    .also-secrecy-review = secrecy | confidentiality review
    .opt-documents = Legalisation and apostille
    .also-documents = apostille | notary | legalisation
    .opt-translation = Papers and translation
    .also-translation = translation | translate
    .opt-trade-fair = IP at trade fairs
    .also-trade-fair = fair | exhibition
    .opt-exchange-visit = Visits and exchange
    .also-exchange-visit = visit | delegation | exchange
    .opt-visa = Visa or work permit
    .also-visa = visa | work permit | residence
    .opt-other = Something else
    .also-other = other

foreign-affairs-visa-door =
    For visas and residence, go to the exit-entry administration of the police; for work permits, to the authority for foreign workers. We do not deal with these.
    If IP is involved, talk to our staff.

foreign-affairs-about-filing =
    <b>Filing in China from abroad</b>
    1. Foreign persons and firms without a home or business office in China must file through a licensed Chinese patent agency (Patent Law, art. 18). You can find one under "Look something up"
    2. The application is in Chinese and goes to CNIPA, not to us
    3. If you have already filed in another country, find out how long your priority lasts, so that you do not miss it

foreign-affairs-about-enforcing =
    <b>Enforcing a right in China</b>
    1. You can notify the platform, ask the office for a decision, ask for mediation, or go to court
    2. If you have no home or business office in China, you must act through a Chinese patent agency in patent matters (Patent Law, art. 18)
    3. Identity papers and powers of attorney must be notarised and then legalised, or carry an apostille
    4. Papers in another language need a Chinese translation, or they count as not filed
    5. If a request is made against you and you have no fixed home in China, you have 30 days to answer instead of 15
    To make a request, open "Patent infringement"; for advice first, ask for rights-protection assistance.

foreign-affairs-about-abroad =
    <b>Filing abroad</b>
    1. An invention or utility model made in China must pass secrecy review first (Patent Law, art. 19)
    2. Inventions and utility models are often filed through the PCT; designs can go through the Hague System and trademarks through the Madrid System; or you can file in the country itself
    3. In many countries an invention is no longer new once it has been shown, so file before you exhibit or publish
    To choose a way and learn the cost, ask a patent agency. You can find one under "Look something up".

foreign-affairs-about-secrecy =
    <b>Secrecy review before filing abroad</b>
    1. Anyone who wants to file abroad for an invention or utility model made in China must first ask CNIPA for secrecy review, whatever their nationality
    2. If you file abroad without it, no patent is granted for it in China (Patent Law, art. 19)
    3. Designs do not need it
    4. A PCT application filed with CNIPA counts as a request for this review

foreign-affairs-about-documents =
    <b>Using foreign papers in China</b>
    1. Have the paper notarised where it was issued
    2. If that country belongs to the Apostille Convention, an apostille is enough; the Convention has applied in China since 7 November 2023
    3. If not, the paper has to be legalised as well
    4. Papers in another language need a Chinese translation
    Papers from Hong Kong, Macao and Taiwan follow other rules; please ask our staff.

foreign-affairs-about-translation =
    <b>Foreign-language papers</b>
    In a case before us, foreign-language evidence and certificates need a Chinese translation; without it they count as not filed (CNIPA Order 81, art. 46).
    Use a qualified translation agency and have it seal the translation. We can answer you in English, but we do not translate for you.

foreign-affairs-about-fair =
    <b>IP at trade fairs</b>
    1. Before you exhibit, check whether your goods infringe a right where the fair is held
    2. At a fair in China, take proof of your right to the IP desk on site; you can ask for infringing exhibits to be removed
    3. In case somebody complains about you, bring proof of your own rights and of where your design comes from
    If it is urgent at a fair in Wuhan, use "Patent infringement" or "Trademark and other reports" and choose "Trade fair"; it is marked urgent.

foreign-affairs-about-visit =
    <b>Visits and exchange</b>
    Choose "Ask our staff" and tell us: who would come and how many, what you would like to talk about, on which days, in which language.
    We will get in touch to arrange it. Please book nothing before it is confirmed.

foreign-affairs-about-other =
    Choose "Ask our staff" and write what it is about; they will answer you.

foreign-affairs-next-step = What would you like to do now?
    .label = Next
    .opt-ask-staff = Ask our staff
    .also-ask-staff = ask | question | staff
    .opt-other-topic = See another topic
    .also-other-topic = another | other topic
    .opt-done = That is all, thank you
    .also-done = done | thanks | no | nothing | none

foreign-affairs-details = What is your question?
    .hint = For example: our German company wants to enforce a patent in Wuhan; which papers do we need?
    .label = Question

foreign-affairs-files = Do you have a document to show us?
    .hint = You can send several. Please send no identity papers or powers of attorney here. If you have none, skip this.
    .label = Papers

foreign-affairs-next =
    Our staff for foreign-related matters will look at your question and answer here or at the contact you gave.

foreign-affairs-who =
    Only the staff dealing with your case can see what you send. If it has to go to another body, we will tell you.

foreign-affairs-state-submitted = Sent
foreign-affairs-state-received = Received
foreign-affairs-state-contacted = We have contacted you
foreign-affairs-state-replied = Answered
foreign-affairs-state-transferred = Passed to another body
foreign-affairs-state-refused = Not a matter for this office

foreign-affairs-paper-identity-proof = proof of identity
foreign-affairs-paper-power-of-attorney = power of attorney
foreign-affairs-paper-translation = Chinese translation
foreign-affairs-paper-visit-plan = plan of the visit
foreign-affairs-paper-other-papers = other related papers

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
foreign-affairs-reply-acknowledge =
    Thank you, we have your question { $receipt } and are looking into it. You will hear from us.
    .label = Received
foreign-affairs-reply-ask-papers =
    To answer { $receipt } we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. Please bring identity papers and powers of attorney to the office in person.
    .label = Ask for papers
foreign-affairs-reply-transfer =
    Another body is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
foreign-affairs-reply-accepted =
    We will take care of { $receipt }. What comes next:
    { $reason }
    .label = Accepted
foreign-affairs-reply-refused =
    We are sorry that we cannot deal with { $receipt }. The reason:
    { $reason }
    .label = Not for us
foreign-affairs-reply-close =
    { $receipt } has been dealt with. Our answer:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
