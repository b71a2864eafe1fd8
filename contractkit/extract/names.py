"""The names that a user's own model finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from contractkit.extract.source import Source
from contractkit.lang.texts import Token
from contractkit.model.extraction import Fact


def model_names(source: Source, find: Callable[[str], tuple[Token, ...]]) -> Iterator[Fact]:
    """Each name once a passage; its ``name`` is the model's label, such as ORG."""
    for passage in source.passages:
        for token in find(passage.text):
            text = passage.text[token.start : token.end]
            yield source.fact(
                passage,
                token.start,
                token.end,
                kind="name",
                name=token.text,
                value=" ".join(text.split()),
                rule="name.model",
            )
