"""A text file -> Document: one block a line, nothing dropped, offsets kept."""

from __future__ import annotations

from contractkit.files import decode
from contractkit.model.document import Block, Document, Note


def read_plain(data: bytes, name: str) -> Document:
    """The document in ``data``: a block a line, and a note when its encoding was a guess.

    Raises ReadError when it is not text.
    """
    text, guess = decode(data, name)
    return Document(lines(text), name=name, notes=encoding_notes(guess))


def encoding_notes(guess: str) -> tuple[Note, ...]:
    """What a person must know of an encoding that was guessed; nothing when it was not."""
    return (Note("encoding", guess),) if guess else ()


def lines(text: str) -> tuple[Block, ...]:
    """A block for each line of ``text``, blank ones too, with its offset in it."""
    blocks = []
    offset = 0
    for index, line in enumerate(text.splitlines(keepends=True)):
        blocks.append(
            Block(index, line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), offset=offset)
        )
        offset += len(line)
    return tuple(blocks)
