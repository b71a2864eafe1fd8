"""An agreement printed once, as the form of all that differ from it in values alone.

The agreement is written by ``write_docx``, docxtpl and all, with a mark of our own in the place of
each value that varies; the parts are cut at the marks. Another document is then its values,
escaped, between the pieces. It is the same XML, byte for byte, as ``write_docx`` makes; that is
checked when a form is made, with texts that need escaping in every slot. What a form cannot do
takes the full path: a look that computes with values or tests them, a value with a line break.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from contractkit.model.agreement import Agreement
from contractkit.writers.docx.places import prints_only
from contractkit.writers.docx.slots import CLOSE, FAR, OPEN, Rows, Slots, with_rows
from contractkit.writers.docx.splice import Pieces, Splice
from contractkit.writers.docx.table import table
from contractkit.writers.docx.write import write_docx

_SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")
_ID = re.compile(r'(?<=w:id=")9\d{8}(?=")')

# What docxtpl or our runs make more of than a text, or refuse.
_NOT_PLAIN = re.compile("[\x00-\x1f\x7f\ue8f0\ue8f1\ufffe\uffff\ud800-\udfff]")
_TEMPLATE = ("{_{", "{_%", "}_}", "%_}")
_PROBE = "甲 A&B <i>\"q\" 'r'</i> {{ x }} {name}"


@dataclass(frozen=True, slots=True)
class Form:
    """A document but for its values: ``texts`` and ``tables`` name those that ``fill`` needs, and
    ``manifest`` those that the manifest states.
    """

    texts: tuple[str, ...]
    tables: tuple[str, ...]
    manifest: tuple[str, ...]
    _ids: tuple[tuple[int, int], ...]
    _splice: Splice

    def fill(
        self, texts: Mapping[str, str], tables: Mapping[str, Rows], manifest: Mapping[str, str]
    ) -> bytes | None:
        """The .docx with these values, or None when one of them needs the full path.

        A table's rows come with its header; ``manifest`` has JSON, without line breaks.
        """
        given = list(map(texts.__getitem__, self.texts))
        rows = list(map(tables.__getitem__, self.tables))
        if not _plain("".join(chain(given, *chain(*rows)))):
            return None
        given += map(manifest.__getitem__, self.manifest)
        escaped = _escaped("\n".join(given)).split(b"\n") if given else []
        counts = [0]
        for one in rows:
            counts.append(counts[-1] + len(one))
        return self._splice.fill(
            [
                *escaped[: len(self.texts)],
                *map(_table, rows),
                *escaped[len(self.texts) :],
                *(b"%d" % (number + counts[before]) for number, before in self._ids),
            ]
        )


def compile_docx(
    agreement: Agreement,
    look: bytes,
    *,
    name: str,
    varying: frozenset[str],
    tables: Mapping[int, str],
    manifest: Sequence[str],
) -> Form | None:
    """The form of ``agreement`` in ``look``, or None when its documents need the full path.

    ``varying`` are the variables that differ between documents; ``tables`` those among them that
    are tables, by the index of the block of their header, in order. ``manifest`` is cut where it
    states a varying value: literal, name, literal and so on. Raises as ``write_docx`` does.
    """
    if not prints_only(look):
        return None
    slots = Slots(varying, tables, manifest)
    marked = slots.agreement(agreement, slots.mark)
    pieces = _cut(write_docx(marked, look, name=name), slots)
    if pieces is None:
        return None
    form = Form(tuple(slots.texts), slots.tables, slots.stated, tuple(slots.ids), Splice(pieces))
    return form if _proved(form, agreement, look, name, slots) else None


def same_parts(one: bytes, other: bytes) -> bool:
    """Whether two Word files hold the same parts, however they are packed."""
    return _parts(one) == _parts(other)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _cut(data: bytes, slots: Slots) -> dict[str, Pieces] | None:
    """The parts of the marked document, cut; None when a table in it is not as we know it."""
    found: dict[str, Pieces] = {}
    marked = [_table([(slots.table_mark(name),)]).decode() for name in slots.tables]
    marked += [f"{OPEN}{name}{CLOSE}" for name in slots.stated]
    numbers = {mark: number for number, mark in enumerate(marked, len(slots.texts))}
    first_id = len(slots.texts) + len(marked)
    ids = {str(1000 + FAR + n): first_id + n for n in range(len(slots.ids))}
    for part, raw in _parts(data).items():
        text = raw.decode("utf-8") if OPEN.encode() in raw or b'w:id="9' in raw else ""
        found[part] = list(_pieces(text, numbers, ids)) if text else [raw]
    seen = {piece for pieces in found.values() for piece in pieces if isinstance(piece, int)}
    wanted = set(range(first_id + len(ids)))
    return found if seen == wanted else None


def _pieces(text: str, numbers: Mapping[str, int], ids: Mapping[str, int]) -> Iterator[bytes | int]:
    fixed = "".join(f"{re.escape(text)}|" for text in numbers)
    at = 0
    for match in re.finditer(f"{fixed}{_SLOT.pattern}|{_ID.pattern}", text):
        if match.start() > at:
            yield text[at : match.start()].encode()
        found = match[0]
        yield int(match[1]) if match[1] else numbers[found] if found in numbers else ids[found]
        at = match.end()
    if at < len(text):
        yield text[at:].encode()


def _proved(form: Form, agreement: Agreement, look: bytes, name: str, slots: Slots) -> bool:
    """Whether the form makes what ``write_docx`` makes, with texts in it that need escaping."""
    probe: Callable[[str], str] = lambda slot: f"{_PROBE}{slot}"  # noqa: E731
    rows = {table: [(probe(table), "2"), ("3&", probe("4"))] for table in form.tables}
    stated = dict.fromkeys(form.manifest, '{"a": "<&>\'\\""}')
    wanted = with_rows(slots.agreement(agreement, probe), slots, rows)
    data = form.fill({slot: probe(slot) for slot in form.texts}, rows, stated)
    wanted = replace(wanted, manifest=slots.manifest(stated.__getitem__))
    full = write_docx(wanted, look, name=name)
    return data is not None and same_parts(data, full)


def _plain(text: str) -> bool:
    """Whether ``text`` is printed as it is; what is printable holds no control character."""
    if not text.isprintable() and _NOT_PLAIN.search(text):
        return False
    return "_" not in text or not any(sign in text for sign in _TEMPLATE)


def _escaped(text: str) -> bytes:
    """``text`` as libxml2 writes it into an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def _table(rows: Rows) -> bytes:
    """A table as libxml2 writes it: it escapes less than a template does."""
    return str(table(rows)).replace("&#34;", '"').replace("&#39;", "'").encode()
