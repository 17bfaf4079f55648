# Texts that are used on Telegram only

# Descriptions of commands, 3 to 60 signs
command-start = Open the counter
command-new = Choose a service
command-status = Follow a case, add papers, withdraw
command-human = Talk to staff
command-back = Previous question
command-cancel = Cancel the form
command-language = Change language 换语言
command-privacy = Personal data notice
command-mydata = My data
command-help = Help

bot-name = IP Office Counter
bot-description =
    Automatic counter of the city's intellectual property office: report a counterfeit patent, ask for help with your rights, find a patent agency, follow your case, or talk to our staff.
    You may stay anonymous. Use Chinese or English, and switch whenever you like.
    Press "Start" and answer one question at a time.
bot-short-description = Report counterfeit patents, ask for help, find an agency, follow your case. In Chinese and English.

# Button above an empty list: leads into the counter
telegram-inline-open = Look up an agency in the counter
telegram-inline-none = Not in the register: take care, check before you pay
# $code: code; $place: place
telegram-inline-item = { $code } · { $place }
# $name: name; $code: code; $place: place; $as-of: date of the register
telegram-inline-text =
    <b>{ $name }</b>
    Code: { $code }
    Place: { $place }
    Date of the register: { $as-of }
telegram-inline-demo = Demonstration list, not the official register
