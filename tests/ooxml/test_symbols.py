"""Symbol fonts, custom number formats, styles in a circle: small things of the ground."""

from __future__ import annotations

import pytest
from lxml import etree

from contractkit.ooxml.names import MC, W, w
from contractkit.ooxml.number_formats import CUSTOM, print_number
from contractkit.ooxml.numbering import Labels
from contractkit.ooxml.styles import Styles, to_integer
from contractkit.ooxml.symbols import FONTS, character_code, symbol
from tests.builders import p, package
from tests.ooxml.lists import abstract, lvl, num, style


def sym(font: str, char: str) -> etree._Element:
    element = etree.Element(w("sym"))
    element.set(w("font"), font)
    element.set(w("char"), char)
    return element


@pytest.mark.parametrize(
    ("font", "char", "text"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("WINGDINGS", "00fd", "☒"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("Wingdings", "F020", "\uf020"),
        ("Arial", "00A7", "§"),
        ("Arial", "", ""),
        ("Arial", "D800", ""),
        ("Arial", "-5", ""),
        ("Arial", "F" * 5000, ""),
    ],
)
def test_a_symbol_is_the_character_that_looks_the_same(font: str, char: str, text: str) -> None:
    assert symbol(sym(font, char)) == text


@pytest.mark.parametrize("font", FONTS)
def test_the_tables_hold_single_characters_in_the_range_of_a_font(font: str) -> None:
    assert all(len(text) == 1 and 0x20 < code < 0x100 for code, text in FONTS[font].items())


def test_a_control_character_is_no_symbol() -> None:
    assert character_code("7") is None


@pytest.mark.parametrize(
    ("sample", "printed"),
    [("01, 02, 03, …", "07"), ("0001, 0002", "0007"), ("1, 2", "7"), ("", "7")],
)
def test_a_custom_format_is_as_wide_as_its_sample(sample: str, printed: str) -> None:
    assert print_number(7, f"{CUSTOM}{sample}") == printed


def test_a_custom_format_is_found_where_word_writes_it() -> None:
    level = lvl(0, "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
    )
    made = package(p("x", num=(1, 0)), numbering=[abstract(0, level), num(1, 0)])
    (paragraph,) = made.xml(made.main).iter(w("p"))
    assert Labels(made).label(paragraph) == "001."


def test_another_story_counts_for_itself() -> None:
    made = package(p("x", num=(1, 0)), numbering=[abstract(0, lvl(0, "%1.")), num(1, 0, {0: 4})])
    (paragraph,) = made.xml(made.main).iter(w("p"))
    body = Labels(made)
    assert [body.label(paragraph), body.label(paragraph)] == ["4.", "5."]
    assert body.fresh().label(paragraph) == "4."
    assert body.label(paragraph) == "6."


def test_a_list_that_does_not_say_where_it_starts_starts_at_nought() -> None:
    level = lvl(0, "%1.").replace('<w:start w:val="1"/>', "")
    made = package(p("x", num=(1, 0)), numbering=[abstract(0, level), num(1, 0)])
    (paragraph,) = made.xml(made.main).iter(w("p"))
    assert Labels(made).label(paragraph) == "0."


def test_styles_are_asked_with_those_that_they_are_based_on() -> None:
    inner = style("A", run="<w:b/>") + style("B", on="A") + style("C", on="D") + style("D", on="C")
    styles = Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{inner}</w:styles>'))
    assert [styles.bold(name) for name in "ABCD"] == [True, True, False, False]
    assert len(styles.chain("C")) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 3 ", 3),
        ("-1", -1),
        ("+2", 2),
        ("9" * 5000, None),
        ("²", None),
        ("1.5", None),
        (None, None),
    ],
)
def test_a_number_is_read_or_is_none(text: str | None, number: int | None) -> None:
    assert to_integer(text) == number
