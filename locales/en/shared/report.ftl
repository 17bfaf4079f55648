# With or without a name

report-how = Would you like to stay anonymous or give your name?
    .why = Both are looked into. With your name, we can tell you how it goes.
    .label = Named or not
    .opt-anonymous = Anonymously
    .also-anonymous = anonymous | no name | without my name
    .opt-named = With my name
    .also-named = named | give my name | my name

report-anonymity =
    Before you go on without a name:
    The case keeps no account, name or phone number. If you write through a chat service, that service itself knows your account.
    Photos and words can show who you are, so please check them first.
    We cannot contact you. Keep your receipt number and access code: with them you can follow the case.
