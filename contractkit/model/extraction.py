"""What is read out of an agreement as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contractkit.model.document import Span

Status = Literal["resolved", "dangling", "outside"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause cited in the text of another.

    ``form`` is its normal form (``10/2``, ``7..9``, or ``clause-1`` for the clause before);
    ``clause`` the number of the clause it stands in; ``targets`` the numbers of the clauses it
    means, with their attachment. ``status`` is ``dangling`` when the agreement has no such clause,
    and ``outside`` when the text says that another document is meant.
    """

    span: Span
    text: str
    form: str
    clause: str
    status: Status
    targets: tuple[str, ...] = ()
