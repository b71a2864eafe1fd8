"""All that differs between languages, as one object of data and small functions.

A stage asks the ``Language`` that an agreement is written in; none compares its code. ``ZH`` and
``EN`` fill the same fields from modules of the same names, and one contract test runs over both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from contractkit.lang.statements import Statements


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text made comparable, and for each of its characters the offset it came from.

    ``offsets`` has one entry more than ``text``: the last is the length of the source.
    """

    text: str
    offsets: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of characters ``start`` to ``end`` of the normalised text."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


class Token(NamedTuple):
    """A token of the text as it stands: ``text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a text states, normalised.

    ``kind`` is one of ``KINDS``; ``value`` its normal form (``P15Y``, ``P3BD``, ``PT6H``,
    ``P3M..P12M``, ``3%``, ``3..5``, ``10000..50000``, ``2021-05-01``, ``20__-__-__``); ``op`` its
    comparator, one of ``>= <= > < ~`` or "" for exactly; ``start`` and ``end`` where it stands in the
    text. ``unit`` is a currency, what is counted or a code's scheme, and what it is paid by after a
    slash: ``CNY``, ``visit``, ``NPI``, ``USD/member/month``, ``/day`` of a percentage; ``MDY`` is a date
    in figures whose month was read first and might stand second. ``conflict`` is the other value that
    the text gives: what its words say where its figures differ, a code with the check digit that is
    right for it (``?`` where none is); "" for no conflict.
    """

    kind: str
    value: str
    op: str
    text: str
    start: int
    end: int
    unit: str = ""
    conflict: str = ""


KINDS = (
    "date",
    "date_blank",
    "duration",
    "money",
    "percent",
    "multiple",
    "score",
    "count",
    "clause",
    "code",
    "phone",
    "email",
    "address",
)


