"""Chinese (simplified) as a stage asks for it: ``LANGUAGE``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from contractkit.lang.base import Language
from contractkit.lang.zh import script, tokens
from contractkit.lang.zh.labels import LABELS
from contractkit.lang.zh.lexicon import LEXICON
from contractkit.lang.zh.numbering import NUMBERING
from contractkit.lang.zh.values import format_value, values

if TYPE_CHECKING:
    from contractkit.lang.statements import Statements


@cache
def _statements() -> Statements:
    from contractkit.lang.zh.statements import STATEMENTS

    return STATEMENTS


LANGUAGE = Language(
    code="zh",
    locale="zh-CN",
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
    beside=NUMBERING,
    lexicon=LEXICON,
    labels=LABELS,
    run_in_headings=False,
    share=script.share,
    read_statements=_statements,
)
