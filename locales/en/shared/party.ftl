# Who asks

party-party-kind = In what capacity are you writing?
    .label = Capacity
    .opt-natural = As a private person
    .also-natural = person | individual | myself | sole trader
    .opt-legal = For a company or legal person
    .also-legal = company | firm | university | institution
    .opt-unincorporated = For a partnership or the like
    .also-unincorporated = partnership | branch | unincorporated

party-region = Where are you from?
    .label = Country or region
    .opt-mainland = Mainland China
    .also-mainland = mainland | china | wuhan
    .opt-hong-kong = Hong Kong
    .also-hong-kong = hk | hong kong, china
    .opt-macao = Macao
    .also-macao = macau | macao, china
    .opt-taiwan = Taiwan
    .also-taiwan = taiwan, china
    .opt-abroad = Abroad
    .also-abroad = foreign | overseas | other country

party-country = Which country is it?
    .hint = For example: Germany
    .label = Country

party-name = What is your name, or the name of your organisation?
    .hint = As it stands on your papers or business licence, for example: Zhang San
    .label = Name

party-name-abroad = What is the name in its original language?
    .hint = As registered, for example: Example GmbH
    .label = Original name

party-id-type = Which identity document do you use?
    .label = Document
    .opt-resident-id = Chinese resident identity card
    .also-resident-id = identity card | id card
    .opt-passport = Passport
    .also-passport = foreign passport
    .opt-hk-mo-permit = Hong Kong or Macao travel permit
    .also-hk-mo-permit = home return permit
    .opt-tw-permit = Taiwan travel permit
    .also-tw-permit = taiwan compatriot permit
    .opt-foreign-pr-card = Permanent residence card
    .also-foreign-pr-card = green card | permanent residence
    .opt-uscc = Unified social credit code
    .also-uscc = credit code | business licence
    .opt-foreign-registration = Registration abroad
    .also-foreign-registration = certificate of incorporation | register extract
    .opt-other = Another document
    .also-other = other

party-id-number = What is the number of the document?
    .why = It proves who you are. It is kept encrypted, and only the last four signs are shown.
    .hint = As printed on the document; capitals do not matter.
    .label = Document number

party-legal-head = Who is the legal representative or head, and in what post?
    .hint = For example: Li Si, general manager
    .label = Head

party-contact = How can we reach you: a phone number or an e-mail address?
    .why = We use it only for this matter.
    .hint = For example: 138 0000 0000 or name@example.com
    .label = Contact

party-phone = What is your phone number?
    .hint = For example: 138 0000 0000; from abroad with the country code, such as +49 30 123456
    .label = Phone

party-email = What is your e-mail address?
    .hint = For example: name@example.com
    .label = E-mail

party-post-address = At which address can you receive letters?
    .hint = For example: Room 301, Building 2, 18 Some Road, Hongshan District, Wuhan
    .label = Address

party-home-district = Which district is that address in?
    .hint = For example: Hongshan, Hanyang, East Lake High-tech. If it is not in Wuhan, name the city.
    .label = District

party-reply-language = In which language shall we answer you?
    .label = Language of reply
    .opt-chinese = Chinese
    .also-chinese = mandarin
    .opt-english = English
    .also-english = in english
