"""The labels that Word computes: counting, restarting, overriding, linking, printing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contractkit.ooxml.names import P
from contractkit.ooxml.numbering import BULLET, Labels, properties_of
from tests.builders import p, package
from tests.ooxml.lists import abstract, lvl, num, style

OUTLINE = (lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerLetter"))
CHINESE = (
    lvl(0, "第%1章", "chineseCountingThousand"),
    lvl(1, "第%2条", "chineseCountingThousand", restart=0),
    lvl(2, "（%3）", "chineseCountingThousand"),
)

# what · the numbering part · the levels of the paragraphs (or (numId, level)) · their labels
CASES: dict[str, tuple[list[str], Sequence[int | tuple[int, int]], list[str]]] = {
    "levels count one in another": (
        [abstract(0, *OUTLINE), num(1, 0)],
        [0, 1, 1, 2, 2, 1],
        ["1.", "1.1", "1.2", "(a)", "(b)", "1.3"],
    ),
    "a level restarts after a higher one": (
        [abstract(0, *OUTLINE), num(1, 0)],
        [0, 1, 2, 0, 1, 2],
        ["1.", "1.1", "(a)", "2.", "2.1", "(a)"],
    ),
    "articles run on through chapters with lvlRestart 0": (
        [abstract(0, *CHINESE), num(1, 0)],
        [0, 1, 1, 0, 1, 2],
        ["第一章", "第一条", "第二条", "第二章", "第三条", "（一）"],
    ),
    "lvlRestart names the level that restarts": (
        [abstract(0, lvl(0, "%1."), lvl(1, "%2)"), lvl(2, "%3;", restart=1)), num(1, 0)],
        [0, 1, 2, 1, 2, 0, 2],
        ["1.", "1)", "1;", "2)", "2;", "2.", "1;"],
    ),
    "two lists on one abstract list go on counting": (
        [abstract(0, *OUTLINE), num(1, 0), num(2, 0)],
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "2.", "3."],
    ),
    "a start override restarts once": (
        [abstract(0, *OUTLINE), num(1, 0), num(2, 0, {0: 7})],
        [(1, 0), (2, 0), (2, 0), (1, 0)],
        ["1.", "7.", "8.", "9."],
    ),
    "two abstract lists count apart": (
        [abstract(0, *OUTLINE), abstract(5, lvl(0, "%1)")), num(1, 0), num(2, 5)],
        [(1, 0), (2, 0), (1, 0), (2, 0)],
        ["1.", "1)", "2.", "2)"],
    ),
    "a level can be overridden whole": (
        [abstract(0, *OUTLINE), num(1, 0, {}, lvl(0, "[%1]", "upperRoman", start=4))],
        [0, 0],
        ["[IV]", "[V]"],
    ),
    "a list starts where it says": (
        [abstract(0, lvl(0, "%1.", start=3)), num(1, 0)],
        [0, 0],
        ["3.", "4."],
    ),
    "a list may start at nought": (
        [abstract(0, lvl(0, "%1.", start=0)), num(1, 0)],
        [0, 0],
        ["0.", "1."],
    ),
    "a deeper level first shows the starts above it": (
        [abstract(0, *OUTLINE), num(1, 0)],
        [1, 1, 0],
        ["1.1", "1.2", "2."],
    ),
    "legal numbering prints decimals": (
        [abstract(0, lvl(0, "Article %1", "upperRoman"), lvl(1, "%1.%2", legal=True)), num(1, 0)],
        [0, 0, 1],
        ["Article I", "Article II", "2.1"],
    ),
    "formats mix in one label": (
        [abstract(0, lvl(0, "%1", "upperLetter"), lvl(1, "%1-%2", "lowerRoman")), num(1, 0)],
        [0, 0, 1, 1],
        ["A", "B", "B-i", "B-ii"],
    ),
    "a bullet is a bullet": ([abstract(0, lvl(0, "\uf0b7", "bullet")), num(1, 0)], [0], [BULLET]),
    "numId 0 switches numbering off": (
        [abstract(0, *OUTLINE), num(1, 0)],
        [(1, 0), (0, 0), (1, 0)],
        ["1.", "", "2."],
    ),
    "a list that is not there gives nothing": ([abstract(0, *OUTLINE), num(1, 0)], [(9, 0)], [""]),
    "a level that is not there gives nothing": (
        [abstract(0, *OUTLINE), num(1, 0)],
        [8, 0],
        ["", "1."],
    ),
    "a list on no abstract list gives nothing": ([num(1, 3)], [0], [""]),
    "a format of nothing prints no number": (
        [abstract(0, lvl(0, "总则%1", "none")), num(1, 0)],
        [0],
        ["总则"],
    ),
}


def labels(numbering: Sequence[str], *paragraphs: str, styles: Sequence[str] = ()) -> list[str]:
    made = package(*paragraphs, numbering=numbering, styles=styles)
    computed = Labels(made)
    return [computed.label(paragraph) for paragraph in made.xml(made.main).iter(P)]


@pytest.mark.parametrize("case", CASES)
def test_labels_are_those_that_word_shows(case: str) -> None:
    numbering, places, wanted = CASES[case]
    pairs = [place if isinstance(place, tuple) else (1, place) for place in places]
    assert labels(numbering, *(p("x", num=pair) for pair in pairs)) == wanted


@pytest.mark.parametrize(
    ("form", "at", "label"),
    [
        ("chineseCountingThousand", 10, "第十条"),
        ("chineseCountingThousand", 11, "第十一条"),
        ("chineseCountingThousand", 20, "第二十条"),
        ("chineseCountingThousand", 101, "第一百零一条"),
        ("decimalEnclosedCircle", 20, "第⑳条"),
        ("lowerLetter", 27, "第aa条"),
        ("upperRoman", 49, "第XLIX条"),
    ],
)
def test_long_lists_count_in_their_own_numerals(form: str, at: int, label: str) -> None:
    numbering = [abstract(0, lvl(0, "第%1条", form)), num(1, 0)]
    assert labels(numbering, *[p("x", num=(1, 0))] * at)[-1] == label


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def test_a_style_numbers_its_paragraphs_and_those_based_on_it() -> None:
    styles = [style("Clause", NUMBERED.format(1, 1)), style("Own", on="Clause")]
    found = labels(
        [abstract(0, *OUTLINE), num(1, 0)],
        p("x", num=(1, 0)),
        p("x", style="Clause"),
        p("x", style="Own"),
        p("x", style="Own", num=(0, 0)),
        styles=styles,
    )
    assert found == ["1.", "1.1", "1.2", ""]


def test_a_list_that_names_a_style_gives_it_its_level() -> None:
    linked = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    numbering = [abstract(0, lvl(0, "%1.", style="Top"), lvl(1, "%1.%2", style="Below")), num(1, 0)]
    styles = [style("Top", linked), style("Below", linked)]
    paragraphs = [p("x", style=name) for name in ("Top", "Below", "Below", "Top", "Below")]
    assert labels(numbering, *paragraphs, styles=styles) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_list_style_lends_its_levels() -> None:
    numbering = [abstract(0, link="Legal"), abstract(1, *OUTLINE), num(1, 0), num(2, 1)]
    styles = [style("Legal", '<w:numPr><w:numId w:val="2"/></w:numPr>')]
    assert labels(numbering, p("x", num=(1, 0)), p("x", num=(1, 1)), styles=styles) == ["1.", "1.1"]


def test_styles_based_on_one_another_in_a_circle_do_no_harm() -> None:
    styles = [style("A", on="B"), style("B", on="A")]
    assert labels([], p("x", style="A"), styles=styles) == [""]


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        (p("x", style="H1"), 0),
        (p("x", style="H3"), 2),
        (p("x", style="Mine"), 1),
        (p("x", style="H1", outline=4), 4),
        (p("x", style="H1", outline=9), None),
        (p("x"), None),
    ],
)
def test_the_outline_level_is_that_of_the_paragraph_or_its_style(
    paragraph: str, level: int | None
) -> None:
    styles = [
        style("H1", name="heading 1"),
        style("H3", name="Heading 3"),
        style("Mine", '<w:outlineLvl w:val="1"/>'),
    ]
    made = package(paragraph, styles=styles)
    found = Labels(made).outline_of(properties_of(next(made.xml(made.main).iter(P))))
    assert found == level


def test_a_document_without_lists_or_styles_has_no_labels() -> None:
    assert labels([], p("x", num=(1, 0)), p("y")) == ["", ""]
