"""All that differs between languages, as one object of data and small functions.

A stage asks the ``Language`` that an agreement is written in; none compares its code. ``lang/zh`` and
``lang/en`` fill the same fields from modules of the same names; one contract test runs over both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from contractkit.lang.lexicon import Lexicon
from contractkit.lang.numbering import Numbering
from contractkit.lang.statements import Statements
from contractkit.lang.texts import Mention, Normalized, Token
from contractkit.lang.value import Value


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
