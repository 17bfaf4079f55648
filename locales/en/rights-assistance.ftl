# Request for rights-protection assistance.

rights-assistance = Ask for rights-protection assistance
    .short = Rights assistance
    .about =
        If you are in trouble over a patent, trademark, trade secret or other right and do not know what to do, ask here. Owners, accused parties and others are all welcome.
        We help you compare options, gather evidence and find the right office. Our guidance is free and not binding.
        Once our staff have read your request, they will tell you whether we can help and how long it may take.

rights-assistance-role = Which side are you on?
    .label = Your side
    .opt-right-holder = I own the right
    .also-right-holder = owner | right holder | patentee | licensee
    .opt-accused = I am accused of infringing
    .also-accused = accused | defendant | warned
    .opt-third-party = Neither of these
    .also-third-party = third party | other | consumer

rights-assistance-need = What help would you like?
    .hint = You may choose several.
    .label = Help wanted
    .opt-advice = Advice on what to do
    .also-advice = advice | what to do
    .opt-evidence = Collecting and keeping evidence
    .also-evidence = evidence | proof
    .opt-infringement-opinion = Is it an infringement?
    .also-infringement-opinion = infringement opinion | infringement
    .opt-validity-search = Is the right valid?
    .also-validity-search = validity | prior art | search
    .opt-procedure-choice = Choosing a procedure
    .also-procedure-choice = procedure | which way | options
    .opt-expert = A technical expert
    .also-expert = expert
    .opt-lawyer-referral = Finding a lawyer or agency
    .also-lawyer-referral = lawyer | find a lawyer | agency
    .opt-overseas = A dispute abroad
    .also-overseas = abroad | overseas | foreign lawsuit
    .opt-expo-onsite = Help at a trade fair
    .also-expo-onsite = trade fair | exhibition | booth
    .opt-ecommerce-takedown = Taking down an online offer
    .also-ecommerce-takedown = takedown | platform | listing
    .opt-fee-difficulty = I cannot afford the costs
    .also-fee-difficulty = costs | no money | too expensive
    .opt-court-lawyer = Represent me in court
    .also-court-lawyer = represent me | act as my lawyer | go to court for me

rights-assistance-no-lawyer =
    We are sorry: we cannot act for you or appear in court. For that you need a lawyer; if you cannot afford one, ask a legal-aid body.
    What we can do: look at your papers, compare options, help with evidence, and say who to go to.
    If that helps, go on. To ask how to find a lawyer, talk to our staff.

rights-assistance-stage = How far has it gone?
    .label = Stage
    .opt-before = Nothing formal yet
    .also-before = nothing | just found out | not started
    .opt-warning-letter = A warning letter was sent
    .also-warning-letter = warning letter | cease and desist | lawyer's letter
    .opt-platform-notice = A notice on a platform
    .also-platform-notice = platform | listing removed | notice
    .opt-admin-case = It is with an authority
    .also-admin-case = administrative | market supervision | authority
    .opt-court = It is in court
    .also-court = court | lawsuit | sued | summons
    .opt-arbitration = It is in arbitration
    .also-arbitration = arbitration
    .opt-customs = Goods are held by customs
    .also-customs = customs | seized
    .opt-overseas = A procedure abroad
    .also-overseas = abroad | overseas | 337 investigation

rights-assistance-warned =
    Do not ignore a warning letter, and do not admit anything in haste. Keep the letter, the envelope and the day it came.
    Then check two things: is their right in force, and does your product match it point by point?
    If it is about a patent and you think you do not infringe, write back and ask them to withdraw the warning or to sue. If, 1 month after they get it or 2 months after you send it, they have done neither, you can ask us for an opinion under "Technical appraisal".

rights-assistance-deadline = When is your next deadline?
    .why = If it is within 10 days, your request comes first.
    .hint = For example, the last day to reply to a court or a platform: 3 Dec. If there is none, skip this.
    .label = Next deadline

rights-assistance-soon =
    That is soon, so your request will be marked urgent.
    Please send your reply or papers in time all the same; do not miss the date because you are waiting for us.

rights-assistance-other-party = Who is the other side?
    .hint = For example: a company, or the name of a web shop
    .label = Other side

rights-assistance-facts = What has happened, and what would you most like to solve?
    .hint = For example: since October a web shop has sold cups like my design patent; I want them taken down. Please leave out identity and bank card numbers.
    .label = What happened

rights-assistance-files = Do you have a certificate, letters or evidence?
    .hint = You can send several. Most useful: the certificate, letters or notices received, photos side by side. If you have none, skip this.
    .label = Papers

rights-assistance-hardship = Are you in financial difficulty?
    .why = Small and micro firms, students and people in financial difficulty can be helped first.
    .label = Financial difficulty

rights-assistance-hardship-proof = Do you have a document that shows this?
    .hint = For example, a letter from your neighbourhood office, school or employer
    .label = Proof of difficulty

rights-assistance-next =
    Our staff will read your papers and tell you whether we can help; if so, also when to expect our opinion.
    Send new letters or evidence at any time.

rights-assistance-who =
    Only the staff dealing with this request can see it. If it has to go to another body, we will tell you.


rights-assistance-state-submitted = Sent
rights-assistance-state-received = Received
rights-assistance-state-supplement-wanted = Waiting for papers from you
rights-assistance-state-accepted = Help agreed
rights-assistance-state-declined = Help not possible
rights-assistance-state-referred = Referred to another body
rights-assistance-state-in-help = Help under way
rights-assistance-state-opinion-given = Opinion given

rights-assistance-paper-right-certificate = certificate of the right
rights-assistance-paper-letters = letters or notices received
rights-assistance-paper-evidence = evidence so far
rights-assistance-paper-hardship-proof = proof of difficulty
rights-assistance-paper-business-licence = business licence

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
rights-assistance-reply-acknowledge =
    Thank you for your request { $receipt }. We are reading your papers and will then tell you the next step.
    .label = Received
rights-assistance-reply-ask-papers =
    To understand { $receipt } better we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
rights-assistance-reply-transfer =
    Another body is better placed to help you with { $receipt }. Details:
    { $reason }
    .label = Refer elsewhere
rights-assistance-reply-accepted =
    We are glad to help you with { $receipt } and will tell you separately when to expect our opinion. If a new letter or deadline comes up, please tell us at once.
    .label = Help agreed
rights-assistance-reply-declined =
    We are sorry that we cannot help with { $receipt }. The reason:
    { $reason }
    If things change, please come back to us.
    .label = Help not possible
rights-assistance-reply-opinion =
    Our opinion on { $receipt }:
    { $reason }
    It is meant as guidance and is not binding. If anything is unclear, just ask here.
    .label = Opinion
rights-assistance-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    If this does not solve your problem, you can have the case reopened within 30 days under "Follow my case".
    .label = Closed
