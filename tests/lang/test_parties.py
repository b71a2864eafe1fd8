"""The parties that the beginning of an agreement names, with what is known of them."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.library import load_library
from tests.cli.run import ROOT

LIBRARY = load_library(ROOT)
CODES = {"payer": "89-0041726", "provider": "2004172633"}


@pytest.mark.parametrize("key", sorted(LIBRARY.templates))
def test_the_code_of_a_party_is_read_under_the_words_that_each_template_prints(
    key: tuple[str, str],
) -> None:
    template = LIBRARY.templates[key]
    tongue = language(template.language)
    lines = []
    for role, title in template.parties.items():
        words = template.captions.get(role, {}).get("code", tongue.labels["code"])
        lines += [
            f"{title}{tongue.labels['joint']}A",
            f"{words}{tongue.labels['joint']}{CODES[role]}",
        ]
    found = tongue.statements.parties("\n".join(lines))
    assert [dict(party.details)["code"] for party in found] == list(CODES.values())
