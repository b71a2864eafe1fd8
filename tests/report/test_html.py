"""The page: self-contained, escaped throughout, its counts true, its script at work."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from contractkit.compare import compare
from contractkit.lang import language
from contractkit.report import render
from tests.report.examples import EXAMPLES, HOSTILE, example

EACH = pytest.mark.parametrize("code", EXAMPLES)


class Page(HTMLParser):
    """What a browser would find in the page: elements, attributes, and the text of each element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        if tag not in ("meta", "input", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def count(self, tag: str, **wanted: str) -> int:
        return sum(
            tag == name and all(attrs.get(key.rstrip("_")) == v for key, v in wanted.items())
            for name, attrs in self.elements
        )


def html(code: str) -> str:
    return render(example(code), "html").decode()


@EACH
def test_the_page_needs_nothing_from_elsewhere(code: str) -> None:
    page = Page(html(code))
    names = {name for _, attributes in page.elements for name in attributes}
    assert not names & {"src", "href", "srcset", "action", "style"}
    assert not {name for name in names if name.startswith("on")}
    assert not {tag for tag, _ in page.elements} & {"link", "iframe", "img", "object", "base"}
    own = "".join(page.texts["style"] + page.texts["script"])
    assert not re.search(r"https?:|@import|url\(|fetch|XMLHttpRequest", own)


@EACH
def test_the_policy_allows_only_the_style_and_script_of_the_page(code: str) -> None:
    page = Page(html(code))
    (policy,) = [
        str(attributes["content"])
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (text,) = page.texts[tag]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@EACH
def test_hostile_text_is_shown_and_never_run(code: str) -> None:
    source = html(code)
    page = Page(source)
    assert page.count("script") == 1
    assert page.count("i") == 0
    assert "<script>alert" not in source
    shown = "".join(page.texts["body"])
    assert shown.count(HOSTILE) > 4
    assert HOSTILE in "".join(page.texts["title"]) or HOSTILE not in example(code).other.name


@EACH
def test_the_counts_are_those_of_the_comparison(code: str) -> None:
    comparison, page = example(code), Page(html(code))
    words = language(code).labels
    changes = Counter(pair.change for pair in comparison.pairs)
    assert len(changes) >= 3
    for change, count in changes.items():
        assert page.count("article", data_change=change) == 0  # attributes are spelt with a dash
        assert (
            sum(a.get("data-change") == change for t, a in page.elements if t == "article") == count
        )
        assert f"{words[change]} ({count})" in "".join(page.texts["fieldset"])
    severities = Counter(finding.severity for finding in comparison.findings)
    tally = page.texts["ul"][0]
    for severity in ("high", "medium", "low"):
        assert f"{severities[severity]} {words[severity]}" in tally
    assert page.count("tr") == 1 + len(comparison.findings)
    assert page.count("article") == len(comparison.pairs)


@EACH
def test_what_went_and_what_came_is_marked_in_place(code: str) -> None:
    comparison, page = example(code), Page(html(code))
    edited = [pair for pair in comparison.pairs if pair.edits]
    gone = "".join(edit.before for pair in edited for edit in pair.edits)
    come = "".join(edit.after for pair in edited for edit in pair.edits)
    assert "".join(page.texts["del"]) == gone
    assert "".join(page.texts["ins"]) == come
    assert page.count("mark") >= 2
    for pair in comparison.pairs:
        for unit in (pair.base, pair.other):
            if unit and unit.text:
                assert any(unit.text in text for text in page.texts["div"]), unit.text


@EACH
def test_the_page_is_in_the_language_of_the_documents(code: str) -> None:
    page = Page(html(code))
    tongue = language(code)
    assert page.count("html", lang=tongue.locale) == 1
    assert tongue.labels["findings"] in page.texts["h2"]
    assert tongue.labels["generated_by"] in page.texts["footer"]


@EACH
def test_a_review_names_its_sides_otherwise_than_a_comparison(code: str) -> None:
    words = language(code).labels
    review = render(example(code), "html", review=True).decode()
    assert f"<span>{words['standard']}</span><span>{words['incoming']}</span>" in review
    assert f"<span>{words['base']}</span><span>{words['other']}</span>" in html(code)


@EACH
def test_a_page_without_findings_says_so(code: str) -> None:
    one = EXAMPLES[code][0]
    page = Page(render(compare(one, one), "html").decode())
    assert language(code).labels["no_findings"] in page.texts["p"]
    assert page.count("table") == 0


CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium to run the page's script: apt install chromium"
)


def dom(page: Path, source: str, *, width: int = 1000) -> str:
    """The page's elements after its script has run in a browser that is so many pixels wide."""
    page.write_text(source, encoding="utf-8")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", profile, "--dump-dom"]
    command.append(f"--window-size={width},800")
    done = subprocess.run([*command, page.as_uri()], capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


@needs_chromium
@EACH
def test_the_script_runs_under_the_policy_and_filters(code: str, tmp_path: Path) -> None:
    shown_page = dom(tmp_path / "page.html", html(code))
    pairs = example(code).pairs
    shown = sum(pair.change != "same" for pair in pairs)
    assert f'<output id="shown">{shown} / {len(pairs)}</output>' in shown_page
    assert len(re.findall(r"<article[^>]* hidden", shown_page)) == len(pairs) - shown


# What a reader does, and what she sees then, as the page's own title: it is all that is read back.
HANDS = """
const told = [];
const seen = () => document.getElementById("shown").textContent;
const here = () => pairs.indexOf(document.activeElement);
document.getElementById("next").click(); told.push(here());
document.getElementById("next").click(); told.push(here());
document.getElementById("previous").click(); told.push(here());
document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
told.push(here());
boxes.filter((box) => box.dataset.severity === "low").forEach((box) => box.click());
told.push(seen());
document.title = told.join("|");
"""


def with_script(page: str, script: str) -> str:
    """The page with a script of the test in it, which its policy allows."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = page.replace("script-src ", f"script-src &#x27;sha256-{digest}&#x27; ")
    return page.replace("</body>", f"<script>{script}</script></body>")


@needs_chromium
@EACH
def test_next_previous_and_the_filter_by_severity_work(code: str, tmp_path: Path) -> None:
    source = with_script(html(code), HANDS)
    found = re.search("<title>(.*)</title>", dom(tmp_path / "page.html", source))
    assert found
    page = Page(html(code))
    articles = [attributes for tag, attributes in page.elements if tag == "article"]
    visible = [i for i, one in enumerate(articles) if one["data-change"] != "same"]
    graver = [i for i in visible if articles[i]["data-severity"] != "low"]
    assert 0 < len(graver) < len(visible)
    first, second = visible[:2]
    told = f"{len(graver)} / {len(articles)}"
    assert found[1] == f"{first}|{second}|{first}|{second}|{told}"
