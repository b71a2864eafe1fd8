"""The styles of a document: what a paragraph inherits of numbering, outline level and look."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contractkit.ooxml.names import PPR, RPR, VAL, w
from contractkit.ooxml.package import Element

OUTLINE_LEVELS = 9
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of numbering, outline and look; None where it says nothing."""

    name: str
    based_on: str
    num: str | None
    level: int | None
    outline: int | None
    bold: bool | None
    vanish: bool | None


class Styles:
    """The styles by id, each asked with those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self.by_id: dict[str, Style] = {}
        self.default = ""
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._looks: dict[str, tuple[int | None, bool, bool]] = {}
        for element in root.iterfind(w("style")) if root is not None else ():
            identity = element.get(w("styleId"), "")
            self.by_id[identity] = _style(element)
            is_default = element.get(w("default")) in ("1", "true", "on")
            if is_default and element.get(w("type")) == "paragraph" and not self.default:
                self.default = identity
        self.hides = any(style.vanish for style in self.by_id.values())

    def named(self, named: str | None) -> str:
        """The id of the style that a paragraph names, the document's default where it is none."""
        return named if named is not None and named in self.by_id else self.default

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """The style and those that it is based on, nearest first; a circle ends where it closes."""
        known = self._chains.get(style_id)
        if known is not None:
            return known
        chain: list[Style] = []
        seen: set[str] = set()
        at = style_id
        while at in self.by_id and at not in seen:
            seen.add(at)
            chain.append(self.by_id[at])
            at = self.by_id[at].based_on
        return self._chains.setdefault(style_id, tuple(chain))

    def outline(self, style_id: str) -> int | None:
        """The outline level that the style gives."""
        return self._inherited(style_id)[0]

    def bold(self, style_id: str) -> bool:
        """Whether the style makes its text bold."""
        return self._inherited(style_id)[1]

    def hidden(self, style_id: str) -> bool:
        """Whether the style hides its text."""
        return self._inherited(style_id)[2]

    def _inherited(self, style_id: str) -> tuple[int | None, bool, bool]:
        known = self._looks.get(style_id)
        if known is None:
            chain = self.chain(style_id)
            known = (
                next((s.outline for s in chain if s.outline is not None), None),
                next((s.bold for s in chain if s.bold is not None), False),
                next((s.vanish for s in chain if s.vanish is not None), False),
            )
            self._looks[style_id] = known
        return known


def _style(element: Element) -> Style:
    properties, run = element.find(PPR), element.find(RPR)
    num = properties.find(w("numPr")) if properties is not None else None
    name = value(element, "name") or ""
    outline = integer(properties, "outlineLvl")
    heading = _HEADING.fullmatch(name.lower())
    if outline is None and heading:
        outline = int(heading[1]) - 1
    return Style(
        name=name,
        based_on=value(element, "basedOn") or "",
        num=value(num, "numId"),
        level=integer(num, "ilvl"),
        outline=outline,
        bold=is_on(run, "b"),
        vanish=is_on(run, "vanish"),
    )


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name``; None where there is no such child."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(VAL)


def integer(parent: Element | None, name: str) -> int | None:
    """The ``w:val`` of the child ``name`` as a number; None where it is none."""
    return to_integer(value(parent, name))


def to_integer(text: str | None) -> int | None:
    """A number of at most nine digits; None for anything else."""
    if text is None or not re.fullmatch(r"[+-]?[0-9]{1,9}", text.strip()):
        return None
    return int(text)


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a toggle such as ``w:b`` is on; None where ``properties`` says nothing of it."""
    toggle = properties.find(w(name)) if properties is not None else None
    return None if toggle is None else toggle.get(VAL, "true") not in ("0", "false", "off", "none")
