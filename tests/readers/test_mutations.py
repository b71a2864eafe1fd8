"""A damaged file ends in a result or in a ReadError: no other exception, no hang, no flood.

A few hundred variants run with the suite; ``python -m tests.readers.test_mutations 2000 [SEED]``
runs as many as it says, over the files of the corpus too where it stands.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from contractkit.errors import ReadError
from contractkit.model.document import Revisions
from contractkit.ooxml.names import W, w
from contractkit.ooxml.package import Element, Limits, Package, open_package, parse_xml
from contractkit.readers import document, outline
from tests.builders import control, docx, p, package, row, tbl
from tests.readers.rich import rich

VARIANTS = 400
SECONDS = 5.0  # that reading one variant may take, far more than any does
MEGABYTES = 1024
REVISIONS: tuple[Revisions, ...] = ("accept", "reject", "both")
ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))

WRONG = (
    "99999", "-1", "-99999", "0", "999999999", "9" * 5000, "1e9", "NaN", "abc", "", "²", "٣",
    "0x10", "%1%2%3%4%5%6%7%8%9", "true", "\u202e", "None", "1.5", " 3 ", "%1" * 50_000,
)  # fmt: skip
TAGS = (
    "p r t tbl tr tc sdt sdtContent pPr rPr numPr numId ilvl sectPr body ins del moveFrom moveTo "
    "fldChar instrText txbxContent tcPr trPr vMerge gridSpan style basedOn lvl abstractNum num "
    "lvlOverride footnote comment footnoteReference commentRangeStart hyperlink ruby sym document "
    "pPrChange rPrChange cellIns cellMerge customXmlInsRangeStart tblGrid altChunk"
).split()

Mutation = Callable[[random.Random, bytes], bytes]


def xml_parts(made: Package) -> list[str]:
    return [name for name in made.parts if name.endswith((".xml", ".rels"))]


def some_root(rng: random.Random, made: Package) -> Element:
    names = xml_parts(made)
    main = [name for name in names if "document" in name and "rels" not in name]
    return made.xml(rng.choice(main if main and rng.random() < 0.5 else names))


def some_element(rng: random.Random, root: Element) -> Element:
    return rng.choice([e for e in root.iter() if isinstance(e.tag, str)])


def flip_zip(rng: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 4, 64))):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def cut_zip(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def flip_part(rng: random.Random, data: bytes) -> bytes:
    made = open_package(data)
    name = rng.choice(xml_parts(made))
    out = bytearray(made.parts[name])
    for _ in range(rng.choice((1, 3, 20))):
        out[rng.randrange(len(out))] = rng.choice((rng.randrange(256), 0x3C, 0x26, 0x22, 0x30))
    made.parts[name] = bytes(out)
    return made.save()


def remove_part(rng: random.Random, data: bytes) -> bytes:
    made = open_package(data)
    made.remove(rng.choice(list(made.parts)))
    return made.save()


def swap_parts(rng: random.Random, data: bytes) -> bytes:
    made = open_package(data)
    one, two = rng.choice(xml_parts(made)), rng.choice(xml_parts(made))
    made.parts[one], made.parts[two] = made.parts[two], made.parts[one]
    return made.save()


def with_elements(change: Callable[[random.Random, Element], None]) -> Mutation:
    """A mutation that changes elements of some part, one to a few at a time."""

    def mutate(rng: random.Random, data: bytes) -> bytes:
        made = open_package(data)
        for _ in range(rng.choice((1, 1, 3, 10))):
            change(rng, some_root(rng, made))
        return made.save()

    mutate.__name__ = change.__name__
    return mutate


def remove_element(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def double_element(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    if element.getparent() is not None:
        copy = parse_xml(etree.tostring(element, with_tail=False))
        for _ in range(rng.choice((1, 1, 20))):
            element.addnext(parse_xml(etree.tostring(copy)))


def move_element(rng: random.Random, root: Element) -> None:
    element, to = some_element(rng, root), some_element(rng, root)
    if element is not root and to not in element.iter():
        to.insert(rng.randint(0, len(to)), element)


def rename_element(rng: random.Random, root: Element) -> None:
    some_element(rng, root).tag = w(rng.choice(TAGS))


def wrap_element(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    parent = element.getparent()
    if parent is None:
        return
    for _ in range(rng.choice((1, 5, 60))):
        outer = etree.Element(w(rng.choice(TAGS)), nsmap={"w": W})
        element.addprevious(outer)
        outer.append(element)


def wrong_value(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    names = list(element.attrib) or [w("val")]
    element.set(rng.choice(names), rng.choice(WRONG))


def huge_value(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    names = list(element.attrib) or [w("val")]
    element.set(rng.choice(names), "第%1条" * 100_000)


def huge_text(rng: random.Random, root: Element) -> None:
    some_element(rng, root).text = "本协议1.1 " * 20_000


def no_attributes(rng: random.Random, root: Element) -> None:
    element = some_element(rng, root)
    for name in list(element.attrib):
        del element.attrib[name]


def circular_styles(rng: random.Random, data: bytes) -> bytes:
    made = open_package(data)
    for name in [name for name in xml_parts(made) if name.endswith("styles.xml")]:
        styles = list(made.xml(name).iter(w("style")))
        for style in styles:
            based = style.find(w("basedOn"))
            based = etree.SubElement(style, w("basedOn")) if based is None else based
            based.set(w("val"), rng.choice(styles).get(w("styleId"), ""))
    return made.save()


def wrong_relationship(rng: random.Random, data: bytes) -> bytes:
    made = open_package(data)
    name = rng.choice([name for name in made.parts if name.endswith(".rels")])
    for element in made.xml(name):
        if isinstance(element.tag, str) and rng.random() < 0.4:
            targets = [*made.parts, "document.xml", "../_rels/.rels", "", "../../x", "#"]
            element.set(rng.choice(("Target", "Target", "Id", "Type")), rng.choice(targets))
    return made.save()


MUTATIONS: Sequence[Mutation] = (
    flip_zip, cut_zip, flip_part, flip_part, remove_part, swap_parts, circular_styles,
    wrong_relationship, *map(with_elements, (
        remove_element, double_element, move_element, move_element, rename_element, rename_element,
        wrap_element, wrong_value, wrong_value, huge_value, huge_text, no_attributes,
    )),
)  # fmt: skip


def variant(seed: int, sources: Sequence[bytes]) -> tuple[str, bytes]:
    """The variant of a seed, and what was done to it."""
    rng = random.Random(seed)  # noqa: S311
    data = rng.choice(sources)
    done = []
    for _ in range(rng.choice((1, 1, 2))):
        mutation = rng.choice(MUTATIONS)
        done.append(mutation.__name__)
        try:
            data = mutation(rng, data)
        except (ReadError, ValueError, IndexError):  # it was too damaged to be damaged again
            break
    return "+".join(done), data


def outcome(data: bytes, seed: int) -> str:
    """How reading ends: ``read``, or the class of a ReadError."""
    try:
        made = outline(document(data, "damaged.docx", revisions=REVISIONS[seed % 3]))
    except ReadError as error:
        return type(error).__name__
    assert len("".join(block.text for block in made.blocks())) < 50_000_000
    return "read"


def check(seed: int, sources: Sequence[bytes]) -> str:
    done, data = variant(seed, sources)
    started = time.perf_counter()
    try:
        ended = outcome(data, seed)
    except Exception as error:
        raise AssertionError(f"seed {seed}, {done}: {error!r}") from error
    assert time.perf_counter() - started < SECONDS, f"seed {seed}, {done} takes too long"
    return ended


def small_corpus_files() -> list[bytes]:
    paths = sorted((CORPUS / "redline").glob("*/*/original.docx")) if CORPUS.is_dir() else []
    return [path.read_bytes() for path in paths if path.stat().st_size < 80_000]


@pytest.mark.parametrize("start", range(0, VARIANTS, 50))
def test_a_damaged_file_ends_in_a_result_or_a_read_error(start: int) -> None:
    sources = [rich(), docx(p("第一条 期限"), tbl(row("a", "b")), control(p("x")))]
    ended = Counter(check(seed, sources) for seed in range(start, start + 50))
    assert ended["read"] > 5, "most variants of the suite should still be readable"


@pytest.mark.parametrize("depth", [20, 75])
def test_tables_in_tables_are_read(depth: int) -> None:
    inner = p("deepest")
    for _ in range(depth):
        inner = tbl(row(inner + p())) if inner.startswith("<w:tbl") else tbl(row(inner))
    assert "deepest" in document(docx(inner), "deep.docx").text


@pytest.mark.parametrize("tag", ["tbl", "sdt", "ins", "smartTag", "hyperlink"])
def test_what_is_nested_a_thousand_deep_is_refused_and_does_not_overflow(tag: str) -> None:
    opening, closing = {
        "tbl": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    }.get(tag, (f"<w:{tag}>", f"</w:{tag}>"))
    made = package(p("x"))
    xml = (
        made.parts[made.main]
        .replace(b"<w:p>", (opening * 1000).encode() + b"<w:p>")
        .replace(b"</w:p>", b"</w:p>" + (closing * 1000).encode())
    )
    made.parts[made.main] = xml
    with pytest.raises(ReadError, match="broken XML"):
        document(made.save(), "deep.docx")


def test_the_file_that_is_damaged_is_whole_before() -> None:
    assert {outcome(rich(), seed) for seed in range(3)} == {"read"}


def test_a_flood_of_tags_is_refused_before_it_is_parsed() -> None:
    data = docx(*["<w:p/>"] * 5_000)
    assert len(document(data, "a.docx").blocks) == 5_000
    with pytest.raises(ReadError, match="--limit tags=N"):
        document(data, "a.docx", limits=Limits(tags=4_000))


def main(variants: int, first: int = 1_000_000) -> int:
    sources = [rich(), *small_corpus_files()]
    started = time.perf_counter()
    ended: Counter[str] = Counter()
    failures = []
    for seed in range(first, first + variants):
        try:
            ended[check(seed, sources)] += 1
        except AssertionError as failure:
            failures.append(str(failure))
            print(failure)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{variants} variants of {len(sources)} files: {dict(ended)}, {len(failures)} failures")
    print(f"{time.perf_counter() - started:.1f} s, {peak} MB at most")
    return 1 if failures or peak > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["2000"])))
