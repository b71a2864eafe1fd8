"""Make the looks: templates/zh/agreement.docx and templates/en/agreement.docx.

A look is a Word file of our own making (never python-docx's default, which is Letter and Japanese):
styles, native numbering, cover, header, footer and signature page, with the places that docxtpl
fills. Legal staff may change it in Word; run this only to start again::

    python tools/templates.py
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from contractkit.ooxml.package import CONTENT_TYPES, ROOT_RELATIONSHIPS, Package  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Face:
    """A typeface for each script, its size in half-points, and whether it is bold."""

    latin: str
    asian: str
    size: int
    bold: bool = False
    color: str = ""

    def xml(self) -> str:
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

    def xml(self) -> str:
        ppr = ""
        if self.keep:
            ppr += "<w:keepNext/><w:keepLines/>"
        if self.page_break:
            ppr += "<w:pageBreakBefore/>"
        if self.num:
            ppr += f'<w:numPr><w:ilvl w:val="{self.num[1]}"/><w:numId w:val="{self.num[0]}"/></w:numPr>'
        ppr += f'<w:spacing w:before="{self.before}" w:after="{self.after}"{self.line}/>'
        ppr += self.indent
        if self.justify:
            ppr += f'<w:jc w:val="{self.justify}"/>'
        if self.outline is not None:
            ppr += f'<w:outlineLvl w:val="{self.outline}"/>'
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
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
    locale: str
    asian: str
    latin: str
    page: str
    styles: tuple[Style, ...]
    lists: tuple[tuple[Level, ...], ...]
    cover_rows: tuple[tuple[str, str], ...]
    party_row_label_width: int
    text_width: int
    field_joint: str
    folio: tuple[str, str, str]
    signature_lines: tuple[str, ...] = ()
    seal_height: int = 0


CHARS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
NO_INDENT = '<w:ind w:firstLine="0" w:left="0"/>'
ZH_LINE = ' w:line="560" w:lineRule="exact"'
ZH_TIGHT = ' w:line="400" w:lineRule="exact"'
FANG = Face("Times New Roman", "仿宋", 32)
HEI = Face("Times New Roman", "黑体", 32)
KAI = Face("Times New Roman", "楷体", 32)

ZH = Look(
    code="zh",
    locale="zh-CN",
    asian="仿宋",
    latin="Times New Roman",
    page='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1134" w:gutter="0"/>',
    styles=(
        Style(
            "CkTitle",
            "Agreement Title",
            Face("Times New Roman", "宋体", 40, bold=True),
            justify="center",
            before=240,
            after=480,
            indent=NO_INDENT,
        ),
        Style(
            "CkCoverTitle",
            "Cover Title",
            Face("Times New Roman", "宋体", 44, bold=True),
            justify="center",
            before=2400,
            after=1800,
            line=' w:line="800" w:lineRule="exact"',
            indent=NO_INDENT,
        ),
        Style("CkCoverLine", "Cover Line", FANG, line=ZH_LINE, indent=NO_INDENT),
        Style("CkParty", "Party", FANG, line=ZH_LINE, indent=NO_INDENT),
        Style("CkPreamble", "Preamble", FANG, line=ZH_LINE, indent=CHARS, justify="both"),
        Style(
            "CkChapter",
            "Chapter",
            HEI,
            (1, 0),
            0,
            "center",
            280,
            200,
            ZH_LINE,
            NO_INDENT,
            keep=True,
            next="CkClause",
        ),
        Style(
            "CkClause",
            "Clause",
            Face("Times New Roman", "黑体", 32),
            (2, 0),
            1,
            "",
            80,
            0,
            ZH_LINE,
            CHARS,
            keep=True,
            next="CkText",
        ),
        Style("CkText", "Clause Text", FANG, line=ZH_LINE, indent=CHARS, justify="both"),
        Style("CkItem", "Clause Item", FANG, (2, 1), line=ZH_LINE, indent=CHARS, justify="both"),
        Style(
            "CkSubitem", "Clause Subitem", FANG, (2, 2), line=ZH_LINE, indent=CHARS, justify="both"
        ),
        Style(
            "CkAttachment",
            "Attachment",
            HEI,
            (3, 0),
            0,
            "",
            0,
            240,
            ZH_LINE,
            NO_INDENT,
            keep=True,
            page_break=True,
            next="CkAttachmentClause",
        ),
        Style(
            "CkAttachmentClause",
            "Attachment Clause",
            HEI,
            (3, 1),
            1,
            "",
            80,
            0,
            ZH_LINE,
            CHARS,
            keep=True,
            next="CkText",
        ),
        Style(
            "CkAttachmentItem",
            "Attachment Item",
            FANG,
            (3, 2),
            line=ZH_LINE,
            indent=CHARS,
            justify="both",
        ),
        Style(
            "CkAttachmentSubitem",
            "Attachment Subitem",
            FANG,
            (3, 3),
            line=ZH_LINE,
            indent=CHARS,
            justify="both",
        ),
        Style("CkClosing", "Closing", FANG, before=240, line=ZH_LINE, indent=CHARS),
        Style(
            "CkCell",
            "Table Cell",
            Face("Times New Roman", "仿宋", 24),
            line=ZH_TIGHT,
            indent=NO_INDENT,
        ),
        Style(
            "CkCellHead",
            "Table Head",
            Face("Times New Roman", "黑体", 24),
            line=ZH_TIGHT,
            indent=NO_INDENT,
            justify="center",
        ),
        Style(
            "CkSign",
            "Signature",
            Face("Times New Roman", "仿宋", 28),
            before=120,
            after=120,
            line=ZH_LINE,
            indent=NO_INDENT,
        ),
        Style(
            "CkHeader",
            "Running Head",
            Face("Times New Roman", "宋体", 18, color="595959"),
            indent=NO_INDENT,
        ),
        Style(
            "CkFooter",
            "Folio",
            Face("Times New Roman", "宋体", 28),
            justify="center",
            indent=NO_INDENT,
        ),
    ),
    lists=(
        (Level("chineseCountingThousand", "第%1章", "CkChapter"),),
        (
            Level("chineseCountingThousand", "第%1条", "CkClause"),
            Level("chineseCountingThousand", "（%2）", "CkItem", "nothing"),
            Level("decimal", "%3.", "CkSubitem"),
        ),
        (
            Level("chineseCountingThousand", "附件%1", "CkAttachment"),
            Level("chineseCountingThousand", "第%2条", "CkAttachmentClause"),
            Level("chineseCountingThousand", "（%3）", "CkAttachmentItem", "nothing"),
            Level("decimal", "%4.", "CkAttachmentSubitem"),
        ),
    ),
    cover_rows=(
        ("{{ labels.term }}", "{{ term }}"),
        ("{{ labels.signing_place }}", "{{ details.signing_place }}"),
    ),
    party_row_label_width=3000,
    text_width=8844,
    field_joint="：",
    folio=("— ", "", " —"),
    seal_height=1300,
)

SERIF = "Times New Roman"
BODY = Face(SERIF, "宋体", 22)
STRONG = Face(SERIF, "宋体", 22, bold=True)
EN_LINE = ' w:line="276" w:lineRule="auto"'

EN = Look(
    code="en",
    locale="en-US",
    asian="宋体",
    latin=SERIF,
    page='<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1296" w:left="1440" w:header="720" w:footer="648" w:gutter="0"/>',
    styles=(
        Style(
            "CkTitle",
            "Agreement Title",
            Face(SERIF, "宋体", 30, bold=True),
            justify="center",
            before=120,
            after=360,
        ),
        Style(
            "CkCoverTitle",
            "Cover Title",
            Face(SERIF, "宋体", 44, bold=True),
            justify="center",
            before=3000,
            after=1500,
        ),
        Style("CkCoverLine", "Cover Line", Face(SERIF, "宋体", 24), before=60, after=60),
        Style("CkParty", "Party", BODY, after=60),
        Style("CkPreamble", "Preamble", BODY, after=140, line=EN_LINE, justify="both"),
        Style(
            "CkChapter",
            "Article",
            Face(SERIF, "宋体", 24, bold=True),
            (1, 0),
            0,
            "center",
            360,
            180,
            EN_LINE,
            keep=True,
            next="CkClause",
        ),
        Style(
            "CkClause",
            "Section",
            BODY,
            (1, 1),
            1,
            "both",
            0,
            140,
            EN_LINE,
            '<w:ind w:left="0" w:firstLine="0"/>',
            next="CkText",
        ),
        Style("CkText", "Section Text", BODY, line=EN_LINE, after=140, justify="both"),
        Style(
            "CkItem",
            "Section Item",
            BODY,
            (1, 2),
            line=EN_LINE,
            after=100,
            indent='<w:ind w:left="1080" w:hanging="504"/>',
            justify="both",
        ),
        Style(
            "CkSubitem",
            "Section Subitem",
            BODY,
            (1, 3),
            line=EN_LINE,
            after=100,
            indent='<w:ind w:left="1620" w:hanging="504"/>',
            justify="both",
        ),
        Style(
            "CkAttachment",
            "Attachment",
            Face(SERIF, "宋体", 24, bold=True),
            (2, 0),
            0,
            "center",
            0,
            280,
            EN_LINE,
            keep=True,
            page_break=True,
            next="CkAttachmentClause",
        ),
        Style(
            "CkAttachmentClause",
            "Attachment Section",
            BODY,
            (2, 1),
            1,
            "both",
            0,
            140,
            EN_LINE,
            '<w:ind w:left="0" w:firstLine="0"/>',
            next="CkText",
        ),
        Style(
            "CkAttachmentItem",
            "Attachment Item",
            BODY,
            (2, 2),
            line=EN_LINE,
            after=100,
            indent='<w:ind w:left="1080" w:hanging="504"/>',
            justify="both",
        ),
        Style(
            "CkAttachmentSubitem",
            "Attachment Subitem",
            BODY,
            (2, 3),
            line=EN_LINE,
            after=100,
            indent='<w:ind w:left="1620" w:hanging="504"/>',
            justify="both",
        ),
        Style("CkClosing", "Closing", BODY, before=240, after=240, line=EN_LINE, justify="both"),
        Style("CkCell", "Table Cell", Face(SERIF, "宋体", 20), before=40, after=40),
        Style("CkCellHead", "Table Head", Face(SERIF, "宋体", 20, bold=True), before=40, after=40),
        Style("CkSign", "Signature", BODY, before=80, after=120),
        Style("CkHeader", "Running Head", Face(SERIF, "宋体", 18, color="595959")),
        Style("CkFooter", "Folio", Face(SERIF, "宋体", 18, color="595959"), justify="center"),
    ),
    lists=(
        (
            Level("decimal", "ARTICLE %1", "CkChapter", face="bold"),
            Level("decimal", "%1.%2", "CkClause", "tab", face="bold"),
            Level("lowerLetter", "(%3)", "CkItem", "tab"),
            Level("lowerRoman", "(%4)", "CkSubitem", "tab"),
        ),
        (
            Level("upperLetter", "ATTACHMENT %1", "CkAttachment", face="bold"),
            Level("decimal", "%2.", "CkAttachmentClause", "tab", face="bold"),
            Level("lowerLetter", "(%3)", "CkAttachmentItem", "tab"),
            Level("lowerRoman", "(%4)", "CkAttachmentSubitem", "tab"),
        ),
    ),
    cover_rows=(
        ("{{ labels.term }}", "{{ term }}"),
        ("{{ labels.signing_place }}", "{{ details.signing_place }}"),
    ),
    party_row_label_width=2700,
    text_width=9360,
    field_joint="",
    folio=("", " / ", ""),
    signature_lines=("Name: ____________________________", "Title: _____________________________"),
)

# What each kind of block is printed in: the docxtpl loop has one paragraph for each row.
STYLES = (
    ("chapter", "CkChapter"),
    ("clause", "CkClause"),
    ("text", "CkText"),
    ("item", "CkItem"),
    ("subitem", "CkSubitem"),
    ("attachment", "CkAttachment"),
    ("attachment_clause", "CkAttachmentClause"),
    ("attachment_text", "CkText"),
    ("attachment_item", "CkAttachmentItem"),
    ("attachment_subitem", "CkAttachmentSubitem"),
)


def p(style: str, *runs: str, ppr: str = "") -> str:
    """A paragraph in ``style``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{ppr}</w:pPr>{"".join(runs)}</w:p>'


