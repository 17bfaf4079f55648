# The desk of the staff on the web.

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
