"""contractkit verify: whose tracked changes are listed, and what the comments are on."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from contractkit.library import write_values
from contractkit.model.document import Span
from contractkit.model.proposal import Proposal, Remark, Replacement
from contractkit.readers import document
from contractkit.redline.propose import propose
from tests.cli.run import Runner
from tests.cli.test_verify import rewritten
from tests.library.small import VALUES, write_small

DAY = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
PAYMENT, RECORDS = "payment/terms", "records/retention"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Runner) -> Path:
    root = write_small(tmp_path / "library")
    monkeypatch.setenv("CONTRACTKIT_LIBRARY", str(root))
    return root


@pytest.fixture
def issued(run: Runner, tmp_path: Path, library: Path) -> Path:
    values, out = tmp_path / "values.yaml", tmp_path / "issued.docx"
    values.write_bytes(write_values(VALUES))
    assert run("generate", "small", values, "-o", out, "--language", "en").code == 0
    return out


def found(path: Path, words: str) -> Span:
    """Where ``words`` stand in the file, its earlier changes accepted."""
    for block in document(path.read_bytes(), path.name).blocks:
        if words in block.text:
            at = block.text.index(words)
            return Span(block.index, at, at + len(words))
    raise AssertionError(words)


def marked(path: Path, author: str, before: str, after: str = "", remark: str = "") -> Path:
    """A copy in which ``author`` replaced some words with a tracked change, or only said a word."""
    source = path.read_bytes()
    span = found(path, before)
    proposal: Proposal = Remark(span, remark) if remark else Replacement(span, after)
    target = path.with_name(f"{path.stem}-{author}.docx")
    data = propose(source, document(source, path.name), [proposal], author=author, when=DAY)
    target.write_bytes(data)
    return target


@pytest.fixture
def negotiated(issued: Path) -> Path:
    return marked(marked(issued, "Ann", "30 days", "60 days"), "Bob", "10 years", "5 years")


def states(out: str) -> dict[str, str]:
    return {one["id"]: one["state"] for one in json.loads(out)["clauses"] if one["edits"]}


def test_all_tracked_changes_are_listed_when_no_author_is_named(
    run: Runner, negotiated: Path
) -> None:
    ran = run("verify", negotiated, "--json")
    assert ran.code == 1
    assert states(ran.out) == {PAYMENT: "tracked", RECORDS: "tracked"}
    assert json.loads(ran.out)["other_authors"] == {}


@pytest.mark.parametrize(
    ("authors", "listed", "others"),
    [
        (("Ann",), {PAYMENT: "tracked"}, {"Bob": 2}),
        (("Bob",), {RECORDS: "tracked"}, {"Ann": 2}),
        (("Ann", "Bob"), {PAYMENT: "tracked", RECORDS: "tracked"}, {}),
        (("Cy",), {}, {"Ann": 2, "Bob": 2}),
    ],
)
def test_only_the_changes_of_the_authors_named_are_listed_and_others_counted(
    run: Runner,
    negotiated: Path,
    authors: tuple[str, ...],
    listed: dict[str, str],
    others: dict[str, int],
) -> None:
    options = [part for author in authors for part in ("--author", author)]
    ran = run("verify", negotiated, *options, "--json")
    assert ran.code == 1, "what others changed is no less a change"
    assert states(ran.out) == listed
    assert json.loads(ran.out)["other_authors"] == others


def test_others_are_told_in_a_line(run: Runner, negotiated: Path) -> None:
    ran = run("verify", negotiated, "--author", "Ann")
    assert "[changed with tracked changes] 2.1 Payment term\n    30 → 60\n" in ran.out
    assert "tracked changes by others, which are not listed: Bob 2\n" in ran.out
    assert "5 years" not in ran.out


def test_what_nobody_marked_is_told_whatever_the_author(run: Runner, negotiated: Path) -> None:
    back = rewritten(negotiated, "back.docx", ("2 years", "1 years"))
    ran = run("verify", back, "--author", "Ann", "--json")
    assert ran.code == 1
    assert states(ran.out) == {PAYMENT: "tracked", RECORDS: "silent"}


def test_a_comment_is_listed_with_its_author_its_date_and_its_clause(
    run: Runner, issued: Path
) -> None:
    back = marked(issued, "Ann", "penalty", remark="Why a penalty?")
    ran = run("verify", back)
    assert ran.code == 0, "a comment changes nothing"
    assert "[comment] Ann, 2026-01-05, 2.1 Payment term: Why a penalty?\n" in ran.out
    said = json.loads(run("verify", back, "--json").out)["comments"]
    assert said == [
        {
            "author": "Ann",
            "date": "2026-01-05T00:00:00Z",
            "clause": "2.1",
            "heading": "Payment term",
            "text": "Why a penalty?",
        }
    ]


def test_a_comment_on_what_was_inserted_or_deleted_is_listed_once(
    run: Runner, issued: Path
) -> None:
    inserted = marked(issued, "Ann", "30 days", "60 days")
    on_new = marked(inserted, "Bob", "60 days", remark="Too long.")
    deleted = marked(on_new, "Cy", "60 days", "30 days")
    said = json.loads(run("verify", deleted, "--json").out)["comments"]
    assert [(one["author"], one["text"], one["clause"]) for one in said] == [
        ("Bob", "Too long.", "2.1")
    ]
