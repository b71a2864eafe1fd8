"""A file that came back -> what it was issued from, and what became of it since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from contractkit.cli.verify_manifest import SEND, Manifest, own_manifest, read_manifest
from contractkit.compare.provenance import Trace, provenance
from contractkit.errors import ContractKitError, ReadError
from contractkit.files import read_bytes
from contractkit.lang import language
from contractkit.model.standard import BOTH
from contractkit.readers import document, outline, read

if TYPE_CHECKING:
    from contractkit.lang.base import Language
    from contractkit.model.agreement import Agreement
    from contractkit.model.document import Revisions
    from contractkit.model.standard import Library
    from contractkit.ooxml.package import Limits
    from contractkit.ooxml.revisions import Revision


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the file: who, when ("" when not said), on which clause, and what."""

    author: str
    date: str
    clause: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a file that came back.

    ``language`` is that of the report. ``manifest`` says what the file was issued from, {} when
    nothing does; ``known`` whether the library is the one of then; ``against`` what it was held
    against (``issued``, ``rebuilt``, ``texts``), ``issued`` being the name of the file given.
    ``forged`` says that its manifest is another than that of the issued file. ``columns`` are the
    traces by language, of an agreement in two columns those of each. ``others`` counts the tracked
    changes that are not listed, by author.
    """

    language: str
    manifest: Manifest
    known: bool
    against: str
    issued: str
    forged: bool
    columns: Mapping[str, tuple[Trace, ...]]
    comments: tuple[Comment, ...]
    others: Mapping[str, int]

    @property
    def traces(self) -> tuple[Trace, ...]:
        """The traces of all columns."""
        return tuple(trace for column in self.columns.values() for trace in column)

    @property
    def is_whole(self) -> bool:
        """Whether all of it still is what was issued."""
        return not (self.forged or self.others) and all(
            trace.state == "unchanged" for trace in self.traces
        )


@dataclass(frozen=True, slots=True)
class _Returned:
    """The file that came back, read as often as it is asked for."""

    data: bytes
    name: str
    limits: Limits

    def read(self, revisions: Revisions, tongue: Language | None = None) -> Agreement:
        return self._read(self.data, revisions, tongue)

    def of(self, authors: tuple[str, ...], tongue: Language | None) -> Agreement:
        """With the tracked changes of ``authors`` accepted, all other ones refused."""
        from contractkit.ooxml import revisions as tracked
        from contractkit.ooxml.package import open_package

        if not authors:
            return self.read("accept", tongue)
        package = open_package(self.data, name=self.name, limits=self.limits)
        tracked.reject(package, lambda one: one.author not in authors)
        return self._read(package.save(), "accept", tongue)

    def others(self, authors: tuple[str, ...]) -> Counter[str]:
        """How many tracked changes are of nobody among ``authors``, by author."""
        from contractkit.ooxml.package import open_package
        from contractkit.ooxml.revisions import revisions

        if not authors:
            return Counter()
        package = open_package(self.data, name=self.name, limits=self.limits)
        found: tuple[Revision, ...] = revisions(package)
        return Counter(one.author for one in found if one.author not in authors)

    def _read(self, data: bytes, revisions: Revisions, tongue: Language | None) -> Agreement:
        found = document(data, self.name, language=tongue, limits=self.limits, revisions=revisions)
        return outline(found, tongue)


def check(
    path: Path,
    issued: Path | None,
    library: Library,
    *,
    authors: tuple[str, ...] = (),
    limits: Limits,
) -> Verified:
    """The file at ``path`` held against what it was issued as.

    That is the file ``issued``, or what the manifest makes with ``library``, or else the clauses'
    texts in the manifest. Of two columns both are looked at. Of the tracked changes those of
    ``authors`` are traced, all when none is named. Raises ReadError when nothing says what was
    issued.
    """
    returned = _Returned(read_bytes(path), path.name, limits)
    refused = returned.read("reject")
    sent = read(issued, limits=limits) if issued else None
    own = own_manifest(refused, required=sent is None)
    manifest = own
    if sent is not None and sent.manifest:
        manifest = read_manifest(sent.manifest, sent.name)
    known = manifest.get("library") == library.digest
    columns: dict[str, tuple[Trace, ...]] = {}
    label = ""
    codes = manifest.get("columns") or (manifest.get("language", refused.language),)
    for code in sorted(codes, key=lambda one: one != refused.language):  # the left one first
        tongue = language(code)
        whole = read(issued, language=tongue, limits=limits) if issued else None
        label = "issued"
        if whole is None:
            whole = _made_again(manifest, library, tongue) if known else None
            label = "rebuilt" if whole else "texts"
        texts = dict(manifest.get("columns", {}).get(code, manifest).get("texts", {}))
        if whole is None and not texts:
            raise ReadError(
                "the manifest holds no texts, and the library is another than it was issued with",
                where=path.name,
                hint=f"{SEND}, or that library by --library",
            )
        kept, proposed = returned.read("reject", tongue), returned.of(authors, tongue)
        columns[code] = provenance(whole, kept, proposed, texts=texts)
    return Verified(
        language=refused.language,
        manifest=own or manifest,
        known=known,
        against=label,
        issued=sent.name if sent else "",
        forged=bool(sent and sent.manifest and sent.manifest != refused.manifest),
        columns=columns,
        comments=tuple(_comments(refused, returned.read("accept"))),
        others=dict(returned.others(authors)),
    )


def _made_again(manifest: Manifest, library: Library, tongue: Language) -> Agreement | None:
    """The agreement that the manifest's values make with the library they were issued with.

    Of one in two languages the column in ``tongue``. None where they make another: one issued for
    a day of its own.
    """
    from contractkit.assembly import assemble, assemble_columns, find_look
    from contractkit.writers import write, write_columns

    template, code = manifest["template"], manifest["language"]
    try:
        if code == BOTH:
            made, right = assemble_columns(library, template, manifest["values"])
        else:
            made = right = assemble(library, template, manifest["values"], language=code)
        if json.loads(made.manifest)["clauses"] != manifest["clauses"]:
            return None
        look = library.templates[template, made.language].look
        page = find_look(library, code, look)
        data = (
            write_columns(made, right, ".docx", look=page, look_name=look)
            if code == BOTH
            else write(made, ".docx", look=page, look_name=look)
        )
    except ContractKitError:
        return None
    return outline(document(data, "issued.docx", language=tongue), tongue)


def _comments(*readings: Agreement) -> Iterator[Comment]:
    """The comments of all readings, each once: what one is on may stand in one reading only."""
    seen: set[tuple[str, str, str]] = set()
    for agreement in readings:
        clauses = dict(agreement.standing())
        said = [block for block in agreement.asides if block.story == "comment"]
        for (author, date, anchor), blocks in groupby(
            said, lambda one: (one.author, one.date, one.anchor)
        ):
            text = "\n".join(block.text for block in blocks)
            clause = clauses.get(anchor.block) if anchor else None
            if (author, date, text) not in seen:
                seen.add((author, date, text))
                place = (clause.cited, clause.heading) if clause else ("", "")
                yield Comment(author, date, *place, text)
