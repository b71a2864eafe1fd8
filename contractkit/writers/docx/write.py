"""An agreement and its look -> the bytes of a .docx; the same bytes for the same input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from contractkit.errors import LibraryError, ReadError
from contractkit.lang import language
from contractkit.model.agreement import Agreement, Party
from contractkit.model.document import Block
from contractkit.ooxml.manifest import write_manifest
from contractkit.ooxml.package import open_package
from contractkit.writers.docx.inline import runs
from contractkit.writers.docx.table import table

# What else a look can do: {{ 1/0 }}, {{ title + 1 }}, {{ title() }}, a tag that leaves XML broken.
_BROKEN = (
    TemplateError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def write_docx(agreement: Agreement, look: bytes, *, name: str = "") -> bytes:
    """``agreement`` printed in ``look``, a Word file with docxtpl's places; ``name`` is the look's.

    Raises LibraryError when the look asks for what is not there or tries to run code.
    """
    try:
        open_package(look, name=name)  # the look is checked as any other file is
    except ReadError as error:
        raise LibraryError(
            f"the template cannot be opened: {error.message}", where=name, hint=error.hint
        ) from error
    package = open_package(_render(look, _context(agreement), name), name=name)
    if agreement.manifest:
        write_manifest(package, agreement.manifest)
    return package.save()


def _render(look: bytes, context: Mapping[str, Any], name: str) -> bytes:
    from docxtpl import DocxTemplate  # half a second to import

    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    out = io.BytesIO()
    try:
        template = DocxTemplate(io.BytesIO(look))
        template.render(dict(context), environment)
        template.save(out)
    except SecurityError as error:
        raise LibraryError(
            f"the template tries to run code: {error}", where=name, hint="do not use this file"
        ) from error
    except UndefinedError as error:
        raise LibraryError(
            f"the template asks for what an agreement does not have: {error}", where=name
        ) from error
    except TemplateSyntaxError as error:
        raise LibraryError(
            f"a tag in the template is broken: {error.message}",
            where=name,
            hint="look at the {{ }} and {% %} tags near it in Word",
        ) from error
    except _BROKEN as error:
        raise LibraryError(f"the template cannot be filled: {error}", where=name) from error
    return out.getvalue()


def _context(agreement: Agreement) -> dict[str, Any]:
    """What a look can print."""
    tongue = language(agreement.language)
    labels = dict(tongue.labels)
    details = dict(agreement.details)
    numbers = {
        clause.standard: clause.label.rstrip(".")
        for _, clause in agreement.walk()
        if clause.standard
    }
    body = [block for _, clause in agreement.walk() for block in clause.blocks]
    return {
        "title": agreement.title,
        "labels": labels,
        "details": details,
        "term": labels["term_range"].format(
            start=details["effective_date"], end=details["expiry_date"]
        ),
        "parties": [_party(party, labels) for party in agreement.parties],
        "preamble": [{"runs": runs(block, numbers)} for block in agreement.preamble],
        "body": list(_body(body, numbers)),
        "closing": [{"runs": runs(block, numbers)} for block in agreement.closing],
    }


def _party(party: Party, labels: Mapping[str, str]) -> dict[str, Any]:
    """What a look can print of a party: a natural person has no seal and signs in person."""
    captions = {**labels, **dict(party.captions)}
    suffix = ".person" if party.person else ""
    return {
        "title": party.title,
        "name": party.name,
        "fields": [{"label": captions[field], "text": text} for field, text in party.details],
        "seal": labels[f"seal{suffix}"],
        "signature": labels[f"signature{suffix}"],
    }


def _body(blocks: list[Block], numbers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """An entry a paragraph, and one for the neighbouring rows of a table."""
    for is_table, group in groupby(blocks, lambda block: block.style == "table"):
        rows = list(group)
        if is_table:
            yield {"style": "table", "table": table(rows)}
        else:
            for block in rows:
                yield {"style": block.style, "runs": runs(block, numbers)}
