"""Prints how texts in two languages are held together: ``python -m benchmarks.versions [SEED]``.

The agreements of all templates are made in Chinese and in English, without our marks. First which
clauses are paired: by values, numbers and order alone, with the library's headings, and with the
encoder where it is installed; as they are, and with a tenth of the clauses of each side left out.
Then what is told of them as they are, where nothing should be; and of edits that are planted on one
side (tests/compare/planting.py). ``--missed`` lists the edits that were not found.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from contractkit.assembly import assemble
from contractkit.compare import compare
from contractkit.compare.encoder import Encoder, sentence_encoder
from contractkit.errors import UsageError
from contractkit.extract import references
from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.comparison import Comparison
from contractkit.model.standard import Library
from tests.compare.planting import Plant, Planter

ROOT = Path(__file__).resolve().parents[1]
SEED = 90210
EACH = 100  # edits of each kind
LEFT_OUT = 10  # one clause in so many

Versions = dict[str, Agreement]


def both(library: Library, template: str) -> Versions:
    """The agreement in each language."""
    values = read_values_file(ROOT / "examples" / f"{template}.yaml")
    return {code: assemble(library, template, values, language=code) for code in ("zh", "en")}


def unmarked(agreement: Agreement) -> Agreement:
    """As somebody else typed it."""

    def plain(node: Clause) -> Clause:
        children = tuple(map(plain, node.children))
        blocks = tuple(replace(block, bookmarks=()) for block in node.blocks)
        return replace(node, standard=None, blocks=blocks, children=children)

    return replace(agreement, clauses=tuple(map(plain, agreement.clauses)))


def ids(agreement: Agreement) -> dict[str, str]:
    """The standard clause of each number: what the pairs are judged by."""
    return {node.cited: node.standard for _, node in agreement.walk() if node.standard}


def shortened(agreement: Agreement, chance: random.Random) -> Agreement:
    """Without one clause in ten."""

    def kept(nodes: Sequence[Clause]) -> Iterator[Clause]:
        for node in nodes:
            if node.kind in ("chapter", "attachment"):
                yield replace(node, children=tuple(kept(node.children)))
            elif chance.randrange(LEFT_OUT):
                yield node

    return replace(agreement, clauses=tuple(kept(agreement.clauses)))


def held(versions: Versions, library: Library | None, encoder: Encoder | None) -> Comparison:
    """The comparison of the two, without our marks."""
    zh, en = (unmarked(one) for one in versions.values())
    cited = references(zh), references(en)
    return compare(zh, en, library=library, references=cited, encoder=encoder)


def pairs_right(versions: Versions, result: Comparison) -> tuple[int, int, int]:
    """The clauses that both have and that were paired, all that both have, and the wrong pairs."""
    ours, theirs = (ids(one) for one in versions.values())
    found = [
        (ours[pair.base.number], theirs[pair.other.number])
        for pair in result.pairs
        if pair.base and pair.other and pair.base.kind == "clause"
    ]
    right = sum(one == two for one, two in found)
    return right, len(set(ours.values()) & set(theirs.values())), len(found) - right


def loaded_encoder() -> Encoder | None:
    """The encoder, where it is installed."""
    try:
        return sentence_encoder()
    except UsageError:
        return None


def main() -> None:
    """Print the tables."""
    seed = next((int(one) for one in sys.argv[1:] if one.isdecimal()), SEED)
    library = load_library(default_root())
    names = sorted({name for name, _ in library.templates})
    whole = {name: both(library, name) for name in names}
    chance = random.Random(seed)  # noqa: S311 - no secret
    cut = {
        name: {code: shortened(one, chance) for code, one in versions.items()}
        for name, versions in whole.items()
    }
    print(f"{'paired':<24}{'whole':>18}{'a tenth left out':>26}")
    rows: list[tuple[str, Library | None, Encoder | None]] = [
        ("values, numbers, order", None, None),
        ("and headings", library, None),
    ]
    if (encoder := loaded_encoder()) is not None:
        rows.append(("and the encoder alone", None, encoder))
    for told, known, model in rows:
        line = f"{told:<24}"
        for cases in (whole, cut):
            counts = [pairs_right(one, held(one, known, model)) for one in cases.values()]
            right, judged, wrong = map(sum, zip(*counts, strict=True))
            line += f"{right:>7} of {judged} {right / judged:.1%}, wrong {wrong}"
        print(line)
    unedited = {name: held(versions, library, None) for name, versions in whole.items()}
    alarms = Counter(
        delta.kind for one in unedited.values() for pair in one.pairs for delta in pair.deltas
    )
    print(f"told of versions that nobody edited: {dict(alarms)}")
    planter = Planter(
        library, lambda name: read_values_file(ROOT / "examples" / f"{name}.yaml"), seed
    )
    titles = {(one.language, one.title): name for name in names for one in whole[name].values()}
    for kind in ("value", "modality", "party"):
        found, missed = 0, []
        for plant in planter.plants((kind,), EACH):
            name = titles[plant.before.language, plant.before.title]
            if is_told(plant, whole[name], unedited[name], library):
                found += 1
            else:
                missed.append(f"    {plant.before.language} {plant.heading}: {plant.told}")
        print(f"{kind:<12}{found} of {EACH} edits on one side told")
        if "--missed" in sys.argv:
            print("\n".join(missed))


def is_told(plant: Plant, versions: Versions, before: Comparison, library: Library) -> bool:
    """Whether what is told of the edited version is told with the right kind and was not before."""
    edited = {**versions, plant.after.language: plant.after}
    known = _told(before)
    return any(kind == plant.kind for kind, *_ in _told(held(edited, library, None)) - known)


def _told(comparison: Comparison) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (delta.kind, pair.base.heading if pair.base else "", delta.before, delta.after)
        for pair in comparison.pairs
        for delta in pair.deltas
    )


if __name__ == "__main__":
    main()
