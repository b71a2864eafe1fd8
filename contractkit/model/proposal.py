"""What we propose to a counterparty: our wording in their document, and why."""

from __future__ import annotations

from dataclasses import dataclass

from contractkit.model.document import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put ``text`` in the place of the characters at ``span``, for ``reason``.

    A paragraph of which nothing is left goes as a whole.
    """

    span: Span
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Put new paragraphs behind block ``after``, for ``reason``.

    Each is its text and the block whose look it takes (-1: that of ``after``).
    """

    after: int
    paragraphs: tuple[tuple[str, int], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Say ``text`` about the characters at ``span``, in a comment; nothing is changed."""

    span: Span
    text: str


Proposal = Replacement | Insertion | Remark
