"""A Word file whose parts are packed already, but for slots: what is left to do for each document.

Deflate is a stream of blocks. A long literal stretch between two slots is packed once, as blocks of
its own that refer to nothing outside it, and is copied into every document; only what stands
between such stretches is packed anew. Parts without a slot are copied whole.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Pieces = Sequence[bytes | int]
"""The bytes of a part, in order: a literal, or the number of the slot that stands there."""

LONG = 1200  # bytes of a literal from which it is packed once; measured by benchmarks/renewal.py
SHORT = 60  # bytes up to which packing would only add to them
_LEVEL = 2  # as quick as 1 here, and 6 per cent smaller; 4 takes three times as long
_DATE = 0x21  # 1980-01-01, as Package.save writes it: no clock in the output
_UTF8 = 0x800
_ATTRIBUTES = 0o600 << 16


@dataclass(frozen=True, slots=True)
class _Ready:
    """A stretch that is packed already."""

    raw: bytes
    packed: bytes


@dataclass(frozen=True, slots=True)
class _Live:
    """A stretch with slots: a literal, a slot, a literal and so on, the slots by their numbers."""

    literals: list[bytes]
    slots: tuple[int, ...]

    @staticmethod
    def of(pieces: Pieces) -> _Live:
        """The stretch of these pieces."""
        literals, slots = [b""], []
        for piece in pieces:
            if isinstance(piece, int):
                slots.append(piece)
                literals.append(b"")
            else:
                literals[-1] += piece
        return _Live(literals, tuple(slots))

    def raw(self, slots: Sequence[bytes]) -> bytes:
        """Its bytes with ``slots`` in their places."""
        pieces = [b""] * (len(self.literals) + len(self.slots))
        pieces[::2] = self.literals
        pieces[1::2] = map(slots.__getitem__, self.slots)
        return b"".join(pieces)


class _Part:
    """A part of the file: where it stands in the archive is said when it is written."""

    def __init__(self, name: str, pieces: Pieces) -> None:
        self._name = name.encode()
        self._blocks = tuple(_blocks(pieces))
        self._flags = 0 if name.isascii() else _UTF8

    @property
    def fixed(self) -> bool:
        """Whether it has no slot."""
        return all(isinstance(block, _Ready) for block in self._blocks)

    def entry(self, slots: Sequence[bytes], at: int) -> tuple[bytes, bytes]:
        """The part with ``slots`` in their places, and its line in the directory of an archive
        where it stands ``at`` that byte.
        """
        crc, size, packed = self._packed(slots)
        length = sum(map(len, packed))
        about = (self._flags, 8, 0, _DATE, crc, length, size, len(self._name), 0)
        local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, *about)
        central = struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, *about, 0, 0, 0, _ATTRIBUTES, at
        )
        return b"".join((local, self._name, *packed)), central + self._name

    def _packed(self, slots: Sequence[bytes]) -> tuple[int, int, list[bytes]]:
        """The checksum and size of the part, and its packed pieces."""
        crc = size = 0
        out = []
        last = len(self._blocks) - 1
        for position, block in enumerate(self._blocks):
            if isinstance(block, _Ready):
                raw, packed = block.raw, block.packed
            else:
                raw = block.raw(slots)
                packed = _deflated(raw, final=position == last)
            crc = zlib.crc32(raw, crc)
            size += len(raw)
            out.append(packed)
        return crc, size, out


class Splice:
    """The parts of a document by name, ready to be filled; those without a slot come first."""

    def __init__(self, parts: Mapping[str, Pieces]) -> None:
        made = [_Part(name, pieces) for name, pieces in parts.items()]
        self._live = [part for part in made if not part.fixed]
        self._fixed, self._directory = _joined([part for part in made if part.fixed], (), 0)
        self._count = len(made)

    def fill(self, slots: Sequence[bytes]) -> bytes:
        """The .docx with ``slots`` in their places: the same bytes for the same slots."""
        live, lines = _joined(self._live, slots, len(self._fixed))
        at = len(self._fixed) + len(live)
        size = len(self._directory) + len(lines)
        end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, self._count, self._count, size, at, 0)
        return b"".join((self._fixed, live, self._directory, lines, end))


def _joined(parts: Sequence[_Part], slots: Sequence[bytes], at: int) -> tuple[bytes, bytes]:
    """The parts one after another from that byte on, and their lines in the directory."""
    out, directory = [], []
    for part in parts:
        data, line = part.entry(slots, at)
        out.append(data)
        directory.append(line)
        at += len(data)
    return b"".join(out), b"".join(directory)


def _blocks(pieces: Pieces) -> Iterator[_Ready | _Live]:
    """Long literals packed, and a part without a slot; what stands between them joined."""
    whole = not any(isinstance(piece, int) for piece in pieces)
    live: list[bytes | int] = []
    for position, piece in enumerate(pieces):
        if isinstance(piece, int) or (len(piece) < LONG and not whole):
            live.append(piece)
            continue
        if live:
            yield _Live.of(live)
            live = []
        final = position == len(pieces) - 1
        yield _Ready(piece, _deflated(piece, final=final, level=9))
    if live:
        yield _Live.of(live)


def _deflated(raw: bytes, *, final: bool, level: int = _LEVEL) -> bytes:
    """``raw`` as deflate blocks that end on a whole byte."""
    if len(raw) <= SHORT:  # RFC 1951, 3.2.4: as it is, after its length
        return struct.pack("<BHH", final, len(raw), len(raw) ^ 0xFFFF) + raw
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(raw) + packer.flush(zlib.Z_FINISH if final else zlib.Z_SYNC_FLUSH)
