# What is done, and where

place-acts = What does the other side do?
    .hint = You may choose several.
    .label = What they do
    .opt-make = Make it
    .also-make = make | produce | manufacture
    .opt-use = Use it
    .also-use = use | using
    .opt-offer = Offer it for sale
    .also-offer = offer | promote | display
    .opt-sell = Sell it
    .also-sell = sell | selling
    .opt-import = Import it
    .also-import = import | importing
    .opt-mark = Add a patent or brand mark
    .also-mark = mark | label | marking
    .opt-advertise = Advertise it
    .also-advertise = advertise | advertising | advert
    .opt-other = Something else
    .also-other = other

place-place-kind = Where did you come across it?
    .why = The office for the place where it happens deals with it, so we ask for the place first.
    .label = Kind of place
    .opt-shop = Shop
    .also-shop = store | supermarket | pharmacy | mall
    .opt-factory = Factory or warehouse
    .also-factory = factory | plant | warehouse | workshop
    .opt-market = Wholesale or street market
    .also-market = market | wholesale market
    .opt-exhibition = Trade fair
    .also-exhibition = exhibition | expo | fair
    .opt-online = Online
    .also-online = internet | web shop | taobao | jd | pinduoduo | douyin | livestream
    .opt-customs = Import or export
    .also-customs = customs | border | import | export
    .opt-other = Somewhere else
    .also-other = other | elsewhere

place-platform = Which platform and which shop?
    .hint = For example: Taobao, shop name as shown on the page
    .label = Platform and shop

place-links = Can you send the link to the product or the shop?
    .hint = Tap "Share" on the product page, choose "Copy link" and paste it here; one link per line.
    .label = Link

place-district = Which district is it in?
    .hint = A district, a zone or a landmark will do: Wuchang, Optics Valley, Hanzheng Street. If it is not in Wuhan, name the city.
    .label = District

place-expo = Which trade fair, and which stand?
    .hint = For example: name of the fair, hall A3, stand 12
    .label = Fair and stand

place-address = Where exactly is it?
    .hint = Shop name and street number, or how to get there. For example: 18 Some Road, ground floor, the hardware shop
    .label = Exact place

place-found-on = When did you notice it?
    .hint = Roughly will do, for example: yesterday, 3 Nov, 2026-11-03
    .label = Day noticed

place-ongoing = Is it still going on?
    .label = Still going on
