"""English as a stage asks for it: ``LANGUAGE``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from contractkit.lang.base import Language
from contractkit.lang.en import script, tokens
from contractkit.lang.en.labels import LABELS
from contractkit.lang.en.lexicon import LEXICON
from contractkit.lang.en.numbering import BESIDE, NUMBERING
from contractkit.lang.en.values import format_value, values

if TYPE_CHECKING:
    from contractkit.lang.statements import Statements


@cache
def _statements() -> Statements:
    from contractkit.lang.en.statements import STATEMENTS

    return STATEMENTS


LANGUAGE = Language(
    code="en",
    locale="en-US",
    normalize=tokens.normalize,
    plain=tokens.plain,
    tokens=tokens.tokens,
    words=tokens.words,
    sentences=tokens.sentences,
    mentions=tokens.mentions,
    variants=tokens.variants,
    values=values,
    format_value=format_value,
    numbering=NUMBERING,
    beside=BESIDE,
    lexicon=LEXICON,
    labels=LABELS,
    run_in_headings=True,
    share=script.share,
    read_statements=_statements,
)
