"""Give the other side's styles and lists the ids that they have in the result.

Styles are the same when their names are (a file saved by another Word has other ids); lists are
the same when their definitions are. What the base does not have is brought over. The base's
definitions stay: a change of a definition cannot be tracked.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from contractkit.ooxml.names import NAME, VAL, local, w
from contractkit.ooxml.package import Element, Package, Relationship
from contractkit.redline.resources import Importer
from contractkit.redline.signature import signature

STYLES, NUMBERING = "/styles", "/numbering"
STYLE_ID, STYLE_TYPE, NUM_ID, ABSTRACT_ID = (
    w("styleId"),
    w("type"),
    w("numId"),
    w("abstractNumId"),
)
STYLE_REFERENCES: Final = tuple(
    w(name) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink")
)
NOT_A_DEFINITION: Final = frozenset({"nsid", "tmpl", "multiLevelType"})


def bring_styles_and_lists(importer: Importer, parts: Iterable[str]) -> None:
    """Bring over styles and lists; the other side's ``parts`` then use the result's ids."""
    if _equal_parts(importer, STYLES) and _equal_parts(importer, NUMBERING):
        return
    roots = [importer.other.xml(part) for part in parts]
    styles = _bring_styles(importer)
    numbering = _part(importer.other, NUMBERING)
    if numbering is not None:
        roots.append(importer.other.xml(numbering))
    for root in roots:
        _rename(root, STYLE_REFERENCES, styles)
    lists = _bring_lists(importer)
    own = _part(importer.base, STYLES)
    new = [importer.base.xml(own)] if own is not None and styles.get("") else []
    for root in [*(importer.other.xml(part) for part in parts), *new]:
        _rename(root, (NUM_ID,), lists)


def _part(package: Package, suffix: str) -> str | None:
    return next(iter(package.related(package.main, suffix)), None)


def _equal_parts(importer: Importer, suffix: str) -> bool:
    """Whether both sides have the same part, to the byte, or neither has one."""
    found = []
    for package in (importer.base, importer.other):
        part = _part(package, suffix)
        found.append(package.parts[part] if part is not None else None)
    return found[0] == found[1]


def _rename(root: Element, tags: tuple[str, ...], names: dict[str, str]) -> None:
    if any(old != new for old, new in names.items()):
        for element in root.iter(*tags):
            value = element.get(VAL, "")
            element.set(VAL, names.get(value, value))


def _whole_part(importer: Importer, suffix: str) -> bool:
    """Bring over a part that the base lacks altogether; whether there is one on both sides."""
    theirs = _part(importer.other, suffix)
    if theirs is None:
        return False
    if _part(importer.base, suffix) is None:
        relation = next(
            r
            for r in importer.other.relationships(importer.other.main).values()
            if r.target == theirs
        )
        name = importer.part(theirs)
        importer.relate(importer.base.main, Relationship(relation.type, name, False))
        return False
    return True


def _bring_styles(importer: Importer) -> dict[str, str]:
    if not _whole_part(importer, STYLES):
        return {}
    base = importer.base.xml(_part(importer.base, STYLES) or "")
    other = importer.other.xml(_part(importer.other, STYLES) or "")
    by_name = {_style_name(style): style.get(STYLE_ID, "") for style in base.iter(w("style"))}
    taken = set(by_name.values())
    ids: dict[str, str] = {}
    new: list[Element] = []
    for style in other.iter(w("style")):
        identifier = style.get(STYLE_ID, "")
        same = by_name.get(_style_name(style))
        if same is None:
            same = identifier
            while same in taken:
                same += "_"
            taken.add(same)
            new.append(style)
        ids[identifier] = same
    for style in new:
        copy = deepcopy(style)
        copy.set(STYLE_ID, ids[style.get(STYLE_ID, "")])
        copy.attrib.pop(w("default"), "")
        _rename(copy, STYLE_REFERENCES, ids)
        base.append(copy)
    return ids


def _style_name(style: Element) -> tuple[str, str]:
    name = style.find(NAME)
    text = name.get(VAL, "") if name is not None else style.get(STYLE_ID, "")
    return style.get(STYLE_TYPE, "paragraph"), text.lower()


def _bring_lists(importer: Importer) -> dict[str, str]:
    if not _whole_part(importer, NUMBERING):
        return {}
    base = importer.base.xml(_part(importer.base, NUMBERING) or "")
    other = importer.other.xml(_part(importer.other, NUMBERING) or "")
    mine, theirs = _definitions(base), _definitions(other)
    free = dict(mine)
    ids: dict[str, str] = {}
    for identifier, definition in theirs.items():  # first those that kept their id
        if free.get(identifier) == definition:
            ids[identifier] = identifier
            del free[identifier]
    for identifier, definition in theirs.items():
        if identifier in ids:
            continue
        same = next((n for n, found in free.items() if found == definition), None)
        if same is None:
            same = _add_list(base, other, identifier)
        else:
            del free[same]
        ids[identifier] = same
    return ids


def _definitions(root: Element) -> dict[str, object]:
    """What each list looks like, by its id."""
    abstracts = {
        element.get(ABSTRACT_ID, ""): [
            signature(child) for child in element if local(child.tag) not in NOT_A_DEFINITION
        ]
        for element in root.iter(w("abstractNum"))
    }
    found: dict[str, object] = {}
    for number in root.iter(w("num")):
        link = number.find(ABSTRACT_ID)
        abstract = abstracts.get(link.get(VAL, "") if link is not None else "", [])
        overrides = [signature(child) for child in number if child.tag != ABSTRACT_ID]
        found[number.get(NUM_ID, "")] = (abstract, overrides)
    return found


def _add_list(base: Element, other: Element, identifier: str) -> str:
    """Copy a list and its definition into the base's numbering; its new id."""
    number = next(n for n in other.iter(w("num")) if n.get(NUM_ID) == identifier)
    link = number.find(ABSTRACT_ID)
    wanted = link.get(VAL) if link is not None else None
    copy = deepcopy(number)
    new_id = _next(base, w("num"), NUM_ID)
    copy.set(NUM_ID, new_id)
    for abstract in other.iter(w("abstractNum")):
        if abstract.get(ABSTRACT_ID) == wanted:
            definition = deepcopy(abstract)
            new_abstract = _next(base, w("abstractNum"), ABSTRACT_ID)
            definition.set(ABSTRACT_ID, new_abstract)
            copy[0].set(VAL, new_abstract)
            base.insert(len(base.findall(w("numPicBullet"))), definition)
            break
    last = base.findall(w("num"))
    at = base.index(last[-1]) + 1 if last else len(base)
    base.insert(at, copy)
    return new_id


def _next(root: Element, tag: str, key: str) -> str:
    used = [int(e.get(key, "0")) for e in root.iter(tag) if e.get(key, "").isdigit()]
    return str(max(used, default=0) + 1)
