"""The page can be used without a mouse, without colours, by a screen reader, and on paper."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from contractkit.lang import language
from contractkit.readers import document
from contractkit.report import render
from tests.report.examples import EXAMPLES, example
from tests.report.test_html import CHROMIUM, EACH, Page, dom, html, needs_chromium, with_script

ENOUGH = 4.5  # WCAG 2.1, 1.4.3: the contrast of text with its ground
# Each colour of text with the grounds that it stands on, by their names in the style sheet.
TEXTS = {
    "ink": ("paper", "ground", "ins", "del", "mark"),
    "soft": ("paper", "ground"),
    "high": ("paper", "ground"),
    "medium": ("paper", "ground"),
    "low": ("paper", "ground"),
    "insline": ("paper", "ground"),
}


def luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_stands_out_from_its_ground() -> None:
    (style,) = Page(html("en")).texts["style"]
    colours = dict(re.findall(r"--(\w+): #([0-9a-f]{3,6});", style))
    for text, grounds in TEXTS.items():
        for ground in grounds:
            assert contrast(colours[text], colours[ground]) >= ENOUGH, (text, ground)
    for severity in ("high", "medium", "low"):  # white on a badge
        assert contrast("fff", colours[severity]) >= ENOUGH


@EACH
def test_headings_go_down_one_level_at_a_time(code: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(html(code)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@EACH
def test_every_control_says_what_it_does(code: str) -> None:
    page = Page(html(code))
    assert all(text.strip() for text in page.texts["button"])
    assert all(text.strip() for text in page.texts["summary"])
    assert page.count("input") == page.count("label")
    assert all(text.strip() for text in page.texts["label"])
    assert page.count("fieldset") == page.count("legend") == 3
    assert page.count("main") == 1
    heads = [attributes for tag, attributes in page.elements if tag == "th"]
    assert heads
    assert all(attributes.get("scope") == "col" for attributes in heads)
    assert {attributes.get("type") for tag, attributes in page.elements if tag == "button"} == {
        "button"
    }


@EACH
def test_what_changed_is_told_without_colours(code: str) -> None:
    (style,) = Page(html(code)).texts["style"]
    assert re.search(r"\bins \{[^}]*text-decoration: underline", style)
    assert re.search(r"\bdel \{[^}]*text-decoration: line-through", style)


@EACH
def test_each_finding_about_a_clause_jumps_to_it(code: str) -> None:
    page, comparison = Page(html(code)), example(code)
    jumps = [
        int(attributes["data-pair"] or "")
        for tag, attributes in page.elements
        if tag == "button" and attributes.get("class") == "jump"
    ]
    assert len(jumps) == len(comparison.findings)
    for finding, place in zip(comparison.findings, jumps, strict=True):
        pair = comparison.pairs[place]
        assert finding.clause.endswith(tuple(u.name for u in (pair.base, pair.other) if u))


JUMP = """
const jump = document.querySelector(".jump");
jump.click();
document.title = String(pairs.indexOf(document.activeElement) === Number(jump.dataset.pair));
"""


@needs_chromium
@EACH
def test_a_click_on_a_finding_shows_its_clause(code: str, tmp_path: Path) -> None:
    assert "<title>true</title>" in dom(tmp_path / "page.html", with_script(html(code), JUMP))


@needs_chromium
@pytest.mark.parametrize("code", EXAMPLES)
def test_on_paper_the_texts_stand_and_the_tools_do_not(code: str, tmp_path: Path) -> None:
    source, target = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(html(code), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={target}"]
    command += ["--no-pdf-header-footer", source.as_uri()]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    printed = document(target.read_bytes(), "page.pdf")
    text = "".join("".join(block.text.split()) for block in printed.blocks)
    words = language(code).labels
    assert "".join(words["findings"].split()) in text
    assert "".join(words["pairs"].split()) in text
    assert f"↓{words['next']}" not in text
    assert render(example(code), "html").decode().count("↓") == 1


NARROW = """
const cells = [...document.querySelectorAll("#findings td:nth-child(3)")];
const page = document.documentElement;
document.title = String(cells.every(one => one.clientWidth > 0.8 * page.clientWidth)
  && page.scrollWidth <= page.clientWidth);
"""


@needs_chromium
@EACH
def test_on_a_narrow_screen_a_finding_has_the_width_of_the_page(code: str, tmp_path: Path) -> None:
    page = dom(tmp_path / "page.html", with_script(html(code), NARROW), width=500)
    assert "<title>true</title>" in page
