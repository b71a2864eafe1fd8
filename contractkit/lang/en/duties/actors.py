"""Each modal of a sentence with who it is said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contractkit.lang.en.duties.clauses import Subject
from contractkit.lang.en.duties.grants import Modal
from contractkit.lang.en.duties.main_clauses import around, opening, speaker, turned
from contractkit.lang.en.duties.modals import modals
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.nouns import NONE, OWNERS, PRONOUNS
from contractkit.lang.en.duties.people import is_person, mentioned, said
from contractkit.lang.en.duties.subjects import subject
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import COUPLES, PROMISES, RELATIVES, STRONG
from contractkit.lang.statements import Lead


@dataclass(frozen=True, slots=True)
class Acted:
    """A modal with its subject, and who that is: ``person`` if somebody who can be obliged.

    ``none``: the subject is "neither party" or "no Provider".
    """

    modal: Modal
    subject: Subject
    who: str
    person: bool
    none: bool

    @property
    def is_turned(self) -> bool:
        """Whether the subject follows its modal: in no event shall Payer"""
        return self.subject.start > self.modal.start and not self.subject.same


def acted(told: Sequence[Word], known: Names, lead: Lead | None) -> Iterator[Acted]:
    """Each modal with its subject; one that only goes on has that of the last main clause."""
    reader = _Reader(told, known, lead)
    for modal in modals(told):
        yield reader.read(modal)


class _Reader:
    """What the modals so far have told: the subject that the next may go on with."""

    def __init__(self, told: Sequence[Word], known: Names, lead: Lead | None) -> None:
        self.told, self.known = told, known
        self.led = lead is not None
        self.inherits = lead is not None and lead.modality != ""  # the verb of the lead goes on
        self.who = lead.who if lead else ""
        self.person, self.none = self.led, False
        self.past = 0  # where the words of the modal before end
        self.main = False  # whether there was a main clause
        self.depends = not self.led  # whether what only goes on depends on another clause
        self.chained = False  # whether the modal before depends, and none before it was a main one
        self.within: Subject | None = None  # the subject that the relative clause before is about

    def read(self, modal: Modal) -> Acted:
        """The modal with its subject."""
        inverted = turned(self.told, modal, self.known)
        here = inverted or self._placed(modal)
        if here.same:
            here = replace(here, depends=self.depends)
            if self.main and self.told[modal.start].low in PROMISES:
                self._agrees(modal.start)
        elif modal.owner and not here.depends:
            here = self._own(here, modal.owner)
        elif not here.depends:
            self._name(here, is_turned=inverted is not None)
        elif self.past == 0:
            self.depends = self.depends and not self.who
        self.main = self.main or not here.depends
        self.past = modal.end
        return Acted(modal, here, self.who, self.person, self.none)

    def _placed(self, modal: Modal) -> Subject:
        """The subject before the modal, in the light of the modals before it."""
        told, known = self.told, self.known
        if modal.goes_on:
            return Subject(modal.start, modal.start, modal.start, same=True)
        here = subject(told, modal.start, self.past, known)
        around_it = self.within if (here.depends or here.same) else None
        if around_it and not around_it.depends and not _leads_on(told, modal.start):
            here = around_it  # any fees that may be due shall
        apart = not here.depends and not here.same
        if self.chained and apart and told[here.start - 1].raw.lower() in COUPLES:
            here = replace(here, depends=True)  # where Payer shall pay and Provider shall deliver
        self.within = around(told, here, known) if here.depends else None
        self.chained = here.depends and (self.chained or not self.main)
        if here.same and self.past == 0 and not self.inherits:
            return opening(told, here, modal.start, known)
        return here

    def _name(self, here: Subject, *, is_turned: bool) -> None:
        """Say who the subject is that the modal has."""
        first = self.told[here.start].low
        before = self.who if self.person else ""
        of_thing = self.main and not self.person
        self.none = is_turned or first in ("no", "neither", "none", "nobody")
        self.person = is_person(self.told, here.start, here.end, self.known)
        who = said(self.told, here.start, here.end)
        if who.lower() in PRONOUNS:
            self.who = before or self._meant(here.start) or who
            self.person = self.person and not (of_thing and self.who.lower() == "it")
        else:
            self.who = _of_none(who) if self.none and not is_turned else _of_both(who)
        self.depends = False

    def _agrees(self, at: int) -> None:
        """Say who agrees, where another was named since: Payer warrants that B may pay, and agrees to"""
        who = speaker(self.told, at, self.known)
        if who and self.told[at - 1].low in COUPLES:
            self.who, self.person, self.none = who, True, False

    def _own(self, here: Subject, owner: tuple[int, int]) -> Subject:
        """Say who has a modal that names its owner; its subject, which is no noun phrase then."""
        start, end = owner
        words = [*self.told[start : end - 1], _of_whom(self.told[end - 1])]
        self.who = said(words, 0, len(words))
        self.person, self.none = is_person(words, 0, len(words), self.known), False
        if self.who in PRONOUNS:
            self.who = self._meant(start) or self.who
        self.depends = False
        return Subject(here.begin, here.start, here.start)

    def _meant(self, at: int) -> str:
        """Whom a pronoun means: who agrees to what it is said in, else who was named last."""
        return speaker(self.told, at, self.known) or mentioned(self.told, at, self.known)


def _of_whom(owner: Word) -> Word:
    """The owner's name without its possessive: Payer's -> Payer, your -> you."""
    name = OWNERS.get(owner.low) or owner.raw.removesuffix("s").rstrip("'’")
    if owner.low.endswith("s'"):
        name = owner.raw[:-1]
    return owner._replace(raw=name, low=name.lower())


def _leads_on(told: Sequence[Word], at: int) -> bool:
    """Whether "and", a relative or a mark right before word ``at`` says whose modal it is."""
    before = told[at - 1].low if at else ""
    return before in COUPLES or before in RELATIVES or before in STRONG


def _of_both(who: str) -> str:
    first, _, rest = who.partition(" ")
    both = first.lower() == "both" and " and " in rest
    return rest if (both or first.lower() == "only") and rest else who


def _of_none(who: str) -> str:
    """Who must not where "neither party" or "no Provider" shall: each party, Provider."""
    if who.lower() in NONE:
        return NONE[who.lower()]
    first, _, rest = who.partition(" ")
    if first.lower() == "none" or rest.startswith("of the "):
        rest = rest.removeprefix("of ")
    if rest in ("of them", "of us", "of you"):
        return f"each {rest}"
    rest = rest.removeprefix("the ")
    of_parties = rest.lower().startswith(("party", "parties")) and first.lower() != "none"
    return f"each {rest}" if of_parties else rest
