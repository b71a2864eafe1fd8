"""The blank spaCy pipelines: a tokenizer, a sentencizer, and a matcher of the lexicon's words.

No model is downloaded: rules and tables only. spaCy takes a second to import, so it is imported
when a pipeline is first built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contractkit.lang.base import Lexicon

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
