"""What a language knows of the statements of a contract: its sentences, duties, terms, definitions.

``Statements`` is one field of a ``Language``; zh and en fill it from modules of the same names. What
is a table here (terms, types) is read by one engine in ``extract``; what grammar decides (duties,
parties, definitions) is a function of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from contractkit.lang.texts import Token
from contractkit.lang.value import Value

Side = Literal["after", "before", "end", "any"]
Where = Literal["front", "closing", ""]


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, prohibition or permission: ``text[start:end]`` from who to the end of what.

    ``modality`` is ``must``, ``must_not`` or ``may``; ``who`` is "" where the text leaves it open.
    ``deadline`` is a normal form with its comparator (``<=P30D``), or the text's word (promptly).
    """

    who: str
    modality: str
    what: str
    start: int
    end: int
    rule: str
    deadline: str = ""
    trigger: str = ""
    condition: str = ""
    exception: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """What introduces a list: the actor and the modality that its items inherit."""

    who: str
    modality: str


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a text names it: ``title`` is how the agreement calls it from then on."""

    title: str
    name: str
    start: int
    end: int
    rule: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Defined:
    """A term that ``text[start:end]`` defines, with the words of its meaning ("" if none follow)."""

    term: str
    start: int
    end: int
    meaning: str
    rule: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a value bounds: the measure, the level or kind of care that it is set for ("" for all).

    ``op`` is the comparator where it does not stand at the value: 不少于总床位的10%.
    """

    name: str
    applies: str
    op: str = ""


@dataclass(frozen=True, slots=True)
class TermRule:
    """How a term of the agreement (its end, its law) is told from a sentence.

    A sentence tells it when every pattern of ``needs`` is found in it and ``unless`` is not;
    ``heading`` must be found in the clause's heading when it is given. The value is the first of
    kind ``reads`` beside the last pattern's match, on ``side`` (after it begins, from its end on, before
    it ends) and before what ``until`` finds; else what ``says`` finds, or a
    pattern's group, which also counts where it stands before that value. ``where`` it is told: before the clauses or at their beginning (front),
    after them or at their end (closing), or anywhere. A rule without a value in
    its sentence tells nothing when ``strict``. Of rules for one name, the first that tells counts
    when ``single``.
    """

    name: str
    rule: str
    needs: tuple[re.Pattern[str], ...]
    reads: tuple[str, ...] = ()
    side: Side = "any"
    until: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    says: re.Pattern[str] | None = None
    heading: re.Pattern[str] | None = None
    where: Where = ""
    strict: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class TypeRule:
    """A type of clause that words can tell: every one of ``needs`` in a sentence, not ``unless``."""

    name: str
    needs: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """What a language knows of the statements of a contract.

    ``duties`` takes a sentence, the lead of the list that it is an item of, and the names of the
    parties; ``lead`` says what a text introduces. ``parties`` reads the beginning of an agreement.
    ``defined`` finds definitions, ``quoted`` the terms that a text uses as if they were defined.
    ``capitals`` the phrases that it sets in capitals as defined terms are, beyond those that are
    known; none in a script without capitals.
    ``indices`` finds bounds without a unit (a ratio of at least 1.2), which are no values;
    ``measure`` says what a value of a text bounds, None when it is no threshold.
    ``recitals``: whether what stands before the clauses only tells why they are agreed.
    """

    sentences: Callable[[str], tuple[Token, ...]]
    duties: Callable[[str, Lead | None, Sequence[str]], tuple[Duty, ...]]
    lead: Callable[[str, Sequence[str]], Lead | None]
    parties: Callable[[str], tuple[Named, ...]]
    defined: Callable[[str], tuple[Defined, ...]]
    quoted: Callable[[str], tuple[Token, ...]]
    capitals: Callable[[str, tuple[str, ...]], tuple[Token, ...]]
    indices: Callable[[str], tuple[Value, ...]]
    measure: Callable[[str, Value], Measured | None]
    terms: tuple[TermRule, ...]
    types: tuple[TypeRule, ...] = ()
    recitals: bool = False
