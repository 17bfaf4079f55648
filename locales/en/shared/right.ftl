# The right in question

right-ip-type = What kind of right is it about?
    .label = Kind of right
    .opt-invention = Invention patent
    .also-invention = invention | patent for invention
    .opt-utility-model = Utility model patent
    .also-utility-model = utility model
    .opt-design = Design patent
    .also-design = design | industrial design
    .opt-trademark = Trademark
    .also-trademark = brand | trade mark | registered trademark
    .opt-gi = Geographical indication
    .also-gi = gi
    .opt-trade-secret = Trade secret
    .also-trade-secret = know-how | secret
    .opt-layout-design = IC layout design
    .also-layout-design = layout design | chip layout | topography
    .opt-copyright = Copyright, including software
    .also-copyright = copyright | software
    .opt-plant-variety = Plant variety
    .also-plant-variety = variety | seed

right-right-number = What is the patent number or trademark registration number?
    .why = With the number, staff can look up whether the right is in force.
    .hint = A patent, for example: ZL 2024 1 1234567.5; for a trademark, the registration number.
    .label = Patent or trademark number

right-right-title = What is the title of the patent or the name of the trademark?
    .hint = For example: folding cup
    .label = Title or name

right-right-holder = Who owns the right?
    .hint = For example: the name of a company
    .label = Right holder
