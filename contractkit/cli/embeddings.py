"""The option ``--embeddings``: a model of sentences pairs what was written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from contractkit.compare.encoder import Encoder

embeddings_option = click.option(
    "--embeddings",
    is_flag=True,
    help="Pair clauses that were written anew by their meaning too (extra: embeddings).",
)


def open_encoder(*, wanted: bool) -> Encoder | None:
    """The model, None where it is not wanted. Raises UsageError where it is not installed."""
    if not wanted:
        return None
    from contractkit.compare.encoder import sentence_encoder

    return sentence_encoder()
