"""The parties that the beginning of an agreement names, with what is known of them."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.library import load_library
from tests.cli.run import ROOT

LIBRARY = load_library(ROOT)
CODES = {"payer": "89-0041726", "provider": "2004172633"}


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("zh", "甲方：云岭中心\n统一社会信用代码：12539901MB0X41207A", "12539901MB0X41207A"),
        ("zh", "甲方：云岭中心\n统一社会信用代码或识别号：89-0041726", "89-0041726"),
        ("zh", "甲方：湖滨公司\n识别号（NPI或者税号）：2004172633", "2004172633"),
        (
            "en",
            "Payer: Center\nUnified social credit code: 12539901MB0X41207A",
            "12539901MB0X41207A",
        ),
        ("en", "Payer: Lakeshore\nIdentifier (NPI or TIN): 89-0041726", "89-0041726"),
    ],
)
def test_a_code_is_read_whatever_it_is_called(code: str, text: str, wanted: str) -> None:
    (party,) = language(code).statements.parties(text)
    assert dict(party.details)["code"] == wanted


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "This agreement is between (Client) Harbor Foods Inc. and (Contractor) Blue Line LLC.",
            [("Client", "Harbor Foods Inc."), ("Contractor", "Blue Line LLC")],
        ),
        (
            "CLIENT: Harbor Foods Inc.\nADDRESS: 1 Main Street\nCONTRACTOR: Blue Line LLC\n",
            [("Client", "Harbor Foods Inc."), ("Contractor", "Blue Line LLC")],
        ),
        (
            "The parties to this Agreement are:\n(1) Harbor Foods plc, a company registered in"
            " England (the Buyer); and\n(2) Blue Line GmbH, a German company (the Seller).",
            [("Buyer", "Harbor Foods plc"), ("Seller", "Blue Line GmbH")],
        ),
        (
            'between Harbor Foods Inc. ("Parent") and Acme Trust, N.A., as escrow agent ("Agent")',
            [("Parent", "Harbor Foods Inc."), ("Agent", "Acme Trust, N.A.")],
        ),
        ("Client: means whoever receives the services", []),
    ],
)
def test_a_party_is_found_however_the_agreement_calls_it(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    named = language("en").statements.parties(text)
    assert [(one.title, one.name) for one in named] == wanted
