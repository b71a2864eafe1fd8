"""An agreement and its look -> the bytes of a .docx; the same bytes for the same input."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from contractkit.errors import LibraryError, ReadError
from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block
from contractkit.model.standard import BOTH
from contractkit.ooxml.manifest import write_manifest
from contractkit.ooxml.package import open_package
from contractkit.writers.docx.columns import columns
from contractkit.writers.docx.contents import contents, heading_numbers
from contractkit.writers.docx.inline import Marks, runs
from contractkit.writers.docx.lead import leads
from contractkit.writers.docx.party import printed_party
from contractkit.writers.docx.table import table

# What docxtpl leaves where {{r … }} stood in a run of its own: one before our runs and one after.
_EMPTY = b'<w:r><w:t xml:space="preserve"/></w:r>'
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


class _Looks(SandboxedEnvironment):
    """The sandbox in which looks are filled; what it compiled it keeps, for looks are few.

    Compiling takes longer than all the rest of writing a document.
    """

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        """The template of ``source``, which docxtpl gives as text and without more."""
        return self._compiled(str(source))

    @lru_cache(maxsize=64)  # noqa: B019 - there is one sandbox, which lives as long as we do
    def _compiled(self, source: str) -> Template:
        return super().from_string(source)


_LOOKS = _Looks(autoescape=True, undefined=StrictUndefined)


def write_docx(agreement: Agreement, look: bytes, *, name: str = "") -> bytes:
    """``agreement`` printed in ``look``, a Word file with docxtpl's places; ``name`` is the look's.

    Raises LibraryError when the look asks for what is not there or tries to run code.
    """
    return _filled(look, _context(agreement), agreement.manifest, name)


def write_columns(left: Agreement, right: Agreement, look: bytes, *, name: str = "") -> bytes:
    """The agreement in two languages, one beside the other; errors as those of ``write_docx``.

    Its manifest is that of ``left``, with those of both columns by language.
    """
    pages = (left, right)
    context = {
        "title": left.title,
        "details": dict(left.details),
        "left": _context(left),
        "right": _context(right),
        "columns": columns(*((one, _marks(one, n)) for n, one in enumerate(pages))),
    }
    manifests = {one.language: json.loads(one.manifest) for one in pages}
    manifest = {**manifests[left.language], "language": BOTH, "columns": manifests}
    return _filled(look, context, json.dumps(manifest, ensure_ascii=False, sort_keys=True), name)


def _filled(look: bytes, context: Mapping[str, Any], manifest: str, name: str) -> bytes:
    try:
        open_package(look, name=name)  # the look is checked as any other file is
    except ReadError as error:
        raise LibraryError(
            f"the template cannot be opened: {error.message}", where=name, hint=error.hint
        ) from error
    package = open_package(_render(look, context, name), name=name)
    package.parts[package.main] = package.parts[package.main].replace(_EMPTY, b"")
    if manifest:
        write_manifest(package, manifest)
    return package.save()


def _render(look: bytes, context: Mapping[str, Any], name: str) -> bytes:
    from contractkit.writers.docx.look import Look  # docxtpl takes half a second to import

    out = io.BytesIO()
    try:
        template = Look(io.BytesIO(look))
        template.render(dict(context), _LOOKS)
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
    marks = _marks(agreement)
    body = [block for _, clause in agreement.walk() for block in clause.blocks]
    return {
        "title": agreement.title,
        "labels": labels,
        "details": details,
        "term": labels["term_range"].format(
            start=details["effective_date"], end=details["expiry_date"]
        ),
        "parties": [printed_party(party, labels) for party in agreement.parties],
        "preamble": [{"runs": runs(block, marks)} for block in agreement.preamble],
        "contents": contents(agreement.clauses, labels["contents"]) if agreement.contents else "",
        "body": list(_body(body, marks)),
        "closing": [{"runs": runs(block, marks)} for block in agreement.closing],
    }


def _marks(agreement: Agreement, column: int = 0) -> Marks:
    """The numbers that references print; bookmarks of their own for each column after the first."""
    numbers = {
        clause.standard: clause.label.rstrip(".")
        for _, clause in agreement.walk()
        if clause.standard
    }
    suffix = f"_{agreement.language}" if column else ""
    listed = agreement.contents and not column
    headings = heading_numbers(agreement.clauses) if listed else {}
    return Marks(numbers, suffix, 1000 + 100_000 * column, headings)


def _body(blocks: list[Block], marks: Marks) -> Iterator[dict[str, Any]]:
    """An entry a paragraph, and one for the neighbouring rows of a table."""
    leading = leads(blocks)
    for is_table, group in groupby(blocks, lambda block: block.style == "table"):
        rows = list(group)
        if is_table:
            yield {"style": "table", "table": table([row.cells for row in rows])}
        else:
            for block in rows:
                kept = block.index in leading
                yield {"style": block.style, "leads": kept, "runs": runs(block, marks)}
