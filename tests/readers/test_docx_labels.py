"""Automatic numbers are those of LibreOffice, for lists that are easy to get wrong.

benchmarks/labels.py asks the same of every file of the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from contractkit.readers.docx import read_docx
from tests.builders import docx, p, row, tbl
from tests.ooxml.lists import abstract, lvl, num, style
from tests.readers.rich import text_box

OUTLINE = (lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))
LISTS = [
    abstract(0, *OUTLINE),
    abstract(1, lvl(0, "A%1."), lvl(1, "A%1.%2")),
    abstract(2, lvl(0, "%1.").replace('<w:start w:val="1"/>', "")),
    num(1, 0),
    num(2, 1),
    num(3, 0, {0: 5}),
    num(4, 0, {1: 7}),
    num(5, 0, {0: 1, 1: 1, 2: 1}),
    num(6, 2),
]


def numbers(*, level: int | None = None, of: int | None = None) -> str:
    inner = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    inner += "" if of is None else f'<w:numId w:val="{of}"/>'
    return f"<w:numPr>{inner}</w:numPr>"


STYLES = [
    style("Top", numbers(of=1)),
    style("Below", numbers(level=1), on="Top"),
    style("Second", numbers(level=1, of=1)),
]


def styled(name: str, own: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{own}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'


def listed(*places: tuple[int, int]) -> str:
    return "".join(p("x", num=place) for place in places)


CASES: Mapping[str, str] = {
    "restarts": listed((1, 0), (1, 1), (3, 0), (3, 1), (1, 0), (3, 0)),
    "restarts below": listed((1, 0), (1, 1), (4, 1), (4, 1), (4, 0), (4, 1), (1, 1)),
    "restarts everywhere": listed((1, 0), (1, 1), (1, 2), (5, 0), (5, 1), (5, 2), (5, 0), (1, 0)),
    "a level left out": listed((1, 0), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)),
    "deep first": listed((1, 2), (1, 1), (1, 0)),
    "no start": listed((6, 0), (6, 0)),
    "by style": styled("Top") + styled("Below") + styled("Top") + styled("Below"),
    "own list, level of the style": styled("Second") + styled("Second", numbers(of=2)),
    "own level, list of the style": styled("Top") + styled("Top", numbers(level=1)) + styled("Top"),
    "switched off": styled("Top") + styled("Top", numbers(of=0)) + styled("Top"),
    "in cells": listed((1, 0))
    + tbl(row(listed((1, 0)), listed((1, 0))), row(listed((1, 1)), listed((1, 0))))
    + listed((1, 0)),
    "around a text box": listed((1, 0)) + p("x", text_box(listed((1, 0)))) + listed((1, 0)),
}


def test_labels_are_those_that_libreoffice_shows(
    soffice: Callable[[Mapping[str, bytes], str], dict[str, bytes]],
) -> None:
    files = {name: docx(CASES[name], numbering=LISTS, styles=STYLES) for name in CASES}
    texts = soffice(
        {f"{name.replace(' ', '_')}.docx": data for name, data in files.items()}, "txt:Text"
    )
    for name, data in files.items():
        theirs = texts[name.replace(" ", "_")].decode("utf-8-sig").splitlines()
        assert ours(data) == [squeezed(line) for line in theirs if line.strip()], name


def ours(data: bytes) -> list[str]:
    found = []
    for block in read_docx(data, "a.docx").blocks:
        if block.story == "body":
            cells = [line for cell in block.cells for line in cell.split("\n")]
            found += [squeezed(line) for line in cells or [block.label + block.text]]
    return found


def squeezed(line: str) -> str:
    return re.sub(r"\s+", "", line)
