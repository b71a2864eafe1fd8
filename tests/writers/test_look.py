"""A look that runs code, asks for what is not there, or is broken, is a mistake of the library."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from contractkit.assembly import assemble
from contractkit.errors import LibraryError
from contractkit.library import load_library
from contractkit.model.agreement import Agreement
from contractkit.model.standard import Library
from contractkit.writers import write
from tests.library.small import VALUES, write_small

CODE = "tries to run code"
ABSENT = "asks for what an agreement does not have"
BROKEN = "a tag in the template is broken"
UNFILLED = "cannot be filled"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_small(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def agreement(small: Library) -> Agreement:
    return assemble(small, "small", VALUES, language="zh")


def planted(look: bytes, tag: str) -> bytes:
    """``look`` with ``tag`` in the place of its first title."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(look)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert b"{{ title }}" in data
                data = data.replace(b"{{ title }}", tag.encode(), 1)
            target.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ cycler.__init__.__globals__.os.getpid() }}", CODE),
        ("{{ ''.__class__.__mro__ }}", CODE),
        ("{{ title.format.__globals__ }}", CODE),
        ("{{ '{0.__class__}'.format(title) }}", CODE),
        ("{{ nothing }}", ABSENT),
        ("{{ title.nothing }}", ABSENT),
        ("{{ details.nothing }}", ABSENT),
        ("{{ parties[9].title }}", ABSENT),
        ("{{r nothing }}", ABSENT),
        ("{{ title", BROKEN),
        ("{% if %}", BROKEN),
        ("{% for p in parties %}", BROKEN),
        ("{{ title|nofilter }}", BROKEN),
        ("{% include 'x' %}", UNFILLED),
        ("{{ 1/0 }}", UNFILLED),
        ("{{ title + 1 }}", UNFILLED),
        ("{{ title() }}", UNFILLED),
        ("{% for n in range(10**9) %}{% endfor %}", UNFILLED),
        ("{{ '<w:t>'|safe }}", UNFILLED),
    ],
)
def test_a_bad_tag_is_a_library_error_that_names_the_look(
    small: Library, agreement: Agreement, tag: str, message: str
) -> None:
    look = planted(small.looks["zh", "look.docx"], tag)
    with pytest.raises(LibraryError, match=message) as caught:
        write(agreement, ".docx", look=look, look_name="look.docx")
    assert caught.value.where == "look.docx"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"not Word", b"PK\x03\x04cut"])
def test_a_look_that_is_no_word_file_is_a_library_error(agreement: Agreement, data: bytes) -> None:
    with pytest.raises(LibraryError, match="cannot be opened") as caught:
        write(agreement, ".docx", look=data, look_name="look.docx")
    assert caught.value.where == "look.docx"


def test_a_tag_in_a_footer_is_filled_and_checked_too(
    small: Library, agreement: Agreement, tmp_path: Path
) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(small.looks["zh", "look.docx"])) as source,
        zipfile.ZipFile(out, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("word/footer"):
                data = data.replace(b"</w:p>", b"<w:r><w:t>{{ nothing }}</w:t></w:r></w:p>", 1)
            target.writestr(name, data)
    with pytest.raises(LibraryError, match=ABSENT):
        write(agreement, ".docx", look=out.getvalue(), look_name="look.docx")
