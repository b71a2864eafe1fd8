"""What each clause is: a topic of the clause library, and types that words can tell."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.extract.source import Passage, Source
from contractkit.extract.topics import topics
from contractkit.lang.prefilter import shortlist
from contractkit.lang.statements import TypeRule
from contractkit.model.extraction import Fact

LEAD = 400  # characters: what introduces a list in more is no introduction


def clause_types(source: Source) -> Iterator[Fact]:
    """Each clause's topic with score and reason, and every type that a sentence of it tells."""
    yield from topics(source)
    rules = source.language.statements.types
    near = shortlist(tuple(rule.needs for rule in rules))
    seen: set[tuple[str, str, str]] = set()
    for passage in source.passages:
        lead = _lead(source, passage) if rules else ""
        for sentence in source.sentences(passage.text) if rules else ():
            for place in near.of(f"{lead} {sentence.text}" if lead else sentence.text):
                rule = rules[place]
                key = (rule.name, passage.scope, passage.clause)
                if passage.clause and key in seen:
                    continue
                if not _tells(rule, sentence.text) and not (
                    lead and _tells(rule, f"{lead} {sentence.text}") and not _tells(rule, lead)
                ):
                    continue
                seen.add(key)
                yield source.fact(
                    passage,
                    sentence.start,
                    sentence.end,
                    kind="clause_type",
                    name=rule.name,
                    value="",
                    rule=f"type.{rule.name.lower().replace(' ', '_')}",
                    details=(("reason", "rule"),),
                )


def _tells(rule: TypeRule, text: str) -> bool:
    """Whether ``text`` has all that the rule needs, and nothing that speaks against it."""
    if not all(need.search(text) for need in rule.needs):
        return False
    return not (rule.unless and rule.unless.search(text))


def _lead(source: Source, passage: Passage) -> str:
    """The sentence that introduces the list of which ``passage`` is an item, "" if none does."""
    above = passage.above.text.rstrip() if passage.above else ""
    if not above.endswith((":", "：")):
        return ""
    last = source.sentences(above)[-1].text
    return last if len(last) <= LEAD else ""
