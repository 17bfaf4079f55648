# The desk of the staff on the web.

## Frame and log-in

deskweb-skip = Skip to content
deskweb-nav = Parts of the desk
deskweb-nav-tickets = Cases
deskweb-nav-figures = Figures
deskweb-nav-staff = Staff
deskweb-nav-settings = Settings
deskweb-log-out = Log out
deskweb-log-in = Log in
deskweb-log-in-title = Log in to the desk
deskweb-log-in-insecure = Your browser will not keep a log-in on this address. Open the desk with https, or on the computer that it runs on.
deskweb-go-on = Continue
deskweb-back = Back
deskweb-save = Save
deskweb-name = Account name
deskweb-password = Password
deskweb-code = Code
deskweb-code-title = Enter a code
deskweb-code-lead = Open your authenticator app and type the code it shows for this desk.
deskweb-code-fresh = What you are about to do needs a fresh code. Then you are back where you were.
deskweb-code-hint = Six digits. If you no longer have your authenticator, use one of your recovery codes.
deskweb-code-needed = Enter a code to make changes

## Why something was not done

deskweb-denied-wrong = The account name or the password is not right.
# $seconds: seconds to wait
deskweb-denied-wait = There were several wrong tries. Please wait { $seconds } s and try again.
deskweb-denied-busy = Many people are logging in just now. Please try again in a moment.
deskweb-denied-late = That took too long, or the log-in has ended. Please start again.
deskweb-denied-gone = This link no longer works.
deskweb-denied-code = That code is not right, or it was used before. Wait for the next one and try again.
deskweb-denied-no-account = There is no such account.
deskweb-denied-taken = An account with that name exists already.
deskweb-denied-name = Please choose another name: 2 to 32 lower-case letters, digits and hyphens.
deskweb-denied-roles = Please choose at least one role, in queues that exist.
deskweb-denied-not-yours = You cannot change this account or give these roles.
deskweb-denied-last = This is the only administrator of the office. Make another one first.
deskweb-denied-trouble = This could not be saved just now. Please try again.
# $least: fewest characters
deskweb-weak-short = Please use at least { $least } characters for the password.
# $most: most characters
deskweb-weak-long = Please use at most { $most } characters for the password.
deskweb-weak-guessable = This password is easy to guess. A short sentence of a few words is a good one.
deskweb-weak-differ = The two passwords are not the same.

## Welcome

deskweb-first-title = Set up the desk
deskweb-first-lead = You are the first administrator. Choose a name and a password, and connect an authenticator app.
deskweb-first-at-desk = I also answer cases, in all queues
deskweb-welcome-title = Welcome to the desk
deskweb-welcome-lead = Choose a password and connect an authenticator app. You need both each time you log in.
deskweb-welcome-done = Finish and log in
deskweb-name-hint = Lower-case letters, digits and hyphens, such as li-ming. Colleagues see it in the history of cases.
deskweb-password-new = New password
deskweb-password-again = New password again
deskweb-password-hint = At least 12 characters. A short sentence is easy to remember.
deskweb-password-old = Current password
deskweb-authenticator = Authenticator app
deskweb-authenticator-how = Scan this square with an authenticator app on your phone. It shows a new code every 30 seconds.
deskweb-authenticator-square = Square to scan with an authenticator app
deskweb-authenticator-typed = Cannot scan it? Type this key instead:
deskweb-code-first = The six digits that the app shows now
deskweb-gone-title = This link no longer works
deskweb-gone-what = It has been used, is older than a day, or was replaced by a newer one. Ask your administrator for another.
deskweb-codes-title = Your recovery codes
deskweb-codes-what = Each of them stands in for your authenticator once, for example when you lose your phone. Keep them apart from your password.
deskweb-codes-once = They are shown only now. Print this page or write them down.
deskweb-codes-kept = I have kept them
# $who: account
deskweb-link-title = Link for { $who }
deskweb-link-what = Give this link to the person in a way that nobody else can read. With it they set their password and their authenticator.
# $hours: hours
deskweb-link-hours = It is shown only now, works once, and for { $hours } hours.

## Own account

deskweb-account-title = My account
deskweb-language = Language of the desk
deskweb-log-ins = Where I am logged in
deskweb-log-in-browser = Browser
deskweb-log-in-address = Address
deskweb-log-in-made = Since
deskweb-log-in-seen = Last active
deskweb-log-in-end = End
deskweb-log-in-here = This one
deskweb-log-in-unknown = Unknown browser
deskweb-log-in-end-others = End all others
# $at: time
deskweb-time = { $at }
deskweb-safety = Password and codes
# $count: number of codes
deskweb-codes-left = Recovery codes left: { $count }
deskweb-codes-new = Make new recovery codes
deskweb-password-change = Change password
deskweb-authenticator-new = Set up a new authenticator
deskweb-done-password = Your password is changed. You are logged out everywhere else.
deskweb-done-recovery = You used a recovery code. If your authenticator is lost, set up a new one here.
deskweb-done-ended = Done. It is logged out.

## Staff

deskweb-staff-title = Staff
deskweb-state-ready = Active
deskweb-state-invited = Invited
deskweb-state-disabled = Disabled
deskweb-state-none = No account for the web
deskweb-act-enable = Enable
deskweb-act-disable = Disable
deskweb-act-reset = Reset password and authenticator
deskweb-act-invite = Invite
deskweb-role-clerk = Clerk
deskweb-role-supervisor = Supervisor
deskweb-role-auditor = Auditor
deskweb-role-administrator = Administrator
# $role: role; $queue: queue or queues
deskweb-role-in = { $role }: { $queue }
deskweb-roles = Roles
deskweb-roles-where = Queue
deskweb-roles-office = Whole office
deskweb-roles-change = Change roles
deskweb-roles-base = Roles from the settings file stay as they are. What you tick here is added.
deskweb-invite-title = Invite somebody
deskweb-invite-hint = The name of a clerk in the settings, or a new one of lower-case letters, digits and hyphens
