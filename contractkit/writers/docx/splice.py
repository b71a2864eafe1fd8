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

LONG = 1200  # bytes of a literal from which it is packed once; measured in benchmarks/renewal.py
SHORT = 60  # bytes up to which packing would only add to them
_LEVEL = 2  # as quick as 1 here, and 6 per cent smaller; 4 takes three times as long
_DATE = 0x21  # 1980-01-01, as Package.save writes it: no clock in the output
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class _Ready:
    """A stretch that is packed already."""

    raw: bytes
    packed: bytes


@dataclass(frozen=True, slots=True)
class _Live:
    """A stretch with slots: its pieces, and where among them which slot stands."""

    pieces: list[bytes]
    holes: tuple[tuple[int, int], ...]

    @staticmethod
    def of(pieces: Pieces) -> _Live:
        """The stretch of these pieces."""
        holes = tuple((at, one) for at, one in enumerate(pieces) if isinstance(one, int))
        return _Live([b"" if isinstance(one, int) else one for one in pieces], holes)

    def raw(self, slots: Sequence[bytes]) -> bytes:
        """Its bytes with ``slots`` in their places."""
        pieces = self.pieces.copy()
        for at, slot in self.holes:
            pieces[at] = slots[slot]
        return b"".join(pieces)


@dataclass(frozen=True, slots=True)
class _Part:
    name: bytes
    blocks: tuple[_Ready | _Live, ...]


class Splice:
    """The parts of a document by name, ready to be filled."""

    def __init__(self, parts: Mapping[str, Pieces]) -> None:
        self._parts = [
            _Part(name.encode(), tuple(_blocks(pieces))) for name, pieces in parts.items()
        ]

    def fill(self, slots: Sequence[bytes]) -> bytes:
        """The .docx with ``slots`` in their places: the same bytes for the same slots."""
        out: list[bytes] = []
        central: list[bytes] = []
        at = 0
        for part in self._parts:
            crc, size, packed = _packed(part.blocks, slots)
            length = sum(map(len, packed))
            flags = 0 if part.name.isascii() else _UTF8
            about = (flags, 8, 0, _DATE, crc, length, size, len(part.name))
            local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, *about, 0) + part.name
            central.append(
                struct.pack(
                    "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, *about, 0, 0, 0, 0, _ATTRIBUTES, at
                )
                + part.name
            )
            out += [local, *packed]
            at += len(local) + length
        directory = b"".join(central)
        count = len(self._parts)
        end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)
        return b"".join([*out, directory, end])


_ATTRIBUTES = 0o600 << 16


def _packed(
    blocks: tuple[_Ready | _Live, ...], slots: Sequence[bytes]
) -> tuple[int, int, list[bytes]]:
    """The checksum and size of a part, and its packed pieces."""
    crc = size = 0
    out = []
    last = len(blocks) - 1
    for position, block in enumerate(blocks):
        if isinstance(block, _Ready):
            raw, packed = block.raw, block.packed
        else:
            raw = block.raw(slots)
            packed = _deflated(raw, final=position == last)
        crc = zlib.crc32(raw, crc)
        size += len(raw)
        out.append(packed)
    return crc, size, out


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