class Mention(NamedTuple):
    """A word of the lexicon in a text: ``kind`` is its table (``modality``), ``key`` its row."""

    kind: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A clause number at the start of a text, by one reading of it.

    ``length`` counts the characters that it takes, with the space after it.
    """

    scheme: Scheme
    path: tuple[int, ...]
    text: str
    length: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to number clauses, such as 第X条 or (a).

    ``pattern`` matches at the start of a text, its group 1 the number, read by ``read`` into a path.
    ``rank`` orders the schemes whose place in the tree is fixed (0 is the highest); lists have none
    and nest as they come. ``holds_clauses`` is a chapter or an attachment; ``sectional`` makes a
    clause of its own even inside a numbered one. ``explicit`` needs no neighbour to be believed.
    ``dotted`` numbers are the levels of one scheme, 1. above 1.1 above 1.1.1.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Any], tuple[int, ...] | None]
    rank: int | None = None
    holds_clauses: bool = False
    sectional: bool = False
    explicit: bool = False
    attachment: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Joint:
    """A place inside a text where a numbered clause may begin: ``text[at:]`` starts with a number.

    ``sure`` when a sentence or a gap ends before it; else it may stand after a heading, or be part
    of a sentence.
    """

    at: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """The clause numbers of a language: how they are read, and how ours are printed.

    ``printed`` maps a role (``chapter``, ``clause``, ``item``, ``subitem``, ``attachment``,
    ``attachment_clause``) to a function from the number's path to its label.
    """

    schemes: tuple[Scheme, ...]
    printed: Mapping[str, Callable[[tuple[int, ...]], str]]
    cite: Callable[[str, tuple[str, ...], str], str]
    """From a clause's label, its items' labels and its attachment's label to a citation of it."""
    clauses_run_on: bool
    """Whether clauses are numbered through all chapters (第一条 …) or within each (1.1, 2.1)."""
    joints: Callable[[str], Iterator[Joint]]
    """The places inside a text where a number stands that is not cited there."""

    def parse(self, text: str) -> tuple[Label, ...]:
        """Every reading of the number that ``text`` starts with; none if it starts with none."""
        found = []
        indent = len(text) - len(text.lstrip())
        for scheme in self.schemes:
            match = scheme.pattern.match(text, indent)
            path = scheme.read(match[1]) if match else None
            if match and path:
                found.append(Label(scheme, path, match[0].strip(), match.end()))
        return tuple(found)

    def label(self, role: str, path: tuple[int, ...]) -> str:
        """The number ``path`` as this language prints it for ``role``."""
        return self.printed[role](path)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that a contract of this language turns on.

    ``words`` are tables of rows of words: ``modality`` (must, must_not, may), ``negation``,
    ``exception``, ``condition``, ``scope``, ``party``, ``comparator``, ``conjunction``; the
    ``method`` of payment; what starts a deadline (``start``); ``definition``; which text prevails
    and in which sequence (``precedence``); what makes an added clause a ``risk``; and ``plain``, words that hold one of the others and mean something else.
    ``synonyms`` are rows of words that say the same, ``spellings`` rows of stems that are the same
    word. ``parties`` maps each title (甲方, Payer) to a role. The patterns find, at the start of a
    paragraph: ``party`` (group 1 the title, 2 the name), ``title`` (the name of an agreement),
    ``part`` (a new agreement in the same file), ``closing`` (a signature block), ``caption`` (a
    heading in brackets or run in with the text; group 1 the heading), ``heading`` (a text short and
    plain enough to be a heading), ``bare_heading`` (a line that reads as one though nothing sets it
    apart), ``recital`` (why the parties agree); in a heading: ``definitions`` (of a clause that
    says what words mean).

    For references: ``relative`` maps words such as 前款 to a level (``clause``, ``paragraph``) and a
    step from where they stand; ``foreign_before`` and ``foreign_after`` match the text beside a
    number that belongs to another document; ``within`` are the words that may stand between a
    clause and its attachment. ``defines`` finds the words of a paragraph that says what a term means,
    ``borrows`` those by which an agreement takes over the terms of another, ``quoted`` a stretch in
    quotation marks (group 1). ``light`` are words that may come and go without a change of meaning.

    A look is cheaper than reading the values of a text: ``cites`` is found in every text that cites
    a clause by its number, ``open_date`` in every text that leaves a date to be filled in.
    """

    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    parties: Mapping[str, str]
    synonyms: tuple[tuple[str, ...], ...]
    spellings: tuple[tuple[str, ...], ...]
    party: re.Pattern[str]
    title: re.Pattern[str]
    part: re.Pattern[str]
    closing: re.Pattern[str]
    caption: re.Pattern[str]
    heading: re.Pattern[str]
    bare_heading: re.Pattern[str]
    recital: re.Pattern[str]
    definitions: re.Pattern[str]
    relative: Mapping[str, tuple[str, int]]
    foreign_before: re.Pattern[str]
    foreign_after: re.Pattern[str]
    within: tuple[str, ...]
    cites: re.Pattern[str]
    open_date: re.Pattern[str]
    defines: re.Pattern[str]
    borrows: re.Pattern[str]
    quoted: re.Pattern[str]
    light: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: all that a stage may ask of it.

    ``normalize`` makes texts comparable and maps back, ``plain`` does so without the way back;
    ``tokens`` cuts a text for a diff (words in Latin script, single characters in Chinese, numbers
    whole); ``words`` cuts it for likeness and search; ``sentences`` are the sentences; ``mentions``
    the words of the lexicon that it uses; ``variants`` those that another word may stand for, with
    the row of ``synonyms`` or ``spellings`` as their key; ``values`` the values it states;
    ``format_value`` prints one; ``labels`` are the words of our own reports; ``locale`` is that of
    spell-checkers.
    """

    code: str
    locale: str
    normalize: Callable[[str], Normalized]
    plain: Callable[[str], str]
    tokens: Callable[[str], tuple[Token, ...]]
    words: Callable[[str], tuple[str, ...]]
    sentences: Callable[[str], tuple[Token, ...]]
    mentions: Callable[[str], tuple[Mention, ...]]
    variants: Callable[[str], tuple[Mention, ...]]
    values: Callable[[str], tuple[Value, ...]]
    format_value: Callable[..., str]
    numbering: Numbering
    beside: Numbering
    """The numbering in an agreement in two columns, where both count alike: clauses run on."""
    lexicon: Lexicon
    labels: Mapping[str, str]
    run_in_headings: bool
    """Whether a heading stands in the first paragraph of its clause, as in English agreements."""
    share: Callable[[str], float]
    """The share of a text that is in this language's script, 0 to 1."""
    read_statements: Callable[[], Statements]
    """What ``statements`` gives: half of a language's patterns, built when facts are asked for."""

    @property
    def statements(self) -> Statements:
        """What it knows of the statements of a contract: duties, terms, definitions."""
        return self.read_statements()


def fold(text: str, piece: Callable[[str], str]) -> Normalized:
    """The text with each character as ``piece`` has it, which may be nothing, or several."""
    out: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for folded in piece(character):
            out.append(folded)
            offsets.append(offset)
    offsets.append(len(text))
    return Normalized("".join(out), tuple(offsets))


def folded(character: str, table: Mapping[int, str]) -> str:
    """A character by NFKC, lower case and ``table``; nothing for white space."""
    pieces = unicodedata.normalize("NFKC", character).casefold().translate(table)
    return "".join(piece for piece in pieces if not piece.isspace())


class Pieces(dict[int, str]):
    """For ``str.translate``: what ``piece`` makes of each character, asked once."""

    def __init__(self, piece: Callable[[str], str]) -> None:
        super().__init__()
        self._piece = piece

    def __missing__(self, code: int) -> str:
        self[code] = self._piece(chr(code))
        return self[code]
