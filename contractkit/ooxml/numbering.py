"""The label that Word computes for a numbered paragraph, and the outline level of its style.

No text of a .docx holds these numbers: they follow from ``numbering.xml``, ``styles.xml`` and the
paragraphs before (ECMA-376 part 1, 17.9). Counters belong to the abstract list, so that two
``w:num`` of one abstract list go on counting where neither overrides its start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from contractkit.ooxml.names import PPR, VAL, w
from contractkit.ooxml.number_formats import print_number
from contractkit.ooxml.package import Element, Package

BULLET = "•"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, how it prints, and after which level it restarts."""

    start: int
    format: str
    text: str
    restart: int  # the deepest level (0 is the highest) whose use restarts this one; -1: never
    legal: bool
    style: str


@dataclass(slots=True)
class AbstractList:
    """An abstract list: its levels, and how far each has counted."""

    levels: dict[int, Level]
    style_link: str = ""
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Num:
    """A ``w:num``: the abstract list it counts on, and the levels that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says of numbering, outline and look; None where it says nothing."""

    name: str
    based_on: str
    num: str | None
    level: int | None
    outline: int | None
    bold: bool | None


class Labels:
    """Computes labels paragraph by paragraph, in document order."""

    def __init__(self, package: Package) -> None:
        main = package.main
        self.styles = _styles(_part(package, main, "/styles"))
        self.default_style = _default_style(_part(package, main, "/styles"))
        self._abstracts, self._nums = _lists(_part(package, main, "/numbering"))

    def label(self, paragraph: Element) -> str:
        """The number that Word shows before ``paragraph``, or ""; counts it."""
        num_id, level = self._numbered(paragraph)
        num = self._nums.get(num_id or "")
        abstract = self._abstract(num) if num else None
        if num is None or abstract is None or level is None:
            return ""
        definition = num.levels.get(level) or abstract.levels.get(level)
        if definition is None:
            return ""
        self._count(num, abstract, level, definition)
        return self._print(num, abstract, level, definition)

    def style_of(self, paragraph: Element) -> str:
        """The id of the paragraph's style, the document's default where it names none."""
        properties = paragraph.find(PPR)
        named = _value(properties, "pStyle") if properties is not None else None
        return named if named is not None and named in self.styles else self.default_style

    def outline_level(self, paragraph: Element) -> int | None:
        """The outline level, 0 the highest; None for body text."""
        properties = paragraph.find(PPR)
        own = _integer(properties, "outlineLvl") if properties is not None else None
        for style in self._chain(self.style_of(paragraph)):
            own = style.outline if own is None else own
        return own if own is not None and own < _LEVELS else None

    def bold(self, style_id: str) -> bool:
        """Whether the style makes its text bold."""
        return next((s.bold for s in self._chain(style_id) if s.bold is not None), False)

    def _chain(self, style_id: str) -> list[ParagraphStyle]:
        chain: list[ParagraphStyle] = []
        seen = set()
        while style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            chain.append(self.styles[style_id])
            style_id = self.styles[style_id].based_on
        return chain

    def _numbered(self, paragraph: Element) -> tuple[str | None, int | None]:
        """The list and level of ``paragraph``: its own, or by style, by the list's own linking."""
        properties = paragraph.find(PPR)
        own = properties.find(w("numPr")) if properties is not None else None
        num_id = _value(own, "numId") if own is not None else None
        level = _integer(own, "ilvl") if own is not None else None
        style_id = self.style_of(paragraph)
        for style in self._chain(style_id):
            num_id = style.num if num_id is None else num_id
            level = style.level if level is None else level
        if num_id in (None, "0"):
            return None, None
        return num_id, self._linked_level(num_id or "", style_id) if level is None else level

    def _linked_level(self, num_id: str, style_id: str) -> int:
        """The level of a list whose ``w:pStyle`` is the paragraph's style; the first by default."""
        num = self._nums.get(num_id)
        abstract = self._abstract(num) if num else None
        levels = abstract.levels if abstract else {}
        return next((n for n, level in levels.items() if level.style == style_id), 0)

    def _abstract(self, num: Num) -> AbstractList | None:
        """The abstract list of ``num``, through a list style (``w:numStyleLink``) where it has one."""
        abstract = self._abstracts.get(num.abstract)
        if abstract and abstract.style_link and not abstract.levels:
            style = self.styles.get(abstract.style_link)
            linked = self._nums.get(style.num or "") if style else None
            abstract = self._abstracts.get(linked.abstract) if linked else None
        return abstract

    def _count(self, num: Num, abstract: AbstractList, level: int, definition: Level) -> None:
        counts = abstract.counts
        override = num.starts.pop(level, None)  # it restarts once, where the num is first used
        if override is not None:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else definition.start
        for deeper in [known for known in counts if known > level]:
            below = abstract.levels.get(deeper)
            if below is None or level <= below.restart:
                del counts[deeper]

    def _print(self, num: Num, abstract: AbstractList, level: int, definition: Level) -> str:
        if definition.format == "bullet":
            return BULLET if definition.text else ""

        def place(match: re.Match[str]) -> str:
            wanted = int(match[1]) - 1
            known = num.levels.get(wanted) or abstract.levels.get(wanted)
            if known is None or wanted > level:
                return ""
            count = abstract.counts.setdefault(wanted, known.start)
            return print_number(count, "decimal" if definition.legal else known.format)

        return _PLACE.sub(place, definition.text).strip()


