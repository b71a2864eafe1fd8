"""Values stand in the document as they were given, whatever they look like."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.assembly import assemble
from contractkit.library import load_library
from contractkit.model.agreement import Agreement
from contractkit.model.standard import Library
from contractkit.readers import document, outline
from tests.library.small import VALUES, write_small
from tests.writers.shipped import all_text, printed

HOSTILE = [
    "A & B <x>",
    "{{ x }} {% if %}",
    "{{ title }}",
    "{# gone? #}",
    "</w:t></w:r>",
    "&amp; &#65; \" ' ]]>",
    "${HOME} %s {0} \\n \\1",
    "𠮷野家 e\u0301 \u200b \u202e",
    "None",
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_small(tmp_path_factory.mktemp("small")))


def issue(library: Library, language: str, values: Mapping[str, object]) -> tuple[Agreement, bytes]:
    agreement = assemble(library, "small", {**VALUES, **values}, language=language)
    return agreement, printed(library, "small", agreement)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_arrives_literally_wherever_it_is_printed(
    small: Library, value: str, language: str
) -> None:
    rows = [{"service": value, "fee_amount": 1}]
    given_values = {
        "provider": {"name": value, "address": value},
        "agreement_number": value,
        "signing_place": value,
        "fee_table": rows,
    }
    agreement, data = issue(small, language, given_values)
    # cover: name, number and place; parties: name and address; preamble; clause; table; signature
    assert all_text(data).count(value) >= 8
    assert outline(document(data, "a.docx"), None).outline() == agreement.outline()


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1)


@settings(max_examples=20, deadline=None)
@given(place=words, service=words, days=st.integers(1, 90), language=st.sampled_from(["zh", "en"]))
def test_reading_undoes_writing(
    small: Library, place: str, service: str, days: int, language: str
) -> None:
    values = {
        "signing_place": place,
        "payment_days": days,
        "fee_table": [{"service": service, "fee_amount": "1.10"}],
    }
    agreement, data = issue(small, language, values)
    assert outline(document(data, "a.docx"), None).outline() == agreement.outline()


@pytest.mark.parametrize(("tab", "line"), [("a\tb", "a\nb")])
def test_a_tab_and_a_line_break_in_a_value_stay(small: Library, tab: str, line: str) -> None:
    agreement, data = issue(small, "zh", {"signing_place": tab})
    assert outline(document(data, "a.docx"), None).outline() == agreement.outline()
    agreement, data = issue(small, "zh", {"signing_place": line})
    assert outline(document(data, "a.docx"), None).outline() == agreement.outline()
