"""The packed pieces of a Word file: whatever the pieces, the archive holds what was put in."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from contractkit.writers.docx.splice import LONG, Splice

SLOTS = 3
PIECE = st.one_of(
    st.integers(0, SLOTS - 1),
    st.binary(max_size=40),
    st.builds(lambda data, times: data * times, st.binary(min_size=1, max_size=9), st.just(LONG)),
)


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@given(
    st.dictionaries(st.sampled_from(["a.xml", "b/c.xml", "文件.xml"]), st.lists(PIECE, min_size=1)),
    st.lists(st.binary(max_size=3000), min_size=SLOTS, max_size=SLOTS),
)
def test_every_part_is_its_pieces_with_the_slots_filled(
    parts: dict[str, list[bytes | int]], slots: list[bytes]
) -> None:
    wanted = {
        name: b"".join(slots[one] if isinstance(one, int) else one for one in pieces)
        for name, pieces in parts.items()
    }
    splice = Splice(parts)
    assert entries(splice.fill(slots)) == wanted
    assert splice.fill(slots) == splice.fill(slots)
