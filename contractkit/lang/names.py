"""Names in a text, found by a spaCy model of the user's own; nothing else here needs spaCy."""

from __future__ import annotations

from collections.abc import Callable

from contractkit.errors import UsageError
from contractkit.lang.texts import Token

NAMES = frozenset({"ORG", "PERSON", "PER", "GPE", "LOC", "FAC", "NORP"})


def names_by(model: str) -> Callable[[str], tuple[Token, ...]]:
    """A finder of names by the spaCy model of that name or path: each a Token of the model's label.

    Raises UsageError when there is no spaCy, no such model, or it finds no entities.
    """
    try:
        import spacy  # a second to import
    except ImportError as error:
        hint = "pip install 'contractkit-agreements[spacy]'"
        raise UsageError("a spaCy model needs spaCy, which is not here", hint=hint) from error
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(
            f"no spaCy model {model!r}", hint="the name of an installed package, or a folder"
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(nlp.pipe_names):
        raise UsageError(f"the spaCy model {model!r} finds no names: it has no ner")

    def find(text: str) -> tuple[Token, ...]:
        doc = nlp(text)
        return tuple(
            Token(part.label_, part.start_char, part.end_char)
            for part in doc.ents
            if part.label_ in NAMES
        )

    return find
