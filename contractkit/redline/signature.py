"""A canonical form of an element: equal for two elements exactly when they mean the same.

Left out is what changes without anybody changing it: revision-save ids, drawing and paragraph
ids, the proofing language, bookmarks. A relationship id stands for what it points to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from contractkit.ooxml.names import FALLBACK, PROPERTY_CHANGES, TXBX, VAL, R, local, w
from contractkit.ooxml.package import Element, Package

Signature = tuple[object, ...]
Target = Callable[[str], str]

NOISE_ATTRIBUTES: Final = frozenset({"paraId", "textId", "anchorId", "editId", "spid", "dirty"})
NOISE_ELEMENTS: Final = PROPERTY_CHANGES | frozenset(
    w(name)
    for name in (
        "lang noProof proofErr lastRenderedPageBreak bookmarkStart bookmarkEnd "
        "ins del moveFrom moveTo"
    ).split()
)
# Elements whose id and name are numbered by the program that saved the file.
NUMBERED: Final = frozenset({"docPr", "cNvPr", "shape", "rect", "shapetype", "roundrect"})
POINTER: Final = f"{{{R}}}"  # attributes that name a relationship begin with it
POINTS: Final = etree.XPath("boolean(.//@r:*)", namespaces={"r": R})
ON: Final = frozenset({"1", "true", "on"})
SORTED: Final = frozenset({"rPr", "pPr", "tcPr", "trPr", "tblPr", "sdtPr", "sectPr"})


def signature(element: Element, target: Target = str) -> Signature:
    """Tag, attributes and children of ``element``; ``target`` tells what a relationship means."""
    name = local(element.tag)
    children = [
        signature(child, target)
        for child in element
        if isinstance(child.tag, str) and child.tag not in NOISE_ELEMENTS
    ]
    if name in SORTED:
        children.sort(key=repr)
    text = element.text or "" if not len(element) else ""
    return (name, _attributes(element, name, target), text, *children)


def _attributes(element: Element, name: str, target: Target) -> tuple[tuple[str, str], ...]:
    found = []
    for key, value in element.attrib.items():
        key, value = str(key), str(value)
        short = local(key)
        if short.startswith("rsid") or short in NOISE_ATTRIBUTES:
            continue
        if name in NUMBERED and short in ("id", "name"):
            continue
        if key.startswith(POINTER):
            value = target(value)
        elif key == VAL and value in ON:
            continue  # <w:b w:val="1"/> is <w:b/>
        found.append((short, value))
    return tuple(sorted(found))


def plain(element: Element) -> tuple[object, ...]:
    """The children of a set of properties as written: quick, and enough to know equal ones."""
    return tuple(
        [
            (child.tag, *child.items(), plain(child)) if len(child) else (child.tag, *child.items())
            for child in element
        ]
    )


def written_alike(base: Element, other: Element, without: frozenset[str] = frozenset()) -> bool:
    """Whether two elements are written alike, to any depth, and mean the same wherever they stand.

    One that names a relationship does not, nor one that holds an element with a tag in ``without``.
    """
    for a, b in zip(base.iter(), other.iter(), strict=False):
        if a.tag != b.tag or len(a) != len(b) or a.text != b.text or a.items() != b.items():
            return False
    if without and next(base.iter(*without), None) is not None:
        return False
    return not POINTS(base)


def shape(element: Element, target: Target) -> Signature:
    """The signature of a drawing without the text of its text boxes, and without its fall-back."""
    name = local(element.tag)
    children = [
        ("txbxContent",) if child.tag == TXBX else shape(child, target)
        for child in element
        if isinstance(child.tag, str) and child.tag != FALLBACK and child.tag not in NOISE_ELEMENTS
    ]
    return (
        name,
        _attributes(element, name, target),
        element.text or "" if not len(element) else "",
        *children,
    )


def targets(package: Package, part: str) -> Target:
    """What the relationship ids of ``part`` mean: an address, or the digest of a part's bytes."""
    relationships = package.relationships(part)
    known: dict[str, str] = {}

    def target(identifier: str) -> str:
        if identifier not in known:
            found = relationships.get(identifier)
            if found is None:
                known[identifier] = ""
            elif found.external or found.target not in package.parts:
                known[identifier] = found.target
            else:
                from hashlib import sha256  # OpenSSL, which most documents do not need

                data = package.parts[found.target]
                known[identifier] = sha256(data).hexdigest()
        return known[identifier]

    return target
