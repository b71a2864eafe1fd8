"""Extractions -> a workbook: an overview and a sheet for each kind of fact; or one CSV file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from contractkit.lang import language as language_of
from contractkit.model.extraction import FACTS, Extraction, Fact
from contractkit.report.extraction.readings import beside, called, detail, reading
from contractkit.sheets import Table, csv_file, workbook

COLUMNS = ("file", "clause", "scope", "name", "value", "op", "text", "rule", "confidence")
PLACES = ("start", "end")
ALWAYS = ("file", "clause", "value", "text")  # columns that stand though they be empty
NUMBERS = (
    "money",
    "count",
    "multiple",
    "score",
    "threshold",
)  # kinds whose values are counted with
TIMES = {"H": "PT{}H", "MIN": "PT{}M", "S": "PT{}S"}  # of a threshold's unit, its normal form
READ = ("duration", "term", "threshold")  # kinds whose durations are said in words too
FIRST_YEAR = 1900  # of Excel's calendar
MOST_DIGITS = 15
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
OVERVIEW = (
    "title", "agreement_date", "effective_date", "expiration_date", "term", "renewal_term",
    "renewal_notice", "termination_notice", "governing_law", "dispute_resolution", "payment",
)  # fmt: skip


def extraction_xlsx(extractions: Sequence[Extraction]) -> bytes:
    """An overview with a row a file; then a sheet a kind, a row a fact, file by file.

    The heads are in the first file's language. Dates and numbers are cells of their type, durations
    stand in words beside their normal form, and a column that says nothing is left out.
    """
    labels = _labels(extractions)
    tables = [_overview(extractions, labels)]
    for kind in _kinds(extractions):
        extra = _details(extractions, kind)
        keys = (*COLUMNS[:6], "reading", *extra, *COLUMNS[6:])
        rows = [
            _shown(extraction, fact, extra)
            for extraction in extractions
            for fact in extraction.facts
            if fact.kind == kind
        ]
        kept = [
            place
            for place, key in enumerate(keys)
            if key in ALWAYS or any(row[place] not in ("", None) for row in rows)
        ]
        tables.append(
            Table(
                labels.get(f"facts.{kind}", kind),
                tuple(_head(labels, kind, keys[place]) for place in kept),
                [tuple(row[place] for place in kept) for row in rows],
            )
        )
    return workbook(tables)


def _overview(extractions: Sequence[Extraction], labels: Mapping[str, str]) -> Table:
    """A row a file: its title, parties and terms, those of the base first, and its duties."""
    heads = ("fact.file", "facts.party", *(f"fact.term.{name}" for name in OVERVIEW), "facts.duty")
    rows = [
        (
            extraction.file,
            "; ".join(
                dict.fromkeys(
                    fact.value or fact.name for fact in extraction.facts if fact.kind == "party"
                )
            ),
            *(_first(extraction, name, labels) for name in OVERVIEW),
            sum(fact.kind == "duty" for fact in extraction.facts),
        )
        for extraction in extractions
    ]
    shown = tuple(labels[head][:1].upper() + labels[head][1:] for head in heads)
    return Table(labels["facts.overview"], shown, rows)


def _first(extraction: Extraction, name: str, labels: Mapping[str, str]) -> object:
    """The term of that name, of the base where it has one, in words; "" if none is told."""
    told = [fact for fact in extraction.facts if (fact.kind, fact.name) == ("term", name)]
    told.sort(key=lambda fact: (bool(fact.scope), not fact.value))
    return _day(told[0].value) or beside(told[0].value, told[0].op, labels) if told else ""


def extraction_csv(extractions: Sequence[Extraction]) -> bytes:
    """All facts on one sheet with their kind and place; the details in one column each."""
    labels = _labels(extractions)
    extra = tuple(
        dict.fromkeys(key for kind in _kinds(extractions) for key in _details(extractions, kind))
    )
    keys = ("kind", *COLUMNS[:6], *extra, *COLUMNS[6:], *PLACES)
    return csv_file(
        [_head(labels, "", key) for key in keys],
        [
            (_kind(extraction, fact), *_row(extraction, fact, extra), fact.start, fact.end)
            for extraction in extractions
            for fact in extraction.facts
        ],
    )


def _kind(extraction: Extraction, fact: Fact) -> str:
    return language_of(extraction.language).labels.get(f"facts.{fact.kind}", fact.kind)


def _row(extraction: Extraction, fact: Fact, extra: Sequence[str]) -> tuple[object, ...]:
    labels = language_of(extraction.language).labels
    details = dict(fact.details)
    return (
        extraction.file,
        fact.clause,
        fact.scope,
        called(fact, labels),
        fact.value,
        labels.get(fact.op, fact.op) if fact.kind == "duty" else fact.op,
        *(detail(key, details.get(key, ""), labels) for key in extra),
        " ".join(fact.text.split()),
        fact.rule,
        fact.confidence,
    )


def _shown(extraction: Extraction, fact: Fact, extra: Sequence[str]) -> tuple[object, ...]:
    """The row of a fact as a sheet shows it: its value typed, its durations in words."""
    labels = language_of(extraction.language).labels
    file, clause, scope, name, value, op, *rest = _row(extraction, fact, extra)
    said: list[object] = [
        beside(str(cell), "", labels) if key == "deadline" else _number(str(cell)) or cell
        for key, cell in zip(extra, rest, strict=False)
    ]
    reads = labels.get(f"reading.{fact.kind}.{fact.value}", "")
    if fact.kind in READ:
        reads = reading(_period(fact), fact.op, labels)
    typed = _day(fact.value) or (_number(fact.value) if fact.kind in NUMBERS else None)
    cells = (file, clause, scope, name, value if typed is None else typed, op, reads)
    return (*cells, *said, *rest[len(extra) :])


def _period(fact: Fact) -> str:
    """The normal form of a fact's duration; that of a threshold is parted into number and unit."""
    unit = dict(fact.details).get("unit", "")
    if fact.kind != "threshold" or not unit.isalpha():
        return fact.value
    return TIMES.get(unit, "P{}" + unit).format(fact.value)


def _day(value: str) -> dt.date | None:
    """A whole date that Excel can hold, or None."""
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def _number(value: str) -> int | float | None:
    """A number of few enough digits that Excel keeps them all, or None."""
    if not _PLAIN.match(value) or len(value) > MOST_DIGITS:
        return None
    return float(value) if "." in value else int(value)


def _head(labels: Mapping[str, str], kind: str, key: str) -> str:
    """The head of a column: what a duty's name is called, or what any fact's is."""
    head = labels.get(f"fact.{kind}.column.{key}") or labels.get(f"fact.{key}", key)
    return head[:1].upper() + head[1:]


def _labels(extractions: Sequence[Extraction]) -> dict[str, str]:
    code = extractions[0].language if extractions else "en"
    return dict(language_of(code).labels)


def _kinds(extractions: Sequence[Extraction]) -> list[str]:
    found = {fact.kind for extraction in extractions for fact in extraction.facts}
    return [kind for kind in FACTS if kind in found] + sorted(found - set(FACTS))


def _details(extractions: Sequence[Extraction], kind: str) -> tuple[str, ...]:
    """The details that facts of ``kind`` have, in the order in which they first come."""
    return tuple(
        dict.fromkeys(
            key
            for extraction in extractions
            for fact in extraction.facts
            if fact.kind == kind
            for key, _ in fact.details
        )
    )
