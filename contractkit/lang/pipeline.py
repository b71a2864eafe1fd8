"""The blank spaCy pipelines: a tokenizer, a sentencizer, and a matcher of the lexicon's words.

No model is downloaded: rules and tables only. spaCy takes a second to import, so it is imported
when a pipeline is first built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contractkit.errors import UsageError
from contractkit.lang.base import Lexicon, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_JOINT = "|"  # between a table and a row in a span's label


def build(code: str, lexicon: Lexicon, stops: Sequence[str], config: Mapping[str, Any]) -> Pipeline:
    """A blank pipeline that splits sentences at ``stops`` and finds the words of ``lexicon``."""
    import spacy  # a second to import

    nlp = spacy.blank(code, config=dict(config))
    nlp.max_length = 10_000_000  # nothing here needs memory in proportion
    nlp.add_pipe("sentencizer", config={"punct_chars": list(stops)})
    ruler: Any = nlp.add_pipe("span_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(
        [
            {"label": f"{kind}{_JOINT}{key}", "pattern": word}
            for kind, rows in lexicon.words.items()
            for key, words in rows.items()
            for word in words
        ]
    )
    return nlp


NAMES = frozenset({"ORG", "PERSON", "PER", "GPE", "LOC", "FAC", "NORP"})


def names_by(model: str) -> Callable[[str], tuple[Token, ...]]:
    """A finder of names by the spaCy model of that name or path: each a Token of the model's label.

    Raises UsageError when there is no such model, or it finds no entities.
    """
    import spacy  # a second to import

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