def t(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str) -> str:
    """A simple field, with a place-holder for its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(widths: tuple[int, ...], rows: str, borders: str = "") -> str:
    """A table of fixed widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(
    widths: tuple[int, ...], cells: tuple[str, ...], *, together: bool = False, props: str = ""
) -> str:
    """A table row that does not break over a page."""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{props}</w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inner}</w:tr>"


def cover(look: Look) -> str:
    """The cover: number, title, parties, term, place."""
    width = look.party_row_label_width
    widths = (width, look.text_width - width)
    underline = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="7F7F7F"/></w:tcBorders>'

    def line(label: str, text: str) -> str:
        cells = (p("CkCoverLine", t(label + look.field_joint)), p("CkCoverLine", t(text)))
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/>{borders}<w:vAlign w:val="bottom"/></w:tcPr>{cell}</w:tc>'
            for w, cell, borders in zip(widths, cells, ("", underline), strict=True)
        )
        return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="760" w:hRule="atLeast"/></w:trPr>{inner}</w:tr>'

    loop = (
        row(widths, (p("CkCoverLine", t("{%tr for party in parties %}")), p("CkCoverLine")))
        + line("{{ party.title }}", "{{ party.name }}")
        + row(widths, (p("CkCoverLine", t("{%tr endfor %}")), p("CkCoverLine")))
    )
    fixed = "".join(line(label, text) for label, text in look.cover_rows)
    return (
        p(
            "CkCoverLine",
            t(
                "{{ labels.agreement_number }}"
                + (look.field_joint or ": ")
                + "{{ details.agreement_number }}"
            ),
            ppr='<w:jc w:val="right"/>',
        )
        + p("CkCoverTitle", t("{{ title }}"))
        + table(widths, loop + fixed)
    )


