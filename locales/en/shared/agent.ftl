# Who acts for the person

agent-has-agent = Is anyone acting for you?
    .hint = If a lawyer, a patent attorney or a member of your staff acts for you, say yes.
    .label = Agent

agent-agent-name = What is your agent's name?
    .hint = Two at most, for example: Anna Smith, Li Wei
    .label = Agent's name

agent-agent-firm = Which firm or organisation does your agent belong to?
    .hint = For example: the name of a patent agency. If none, skip this.
    .label = Agent's firm

agent-agent-phone = What is your agent's phone number?
    .hint = For example: 138 0000 0000
    .label = Agent's phone

agent-agent-power = How far does your agent's authority go?
    .why = To admit, give up or change what you ask for, or to settle, an agent needs special authority.
    .label = Agent's authority
    .opt-general = General authority
    .also-general = general
    .opt-special = Special authority
    .also-special = special | full powers

agent-power-of-attorney = Please send the power of attorney.
    .hint = A scan or photo of the signed or sealed paper will do.
    .label = Power of attorney
