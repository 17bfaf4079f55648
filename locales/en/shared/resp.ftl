# The other party

resp-other-kind = Is the other side a person or an organisation?
    .label = Person or company
    .opt-natural = A person
    .also-natural = person | individual | sole trader
    .opt-legal = Company or legal entity
    .also-legal = company | firm | factory
    .opt-unincorporated = Partnership or similar
    .also-unincorporated = partnership | branch | unincorporated

resp-other-name = What is the other side called?
    .hint = As written on the sign, the packaging or the licence
    .label = Name of other side

resp-other-code = Do you know its unified social credit code?
    .hint = It has 18 characters and is on the business licence; web shops often show the licence on their front page.
    .label = Its credit code

resp-other-address = What is its address?
    .hint = Packaging often shows the maker's address, for example: 18 Some Road, Some City
    .label = Its address

resp-other-phone = Do you have its phone number?
    .hint = Perhaps it is on the packaging or in the shop.
    .label = Its phone

resp-other-district = Which district is it in?
    .hint = For example: Wuchang, Optics Valley. If it is not in Wuhan, name the city.
    .label = Its district
