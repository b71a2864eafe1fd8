"""YAML with its positions, and scalars as they were written."""

from __future__ import annotations

import pytest

from contractkit.library.source import read_yaml

SOURCE = """\
code: 00012345
agreed: no
version: 1.10
date: 2026-01-01
quoted: "null"
nothing:
tilde: ~
octal: 0o17
on: {zh: 是, en: "yes"}
rows:
  - a: 1
  - b: [2, 3]
"""


def test_scalars_stay_as_they_were_written() -> None:
    assert read_yaml(SOURCE, "f.yaml").data == {
        "code": "00012345",
        "agreed": "no",
        "version": "1.10",
        "date": "2026-01-01",
        "quoted": "null",
        "nothing": None,
        "tilde": None,
        "octal": "0o17",
        "on": {"zh": "是", "en": "yes"},
        "rows": [{"a": "1"}, {"b": ["2", "3"]}],
    }


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("code",), 1, 1),
        (("on", "en"), 9, 13),
        (("rows", 0), 11, 5),
        (("rows", 1, "b"), 12, 5),
        (("rows", 1, "b", 1), 12, 12),
        (("rows", 1, "c", "d"), 12, 5),  # not there: the nearest place above it
        ((), 1, 1),
    ],
)
def test_a_problem_stands_where_its_key_does(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    problem = read_yaml(SOURCE, "f.yaml").problem(path, "wrong")
    assert str(problem) == f"f.yaml:{line}:{column}: wrong"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3", "f:3:1: the key a stands twice"),
        ("a:\n  b: 1\n  b: 2", "f:3:3: the key b stands twice"),
        ("a: [1, 2", "f:2:1: not YAML: did not find expected ',' or ']'"),
        ("a: 'x", "f:1:6: not YAML: found unexpected end of stream"),
        ("a: 1\n\tb: 2", "f:2:1: not YAML: found a tab character that violates indentation"),
        ("a: 1\n---\nb: 2", "f:2:1: not YAML: but found another document"),
        ("a: &a [*a]", "f:1:8: an alias of a list or mapping: write it out"),
        ("x: &x {a: 1}\ny: *x", "f:2:1: an alias of a list or mapping: write it out"),
        ("a: *x", "f:1:4: not YAML: found undefined alias"),
        ("[" * 100_000, "f:1:51: lists nested too deep"),
        ("- " * 9_000 + "a", "f:1:101: lists nested too deep"),
        ("? " * 9_000 + "a", "f:1:3: not YAML: a list or mapping as a key"),
    ],
    ids=lambda value: value[:12],
)
def test_what_is_not_good_yaml_is_a_problem_with_its_place(text: str, problem: str) -> None:
    assert [str(one) for one in read_yaml(text, "f").problems] == [problem]


@pytest.mark.parametrize("text", ["a: \x00", "a: \x01"])
def test_a_control_character_is_a_problem_on_one_line(text: str) -> None:
    (problem,) = read_yaml(text, "f").problems
    assert problem.message.startswith("not YAML")
    assert "\n" not in problem.message


def test_of_two_equal_keys_the_first_counts() -> None:
    assert read_yaml("a: 1\na: 2", "f").data == {"a": "1"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    source = read_yaml(text, "f")
    assert (source.data, source.problems) == (None, [])


def test_a_tag_runs_nothing() -> None:
    source = read_yaml("a: !!python/object/apply:os.system [exit 3]", "f")
    assert (source.data, source.problems) == ({"a": ["exit 3"]}, [])