def parties(look: Look) -> str:
    """The parties in full, a table for each."""
    joint = look.field_joint or ": "
    return (
        p("CkTitle", t("{{ title }}"), ppr="<w:pageBreakBefore/>")
        + p("CkParty", t("{%p for party in parties %}"))
        + p(
            "CkParty",
            "<w:r><w:rPr><w:b/></w:rPr>"
            + '<w:t xml:space="preserve">{{ party.title }}'
            + joint
            + "{{ party.name }}</w:t></w:r>",
            ppr='<w:keepNext/><w:spacing w:before="160" w:after="0"/>',
        )
        + p("CkParty", t("{%p for field in party.fields %}"))
        + p("CkParty", t("{{ field.label }}" + joint + "{{ field.text }}"))
        + p("CkParty", t("{%p endfor %}"))
        + p("CkParty", t("{%p endfor %}"))
    )


def body() -> str:
    """The loop over the blocks of the agreement."""
    out = (
        p("CkText", t("{%p for b in preamble %}"))
        + p("CkPreamble", t("{{r b.runs }}"))
        + p("CkText", t("{%p endfor %}"))
    )
    out += p("CkText", t("{%p for b in body %}"))
    for position, (kind, style) in enumerate(STYLES):
        word = "if" if position == 0 else "elif"
        out += p("CkText", t(f'{{%p {word} b.style == "{kind}" %}}')) + p(style, t("{{r b.runs }}"))
    out += p("CkText", t('{%p elif b.style == "table" %}')) + p("CkText", t("{{p b.table }}"))
    return out + p("CkText", t("{%p endif %}")) + p("CkText", t("{%p endfor %}"))


