"""The agreements that we ship, assembled of the sample values, for tests of the writers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from contractkit.assembly import assemble, assemble_columns
from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.agreement import Agreement
from contractkit.model.standard import BOTH, Library
from contractkit.ooxml.names import w
from contractkit.writers import write, write_columns

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEMPLATES = (
    "hospital-service",
    "medical-management",
    "physician-service",
    "provider-participation",
    "renewal",
    "single-case",
)
SHIPPED = [(template, language) for template in TEMPLATES for language in ("zh", "en")]


def sample(template: str) -> Mapping[str, object]:
    """The values of the example of a template."""
    return read_values_file(EXAMPLES / f"{template}.yaml")


def issue(
    library: Library, template: str, language: str, values: Mapping[str, object] | None = None
) -> tuple[Agreement, bytes]:
    """The agreement of the sample values, or of others, and its .docx."""
    agreement = assemble(library, template, values or sample(template), language=language)
    return agreement, printed(library, template, agreement)


def printed(library: Library, template: str, agreement: Agreement) -> bytes:
    """``agreement`` as .docx in the look of ``template``."""
    look = library.templates[template, agreement.language].look
    data = library.looks[agreement.language, look]
    return write(agreement, ".docx", look=data, look_name=look)


def issue_columns(
    library: Library, template: str, values: Mapping[str, object] | None = None
) -> tuple[Agreement, Agreement, bytes]:
    """The agreement of the sample values, or of others, in both languages, and its .docx."""
    left, right = assemble_columns(library, template, values or sample(template))
    look = library.templates[template, left.language].look
    data = write_columns(left, right, ".docx", look=library.looks[BOTH, look], look_name=look)
    return left, right, data


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root element of one part of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def all_text(data: bytes) -> str:
    """The text of the body, headers and footers, a line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    paragraphs = (one for root in roots for one in root.iter(w("p")))
    return "\n".join("".join(t.text or "" for t in one.iter(w("t"))) for one in paragraphs)


if __name__ == "__main__":  # run by the test of bytes, in a process of its own
    import hashlib

    ours = load_library(default_root())
    for one in SHIPPED:
        print(hashlib.sha256(issue(ours, *one)[1]).hexdigest())
