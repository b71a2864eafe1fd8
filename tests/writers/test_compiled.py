"""A form filled is the document that ``write_docx`` makes, part for part and byte for byte."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from contractkit.assembly import assemble
from contractkit.batch.render import Renderer
from contractkit.errors import AssemblyError
from contractkit.library import load_library
from contractkit.model.standard import Library
from contractkit.writers.docx.places import prints_only
from contractkit.writers.docx.write import _EMPTY, _context
from tests.builders import docx, p
from tests.library.small import VALUES, write_small

TEMPLATES = (
    "hospital-service", "medical-management", "physician-service", "provider-participation",
    "renewal", "single-case",
)  # fmt: skip
FEW = frozenset({"provider", "agreement_number", "effective_date"})
DAY = datetime.date(2026, 11, 16)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def formed(renderer: Renderer, values: dict[str, object]) -> bool:
    """Whether the values went into a form, and not the full path."""
    shape = renderer._shape(values)
    return shape.form is not None and renderer._filled(shape, values) is not None


@pytest.fixture
def small(tmp_path: Path) -> Library:
    return load_library(write_small(tmp_path))


def small_renderer(library: Library, language: str = "zh") -> Renderer:
    return Renderer(library, "small", language, DAY, frozenset(library.variables))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_each_agreement_that_we_ship_is_filled_as_it_is_written(
    library: Library,
    sample_values: Callable[[str], dict[str, object]],
    template: str,
    language: str,
) -> None:
    values = sample_values(template)
    varying = FEW if language == "en" else frozenset(library.variables)
    renderer = Renderer(library, template, language, DAY, varying)
    assert formed(renderer, values)
    assert parts(renderer.render(values)) == parts(renderer.full(values))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_body_is_c14n_equal_to_what_docxtpl_alone_makes_of_the_look(
    small: Library, language: str
) -> None:
    agreement = assemble(small, "small", VALUES, language=language, on=DAY)
    template = DocxTemplate(io.BytesIO(small.looks[language, "look.docx"]))
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    template.render(_context(agreement), environment)
    out = io.BytesIO()
    template.save(out)
    ours, theirs = parts(small_renderer(small, language).render(VALUES)), parts(out.getvalue())
    theirs["word/document.xml"] = theirs["word/document.xml"].replace(_EMPTY, b"")
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        one, other = (
            etree.tostring(etree.fromstring(x[name]), method="c14n") for x in (ours, theirs)
        )
        assert one == other


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["hospital", "clinic"])
@pytest.mark.parametrize("count", [1, 2, 25])
def test_conditions_and_tables_of_any_length_are_as_written(
    small: Library, language: str, kind: str, count: int
) -> None:
    renderer = small_renderer(small, language)
    renderer.render({**VALUES, "kind": kind})  # the form is made of another table
    table = [{"service": f"检查 {n} & <{n}>", "fee_amount": str(n * 3.5)} for n in range(count)]
    values = {**VALUES, "kind": kind, "fee_table": table}
    assert formed(renderer, values)
    assert parts(renderer.render(values)) == parts(renderer.full(values))


HOSTILE = (
    "A & B <w:t>x</w:t>", "\"quoted\" 'single'", "{{ title }}", "{% if x %}", "]]>", "&#34;&amp;",
    "甲＆乙", "\ue8f00\ue8f1", "{_{ x }_}", "two\nlines", "a\ttab", "back\\slash", "𠮷",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_printed_as_written_or_takes_the_full_path(
    small: Library, text: str
) -> None:
    renderer = small_renderer(small)
    provider = {"name": text, "address": text}
    table = [{"service": text, "fee_amount": "1"}]
    values = {**VALUES, "provider": provider, "signing_place": text, "fee_table": table}
    assert parts(renderer.render(values)) == parts(renderer.full(values))


def test_a_text_with_a_line_break_takes_the_full_path(small: Library) -> None:
    assert not formed(small_renderer(small), {**VALUES, "signing_place": "two\nlines"})
    assert formed(small_renderer(small), {**VALUES, "signing_place": "one line"})


def test_a_wrong_value_is_told_as_it_always_is(small: Library) -> None:
    renderer = small_renderer(small)
    renderer.render(VALUES)
    with pytest.raises(AssemblyError, match=r"payment_days .*at most 90"):
        renderer.render({**VALUES, "payment_days": "900"})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("{{ title }} {{ details.signing_place }} {{ parties[0].name }}", True),
        ("{% for b in body %}{% if b.style == 'item' %}{{ b.runs }}{% endif %}{% endfor %}", True),
        ("{{ details.signing_place|upper }}", False),
        ("{% if details.signing_place %}x{% endif %}", False),
        ("{% if term == 'x' %}y{% endif %}", False),
        ("{{ title.upper() }}", False),
        ("{% set x = term %}{{ x }}", False),
        ("{{ details.signing_place ~ title }}", False),
        ("{{ broken", False),
    ],
)
def test_a_look_that_computes_with_values_is_told_from_one_that_prints_them(
    text: str, plain: bool
) -> None:
    assert prints_only(docx(p(text))) is plain


def test_a_look_that_tests_a_value_takes_the_full_path_and_is_right(tmp_path: Path) -> None:
    look = docx(p("{% if details.signing_place == '北京' %}京{% else %}外{% endif %}{{ title }}"))
    changed = {f"templates/{code}/look.docx": look for code in ("zh", "en")}
    renderer = small_renderer(load_library(write_small(tmp_path, changed)))
    texts = [
        parts(renderer.render({**VALUES, "signing_place": place}))["word/document.xml"].decode()
        for place in ("上海", "北京")
    ]
    assert ["外" in texts[0], "京" in texts[1]] == [True, True]
