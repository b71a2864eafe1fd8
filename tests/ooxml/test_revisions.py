"""Accepting and rejecting tracked changes: each case is a body before, accepted, rejected."""

from __future__ import annotations

import pytest

from contractkit.ooxml import revisions
from contractkit.ooxml.names import TBL, TC, P
from contractkit.ooxml.package import Package, open_package
from contractkit.ooxml.text import paragraph_text
from tests.redline.builders import b, deleted, docx, i, ins, p, run, table

MARK = '<w:{} w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"/>'
NEW, GONE = MARK.format("ins"), MARK.format("del")
FROM, TO = MARK.format("moveFrom"), MARK.format("moveTo")


def lines(package: Package) -> list[str]:
    """The text of each paragraph."""
    return [paragraph_text(e) for e in package.xml(package.main).iter(P)]


def both(*blocks: str) -> tuple[list[str], list[str]]:
    """The paragraphs accepted, and rejected."""
    package = open_package(docx(*blocks))
    return lines(revisions.resolved(package, True)), lines(revisions.resolved(package, False))


def moved(kind: str, text: str) -> str:
    return f'<w:{kind} w:id="5" w:author="A">{run(text)}</w:{kind}>'


CASES = {
    "words inside a paragraph": (
        [p("a", deleted("b"), ins(run("c")), "d")],
        ["acd"],
        ["abd"],
    ),
    "an inserted paragraph": ([p(ins(run("new")), mark=NEW), p("old")], ["new", "old"], ["old"]),
    "deleted paragraphs": (
        [p(deleted("x"), mark=GONE), p(deleted("y"), mark=GONE), p("z")],
        ["z"],
        ["x", "y", "z"],
    ),
    "a split": ([p("a", mark=NEW), p("b")], ["a", "b"], ["ab"]),
    "a merge": ([p("a", mark=GONE), p("b")], ["ab"], ["a", "b"]),
    "a paragraph inserted at the end": (
        [p("a"), p(ins(run("end")), mark=NEW)],
        ["a", "end"],
        ["a"],
    ),
    "a move": (
        [p(moved("moveFrom", "m"), mark=FROM), p("k"), p(moved("moveTo", "m"), mark=TO), p("e")],
        ["k", "m", "e"],
        ["m", "k", "e"],
    ),
    "a deletion inside of an insertion": (
        [p(ins(deleted("n"), run("k")), "z")],
        ["kz"],
        ["z"],
    ),
    "a deleted paragraph before a table": (
        [p("a"), p(deleted("x"), mark=GONE), table([["1"]]), p("z")],
        ["a", "1", "z"],
        ["a", "x", "1", "z"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_resolving(name: str) -> None:
    blocks, accepted, rejected = CASES[name]
    assert both(*blocks) == (accepted, rejected)


def row(text: str, mark: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{mark}</w:trPr>' if mark else ''}<w:tc>{p(text)}</w:tc></w:tr>"


def test_rows_go_by_their_own_mark() -> None:
    rows = row("1") + row("2", GONE) + row("3", NEW)
    assert both(f"<w:tbl>{rows}</w:tbl>", p()) == (["1", "3", ""], ["1", "2", ""])


def test_a_table_goes_with_its_last_row() -> None:
    package = open_package(docx(f"<w:tbl>{row('1', NEW)}</w:tbl>", p("q")))
    revisions.reject(package)
    assert lines(package) == ["q"]
    assert package.xml(package.main).find(f".//{TBL}") is None


def test_cells_go_by_their_own_mark() -> None:
    cells = "".join(
        f'<w:tc><w:tcPr><w:{kind} w:id="1"/></w:tcPr>{p(text)}</w:tc>'
        for kind, text in (("cellIns", "n"), ("cellDel", "o"))
    )
    accepted, rejected = both(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", p())
    assert (accepted, rejected) == (["n", ""], ["o", ""])


def test_a_property_change_holds_what_was() -> None:
    change = '<w:b/><w:rPrChange w:id="2" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    package = open_package(docx(p(run("f", change))))
    assert _properties(revisions.resolved(package, True)) == ["b"]
    assert _properties(revisions.resolved(package, False)) == ["i"]


def _properties(package: Package) -> list[str]:
    run_element = next(package.xml(package.main).iter("{*}r"))
    return [str(e.tag).rpartition("}")[2] for e in run_element[0]]


def test_the_list_tells_who_when_and_what() -> None:
    package = open_package(
        docx(p("a", deleted("b", "Ann"), ins(b("c"), author="Ben")), p(mark=NEW))
    )
    found = revisions.revisions(package)
    assert [(r.author, r.kind, r.text, r.subject) for r in found] == [
        ("Ann", "del", "b", "content"),
        ("Ben", "ins", "c", "content"),
        ("A", "ins", "¶", "mark"),
    ]
    assert found[0].date == "2025-01-01T00:00:00Z"


def test_changes_of_one_author_can_be_accepted_alone() -> None:
    package = open_package(docx(p("a", deleted("b", "Ann"), ins(i("c"), author="Ben"))))
    revisions.accept(package, lambda r: r.author == "Ann")
    assert [r.author for r in revisions.revisions(package)] == ["Ben"]
    revisions.reject(package)
    assert lines(package) == ["a"]


def test_a_cell_never_ends_up_without_a_paragraph() -> None:
    package = open_package(docx(table([[p(deleted("x"), mark=GONE)]]), p()))
    revisions.accept(package)
    assert all(cell.find(P) is not None for cell in package.xml(package.main).iter(TC))
