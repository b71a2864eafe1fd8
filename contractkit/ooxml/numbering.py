"""The label that Word computes for a numbered paragraph.

No text of a .docx holds these numbers: they follow from ``numbering.xml``, ``styles.xml`` and the
paragraphs before (ECMA-376 part 1, 17.9). Counters belong to the abstract list, so that two
``w:num`` of one abstract list go on counting where neither overrides its start. Each story (the
body, a header, the text boxes) counts for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from contractkit.ooxml.names import ALTERNATE, MC, PPR, RPR, SECTPR, VAL, w
from contractkit.ooxml.number_formats import CUSTOM, print_number
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.styles import (
    OUTLINE_LEVELS,
    Styles,
    integer,
    is_on,
    to_integer,
    value,
)

BULLET = "•"
_LEVELS = 9
_LONGEST = 255  # characters of a level's text; Word's own limit is lower
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


@dataclass(frozen=True, slots=True)
class AbstractList:
    """An abstract list: its levels, or the list style that it takes them from."""

    levels: dict[int, Level]
    style_link: str = ""


@dataclass(frozen=True, slots=True)
class Num:
    """A ``w:num``: the abstract list it counts on, and the levels that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Properties(NamedTuple):
    """What the properties of a paragraph say by themselves; None where they say nothing."""

    style: str | None = None
    num: str | None = None
    level: int | None = None
    outline: int | None = None
    section: Element | None = None
    mark: Element | None = None  # the run properties of the paragraph mark


def properties_of(paragraph: Element) -> Properties:
    """The properties of ``paragraph``, in one pass, since they are read for each paragraph."""
    holder = paragraph.find(PPR)
    if holder is None:
        return _NO_PROPERTIES
    style = num = level = outline = section = mark = None
    for child in holder:
        tag = child.tag
        if tag == _STYLE:
            style = child.get(VAL)
        elif tag == _NUM:
            num, level = value(child, "numId"), integer(child, "ilvl")
        elif tag == _OUTLINE:
            outline = to_integer(child.get(VAL))
        elif tag == SECTPR:
            section = child
        elif tag == RPR:
            mark = child
    return Properties(style, num, level, outline, section, mark)


_NO_PROPERTIES = Properties()
_STYLE, _NUM, _OUTLINE = w("pStyle"), w("numPr"), w("outlineLvl")


@dataclass(slots=True)
class _Counters:
    """How far the levels of each abstract list have counted, and which restarts are used up."""

    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)


class Labels:
    """Computes labels paragraph by paragraph, in document order."""

    def __init__(self, package: Package) -> None:
        main = package.main
        self.styles = Styles(_part(package, main, "/styles"))
        self._abstracts, self._nums = _lists(_part(package, main, "/numbering"))
        self._counters = _Counters()

    def fresh(self) -> Labels:
        """The same lists and styles, nothing counted yet: for another story."""
        other = object.__new__(Labels)
        other.styles = self.styles
        other._abstracts, other._nums = self._abstracts, self._nums
        other._counters = _Counters()
        return other

    def label(self, paragraph: Element) -> str:
        """The number that Word shows before ``paragraph``, or ""; counts it."""
        return self.label_of(properties_of(paragraph))

    def label_of(self, own: Properties) -> str:
        """The number that Word shows before a paragraph of these properties; counts it."""
        num_id, level = self._numbered(own)
        num = self._nums.get(num_id)
        if num is None:
            return ""
        key, abstract = self._abstract(num)
        if abstract is None:
            return ""
        definition = num.levels.get(level) or abstract.levels.get(level)
        if definition is None:
            return ""
        counts = self._counters.counts.setdefault(key, {})
        self._count(num_id, num, abstract, counts, level, definition)
        return _print(num, abstract, counts, level, definition)

    def outline_of(self, own: Properties) -> int | None:
        """The outline level of a paragraph of these properties, 0 the highest; None for text."""
        level = own.outline
        if level is None:
            level = self.styles.outline(self.styles.named(own.style))
        return level if level is not None and 0 <= level < OUTLINE_LEVELS else None

    def _numbered(self, own: Properties) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or by style, by the list's own linking."""
        num_id, level = own.num, own.level
        style_id = self.styles.named(own.style)
        if num_id is None or level is None:
            for style in self.styles.chain(style_id):
                num_id = style.num if num_id is None else num_id
                level = style.level if level is None else level
        if num_id in (None, "0"):
            return "", 0
        return num_id or "", self._linked_level(num_id or "", style_id) if level is None else level

    def _linked_level(self, num_id: str, style_id: str) -> int:
        num = self._nums.get(num_id)
        abstract = self._abstract(num)[1] if num else None
        levels = abstract.levels if abstract else {}
        return next((n for n, level in levels.items() if level.style == style_id), 0)

    def _abstract(self, num: Num) -> tuple[str, AbstractList | None]:
        """The abstract list of ``num``, through a list style (``w:numStyleLink``) if it has one."""
        key, abstract = num.abstract, self._abstracts.get(num.abstract)
        if abstract and abstract.style_link and not abstract.levels:
            style = self.styles.by_id.get(abstract.style_link)
            linked = self._nums.get(style.num or "") if style else None
            key = linked.abstract if linked else ""
            abstract = self._abstracts.get(key)
        return key, abstract

    def _count(
        self,
        num_id: str,
        num: Num,
        abstract: AbstractList,
        counts: dict[int, int],
        level: int,
        definition: Level,
    ) -> None:
        override = num.starts.get(level)
        if override is not None and (num_id, level) not in self._counters.restarted:
            self._counters.restarted.add((num_id, level))  # once, where the num is first used
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else definition.start
        for deeper in [known for known in counts if known > level]:
            below = abstract.levels.get(deeper)
            if below is None or level <= below.restart:
                del counts[deeper]


