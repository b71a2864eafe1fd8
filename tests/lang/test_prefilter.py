"""What a pattern needs: a text without it is surely not matched, however the pattern is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.lang import language
from contractkit.lang.prefilter import Shortlist, lowered, required

SMALL = re.IGNORECASE


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bprompt(?:ly)?\b", ("prompt",)),
        (r"\b(?:lend|borrow)s?\b[^.;]{0,40}\bmoney\b", ("money",)),
        (r"\b(?:lend|borrow)s?\b", ("lend", "borrow")),
        (r"stor(?:e|age)", ("store", "storage")),
        (r"colou?r", ("color", "colour")),
        (r"a(?:bcd|xyz)+e", ("bcd", "xyz")),
        (r"(?=free)fr\w+", ("fr",)),
        (r"(?!free)fr\w+|(?<!un)paid", ("fr", "paid")),
        (r"(?P<who>Owner|Keeper)[’']s", ("owner", "keeper")),
        (r"Abc{0,3}", ("ab",)),
        (r"x{2}y", ("x",)),
        (r"\u8d37\d+", ()),
        (r"(?:loan)?\s+\w*", ()),
        (r"(?i:LOAN)|\[\d+", ("[", "loan")),
        (r"贷款(?:[^。]{0,8})合同书", ("合同书",)),
    ],
)
def test_the_strings_are_those_without_which_nothing_is_found(
    pattern: str, strings: tuple[str, ...]
) -> None:
    assert set(required(re.compile(pattern))) == set(strings)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("storage", "\u017ftorage"),
        ("client", "cl\u0131ent"),
        ("client", "CL\u0130ENT"),
        ("bank", "ban\u212a"),
    ],
)
def test_what_a_pattern_takes_for_a_letter_is_one(pattern: str, text: str) -> None:
    assert re.search(pattern, text, SMALL)
    assert required(re.compile(pattern, SMALL)) == (pattern,)
    assert pattern in lowered(text)


def test_of_a_pattern_with_a_layout_nothing_is_known() -> None:
    assert required(re.compile("loan  # what is lent", re.VERBOSE)) == ()


Sample = tuple[str, str]  # a pattern, and a text that it matches

WORDS = ("lend", "Keeper", "re", "x", " ", "’", "费用")
LEAVES: st.SearchStrategy[Sample] = st.sampled_from(
    [
        *((re.escape(word), word) for word in WORDS),
        (r"\w", "k"),
        (r"\s+", "  "),
        (r"\b", ""),
        (".", "!"),
        ("[a-c]", "b"),
        (r"[^.;\]]{0,4}", "so"),
        (r"\.", "."),
        ("(?=.|$)", ""),
        (r"(?!\b\B)", ""),
        (r"\u8d37", "贷"),
    ]
)


def grown(inner: st.SearchStrategy[Sample]) -> st.SearchStrategy[Sample]:
    """Samples of what may be made of others: one after another, alternatives, repeated ones."""
    several = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        several.map(lambda all_: ("".join(p for p, _ in all_), "".join(t for _, t in all_))),
        st.tuples(several, st.sampled_from(["(?:", "(", "(?i:"])).flatmap(
            lambda drawn: st.sampled_from(drawn[0]).map(
                lambda one: (f"{drawn[1]}{'|'.join(p for p, _ in drawn[0])})", one[1])
            )
        ),
        st.tuples(
            inner,
            st.sampled_from(
                [
                    ("?", 0),
                    ("?", 1),
                    ("*", 2),
                    ("*?", 0),
                    ("+", 3),
                    ("{2}", 2),
                    ("{0,2}", 0),
                    ("{,2}", 1),
                    ("{1,}", 1),
                ]
            ),
        ).map(lambda drawn: (f"(?:{drawn[0][0]}){drawn[1][0]}", drawn[0][1] * drawn[1][1])),
    )


@given(st.recursive(LEAVES, grown, max_leaves=12), st.sampled_from([0, SMALL]))
def test_what_a_pattern_matches_holds_one_of_its_strings(sample: Sample, flags: int) -> None:
    pattern = re.compile(sample[0], flags)
    text = sample[1].swapcase() if flags else sample[1]
    strings = required(pattern)
    if strings and pattern.search(text):
        assert any(string in lowered(text) for string in strings)


RULES = {
    code: (*(rule.needs for rule in told.terms), *(rule.needs for rule in told.types))
    for code in ("en", "zh")
    for told in (language(code).statements,)
}
SAID = sorted(
    {
        word
        for needs in RULES["en"]
        for one in needs
        for word in re.findall("[A-Za-z]{2,}", one.pattern)
    }
)


NEAR = {code: Shortlist(rules) for code, rules in RULES.items()}


def told_by(text: str, code: str) -> list[int]:
    """The rules of which every pattern is found, each tried."""
    return [n for n, needs in enumerate(RULES[code]) if all(one.search(text) for one in needs)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SAID), max_size=60).map(" ".join), st.booleans())
def test_a_shortlist_leaves_out_no_rule_that_a_text_meets(text: str, shouted: bool) -> None:
    text = text.upper() if shouted else text
    assert set(told_by(text, "en")) <= set(NEAR["en"].of(text))


def test_a_shortlist_leaves_out_no_rule_that_real_agreements_meet(corpus: Path) -> None:
    met = 0
    for code, pattern in (("en", "en/cuad/contracts/*.txt"), ("zh", "zh/laws/*.txt")):
        for path in sorted(corpus.glob(pattern))[::16]:
            for sentence in language(code).statements.sentences(path.read_text("utf-8")):
                told = told_by(sentence.text, code)
                met += len(told)
                assert set(told) <= set(NEAR[code].of(sentence.text))
    assert met > 100
