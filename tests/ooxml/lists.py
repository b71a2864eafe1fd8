"""The notation for numbering and styles in Word files, beside ``tests.builders``::

docx(p("…", num=(1, 0)), numbering=[abstract(0, lvl(0, "%1.")), num(1, 0)], styles=[…])
"""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr


def lvl(
    n: int,
    text: str,
    fmt: str = "decimal",
    *,
    start: int = 1,
    restart: int | None = None,
    legal: bool = False,
    style: str = "",
) -> str:
    """A level of a list; ``text`` is its lvlText."""
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart is not None else ""
    more += f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    more += "<w:isLgl/>" if legal else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def abstract(identity: int, *levels: str, link: str = "") -> str:
    """An abstract list; ``link`` is the list style that it takes its levels from."""
    more = f"<w:numStyleLink w:val={quoteattr(link)}/>" if link else ""
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, starts: dict[int, int] | None = None, *levels: str) -> str:
    """A list on an abstract one; ``starts`` are its start overrides, ``levels`` whole levels."""
    over = "".join(
        f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for n, start in (starts or {}).items()
    )
    over += "".join(
        f'<w:lvlOverride w:ilvl="{re.findall(r"[0-9]", level)[0]}">{level}</w:lvlOverride>'
        for level in levels
    )
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{over}</w:num>'


def style(
    identity: str,
    properties: str = "",
    *,
    name: str = "",
    on: str = "",
    run: str = "",
    kind: str = "",
) -> str:
    """A style: its paragraph properties, its name, what it is based on, its run properties."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}">'
        f"<w:name w:val={quoteattr(name or identity)}/>"
        + (f'<w:basedOn w:val="{on}"/>' if on else "")
        + f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
