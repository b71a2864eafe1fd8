"""What a draft leaves open: blanks in its clauses and on its cover, parties without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contractkit.compare.signs import blanks
from contractkit.compare.speaker import Speaker
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Finding, Unit


def openings(
    draft: Agreement, units: Sequence[Unit], language: Language, speaker: Speaker
) -> Iterator[Finding]:
    """One finding for all that must be filled in before anybody signs; none where nothing is open.

    The signature page is left out: it is blank until then.
    """
    titles = [
        party.title for party in draft.parties if party.title and not party.name.strip("_＿ ")
    ]
    open_units = [
        unit
        for unit in units
        if unit.kind in ("preamble", "clause", "attachment") and _is_open(unit.text, language)
    ]
    if not titles and not open_units:
        return
    labels = speaker.labels
    parts = []
    if titles:
        named = labels["and"].join(dict.fromkeys(titles))
        parts.append(labels["open.parties"].format(parties=named))
    if open_units:
        where = labels["and"].join(dict.fromkeys(f"“{speaker.name(unit)}”" for unit in open_units))
        parts.append(labels["open.clauses"].format(clauses=where))
    message = labels["finding.open"].format(parts=labels["and"].join(parts))
    clause = open_units[0].name if open_units else ""
    yield Finding("open", "low", clause, message)


def _is_open(text: str, language: Language) -> bool:
    """Whether the text has a blank; its values are read only where one of them may be a date's."""
    values = language.values(text) if language.lexicon.open_date.search(text) else ()
    return next(blanks(text, values), None) is not None
