"""The words by which English duties are told, as tables of words and phrases in small letters."""

from __future__ import annotations


def table(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


def _phrases(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases.split(","))


# -- modals ------------------------------------------------------------------------------------

MODALITIES = {"shall": "must", "will": "must", "must": "must", "may": "may", "cannot": "must_not"}
BEING = table("is are")
HAVING = table("has have")
PROMISES = table("agree agrees undertake undertakes covenant covenants commit commits")
# After "be": what it then obliges, forbids or permits to, before its "to", "for" or "from".
BOUND_TO = {
    **dict.fromkeys(("required", "obligated", "obliged", "directed", "instructed", "bound"), ("must", "to")),
    **dict.fromkeys(("responsible", "accountable"), ("must", "for")),
    **dict.fromkeys(("entitled", "permitted", "allowed", "free", "authorized", "authorised", "empowered"), ("may", "to")),
    **dict.fromkeys(("prohibited", "precluded", "restrained", "barred", "forbidden"), ("must_not", "from")),
}  # fmt: skip
# After "have" and adjectives: the noun, what it gives, and what "no" before it gives.
HELD = {
    **dict.fromkeys(("right", "rights", "option", "authority", "power", "discretion", "liberty", "privilege", "access", "opportunity"), ("may", "must_not")),
    **dict.fromkeys(("license", "licence"), ("may", "must_not")),
    **dict.fromkeys(("obligation", "duty", "responsibility", "obligations"), ("must", "")),
    **dict.fromkeys(("liability", "liabilities", "interest", "claim", "recourse", "effect", "meaning", "meanings", "force",
                     "jurisdiction", "duration", "term", "title", "bearing", "remedy", "standing", "time"), ("", "")),
}  # fmt: skip
CONFERRED = table(
    "authorized authorised empowered directed instructed"
)  # hereby: no duty but an act
DENIED = {"must": "", "may": "must_not", "must_not": ""}  # what "not" makes of being bound to
RIGHT_ASIDES = table(
    "in at on upon with without during under subject"
)  # the right, at its cost, to
GRANTED = table(
    "authority discretion sole exclusive final complete full"
)  # has … to, without an article
# What one warrants to have the power to do: has full authority to execute
WARRANTED = table("enter execute perform deliver grant convey own conduct carry make consummate")
LENGTHS = table("day days week weeks month months year years hours")
WHILE = table("during at upon in from under")  # permitted during the Term to
NOT_HELD = table("; : (#) to in by with that which for at under")  # what is had stands before these
HELD_TO = table(", and or but not the any a an other")  # between what is had and what it is for
PROMISED = table("to not may shall will must cannot")  # before "agree to": may agree to
GOES_WITH = table("not and with each other the")  # between "agree" and "to"
ADVERBS = table(
    "also then thereafter further hereby each both all together once always never not only still again otherwise"
    " only just simply merely jointly forthwith thereupon hereafter instead likewise first either itself themselves"
)
LY_NOUNS = table(
    "supply apply reply family assembly comply july rely fly multiply imply ally daily anomaly monopoly"
)
# Phrases that may stand between a modal and its verb, or between a subject and its modal.
PHRASES = _phrases(
    "in that case, in such case, in that event, in such event, in this case, in this event, at all times"
    ", at any time, from time to time, in good faith, at no time, in no event"
    ", under no circumstances, in no way, in no case, at its option, at its sole option"
    ", in its sole discretion, at its sole discretion, in its discretion, at its discretion"
    ", at its own expense, at its expense, at its cost, at its own cost, at its sole expense"
    ", in addition, as well, in turn, in any event, by way of, if possible, as applicable"
    ", at the same time, no longer"
)
NEVER = frozenset(
    _phrases(
        "at no time, in no case, in no event, in no instance, in no way, under no circumstance"
        ", under no circumstances, no longer"
    )
)
NEGATIVE = table("not never neither nor")
# "and not" before these forbids nothing: not later than, not only, not by way of limitation.
NOT_VERBS = table(
    "less later more only limited merely by for in on at a an the as if otherwise subject withstanding"
    " yet so any including necessarily solely of with to exceeding fewer before until unless after earlier"
    " been being such its their his because due under from when joint jointly several severally per all"
)

# -- what a clause begins and ends with ----------------------------------------------------------

STRONG = table("; : — (#) .")
COUPLES = table("and or but nor")
SUBORDINATORS = table(
    "if unless when whenever where whereas until because whether once since whereby"
    " although though while as than should were how why wherever lest"
)
RELATIVES = table("which who whom whose that whoever whatever whichever")
CONTACT = table("extent event way manner time date moment case")  # to the extent Provider may
PREPOSITIONS = table(
    "of in for to by from with within under upon on at after before during between among against without through until"
    " notwithstanding regarding concerning following pursuant prior except besides into over per via throughout than"
    " subject including toward towards beyond about above across behind below despite amongst unto onto outside inside"
    " relating as plus not given based"
)
# A clause follows "that" after one of these, and is one of its own.
SAYS = table(
    "agree agrees agreed agreeing acknowledge acknowledges acknowledged understand understands understood provided"
    " covenant covenants warrant warrants represent represents however requirement condition confirm confirms"
    " undertake undertakes recognize recognizes recognise recognises stipulate stipulates guarantee guarantees certify certifies declare declares"
    " understanding conditions basis notice fact exception further provide provides requires proviso except and providing also note notes promise promises promised resolved advised save"
)
LOOSE = table(
    "provided however therefore accordingly then further furthermore moreover additionally thereafter otherwise but and or"
    " nor yet so also likewise similarly hence consequently only now finally rather"
    " except providing conversely alternatively thereupon whereupon still"
)
DETERMINERS = table(
    "the a an each any either neither no such all both every this these those its their his her our your my said some"
    " another certain none"
)
FINITE = table(
    "is are covenants covenant acknowledge undertakes undertake understand warrant represent was were has have had does do did been can would could should might shall will may must cannot agrees agree"
    " acknowledges represents warrants understands requires provides receives fails owns uses wishes elects desires deems"
    " occurs becomes exists applies constitutes includes makes gives sells pays terminates breaches believes determines"
    " intends contains means survives ceases decides notifies requests chooses holds relates arises remains purchases"
    " delivers performs begins expires ends commences bears retains grants assigns knows considers proposes creates seeks"
    " became made gave gets takes shows states says allows permits enables causes results resulted prevents arose enters"
    " intend expect believe recognize recognise needs wants lacks recognizes recognises distributes serves retain disclaims waives consents approves submits"
)
SPEAKERS = table("you we they i hereby")  # a verb follows
COMPANY = table(
    "inc inc. llc ltd l.l.c l.p lp corp n.a b.v s.a plc gmbh p.c co llp ag nv sa pte limited"
)
