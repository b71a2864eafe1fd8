"""What a look is made of: faces, styles, list levels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Face:
    """A typeface for each script, its size in half-points, and whether it is bold."""

    latin: str
    asian: str
    size: int
    bold: bool = False
    color: str = ""

    def xml(self) -> str:
        """The run properties (w:rPr)."""
        fonts = f'<w:rFonts w:ascii="{self.latin}" w:hAnsi="{self.latin}" w:eastAsia="{self.asian}" w:cs="{self.latin}"/>'
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        color = f'<w:color w:val="{self.color}"/>' if self.color else ""
        return f'<w:rPr>{fonts}{bold}{color}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/></w:rPr>'


@dataclass(frozen=True)
class Style:
    """A paragraph style: its place in the outline, its number, spacing, indents and face."""

    id: str
    name: str
    face: Face
    num: tuple[int, int] | None = None  # numId, level
    outline: int | None = None
    justify: str = ""
    before: int = 0
    after: int = 0
    line: str = ""
    indent: str = ""
    keep: bool = False
    page_break: bool = False
    next: str = ""
    tab: int = 0  # where a page number stands, in twips
    grid: bool = True  # whether lines stand on the page's grid
    own: bool = True  # whether the style is ours; Word knows the others by their names

    def xml(self) -> str:
        """The style (w:style), its properties in the schema's order."""
        ppr = ""
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self.tab}"/></w:tabs>' if self.tab else ""
        if self.keep:
            ppr += "<w:keepNext/><w:keepLines/>"
        if self.page_break:
            ppr += "<w:pageBreakBefore/>"
        if self.num:
            ppr += f'<w:numPr><w:ilvl w:val="{self.num[1]}"/><w:numId w:val="{self.num[0]}"/></w:numPr>'
        ppr += tabs
        if not self.grid:
            ppr += '<w:snapToGrid w:val="0"/>'
        ppr += f'<w:spacing w:before="{self.before}" w:after="{self.after}"{self.line}/>'
        ppr += self.indent
        if self.justify:
            ppr += f'<w:jc w:val="{self.justify}"/>'
        if self.outline is not None:
            ppr += f'<w:outlineLvl w:val="{self.outline}"/>'
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        custom = ' w:customStyle="1"' if self.own else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{ppr}</w:pPr>{self.face.xml()}</w:style>'
        )


@dataclass(frozen=True)
class Level:
    """A level of a list: its number format, its text, and what stands after it."""

    format: str
    text: str
    style: str
    suffix: str = "space"
    face: str = ""


@dataclass(frozen=True)
class Look:
    """Everything that differs between the two looks."""

    code: str
    asian: str
    latin: str
    page: str
    styles: tuple[Style, ...]
    lists: tuple[tuple[Level, ...], ...]
    cover_rows: tuple[tuple[str, str], ...]
    party_row_label_width: int
    text_width: int
    languages: tuple[str, str]  # of Latin and of Asian text
    grid: str
    field_joint: str
    folio: tuple[str, str, str]
    size: int  # of Normal, in half-points
    signature_lines: tuple[str, ...] = ()
    seal_height: int = 0
    second_title: str = ""
