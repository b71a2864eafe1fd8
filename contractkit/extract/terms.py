"""The terms of an agreement: title, dates, term and renewal, notice, law, payment.

The language's table ``statements.terms`` says how each is told; here is the engine that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contractkit.extract.parties import FRONT
from contractkit.extract.parts import own_passages
from contractkit.extract.source import Passage, Source
from contractkit.lang.prefilter import shortlist
from contractkit.lang.texts import Token
from contractkit.lang.value import Value
from contractkit.model.extraction import Fact

if TYPE_CHECKING:
    from contractkit.lang.statements import TermRule

CLOSING = 3_000  # characters of the end in which an agreement is signed and dated
TITLE = 6  # characters: the least beginning of a title that tells it
HEADING = 40  # characters: what stands as a heading and is longer may be a whole sentence


def terms(source: Source) -> Iterator[Fact]:
    """The title, then each term that a sentence tells; of a single term the first in each scope."""
    yield from _title(source)
    told: dict[tuple[str, str], tuple[int, Fact]] = {}
    rules = source.language.statements.terms
    for rank, rule, fact in _told(source, rules):
        if not rule.single:
            yield fact
            continue
        key = (rule.name, fact.scope)
        if key not in told or rank < told[key][0]:
            told[key] = (rank, fact)
    yield from (fact for _, fact in told.values())
    yield from _supposed(source, told)


def _title(source: Source) -> Iterator[Fact]:
    title = source.agreement.title
    letters = [re.escape(letter) for letter in title if not letter.isspace()]
    pattern = re.compile(r"\s{0,8}".join(letters))  # a title may be broken over lines
    for passage in own_passages(source) if letters else ():
        match = pattern.search(passage.text)
        whole = (match.start(), match.end()) if match else None
        start = "".join(passage.text.split())
        if not whole and len(start) >= TITLE and "".join(title.split()).startswith(start):
            whole = (0, len(passage.text))  # or over paragraphs: its beginning stands for it
        if whole:
            yield source.fact(
                passage, *whole, kind="term", name="title", value=title, rule="term.title.line"
            )
            return


def _told(source: Source, rules: Sequence[TermRule]) -> Iterator[tuple[int, TermRule, Fact]]:
    passages = own_passages(source)
    near = shortlist(tuple(rule.needs for rule in rules))
    read, length = 0, sum(len(passage.text) for passage in passages)
    for passage in passages:
        places = {
            "": True,
            "front": passage.part == "preamble" or read < FRONT // 2,
            "closing": passage.part == "closing" or read > max(length - CLOSING, length // 2),
        }
        read += len(passage.text)
        for sentence in source.sentences(passage.text):
            own = passage.part == "body" and sentence.end <= passage.own
            heading = own or (sentence.text.isupper() and sentence.text[-1] not in ".;:")
            if own and len(sentence.text) < HEADING:
                continue  # it names a term and tells none
            for rank in near.of(sentence.text):
                rule = rules[rank]
                if not places[rule.where]:
                    continue
                fact = _tell(source, passage, sentence, rule)
                if fact is not None and (fact.value or not heading):
                    yield rank, rule, fact


def _tell(source: Source, passage: Passage, sentence: Token, rule: TermRule) -> Fact | None:
    """The fact that the sentence tells by ``rule``, or None."""
    if rule.heading and not rule.heading.search(passage.heading):
        return None
    text = sentence.text
    matches: list[re.Match[str]] = []
    for pattern in rule.needs:  # most sentences lack what the first one needs
        match = pattern.search(text)
        if match is None:
            return None
        matches.append(match)
    if rule.unless and rule.unless.search(text):
        return None
    if rule.says:
        matches = [match for match in (rule.says.search(text),) if match]
        if rule.strict and not matches:
            return None
    (value, at), op = _words(matches), ""
    chosen = _value(source.values(text), matches[-1], rule) if rule.reads else None
    if rule.reads and chosen is None and rule.strict:
        return None
    if chosen is not None and (not value or chosen.start < at):
        value, op = chosen.value, chosen.op
    return source.fact(
        passage,
        sentence.start,
        sentence.end,
        kind="term",
        name=rule.name,
        value=" ".join(value.split()).rstrip(".,"),
        op=op,
        rule=rule.rule,
    )


def _words(matches: Sequence[re.Match[str]]) -> tuple[str, int]:
    """What a pattern's groups say, and where; "" where they say nothing."""
    for match in matches:
        for name, said in match.groupdict().items():
            if said:
                return said, match.start(name)
    return "", 0


def _value(values: Sequence[Value], match: re.Match[str], rule: TermRule) -> Value | None:
    """The value of the rule's kinds that is nearest to the match, on the rule's side of it."""
    stop = rule.until.search(match.string, match.end()) if rule.until else None
    found = [
        value
        for value in values
        if value.kind in rule.reads and (not stop or value.end <= stop.start())
    ]
    begin = match.end() - 1 if rule.side == "end" else match.start()
    after = [value for value in found if value.end > begin and value.start >= match.start()]
    before = [value for value in found if value.end <= match.end()]
    if rule.side in ("after", "end"):
        return after[0] if after else None
    if rule.side == "before":
        return before[-1] if before else None
    by_distance = sorted(
        found, key=lambda value: max(value.start - match.end(), match.start() - value.end, 0)
    )
    return by_distance[0] if by_distance else None


def _supposed(source: Source, told: dict[tuple[str, str], tuple[int, Fact]]) -> Iterator[Fact]:
    """The agreement's date as its effective date, where no sentence states one."""
    signed = [fact for (name, _), (_, fact) in told.items() if name == "agreement_date"]
    if not signed or any(name == "effective_date" for name, _ in told):
        return
    fact = min(signed, key=lambda one: one.start)
    passage = next(
        p for p in source.passages if any(b.index == fact.span.block for _, b in p.pieces)
    )
    start = next(at for at, block in passage.pieces if block.index == fact.span.block)
    at = start + fact.span.start
    yield source.fact(
        passage,
        at,
        at + len(fact.text),
        kind="term",
        name="effective_date",
        value=fact.value,
        rule="term.effective_date.supposed",
    )
