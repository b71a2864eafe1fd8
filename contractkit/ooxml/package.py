"""Open a Word file safely, look at its parts, and write it back byte for byte the same.

A .docx comes from a counterparty and is hostile until shown otherwise. What is refused:

- more entries, more bytes, a higher expansion or more tags of XML than ``Limits`` allow (a zip
  bomb), measured while unpacking and not from what the archive claims of itself;
- names that leave the package (``../``, absolute, drive letters) and names that occur twice;
- XML with a document type, so no entity is ever defined, expanded or fetched (XXE);
- elements nested deeper than libxml2 allows (256), and texts longer than it allows (10 MB).

A password-protected file is an OLE compound file, not a zip, and is told apart.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from contractkit.errors import ReadError, UnsafeFile
from contractkit.ooxml.strict import make_transitional

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # ECMA-376 part 2, annex B
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the oldest that the format knows: no clock in the output

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"
OFFICE_DOCUMENT = "/officeDocument"

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may claim: entries, bytes unpacked, those per packed byte, tags of XML.

    The defaults admit a contract of a thousand pages and more with its pictures. A tag is small in
    the file and large in memory: so many tags take a gigabyte at most.
    """

    entries: int = 5_000
    unpacked: int = 512 * 1024 * 1024
    ratio: int = 250
    tags: int = 2_500_000


LIMITS = Limits()


