# The first screen: what the counter is and who runs it

home-greeting =
    Welcome to the city's intellectual property office. This automatic counter is open day and night.
    Here you can report a problem, ask for help, look things up and follow your case. Our staff deal with what you send and reply to you.

# $words: the office's own words
announcement = <b>Notice</b>: { $words }

# $name: name of the office
office-line = This counter is run by { $name }.
office-line-demo = This is a demonstration. The operator has not entered the name of an office yet.
# $hours: office hours
office-hours = Office hours: { $hours }
# $phone: telephone number
office-phone = Telephone: { $phone }
# $address: address
office-address = Address: { $address }
office-missing = The operator has not entered this yet
# Used where the name is not known
office-nameless = the office
# $zh: in Chinese; $en: in English
in-language = { $en }

# What the departments are called when the settings give no name
queue-ENF = IP protection and enforcement
queue-AID = Rights assistance
queue-UTIL = Use and promotion of IP
queue-INFO = Patent information service
queue-FUND = IP funds
queue-PLAN = Planning and policy
queue-PUBS = Publicity and training
queue-INTL = Foreign-related IP
queue-AGCY = Supervision of patent agencies
queue-DESK = Service desk
# $place: name of the district
queue-district = Market supervision, { $place }
# $id: code of the department
queue-other = Department { $id }

menu-report = Report or ask for help
    .question = Would you like to report something or ask for help?
menu-find = Look something up
    .question = What would you like to look up?
menu-follow = Follow my case
    .question = What would you like to see?
menu-use = Licence, trade, finance
    .question = What would you like to do?
menu-firms = For firms and institutes
    .question = What do you need?
menu-more = More
    .question = What else would you like to do?
# $service: name of the service; $about: what it is for
menu-line =
    <b>{ $service }</b>
    { $about }
# $service: name of the service; $about: first line of what it is for
menu-line-brief =
    <b>{ $service }</b>
    { $about }
