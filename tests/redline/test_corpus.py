"""Real pairs: every redline resolves to its two sides (the engine refuses one that does not)."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from contractkit.ooxml import revisions
from contractkit.ooxml.package import open_package
from contractkit.redline import redline

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT / "../shared/corpus")) / "redline"
PAIRS = sorted(CORPUS.glob("*/*/original.docx"))
WHEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

pytestmark = pytest.mark.skipif(
    not PAIRS, reason=f"no corpus at {CORPUS}; set CONTRACTKIT_CORPUS to where it stands"
)


def result(folder: Path) -> bytes:
    base, other = (folder / f"{name}.docx" for name in ("original", "revised"))
    return redline(base.read_bytes(), other.read_bytes(), author="A", when=WHEN)


@pytest.mark.parametrize("original", PAIRS, ids=lambda path: str(path.parent.name))
def test_a_real_pair_resolves_to_its_two_sides(original: Path) -> None:
    package = open_package(result(original.parent))
    ids = [r.id for r in revisions.revisions(package)]
    assert len(ids) == len(set(ids))


def test_a_redline_is_the_same_each_time() -> None:
    folder = PAIRS[0].parent
    assert result(folder) == result(folder)


def test_a_document_compared_with_itself_has_no_changes() -> None:
    for original in PAIRS[:: max(1, len(PAIRS) // 12)]:
        data = original.read_bytes()
        package = open_package(redline(data, data, author="A", when=WHEN))
        assert revisions.revisions(package) == ()
