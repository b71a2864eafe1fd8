"""A text as an agreement with the facts that it yields, for the tests of extraction."""

from __future__ import annotations

from contractkit.extract import extract
from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Document
from contractkit.model.extraction import Fact
from contractkit.readers import outline
from contractkit.readers.plain import lines


def agreement(text: str, code: str) -> Agreement:
    """The agreement that a plain text is read as."""
    return outline(Document(lines(text)), language(code))


def facts(text: str, code: str, *kinds: str) -> list[Fact]:
    """The facts of these kinds that a plain text yields."""
    return [fact for fact in extract(agreement(text, code)).facts if fact.kind in kinds]


def details(fact: Fact) -> dict[str, str]:
    """The details of a fact by name, those that say something."""
    return {key: text for key, text in fact.details if text}
