"""Prints what the encoder finds, and what it costs: ``python -m benchmarks.meaning [--grid]``.

Retrieval: for each clause of the library in Chinese the nearest of all in English. Rewrites: the
clauses of benchmarks/rewrites.jsonl, each written anew by hand from its sense, no word kept, and
texts that answer no clause, in a draft of all clauses of the library: pairs found by words alone
and with the encoder, right and wrong. The thresholds of compare.meaning were chosen on the first
half (every other line) with ``--grid``; the second half is told beside it.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Sequence, Set
from pathlib import Path

import numpy as np

from contractkit.assembly.clause import clause_text
from contractkit.compare import meaning
from contractkit.compare.align import Match, align
from contractkit.compare.encoder import Encoder, sentence_encoder
from contractkit.lang import language
from contractkit.library import default_root, load_library
from contractkit.model.comparison import Unit
from contractkit.model.standard import Library

REWRITES = Path(__file__).with_name("rewrites.jsonl")
GRID = ([0.3, 0.35, 0.4, 0.45, 0.5, 0.55], [0.0, 0.02, 0.04, 0.06, 0.08, 0.1])


def clauses(library: Library, code: str) -> list[Unit]:
    """All clauses in force as units, filled in with their defaults."""
    found = []
    for identity, clause in sorted(library.clauses.items()):
        if clause.status == "published":
            heading, lines = clause_text(library, identity, {}, language=code)
            found.append(Unit(identity, "clause", "", heading, "\n".join(lines)))
    return found


def rewrites(code: str, half: int) -> list[Unit]:
    """A half of the rewritten clauses and strangers in a language, those with the ids of ours."""
    rows = [json.loads(line) for line in REWRITES.read_text(encoding="utf-8").splitlines()]
    own = [row for row in rows if row["language"] == code]
    return [Unit(row["clause"], "clause", "", "", row["text"]) for row in own[half::2]]


class Known:
    """An encoder that reads each text once, for a grid asks the same again and again."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, np.ndarray] = {}

    def encode(self, texts: Sequence[str], /) -> np.ndarray:
        """A vector for each text."""
        if new := [text for text in dict.fromkeys(texts) if text not in self._vectors]:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.array([self._vectors[text] for text in texts])


def tally(
    ours: Sequence[Unit], theirs: Sequence[Unit], found: Sequence[Match], anew: Set[str]
) -> tuple[int, int]:
    """The right pairs of texts that are in ``anew``, and the wrong."""
    judged = [one for one in found if theirs[one.j].text in anew]
    right = sum(ours[one.i].id == theirs[one.j].id for one in judged)
    return right, len(judged) - right


def retrieval(library: Library, encoder: Encoder) -> None:
    """Print how often the nearest clause in English is that of the Chinese one."""
    sides = [(clauses(library, code), language(code)) for code in ("zh", "en")]
    started = time.process_time(), time.perf_counter()
    alike = meaning.meant(sides[0], sides[1], encoder)
    seconds = time.process_time() - started[0], time.perf_counter() - started[1]
    hits = alike.argmax(axis=1) == np.arange(len(alike))
    print(f"zh to en, all {len(hits)} clauses: {hits.mean():.1%} right at the first place")
    print(f"    {seconds[0]:.1f} s of processor, {seconds[1]:.1f} s, for {len(hits)} x {len(hits)}")
    places = {unit.id: at for at, unit in enumerate(sides[0][0])}
    for name in sorted({name for name, _ in library.templates}):
        sections = library.templates[name, "zh"].sections
        own = [places[one] for section in sections for one in section.clauses if one in places]
        best = alike[np.ix_(own, own)].argmax(axis=1) == np.arange(len(own))
        print(f"    {name:<24}{best.sum():>4} of {len(own)}")


def drafts(ours: Sequence[Unit], code: str, half: int) -> list[Unit]:
    """The clauses as a draft has them: those of a half of the rewrites written anew and without a
    heading, the strangers of that half among them, in an order of its own.
    """
    anew = {unit.id: unit for unit in rewrites(code, half) if unit.id}
    strangers = [unit for unit in rewrites(code, half) if not unit.id]
    theirs = [anew.get(unit.id, unit) for unit in ours] + strangers
    random.Random(half).shuffle(theirs)  # noqa: S311 - no secret
    return theirs


def rewritten(library: Library, encoder: Encoder, *, grid: bool) -> None:
    """Print what is found of the rewrites by words alone, and with the encoder."""
    for code in ("zh", "en"):
        tongue, ours = language(code), clauses(library, code)
        for half in (0, 1):
            theirs = drafts(ours, code, half)
            anew = {unit.text for unit in rewrites(code, half)}
            words = align(ours, theirs, tongue)
            both = meaning.by_meaning(ours, theirs, words, tongue, encoder)
            told = (
                "{} right, {} wrong".format(*tally(ours, theirs, found, anew))
                for found in (words, both)
            )
            wanted = sum(bool(unit.id) for unit in rewrites(code, half))
            print(f"{code} half {half + 1}: {wanted} written anew, {len(anew) - wanted} strangers")
            print("    by words {}; with the encoder {}".format(*told))
            if grid and half == 0:
                _grid(ours, theirs, words, code, encoder)


def _grid(
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    words: Sequence[Match],
    code: str,
    encoder: Encoder,
) -> None:
    before = meaning.NEAR, meaning.AHEAD
    for near in GRID[0]:
        line = f"    near {near}:"
        for ahead in GRID[1]:
            meaning.NEAR, meaning.AHEAD = near, ahead
            found = meaning.by_meaning(ours, theirs, words, language(code), encoder)
            anew = {unit.text for unit in rewrites(code, 0)}
            line += "  {}/{}".format(*tally(ours, theirs, found, anew)) + f" ({ahead})"
        print(line)
    meaning.NEAR, meaning.AHEAD = before


def main() -> None:
    """Load the model, and print the tables."""
    library = load_library(default_root())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    model = sentence_encoder()
    model.encode(["a"])
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"loaded in {time.process_time() - started:.1f} s of processor, {used / 1024:.0f} MB")
    encoder = Known(model)
    if "--grid" not in sys.argv:
        retrieval(library, encoder)
    rewritten(library, encoder, grid="--grid" in sys.argv)


if __name__ == "__main__":
    main()
