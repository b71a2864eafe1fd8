"""The words that a contract of a language turns on: tables and patterns, filled by ``lang/zh`` and ``lang/en``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


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