def _part(package: Package, main: str, suffix: str) -> Element | None:
    parts = package.related(main, suffix)
    return package.xml(parts[0]) if parts else None


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(w(name))
    return None if child is None else child.get(VAL)


def _integer(parent: Element, name: str) -> int | None:
    text = _value(parent, name)
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a toggle such as ``w:b`` is on; None where ``properties`` says nothing of it."""
    toggle = properties.find(w(name)) if properties is not None else None
    return None if toggle is None else toggle.get(VAL, "true") not in ("0", "false", "off", "none")


def _styles(root: Element | None) -> dict[str, ParagraphStyle]:
    found = {}
    for style in root.iterfind(w("style")) if root is not None else ():
        properties = style.find(PPR)
        num = properties.find(w("numPr")) if properties is not None else None
        name = _value(style, "name") or ""
        outline = _integer(properties, "outlineLvl") if properties is not None else None
        heading = re.fullmatch(r"heading ([1-9])", name.lower())
        if outline is None and heading:
            outline = int(heading[1]) - 1
        found[style.get(w("styleId"), "")] = ParagraphStyle(
            name=name,
            based_on=_value(style, "basedOn") or "",
            num=_value(num, "numId") if num is not None else None,
            level=_integer(num, "ilvl") if num is not None else None,
            outline=outline,
            bold=is_on(style.find(w("rPr")), "b"),
        )
    return found


def _default_style(root: Element | None) -> str:
    for style in root.iterfind(w("style")) if root is not None else ():
        if style.get(w("default")) in ("1", "true") and style.get(w("type")) == "paragraph":
            return str(style.get(w("styleId"), ""))
    return ""


def _lists(root: Element | None) -> tuple[dict[str, AbstractList], dict[str, Num]]:
    if root is None:
        return {}, {}
    abstracts = {
        element.get(w("abstractNumId"), ""): AbstractList(
            _levels(element), _value(element, "numStyleLink") or ""
        )
        for element in root.iterfind(w("abstractNum"))
    }
    return abstracts, {
        element.get(w("numId"), ""): _num(element) for element in root.iterfind(w("num"))
    }


def _levels(parent: Element) -> dict[int, Level]:
    return {
        number: _level(element, number)
        for element in parent.iterfind(w("lvl"))
        if (number := _ilvl(element)) is not None
    }


def _ilvl(element: Element) -> int | None:
    text = element.get(w("ilvl"), "")
    return int(text) if text.isdecimal() and int(text) < _LEVELS else None


def _level(element: Element, number: int) -> Level:
    restart = _integer(element, "lvlRestart")
    start = _integer(element, "start")
    return Level(
        start=1 if start is None else start,
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        restart=number - 1 if restart is None else restart - 1,
        legal=is_on(element, "isLgl") or False,
        style=_value(element, "pStyle") or "",
    )


def _num(element: Element) -> Num:
    levels, starts = {}, {}
    for override in element.iterfind(w("lvlOverride")):
        number = _ilvl(override)
        if number is None:
            continue
        whole = override.find(w("lvl"))
        if whole is not None:
            levels[number] = _level(whole, number)
        start = _integer(override, "startOverride")
        if start is not None:
            starts[number] = start
    return Num(_value(element, "abstractNumId") or "", levels, starts)