def signatures(look: Look) -> str:
    """The closing line and the signature table, kept together, a row a line so that both align."""
    gap = 360
    half = (look.text_width - gap) // 2
    widths = (half, gap, half)

    def line(text: str, height: int) -> str:
        def cell(party: int) -> str:
            return p("CkSign", t(text.replace("party.", f"parties[{party}].")), ppr="<w:keepNext/>")

        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, (cell(0), p("CkSign"), cell(1)), strict=True)
        )
        size = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{size}</w:trPr>{cells}</w:tr>"

    lines = (
        ("{{ party.title }}{{ labels.seal }}" + (look.field_joint or ":"), 0),
        ("{{ party.name }}", look.seal_height),
        ("{{ labels.signature }}", look.seal_height),
        *((text, 0) for text in look.signature_lines),
        ("{{ labels.date }}", 0),
    )
    return (
        p("CkText", t("{%p for b in closing %}"))
        + p("CkClosing", t("{{r b.runs }}"), ppr="<w:keepNext/>")
        + p("CkText", t("{%p endfor %}"))
        + table(widths, "".join(line(text, height) for text, height in lines))
        + p("CkCell")
    )


def document(look: Look) -> str:
    """word/document.xml: cover, parties, body, signatures; no header on the cover."""
    grid = '<w:docGrid w:type="lines" w:linePitch="580"/>' if look.code == "zh" else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f"{look.page}<w:titlePg/>{grid}</w:sectPr>"
    )
    content = cover(look) + parties(look) + body() + signatures(look)
    return f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{content}{section}</w:body></w:document>'