@dataclass(slots=True)
class Package:
    """The parts of a package by name (``word/document.xml``), in the archive's order."""

    parts: dict[str, bytes]
    name: str = ""
    _trees: dict[str, Element] = field(default_factory=dict)
    _main: str = ""

    def xml(self, part: str) -> Element:
        """The root element of ``part``, parsed once; changes to it are written by ``save``."""
        if part not in self._trees:
            if part not in self.parts:
                raise ReadError(f"part {part} is missing", where=self.name)
            self._trees[part] = parse_xml(self.parts[part], where=f"{self.name}, {part}")
        return self._trees[part]

    def set_xml(self, part: str, root: Element) -> None:
        """Put ``root`` in the place of ``part``, or add it as a new part."""
        self._trees[part] = root
        self.parts.setdefault(part, b"")

    def copy(self) -> Package:
        """The same package once more; what is done to one does not show in the other."""
        trees = {part: deepcopy(tree) for part, tree in self._trees.items()}
        return Package(dict(self.parts), self.name, trees)

    def remove(self, part: str) -> None:
        """Drop ``part``; what pointed to it is the caller's to mend."""
        self.parts.pop(part, None)
        self._trees.pop(part, None)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of ``part`` by id; of the package itself when ``part`` is empty."""
        rels = relationships_part(part)
        if rels not in self.parts:
            return {}
        found = {}
        for element in self.xml(rels).iter("{*}Relationship"):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            found[element.get("Id", "")] = Relationship(
                element.get("Type", ""),
                target if external else resolve(part, target),
                external,
            )
        return found

    @property
    def main(self) -> str:
        """The name of the main document part, found by its relationship, not by its name."""
        if self._main:
            return self._main
        for relationship in self.relationships("").values():
            if relationship.type.endswith(OFFICE_DOCUMENT) and relationship.target in self.parts:
                self._main = relationship.target
                return self._main
        raise ReadError(
            "this is a zip archive without a Word document in it",
            where=self.name,
            hint="send the .docx itself",
        )

    def related(self, part: str, suffix: str) -> list[str]:
        """The parts that ``part`` points to by a relationship type that ends with ``suffix``."""
        return [
            relationship.target
            for relationship in self.relationships(part).values()
            if relationship.type.endswith(suffix)
            and not relationship.external
            and relationship.target in self.parts
        ]

    def save(self) -> bytes:
        """The package as bytes: the same parts give the same bytes, whenever they are written."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in self.parts:
                info = zipfile.ZipInfo(name, ZIP_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                info.create_system = 0
                archive.writestr(info, self._bytes(name))
        return out.getvalue()

    def _bytes(self, name: str) -> bytes:
        tree = self._trees.get(name)
        return self.parts[name] if tree is None else serialize(tree)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: its type, the part's name (or the outer address), whether it is outside."""

    type: str
    target: str
    external: bool


def open_package(
    data: bytes, *, name: str = "", limits: Limits = LIMITS, below: str = ""
) -> Package:
    """The package in ``data``; ``name`` stands in messages. Raises ReadError, UnsafeFile.

    With ``below`` only the parts of that folder are unpacked, and the content types.
    """
    _refuse_other_kinds(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpack(archive, len(data), name, limits, below)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise ReadError(
            "the file is damaged or cut short",
            where=name,
            hint="ask for it again, or open and save it in Word",
        ) from error
    except (RuntimeError, ValueError) as error:  # zipfile: an encrypted entry; a bad header
        raise ReadError(
            "the archive is encrypted or damaged", where=name, hint="ask for an open copy"
        ) from error
    if CONTENT_TYPES not in parts:
        raise ReadError(
            "this is a zip archive, not a Word document", where=name, hint="send the .docx itself"
        )
    package = Package(parts, name)
    make_transitional(package.parts)
    return package


def parse_xml(data: bytes, *, where: str = "") -> Element:
    """The root of an XML part. A document type is refused, so no entity is ever expanded."""
    if any(mark in data for mark in _DOCTYPES):
        raise _doctype(where)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"broken XML: {error.msg}", where=where, hint="ask for it again") from error
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:  # in an encoding that the look at the bytes missed
        raise _doctype(where)
    return root


_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def _doctype(where: str) -> UnsafeFile:
    return UnsafeFile(
        "the XML declares a document type, which Word never writes",
        where=where,
        hint="do not open this file; ask the sender",
    )


def serialize(root: Element) -> bytes:
    """An XML part as Word writes it: UTF-8, declared, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships_part(part: str) -> str:
    """The name of the part that holds the relationships of ``part`` ("" is the package)."""
    if not part:
        return ROOT_RELATIONSHIPS
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def resolve(part: str, target: str) -> str:
    """The part name that a relative ``target`` in the relationships of ``part`` means."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if not data:
        raise ReadError("the file is empty", where=name, hint="ask for it again")
    if data.startswith(OLE_MAGIC):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(
                "the file is protected by a password", where=name, hint="ask for an open copy"
            )
        raise ReadError(
            "this is an old Word 97–2003 .doc", where=name, hint="save it as .docx in Word"
        )
    if not data.startswith(ZIP_MAGIC):
        raise ReadError("this is not a .docx file", where=name, hint="save it as .docx in Word")


def _unpack(
    archive: zipfile.ZipFile, packed: int, name: str, limits: Limits, below: str
) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > limits.entries:
        raise _over(name, f"has {len(entries)} entries, the limit is {limits.entries}", "entries")
    allowed = min(limits.unpacked, max(packed * limits.ratio, 1 << 20))
    parts: dict[str, bytes] = {}
    left, tags = allowed, 0
    for entry in entries:
        part = _safe_name(entry.filename, name)
        if entry.compress_type not in COMPRESSIONS:
            raise ReadError(
                f"part {part} is packed in a way that Word does not know",
                where=name,
                hint="open and save it in Word",
            )
        if part in parts:
            raise UnsafeFile(f"part {part} occurs twice", where=name, hint="ask the sender")
        if not part.startswith((below, CONTENT_TYPES)):
            continue
        with archive.open(entry) as stream:
            data = stream.read(left + 1)
        if len(data) > left:
            which = "unpacked" if allowed == limits.unpacked else "ratio"
            raise _over(name, f"expands beyond {allowed:,} bytes", which)
        left -= len(data)
        if part.endswith((".xml", ".rels")):
            tags += data.count(b"<")
            if tags > limits.tags:
                raise _over(name, f"holds more than {limits.tags:,} tags of XML", "tags")
        parts[part] = data
    return parts


def _over(name: str, what: str, limit: str) -> UnsafeFile:
    return UnsafeFile(
        f"the archive {what}",
        where=name,
        hint=f"if you trust the sender, raise the limit: --limit {limit}=N",
    )


def _safe_name(filename: str, name: str) -> str:
    part = filename.replace("\\", "/")
    pieces = PurePosixPath(part).parts
    if part.startswith("/") or ".." in pieces or re.match(r"[A-Za-z]:", part):
        raise UnsafeFile(
            f"an entry would leave the package: {filename!r}", where=name, hint="ask the sender"
        )
    return part
