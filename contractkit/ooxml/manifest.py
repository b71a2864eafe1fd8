"""What we leave in a document that we issue, and read back: a customXml part and bookmarks.

LibreOffice drops ``w:tag`` when it saves, but keeps customXml parts and bookmarks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from lxml import etree

from contractkit.errors import ReadError
from contractkit.ooxml.package import (
    CONTENT_TYPES,
    Package,
    open_package,
    parse_xml,
    relationships_part,
)

FOLDER = "customXml/"
NAMESPACE = "urn:contractkit:manifest:1"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
PROPERTIES = f"{CUSTOM_XML}Props"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ITEM_ID = "{6D1B5C1E-6C1A-4A0B-9B8E-3F6A2C5D7E01}"


def bookmark_name(clause: str) -> str:
    """The bookmark that stands for a clause's id: within Word's 40 characters, letters first."""
    readable = "".join(c if c.isalnum() and c.isascii() else "_" for c in clause.rpartition("/")[2])
    return f"ck_{readable[:24]}_{hashlib.sha256(clause.encode()).hexdigest()[:8]}"


def write_manifest(package: Package, manifest: str) -> None:
    """Put ``manifest`` (JSON) into ``package`` as a customXml part of the main document."""
    number = 1
    while f"customXml/item{number}.xml" in package.parts:
        number += 1
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    root = parse_xml(f'<manifest xmlns="{NAMESPACE}"/>'.encode())
    root.text = manifest
    package.set_xml(item, root)
    store = etree.Element(f"{{{DATASTORE}}}datastoreItem", nsmap={"ds": DATASTORE})
    store.set(f"{{{DATASTORE}}}itemID", ITEM_ID)
    references = etree.SubElement(store, f"{{{DATASTORE}}}schemaRefs")
    etree.SubElement(references, f"{{{DATASTORE}}}schemaRef").set(f"{{{DATASTORE}}}uri", NAMESPACE)
    package.set_xml(properties, store)
    _relate(package, package.main, CUSTOM_XML, f"../{item}")
    _relate(package, item, PROPERTIES, properties.rpartition("/")[2])
    override = etree.SubElement(package.xml(CONTENT_TYPES), f"{{{PACKAGE}/content-types}}Override")
    override.set("PartName", f"/{properties}")
    override.set("ContentType", PROPERTIES_TYPE)


def read_manifest(package: Package) -> str:
    """The manifest that ``package`` carries, as JSON, or "" when it carries none."""
    return _manifest(package, package.related(package.main, "/customXml"))


def manifest_in(data: bytes, *, name: str = "") -> str:
    """The manifest that the Word file ``data`` carries, as ``read_manifest`` returns it.

    Where it lies in the folder that Word keeps such parts in, nothing else is unpacked. Raises
    ReadError, UnsafeFile.
    """
    package = open_package(data, name=name, below=FOLDER)
    items = [part for part in package.parts if part.startswith(f"{FOLDER}item")]
    return _manifest(package, items) or read_manifest(open_package(data, name=name))


def _manifest(package: Package, parts: Iterable[str]) -> str:
    for part in parts:
        try:
            root = package.xml(part)
        except ReadError:  # somebody else's custom part is no reason to refuse the document
            continue
        if root.tag == f"{{{NAMESPACE}}}manifest":
            return root.text or ""
    return ""


def _relate(package: Package, part: str, kind: str, target: str) -> None:
    rels = relationships_part(part)
    if rels not in package.parts:
        empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'
        package.set_xml(rels, parse_xml(empty.encode()))
    root = package.xml(rels)
    taken = {element.get("Id") for element in root}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    relationship = etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship")
    relationship.set("Id", f"rId{number}")
    relationship.set("Type", kind)
    relationship.set("Target", target)
