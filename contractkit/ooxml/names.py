"""The names of WordprocessingML: namespaces, and the sets of elements that share a behaviour."""

from __future__ import annotations

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition("}")[2]


P, R_, T, TBL, TR, TC, SDT = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc"), w("sdt")
PPR, RPR, TBLPR, TBLGRID, TRPR, TCPR = (
    w("pPr"),
    w("rPr"),
    w("tblPr"),
    w("tblGrid"),
    w("trPr"),
    w("tcPr"),
)
SECTPR, SDTPR, SDTCONTENT, CUSTOMXML = w("sectPr"), w("sdtPr"), w("sdtContent"), w("customXml")
ID, VAL, AUTHOR, DATE, NAME = w("id"), w("val"), w("author"), w("date"), w("name")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
DELTEXT, INSTRTEXT, DELINSTRTEXT = w("delText"), w("instrText"), w("delInstrText")
TXBX = w("txbxContent")
ALTERNATE, FALLBACK = f"{{{MC}}}AlternateContent", f"{{{MC}}}Fallback"

COMING = frozenset({INS, MOVE_TO})
GOING = frozenset({DEL, MOVE_FROM})
TRACKED = COMING | GOING

PROPERTY_CHANGES = frozenset(
    w(name)
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
)
MOVE_RANGES = frozenset(
    w(f"{move}Range{end}") for move in ("moveFrom", "moveTo") for end in ("Start", "End")
)
CONTROL_RANGES = frozenset(
    w(f"customXml{kind}Range{end}")
    for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    for end in ("Start", "End")
)
INLINE_WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "fldSimple", "customXml", "dir", "bdo")
)