def styles(look: Look) -> str:
    """word/styles.xml: the fonts of both scripts in the defaults, Normal, and our own styles."""
    size = look.styles[2].face.size
    fonts = f'<w:rFonts w:ascii="{look.latin}" w:hAnsi="{look.latin}" w:eastAsia="{look.asian}" w:cs="{look.latin}"/>'
    other = "en-US" if look.code == "zh" else "zh-CN"
    lang = f'<w:lang w:val="{"en-US" if look.code == "zh" else look.locale}" w:eastAsia="{look.locale if look.code == "zh" else other}"/>'
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{lang}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(style.xml() for style in look.styles)
        + "</w:styles>"
    )


def numbering(look: Look) -> str:
    """word/numbering.xml: an abstract list for each that counts by itself."""
    out = ""
    for index, levels in enumerate(look.lists, 1):
        out += f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>'
        for depth, level in enumerate(levels):
            bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level.face else ""
            tabs = (
                '<w:pPr><w:tabs><w:tab w:val="num" w:pos="576"/></w:tabs></w:pPr>'
                if level.suffix == "tab" and depth == 1
                else ""
            )
            out += (
                f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/><w:pStyle w:val="{level.style}"/>'
                f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>{tabs}{bold}</w:lvl>'
            )
        out += "</w:abstractNum>"
    out += "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index, _ in enumerate(look.lists, 1)
    )
    return f'{XML}<w:numbering xmlns:w="{W}">{out}</w:numbering>'


def header(look: Look) -> str:
    """The running head: the title, and the agreement's number at the right margin."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{look.text_width}"/></w:tabs>'
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr>'
    content = p(
        "CkHeader",
        t("{{ title }}"),
        "<w:r><w:tab/></w:r>",
        t("{{ details.agreement_number }}"),
        ppr=rule + tab,
    )
    return f'{XML}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{content}</w:hdr>'


def footer(look: Look) -> str:
    """The folio."""
    before, between, after = look.folio
    pages = field("NUMPAGES") if between else ""
    content = p("CkFooter", t(before), field("PAGE"), t(between), pages, t(after))
    return f'{XML}<w:ftr xmlns:w="{W}" xmlns:r="{R}">{content}</w:ftr>'


def settings(look: Look) -> str:
    """word/settings.xml: the languages of both scripts, and Word's own modern layout."""
    latin, asian = ("en-US", look.locale) if look.code == "zh" else (look.locale, "zh-CN")
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{latin}" w:eastAsia="{asian}"/></w:settings>'
    )


def core() -> str:
    """docProps/core.xml: the title and no date, so that the same input gives the same bytes."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title></cp:coreProperties>'
    )


OVERRIDES = (
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("word/document.xml", f"{WML}.document.main+xml"),
    ("word/styles.xml", f"{WML}.styles+xml"),
    ("word/numbering.xml", f"{WML}.numbering+xml"),
    ("word/settings.xml", f"{WML}.settings+xml"),
    ("word/header1.xml", f"{WML}.header+xml"),
    ("word/footer1.xml", f"{WML}.footer+xml"),
)
RELATED = ("styles", "numbering", "settings", "header", "footer")
FILES = ("styles.xml", "numbering.xml", "settings.xml", "header1.xml", "footer1.xml")


def package(look: Look) -> bytes:
    """The look as a .docx."""
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in OVERRIDES
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{file}"/>'
        for n, (kind, file) in enumerate(zip(RELATED, FILES, strict=True), 1)
    )
    parts = {
        CONTENT_TYPES: f'{XML}<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        ROOT_RELATIONSHIPS: f'{XML}<Relationships xmlns="{PKG}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{PKG}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": core(),
        "word/document.xml": document(look),
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PKG}/relationships">{related}</Relationships>',
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(look),
        "word/settings.xml": settings(look),
        "word/header1.xml": header(look),
        "word/footer1.xml": footer(look),
    }
    return Package({name: text.encode() for name, text in parts.items()}).save()


if __name__ == "__main__":
    for look in (ZH, EN):
        target = ROOT / "templates" / look.code / "agreement.docx"
        target.write_bytes(package(look))
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