def _print(
    num: Num, abstract: AbstractList, counts: dict[int, int], level: int, definition: Level
) -> str:
    if definition.format == "bullet":
        return BULLET if definition.text else ""

    def place(match: re.Match[str]) -> str:
        wanted = int(match[1]) - 1
        known = num.levels.get(wanted) or abstract.levels.get(wanted)
        if known is None or wanted > level:
            return ""
        count = counts.setdefault(wanted, known.start)
        return print_number(count, "decimal" if definition.legal else known.format)

    return _PLACE.sub(place, definition.text).strip()


def _part(package: Package, main: str, suffix: str) -> Element | None:
    parts = package.related(main, suffix)
    return package.xml(parts[0]) if parts else None


def _lists(root: Element | None) -> tuple[dict[str, AbstractList], dict[str, Num]]:
    if root is None:
        return {}, {}
    abstracts = {
        element.get(w("abstractNumId"), ""): AbstractList(
            _levels(element), value(element, "numStyleLink") or ""
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
    number = to_integer(element.get(w("ilvl")))
    return number if number is not None and 0 <= number < _LEVELS else None


def _level(element: Element, number: int) -> Level:
    restart = integer(element, "lvlRestart")
    start = integer(element, "start")
    return Level(
        start=0 if start is None else start,  # 17.9.25: omitted means nought
        format=_format(element),
        text=(value(element, "lvlText") or "")[:_LONGEST],
        restart=number - 1 if restart is None else restart - 1,
        legal=is_on(element, "isLgl") or False,
        style=value(element, "pStyle") or "",
    )


def _format(element: Element) -> str:
    """The name of the number format; a custom one by its sample (``001, 002, 003, …``)."""
    own = element.find(w("numFmt"))
    if own is None:
        own = element.find(f"{ALTERNATE}/{{{MC}}}Choice/{w('numFmt')}")
    if own is None:
        return "decimal"
    name = own.get(VAL, "decimal")
    return f"{CUSTOM}{own.get(w('format'), '')[:_LONGEST]}" if name == "custom" else name


def _num(element: Element) -> Num:
    levels, starts = {}, {}
    for override in element.iterfind(w("lvlOverride")):
        number = _ilvl(override)
        if number is None:
            continue
        whole = override.find(w("lvl"))
        if whole is not None:
            levels[number] = _level(whole, number)
        start = integer(override, "startOverride")
        if start is not None:
            starts[number] = start
    return Num(value(element, "abstractNumId") or "", levels, starts)
