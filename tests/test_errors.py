"""The tree of errors: its drawing, its exit codes, its way through a worker process."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator

import pytest

from contractkit import errors
from contractkit.errors import ContractKitError


def tree(kind: type[ContractKitError]) -> Iterator[type[ContractKitError]]:
    yield kind
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from tree(child)


KINDS = list(tree(ContractKitError))
FAMILIES = [kind for kind in KINDS if kind.__base__ is ContractKitError]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_comes_back_whole_from_a_worker_process(kind: type[ContractKitError]) -> None:
    error = kind("is wrong", where="a.docx", hint="mend it")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(back) is kind
    assert (back.message, back.where, back.hint) == ("is wrong", "a.docx", "mend it")
    assert str(back) == str(error) == "a.docx: is wrong (mend it)"


@pytest.mark.parametrize(
    ("where", "hint", "text"),
    [
        ("", "", "wrong"),
        ("a", "", "a: wrong"),
        ("", "b", "wrong (b)"),
        ("a", "b", "a: wrong (b)"),
    ],
)
def test_the_line_leaves_out_what_is_not_known(where: str, hint: str, text: str) -> None:
    assert str(ContractKitError("wrong", where=where, hint=hint)) == text


def test_each_family_has_an_exit_code_of_its_own() -> None:
    codes = [kind.exit_code for kind in FAMILIES]
    assert len(set(codes)) == len(codes)
    assert all(10 <= code < 20 for code in codes if code != 2)  # 2 is a wrong command line


def test_a_kind_within_a_family_exits_as_the_family_does() -> None:
    for family in FAMILIES:
        assert {kind.exit_code for kind in tree(family)} == {family.exit_code}


def test_the_docstring_draws_every_error_with_its_code() -> None:
    drawn = dict(re.findall(r"^ *(?:[│├└─ ]*)(\w+) +(\d*)", str(errors.__doc__), re.MULTILINE))
    assert {kind.__name__ for kind in KINDS} <= set(drawn)
    for family in FAMILIES:
        assert drawn[family.__name__] == str(family.exit_code)
