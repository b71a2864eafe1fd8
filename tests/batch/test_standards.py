"""The standard of a draft among the texts of all templates."""

from __future__ import annotations

from dataclasses import replace

from contractkit.assembly import standard_text
from contractkit.batch.standards import standard_for, standard_texts
from contractkit.model.agreement import Agreement
from contractkit.model.standard import Library


def test_texts_that_are_known_give_the_standard_that_they_would_give_anew(
    library: Library,
) -> None:
    draft = replace(standard_text(library, "single-case", {}, language="zh"), name="draft.docx")
    asked: list[str] = []

    def known(code: str) -> dict[str, Agreement]:
        asked.append(code)
        return standard_texts(library, code)

    assert standard_for(library, draft, texts=known) == standard_for(library, draft)
    assert asked == ["zh"]


def test_there_is_a_standard_text_of_every_template_of_the_language(library: Library) -> None:
    names = {name for name, code in library.templates if code == "en"}
    found = standard_texts(library, "en")
    assert set(found) == names
    assert {(text.language, text.manifest) for text in found.values()} == {("en", "")}
