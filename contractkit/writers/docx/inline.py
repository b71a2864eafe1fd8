"""A block's text and marks -> the runs of a Word paragraph, escaped and ready to stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from itertools import pairwise

from markupsafe import Markup, escape

from contractkit.errors import WriteError
from contractkit.model.document import Block
from contractkit.ooxml.manifest import bookmark_name

# What XML 1.0 cannot hold, and Word would drop without a word.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    bold: bool
    target: str  # the bookmark that a REF field points to, or ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a document's runs share: the number printed in a reference to a clause, by its id.

    In the second of two columns the bookmarks have a ``suffix`` and ids from another ``first`` on.
    ``headings`` number the headings that a table of contents points to, by the block's index.
    """

    labels: Mapping[str, str]
    suffix: str = ""
    first: int = 1000
    headings: Mapping[int, int] = field_of(default_factory=dict)

    def bookmark(self, clause: str) -> str:
        """The name of the bookmark on that clause, within Word's 40 characters."""
        return bookmark_name(clause) + self.suffix


def runs(block: Block, marks: Marks) -> Markup:
    """The runs of ``block``: bold leads and terms, REF fields on references, bookmarks around."""
    bold = _bold_ranges(block)
    inner = "".join(_run(stretch) for stretch in _stretches(block, bold, marks))
    names = [(marks.first + block.index, marks.bookmark(name)) for name in block.bookmarks]
    if number := marks.headings.get(block.index):
        names.append((number, contents_bookmark(number)))
    for identity, name in names:
        opening = f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>'
        inner = f'{opening}{inner}<w:bookmarkEnd w:id="{identity}"/>'
    return Markup(inner)  # noqa: S704 - every text in it went through escape()


def contents_bookmark(number: int) -> str:
    """The bookmark on the heading of that number in the contents, named as Word names them."""
    return f"_Toc{number:09d}"


def text_run(text: str, *, bold: bool = False) -> str:
    """One run of ``text``; tabs and line breaks become their elements. Raises WriteError."""
    _refuse_forbidden(text, [text])
    body = "".join(
        "<w:tab/>"
        if piece == "\t"
        else "<w:br/>"
        if piece == "\n"
        else f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in (re.split(r"([\t\n])", text) if "\t" in text or "\n" in text else (text,))
        if piece
    )
    return f"<w:r>{_BOLD if bold else ''}{body}</w:r>"


def text_runs(texts: Sequence[str]) -> list[str]:
    """A run for each of ``texts``, as ``text_run`` makes it, checked and escaped all at once."""
    joined = "\n".join(texts)
    if "\t" in joined or joined.count("\n") >= len(texts) or not all(texts):
        return [text_run(text) for text in texts]
    _refuse_forbidden(joined, texts)
    return [
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in str(escape(joined)).split("\n")
    ]


def _refuse_forbidden(joined: str, texts: Iterable[str]) -> None:
    if found := _FORBIDDEN.search(joined):
        raise WriteError(
            f"the text holds the control character U+{ord(found[0]):04X}",
            where=next(text for text in texts if found[0] in text)[:40],
            hint="remove it from the values or the clause",
        )


def _bold_ranges(block: Block) -> list[tuple[int, int]]:
    ranges = [(mark.start, mark.end) for mark in block.marks if mark.kind == "term"]
    whole = block.lead >= len(block.text)
    return ranges if whole or not block.lead else [(0, block.lead), *ranges]


def _stretches(block: Block, bold: list[tuple[int, int]], marks: Marks) -> Iterator[_Stretch]:
    """The text cut where boldness or a field begins or ends."""
    fields = {}
    for mark in block.marks:
        target = mark.name.partition("#")[0]
        label = marks.labels.get(target, "")
        at = block.text.find(label, mark.start, mark.end) if mark.kind == "reference" else -1
        if label and at >= 0:
            fields[at] = (at + len(label), marks.bookmark(target))
    cuts = {0, len(block.text)} | {edge for pair in bold for edge in pair}
    cuts |= set(fields) | {end for end, _ in fields.values()}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        _, target = fields.get(start, (0, ""))
        yield _Stretch(block.text[start:end], any(a <= start < b for a, b in bold), target)


def _run(stretch: _Stretch) -> str:
    run = text_run(stretch.text, bold=stretch.bold)
    if not stretch.target:
        return run
    # \n is the number as it stands, without trailing full stop; \h makes it a link (ECMA-376
    # part 1, 17.16.5.51).
    return field(f"REF {stretch.target} \\n \\h", run)


def field(code: str, result: str) -> str:
    """A field of that code around the runs of its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
