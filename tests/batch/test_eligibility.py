"""Who may renew: each rule refuses what it names, at its very edge, and says why."""

from __future__ import annotations

import datetime

import pytest

from contractkit.batch.eligibility import Rule, Unreadable, refusals

TERMS = {"effective_date": "2027-01-01", "end": "12", "years": "2"}


def ids(cells: dict[str, object], *rules: Rule) -> list[str]:
    return [one for one, _ in refusals(rules, cells, TERMS)]  # type: ignore[arg-type]


EXAMINATION = Rule(
    "exam",
    {"column": "p", "at_least": "4", "below": "{end}"},
    "记分{p}",
    {"column": "e", "in": ["合格"]},
)
ENDED = Rule("ended", {"column": "p", "at_least": "{end}"}, "记分{p}达到{end}")
LICENCE = Rule("licence", {"column": "d", "before": "{effective_date}"}, "至{d}")
RECENT = Rule("recent", {"column": "d", "within_years": "{years} of {effective_date}"}, "{d}")


@pytest.mark.parametrize(
    ("points", "examination", "refused"),
    [
        ("", "", []),
        (0, "", []),
        (3, "", []),
        ("3.9", "", []),
        (4, "", ["exam"]),
        (4, "不合格", ["exam"]),
        (4, "合格", []),
        (11.5, "合格", []),
        (11, "", ["exam"]),
        (12, "合格", ["ended"]),
        (15, "", ["ended"]),
    ],
)
def test_points_decide_at_four_and_twelve(
    points: object, examination: str, refused: list[str]
) -> None:
    assert ids({"p": points, "e": examination}, EXAMINATION, ENDED) == refused


@pytest.mark.parametrize(
    ("day", "rule", "refused"),
    [
        ("2026-12-31", LICENCE, True),
        ("2027-01-01", LICENCE, False),
        (datetime.datetime(2026, 12, 31), LICENCE, True),
        ("", LICENCE, False),
        ("2025-01-01", RECENT, False),
        ("2025-01-02", RECENT, True),
        (datetime.date(2026, 3, 1), RECENT, True),
        ("", RECENT, False),
    ],
)
def test_days_decide_at_the_day(day: object, rule: Rule, refused: bool) -> None:
    assert bool(ids({"d": day}, rule)) is refused


def test_every_ground_is_told_with_its_values() -> None:
    suspended = Rule("s", {"column": "s", "in": ["暂停"]}, "状态为{s}")
    found = refusals((suspended, ENDED), {"s": "暂停", "p": 12}, TERMS)
    assert found == [("s", "状态为暂停"), ("ended", "记分12达到12")]


def test_a_missing_cell_can_be_a_ground() -> None:
    rule = Rule("none", {"column": "x", "empty": "yes"}, "缺")
    assert ids({"x": ""}, rule) == ["none"]
    assert ids({"x": "1"}, rule) == []


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        (ENDED, {"p": "twelve"}),
        (LICENCE, {"d": "31/12/2026"}),
        (Rule("x", {"column": "p", "below": "{nothing}"}, ""), {"p": 1}),
    ],
)
def test_what_cannot_be_tested_is_an_error_and_not_a_pass(
    rule: Rule, cells: dict[str, object]
) -> None:
    with pytest.raises(Unreadable):
        ids(cells, rule)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("x", "a mapping"),
        ({"id": "a", "reason": "b"}, "no refuse"),
        ({"id": "a", "reason": "b", "refuse": {"column": "c"}}, "tests nothing"),
        ({"id": "a", "reason": "b", "refuse": {"column": "c", "above": 1}}, "unknown test above"),
        ({"id": "a", "reason": "b", "refuse": {"in": ["c"]}}, "names no column"),
        ({"id": "a", "reason": "b", "refuse": {"column": "c", "in": "x"}}, "in is a list"),
        ({"id": "a", "reason": "b", "when": 1, "refuse": {"column": "c", "in": []}}, "key when"),
    ],
)
def test_a_rule_that_says_nothing_clear_is_a_mistake(data: object, message: str) -> None:
    assert message in "; ".join(Rule.mistakes(data))
