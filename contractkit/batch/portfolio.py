"""A folder of drafts -> a comparison of each with its standard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from contractkit.batch.files import Worker, outcomes
from contractkit.batch.standards import review, standard_for, standard_texts
from contractkit.compare.encoder import sentence_encoder
from contractkit.errors import ContractKitError, ReadError
from contractkit.lang import language as language_of
from contractkit.library import load_library
from contractkit.model.comparison import Comparison, Role
from contractkit.ooxml.package import LIMITS, Limits
from contractkit.readers import read

SUFFIXES = (".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".html", ".htm", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """How every draft is to be reviewed: picklable, for the worker processes."""

    library: Path
    against: str | None = None
    language: str | None = None
    side: Role = "payer"
    ignore: tuple[str, ...] = ()
    limits: Limits = LIMITS
    embeddings: bool = False
    cache: Path | None = None


def drafts_in(folder: Path) -> list[Path]:
    """The drafts in ``folder`` and below it, by name; no hidden files, none that Word has open.

    Raises ReadError when there is none.
    """
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not path.name.startswith(("~$", "."))
    ]
    if not found:
        raise ReadError(
            "the folder holds no draft", where=str(folder), hint=f"one of {', '.join(SUFFIXES)}"
        )
    return found


def review_files(files: list[Path], order: ReviewOrder) -> Iterator[Comparison | ContractKitError]:
    """What came of each file, in order: its comparison, or the error that stopped it."""
    return outcomes(files, _ready, order)


def _ready(order: ReviewOrder) -> Worker[Comparison]:
    library = load_library(order.library, cache=order.cache)
    tongue = language_of(order.language) if order.language else None
    known = cache(partial(standard_texts, library))
    encoder = sentence_encoder() if order.embeddings else None

    def work(path: Path) -> Comparison:
        draft = read(path, language=tongue, limits=order.limits)
        standard = standard_for(
            library,
            draft,
            against=order.against,
            language=tongue,
            limits=order.limits,
            texts=known,
        )
        return review(
            library, draft, standard, side=order.side, ignore=order.ignore, encoder=encoder
        )

    return work
