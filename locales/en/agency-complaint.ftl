# Complaints about patent agencies. Patent Agency Regulations art. 24-27; Measures on Patent Agency art. 46, 52. The province decides; no law says by when it is passed on.

agency-complaint = Complain about a patent agency
    .short = Agency complaint
    .about =
        For trouble with a patent agency or attorney, or with somebody who acts without a licence. You may give your name or stay anonymous.
        Agencies in Hubei are dealt with by the Hubei provincial IP office. We take your complaint, check it and pass it on.
        About ten questions; you can stop and come back.

agency-complaint-problem = What went wrong?
    .hint = You may choose several. Not sure? That is fine, our staff will work it out.
    .label = Problem
    .opt-unlicensed = Acts without a licence
    .also-unlicensed = no licence | unlicensed
    .opt-fraud-promise = Promised success, took the money
    .also-fraud-promise = fraud | guaranteed grant | scam
    .opt-forged-papers = Forged signature or paper
    .also-forged-papers = forged | fake receipt | fake signature
    .opt-neglect = Did nothing, missed a deadline
    .also-neglect = neglect | missed deadline | no answer
    .opt-leak = Leaked my invention
    .also-leak = leak | leaked
    .opt-own-name-filing = Filed my invention as its own
    .also-own-name-filing = own name | stole my invention
    .opt-conflict = Acted for both sides
    .also-conflict = conflict of interest | both sides
    .opt-abnormal-filing = Made-up or traded filings
    .also-abnormal-filing = abnormal filing | sham applications
    .opt-lent-licence = Lent out its licence
    .also-lent-licence = lent licence | rented licence
    .opt-not-registered-change = Changes not registered
    .also-not-registered-change = not registered | moved
    .opt-fee = A dispute about fees
    .also-fee = fees | refund | overcharged
    .opt-trademark-agency = A trademark agency matter
    .also-trademark-agency = trademark agency | trademark agent
    .opt-other = Something else
    .also-other = other

agency-complaint-fee-only =
    If it is only about the amount or a refund, that is a matter of contract: talk to the agency, ask a consumer or trade body to mediate, or go to court.
    To understand your contract and keep evidence, ask for assistance.
    If there is more to it, press "Back" and choose that too. If you think that rules were broken, you may go on.

agency-complaint-mark-agency =
    Trademark agencies are a matter for the market supervision bureau: please use "Trademark and other reports".
    If the same firm also does patents and something was wrong there, go on.

agency-complaint-police =
    If you lost money, or found a forged certificate, seal or receipt, it may be a crime. You can report it to the police as well.
    Keep payment records, chats and originals; delete nothing. You can look up on CNIPA's website whether an application number is real, or enter it below and we will check it.

agency-complaint-other-name = Which agency or person is it?
    .hint = As on the contract, the invoice or the card
    .label = Agency or person

agency-complaint-check-licence =
    This name is not in our register. The register may have gaps, so this does not mean that there is no licence. We will check.
    You can also look in CNIPA's patent agency system. Patent agency work without a licence is a matter for the provincial authority.

agency-complaint-based = Where is this agency?
    .why = The authority of the province where the agency is based deals with it.
    .label = Place of the agency
    .opt-wuhan = Wuhan
    .also-wuhan = here
    .opt-hubei = Elsewhere in Hubei
    .also-hubei = hubei | yichang | xiangyang
    .opt-farther = Another province
    .also-farther = outside hubei | beijing | shanghai | guangdong

agency-complaint-other-province =
    An agency in another province is dealt with by the IP authority of that province. You can go to them directly.
    If you prefer, go on here: we will take your complaint and ask the Hubei provincial IP office to pass it on.

agency-complaint-filing-numbers = Which application numbers is it about?
    .why = We check the form of the numbers. A number that does not match may be made up.
    .hint = On the filing receipt, for example: 2024112345675. If there are several, one per line. If you have none, press "I don't know".
    .label = Applications

agency-complaint-facts = What happened: when, with whom, and how?
    .hint = For example: in March I paid 8,000 yuan, was promised a patent in ten days, and the application on the filing receipt they gave me cannot be found. If you are anonymous, leave out anything that shows who you are.
    .label = What happened

agency-complaint-files = Do you have a contract, invoices or chats?
    .hint = You can send several. Most useful: the contract, proof of payment, screenshots of chats, papers they gave you. If you have none, skip this.
    .label = Papers

agency-complaint-agency-code = What is the agency code?
    .hint = On the licence, and in the agency field of patent papers: five digits, for example: 12345
    .label = Agency code

agency-complaint-attorney = Who dealt with you?
    .hint = A name or a licence number
    .label = Attorney or clerk

agency-complaint-contract-day = When was the contract signed?
    .hint = For example: 5 March 2026
    .label = Contract date

agency-complaint-paid = How much have you paid in all?
    .hint = For example: 8,000 yuan
    .label = Paid

agency-complaint-next =
    Our staff check your papers and pass them to the Hubei provincial IP office; the date is noted in your case.
    Whether a case is opened, and what comes of it, is for the province to decide. When we hear from them, we note it in your case.
    You can add papers at any time.

agency-complaint-who =
    Only the staff dealing with your case and the provincial authority can see what you send. The other side is not told who you are or that you wrote.

agency-complaint-state-submitted = Sent
agency-complaint-state-received = Received
agency-complaint-state-transferred-province = Passed to the Hubei provincial IP office
agency-complaint-state-transferred = Passed to another authority
agency-complaint-state-checking = Being checked
agency-complaint-state-opened = Case opened
agency-complaint-state-not-opened = No case opened
agency-complaint-state-corrected = Ordered to correct
agency-complaint-state-warned-or-fined = Warned or fined
agency-complaint-state-business-suspended = Barred from new business for a time
agency-complaint-state-licence-revoked = Licence revoked
agency-complaint-state-moved-to-police = Passed to the police
agency-complaint-state-no-violation = No breach found

agency-complaint-paper-contract = contract
agency-complaint-paper-invoices = invoices or proof of payment
agency-complaint-paper-chats = chats
agency-complaint-paper-filing-receipts = filing receipts and notices
agency-complaint-paper-advertisement = advertisement

# $receipt: receipt number; $paper: paper asked for; $reason: reason or result in the clerk's words
agency-complaint-reply-acknowledge =
    Thank you, we have received { $receipt } and are checking it. We will tell you when it goes to the province.
    .label = Received
agency-complaint-reply-ask-papers =
    To check { $receipt } we would like one more thing from you: { $paper }.
    Open "Follow my case" and choose "Add papers" to send it. If you do not have it, please just tell us.
    .label = Ask for papers
agency-complaint-reply-transfer =
    { $receipt } has been passed to the authority that can act on it. Details:
    { $reason }
    .label = Passed on
agency-complaint-reply-accepted =
    A case has been opened for { $receipt } and is being investigated. Details:
    { $reason }
    .label = Case opened
agency-complaint-reply-not-opened =
    { $receipt } has been checked, and no case was opened. The reason:
    { $reason }
    If you find more, send it at any time and we will look again.
    .label = No case opened
agency-complaint-reply-close =
    { $receipt } has been closed. The result:
    { $reason }
    Thank you for telling us.
    .label = Closed
