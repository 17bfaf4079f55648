# Who asks

party-party-kind = Are you writing for yourself or for an organisation?
    .label = Person or organisation
    .opt-natural = Myself
    .also-natural = person | individual | myself | sole trader
    .opt-legal = Company or legal entity
    .also-legal = company | firm | university | institution
    .opt-unincorporated = Partnership or similar
    .also-unincorporated = partnership | branch | unincorporated

party-region = Where are you, or your organisation, from?
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
    .hint = As on your identity document or business licence, for example: Anna Smith or Example Ltd
    .label = Name

party-name-abroad = How is the name written in its original language?
    .hint = As registered, for example: Example GmbH
    .label = Original name

party-id-type = Which identity document do you use?
    .label = Identity document
    .opt-resident-id = Chinese identity card
    .also-resident-id = identity card | id card
    .opt-passport = Passport
    .also-passport = foreign passport
    .opt-hk-mo-permit = Hong Kong/Macao permit
    .also-hk-mo-permit = home return permit
    .opt-tw-permit = Taiwan travel permit
    .also-tw-permit = taiwan compatriot permit
    .opt-foreign-pr-card = Permanent residence card
    .also-foreign-pr-card = green card | permanent residence
    .opt-uscc = Credit code (China)
    .also-uscc = credit code | business licence
    .opt-foreign-registration = Foreign registration
    .also-foreign-registration = certificate of incorporation | register extract
    .opt-other = Another document
    .also-other = other

party-id-number = What is the number of the document?
    .why = It proves who you are. It is kept encrypted, and only the last four characters are shown.
    .hint = As printed on the document; capital or small letters, both are fine.
    .label = Document number

party-legal-head = Who is the legal representative or head, and what is their position?
    .hint = For example: Anna Smith, managing director
    .label = Head

party-contact = How can we reach you: a phone number or an e-mail address?
    .why = We use it only for this matter.
    .hint = For example: 138 0000 0000, +49 30 123456 or name@example.com
    .label = Contact

party-phone = What is your phone number?
    .hint = For example: 138 0000 0000. If it is outside China, add the country code: +49 30 123456
    .label = Phone

party-email = What is your e-mail address?
    .hint = For example: name@example.com
    .label = E-mail

party-post-address = At which address can you receive letters?
    .hint = For example: Room 301, 18 Some Road, Hongshan District, Wuhan. If it is abroad, add the country.
    .label = Postal address

party-home-district = Which district is that address in?
    .hint = For example: Hongshan, Hanyang, East Lake High-tech. If it is not in Wuhan, name the city.
    .label = District

party-reply-language = In which language shall we answer you?
    .label = Language of reply
    .opt-chinese = Chinese
    .also-chinese = mandarin
    .opt-english = English
    .also-english = in english
