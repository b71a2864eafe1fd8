"""Variables read all at once are as they are read one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contractkit.batch.inputs import Inputs
from contractkit.model.standard import Variable
from contractkit.model.typed import typed

LABEL = {"zh": "值", "en": "value"}
VARIABLES = {
    "a": Variable("a", "text", LABEL),
    "b": Variable("b", "text", LABEL, default="given"),
    "n": Variable("n", "integer", LABEL),
}
RAW = st.one_of(
    st.sampled_from([" padded ", "", "  ", "two\nlines", "bell\x07", "12", " 7", "x"]),
    st.integers(0, 9),
    st.none(),
    st.just({"zh": "甲", "en": "A"}),
)


def one_by_one(values: dict[str, object]) -> dict[str, object] | None:
    found: dict[str, object] = {}
    for name, variable in VARIABLES.items():
        raw = values.get(name, variable.default)
        try:
            found[name] = typed(variable, raw)
        except ValueError:
            return None
    return found


@given(st.dictionaries(st.sampled_from(sorted(VARIABLES)), RAW))
def test_the_values_of_a_row_are_those_that_each_variable_reads(values: dict[str, object]) -> None:
    assert Inputs.of(VARIABLES, VARIABLES).typed(values) == one_by_one(values)
