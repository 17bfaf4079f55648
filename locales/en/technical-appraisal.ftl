# Technical appraisal and opinions. CNIPA Order 81 art. 13, 37, 52, 53. No law says how long it takes.

technical-appraisal = Ask for a technical appraisal or opinion
    .short = Technical appraisal
    .about =
        If a patent case hangs on a technical question, a party can ask for an expert appraisal.
        If you were warned of infringement, wrote back and heard nothing, you can ask for an opinion on whether you infringe.
        Courts and other authorities ask by official letter.

technical-appraisal-purpose = Which of these fits?
    .label = Kind of request
    .opt-in-case = I am a party to a pending case
    .also-in-case = pending case | party | appraisal
    .opt-warned = I was warned and want an opinion
    .also-warned = warned | warning letter | opinion
    .opt-by-authority = A court or authority asks
    .also-by-authority = court | authority
    .opt-neither = None of these
    .also-neither = none | no | neither | just curious

technical-appraisal-no-case =
    Without a pending case or a warning there can be no appraisal or opinion yet.
    If you want to know whether your product may infringe, or what to do, ask for assistance.

technical-appraisal-case-number = What is the case number?
    .hint = As on the notice from the office or court
    .label = Case number

technical-appraisal-evidence-deadline = When does the evidence period end?
    .why = An appraisal must be asked for in writing before it ends.
    .hint = It is in the notice on evidence, for example: 3 Dec
    .label = End of evidence period

technical-appraisal-evidence-over =
    The evidence period is over, so an appraisal can no longer be asked for.
    If the panel has given you more time, press "Back" and enter the new date. You can also speak about the technical question at the oral hearing, or ask for assistance.

technical-appraisal-warned-on = When did the warning reach you?
    .hint = For example: 1 September
    .label = Warned on

technical-appraisal-answered-them = Have you written back and asked them to withdraw the warning or to sue?
    .why = First they must be asked to withdraw the warning or to sue. You can ask for an opinion only if nothing comes of it for a while.
    .label = Written answer sent

technical-appraisal-write-first =
    Please write to them first: say why you do not infringe, and ask them to withdraw the warning, or else to sue or to ask the office for a decision. Keep proof of posting and delivery.
    If, 1 month after they get your letter or 2 months after you send it, they have neither withdrawn nor sued, you can ask for an opinion.
    For help with the letter, ask for assistance.

technical-appraisal-urge-sent = When did you send your letter?
    .hint = For example: 5 September
    .label = Letter sent

technical-appraisal-urge-received = When did they get it?
    .hint = The delivery record shows it. It is fine if you do not know.
    .label = Letter received

# $after-received-day: one month after they got it; $after-sent-day: two months after it was sent
technical-appraisal-wait-received =
    It is still too early. One month after they got your letter is { $after-received-day }; two months after you sent it is { $after-sent-day }. Once the earlier of the two has passed, and they have neither withdrawn nor sued, you can ask.
    You may go on now and let our staff look. To use the time well, ask for assistance.

technical-appraisal-wait-sent =
    It is still too early. Two months after you sent your letter is { $after-sent-day }. Once that day has passed, and they have neither withdrawn nor sued, you can ask.
    If you find out when they got it, press "Back" and enter the date: one month from then is enough. You may also go on now and let our staff look.

technical-appraisal-patent-number = What is the patent number?
    .hint = For example: ZL 2024 1 1234567.5. It is fine if you do not know.
    .label = Patent number

technical-appraisal-question = Which technical question should the expert answer?
    .why = The expert speaks only about the technology; whether it infringes is for the panel to decide.
    .hint = For example: do the spring clip of the pump and the "elastic stop" of claim 1 work by basically the same means, with the same function and effect?
    .label = Technical question

technical-appraisal-other-name = Who is the other party?
    .hint = For example: the name of a company. If a court or authority asks, it names both parties.
    .label = Other side

