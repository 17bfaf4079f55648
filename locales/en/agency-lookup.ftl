# Find a patent agency

agency-lookup = Find a patent agency
    .short = Find a patent agency
    .about =
        See whether a patent agency is in the register, with its code, status, address and phone.
        Type its name, its five-digit code, pinyin or a place.
        We list facts only: no ranking, no recommendations.

agency-lookup-words = Which agency are you looking for?
    .why = We list facts and rank nobody. To compare agencies, look at their attorneys, fields, prices and contracts.
    .hint = Part of the name, a five-digit code, pinyin or a place. For example: 42104, Optics Valley
    .label = Search

# $found-close, $found-suspicious, $found-general, $found-demo: yes or no; $found-count: number; $found-as-of: date of the register
agency-lookup-found = { $found-close ->
        [yes] There is no exact match: is it one of these?
       *[no] Which one would you like to see ({ $found-count } found)?
    }
    .why = { $found-suspicious ->
        [yes] Be careful: the name or code you typed does not match the register. Before you pay, ask to see the licence and check the full name and the code.
       *[no] We list facts only: no ranking, no recommendations.
    }
    .hint = { $found-demo ->
        [yes] This is a demonstration list, not the official register.
       *[no] Date of the register: { $found-as-of }
    }
    .label = Agency
    .item = { $name } ({ $code }) { $place }
    .opt-new-search = Search again
    .also-new-search = again | new search | another

agency-lookup-none = { $found-general ->
        [yes] "{ $words }" is too general. Please type a name, a five-digit code or a district.
       *[no] { $found-demo ->
            [yes] "{ $words }" is not in the demonstration list. The list is not complete, so this tells you nothing. Try another spelling.
           *[no]
            "{ $words }" is not in the register (date of the register: { $found-as-of }).
            Be careful: patent agencies need a licence by law. Before you pay, ask to see it, and check the full name and the five-digit code.
            It may also be spelt differently, so do try another spelling.
        }
    }

agency-lookup-gone = The register has just been updated, and this agency is no longer in it. Please search again.

agency-lookup-detail =
    <b>{ $agency-name }</b>
    English name: { $agency-name-en }
    Code: { $agency-code }
    Status: { $agency-status }
    Place: { $agency-place }
    Address: { $agency-address }
    Phone: { $agency-phone }
    E-mail: { $agency-email }
    Website: { $agency-website }
    Patent attorneys: { $agency-attorneys }
    Date of the register: { $agency-as-of }. Before you pay, check it against what CNIPA publishes.

agency-lookup-demo =
    <b>Please note: this is a demonstration list.</b> The official register has not been entered here yet, so do not use this to judge whether an agency is licensed.

agency-lookup-more = Would you like to look up anything else?
    .label = Next
    .opt-back-to-list = Back to the results
    .also-back-to-list = list | results
    .opt-new-search = Search again
    .also-new-search = again | new search | another
    .opt-done = No, thank you
    .also-done = thanks | thank you | enough | no | nothing | none
