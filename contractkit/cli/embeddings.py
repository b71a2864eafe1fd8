"""The option ``--embeddings``: a model of sentences in a folder of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.errors import UsageError

if TYPE_CHECKING:
    from contractkit.compare.meaning import Encoder

embeddings_option = click.option(
    "--embeddings",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Pair clauses that were written anew by this model2vec model too; nothing is downloaded.",
)


def open_encoder(folder: Path | None) -> Encoder | None:
    """The model in ``folder``, None without one. Raises UsageError where it cannot be loaded."""
    if folder is None:
        return None
    if not folder.is_dir():
        raise UsageError("--embeddings takes a folder with a model in it", where=str(folder))
    try:
        from model2vec import StaticModel
    except ImportError as error:
        hint = "pip install 'contractkit-agreements[embeddings]'"
        raise UsageError("--embeddings needs model2vec", hint=hint) from error
    try:
        model: Encoder = StaticModel.from_pretrained(folder)
    except Exception as error:  # a damaged model fails in the words of the library
        raise UsageError("no model2vec model can be read here", where=str(folder)) from error
    return model