technical-appraisal-costs = What would you like to do about the cost of the appraisal?
    .why = The parties agree on the expert and on the cost.
    .label = Cost
    .opt-accept = I will advance it
    .also-accept = accept | agree | i pay
    .opt-discuss = I would like to discuss it
    .also-discuss = discuss | share it
    .opt-decline = I do not want to pay
    .also-decline = decline | no

technical-appraisal-costs-open =
    If nobody pays, there may be no appraisal. You can go on; our staff will talk to both sides.

technical-appraisal-files = Do you have patent papers, drawings or a comparison?
    .hint = You can send several. Please hold back trade secrets and tell our staff; there is another way for those. If you have none, skip this.
    .label = Papers

technical-appraisal-checklist =
    <b>What to get ready</b>
    1. A written request, signed or sealed
    2. The patent: claims, description, drawings
    3. Samples and technical drawings
    4. A comparison, feature by feature
    5. If you were warned: the warning letter, and proof of when it came, when you answered and when they got your answer
    6. With an agent: the power of attorney
    Whether there is an appraisal, and by whom, is settled by the panel and the parties. The time it takes does not count towards the time limit of the case.

technical-appraisal-experts = Would you like to suggest an expert, or have somebody kept out?
    .hint = Name, organisation and reason, for example: please not Li Wei, who advised the other side
    .label = Experts

technical-appraisal-next =
    Our staff first check whether the papers are complete and the question is a technical one, and then settle expert and cost with the parties.
    How long it takes depends on the question; we will tell you as soon as we know. When the opinion is ready, we will let you know so that you can collect it.

technical-appraisal-who =
    For now, only the staff dealing with your case can see what you send. The expert will see what the question needs, and both parties will see the opinion.

technical-appraisal-state-submitted = Sent
technical-appraisal-state-received = Received
technical-appraisal-state-supplement-wanted = Waiting for papers from you
technical-appraisal-state-agreed = Agreed to
technical-appraisal-state-refused = Not agreed to
technical-appraisal-state-transferred = Passed to another authority
technical-appraisal-state-expert-chosen = Expert chosen
technical-appraisal-state-in-work = Appraisal under way
technical-appraisal-state-report-given = Opinion given

technical-appraisal-paper-request-letter = signed or sealed written request
technical-appraisal-paper-patent-papers = claims, description and drawings of the patent
technical-appraisal-paper-samples = samples
technical-appraisal-paper-drawings = technical drawings
technical-appraisal-paper-comparison = feature-by-feature comparison
technical-appraisal-paper-warning-letter = warning letter
technical-appraisal-paper-date-proof = proof of the dates of receipt, answer and delivery
technical-appraisal-paper-power-of-attorney = power of attorney

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
technical-appraisal-reply-acknowledge =
    Thank you, we have received your request { $receipt }. We are looking at your papers and the question and will tell you what comes next.
    .label = Received
technical-appraisal-reply-ask-papers =
    { $receipt } still needs: { $paper }.
    Send files under "Follow my case", "Add papers". Please bring or post samples and originals to the office.
    .label = Ask for papers
technical-appraisal-reply-transfer =
    Another authority is better placed to deal with { $receipt }. Details:
    { $reason }
    .label = Passed on
technical-appraisal-reply-accepted =
    We agree to your request { $receipt }. What comes next:
    { $reason }
    .label = Agreed
technical-appraisal-reply-refused =
    We are sorry that we cannot agree to { $receipt }. The reason:
    { $reason }
    .label = Not agreed
technical-appraisal-reply-expert =
    The expert for { $receipt } has been chosen:
    { $reason }
    If you think the expert has a stake in the matter, please tell us at once.
    .label = Expert chosen
technical-appraisal-reply-close =
    The opinion in { $receipt } has been given. In short:
    { $reason }
    It helps the panel; whether there is an infringement is for the panel to decide.
    .label = Opinion given
