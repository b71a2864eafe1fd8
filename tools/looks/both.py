"""The look of two columns: A4, both languages on every page, lists of its own for each column.

What stands in the columns is made by the writer, in the styles CkZh… and CkEn…; cover, running
head and signature page are filled as in the other looks.
"""

from __future__ import annotations

from tools.looks.body import XML, R, W, p, t, table
from tools.looks.model import Face, Level, Look, Style

# fmt: off
SERIF = "Times New Roman"
GAP = ' w:line="300" w:lineRule="auto"'
TIGHT = ' w:line="264" w:lineRule="auto"'
FLAT = '<w:ind w:left="0" w:firstLine="0"/>'


def _styles(code: str, song: Face, head: Face, line: str, first: int, items: tuple[str, ...]) -> tuple[Style, ...]:
    """The styles of a column, on the lists from ``first`` on."""
    name = f"Ck{code}"
    chapters, clauses, attachments = first, first + 1, first + 2
    left, left2 = items
    keep = code == "Zh"  # a heading of its own stays with its text; in English both are one paragraph
    clause = head if keep else song
    # a number that does not fit a narrow line would stretch the hanzi before it
    edge = "left" if keep else "both"
    return (
        Style(f"{name}Title", f"Title {code}", Face(SERIF, head.asian, 28, bold=True), justify="center", before=120, after=160),
        Style(f"{name}Party", f"Party {code}", song, line=line, justify="left"),
        Style(f"{name}Text", f"Text {code}", song, line=line, before=40, after=40, justify=edge),
        Style(f"{name}Chapter", f"Chapter {code}", Face(SERIF, head.asian, song.size + 1, bold=True), (chapters, 0), 0, "center", 140, 100, line, FLAT, keep=True),
        Style(f"{name}Clause", f"Clause {code}", clause, (clauses, 0), 1, edge, 60, 40, line, FLAT, keep=keep),
        Style(f"{name}Item", f"Item {code}", song, (clauses, 1), line=line, before=20, after=20, indent=left, justify=edge),
        Style(f"{name}Subitem", f"Subitem {code}", song, (clauses, 2), line=line, before=20, after=20, indent=left2, justify=edge),
        Style(f"{name}Attachment", f"Attachment {code}", Face(SERIF, head.asian, song.size + 1, bold=True), (attachments, 0), 0, "center", 240, 120, line, FLAT, keep=True),
        Style(f"{name}AttachmentClause", f"Attachment Clause {code}", clause, (attachments, 1), 1, edge, 60, 40, line, FLAT, keep=keep),
        Style(f"{name}AttachmentItem", f"Attachment Item {code}", song, (attachments, 2), line=line, before=20, after=20, indent=left, justify=edge),
        Style(f"{name}AttachmentSubitem", f"Attachment Subitem {code}", song, (attachments, 3), line=line, before=20, after=20, indent=left2, justify=edge),
    )


ZH = _styles(
    "Zh", Face(SERIF, "宋体", 21), Face(SERIF, "黑体", 21), GAP, 1,
    ('<w:ind w:left="0" w:firstLineChars="200" w:firstLine="420"/>', '<w:ind w:left="420" w:firstLine="0"/>'),
)
EN = _styles(
    "En", Face(SERIF, "宋体", 20), Face(SERIF, "宋体", 20, bold=True), TIGHT, 4,
    ('<w:ind w:left="454" w:hanging="454"/>', '<w:ind w:left="908" w:hanging="454"/>'),
)
SHARED = (
    Style("CkCoverTitle", "Cover Title", Face(SERIF, "宋体", 40, bold=True), justify="center", before=2200, after=200),
    Style("CkCoverTitle2", "Cover Title 2", Face(SERIF, "宋体", 32, bold=True), justify="center", before=0, after=1400),
    Style("CkCoverLine", "Cover Line", Face(SERIF, "宋体", 24), before=40, after=40),
    Style("CkText", "Text", Face(SERIF, "宋体", 20)),
    Style("CkCell", "Table Cell", Face(SERIF, "宋体", 18), before=20, after=20),
    Style("CkCellHead", "Table Head", Face(SERIF, "黑体", 18, bold=True), before=20, after=20),
    Style("CkSign", "Signature", Face(SERIF, "宋体", 22), before=80, after=80),
    Style("CkHeader", "Running Head", Face(SERIF, "宋体", 17, color="595959")),
    Style("CkFooter", "Folio", Face(SERIF, "宋体", 18, color="595959"), justify="center"),
)

BOTH = Look(
    code="both",
    asian="宋体",
    latin=SERIF,
    page='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>',
    styles=(*SHARED, *ZH, *EN),
    lists=(
        (Level("chineseCountingThousand", "第%1章", "CkZhChapter"),),
        (
            Level("chineseCountingThousand", "第%1条", "CkZhClause"),
            Level("chineseCountingThousand", "（%2）", "CkZhItem", "nothing"),
            Level("decimal", "%3.", "CkZhSubitem"),
        ),
        (
            Level("chineseCountingThousand", "附件%1", "CkZhAttachment"),
            Level("chineseCountingThousand", "第%2条", "CkZhAttachmentClause"),
            Level("chineseCountingThousand", "（%3）", "CkZhAttachmentItem", "nothing"),
            Level("decimal", "%4.", "CkZhAttachmentSubitem"),
        ),
        (Level("decimal", "ARTICLE %1", "CkEnChapter", face="bold"),),
        (
            Level("decimal", "%1.", "CkEnClause", face="bold"),
            Level("lowerLetter", "(%2)", "CkEnItem", "tab"),
            Level("lowerRoman", "(%3)", "CkEnSubitem", "tab"),
        ),
        (
            Level("upperLetter", "ATTACHMENT %1", "CkEnAttachment", face="bold"),
            Level("decimal", "%2.", "CkEnAttachmentClause", face="bold"),
            Level("lowerLetter", "(%3)", "CkEnAttachmentItem", "tab"),
            Level("lowerRoman", "(%4)", "CkEnAttachmentSubitem", "tab"),
        ),
    ),
    cover_rows=(
        ("labels.term", "term"),
        ("labels.signing_place", "details.signing_place"),
    ),
    party_row_label_width=2600,
    text_width=9638,
    languages=("en-US", "zh-CN"),
    grid="",
    field_joint="：",
    folio=("", " / ", ""),
    size=20,
    signature_lines=(),
    seal_height=800,
    second_title="{{ right.title }}",
)
# fmt: on


def _two(name: str) -> str:
    return f"{{{{ left.{name} }}}} / {{{{ right.{name} }}}}"


def _cover_row(look: Look, left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """A row of the cover: both labels on one line, the text of each language on its own."""
    widths = (look.party_row_label_width, look.text_width - look.party_row_label_width)
    rule = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="7F7F7F"/></w:tcBorders>'
    cells = (
        "".join(p("CkCoverLine", t(text)) for text in left),
        "".join(p("CkCoverLine", t(text)) for text in right),
    )
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}<w:vAlign w:val="bottom"/></w:tcPr>{cell}</w:tc>'
        for width, cell, edge in zip(widths, cells, ("", rule), strict=True)
    )
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="760" w:hRule="atLeast"/></w:trPr>{inner}</w:tr>'


def _cover(look: Look) -> str:
    """The cover in both languages."""
    lines = "".join(
        _cover_row(
            look,
            (_two(f"parties[{n}].title"),),
            (f"{{{{ left.parties[{n}].name }}}}", f"{{{{ right.parties[{n}].name }}}}"),
        )
        for n in (0, 1)
    )
    lines += "".join(
        _cover_row(look, (_two(label),), (f"{{{{ left.{text} }}}}", f"{{{{ right.{text} }}}}"))
        for label, text in look.cover_rows
    )
    widths = (look.party_row_label_width, look.text_width - look.party_row_label_width)
    number = _two("labels.agreement_number") + ": {{ details.agreement_number }}"
    return (
        p("CkCoverLine", t(number), ppr='<w:jc w:val="right"/>')
        + p("CkCoverTitle", t("{{ left.title }}"))
        + p("CkCoverTitle2", t("{{ right.title }}"))
        + table(widths, lines)
        + p("CkCoverLine")
        + p("CkText", ppr="<w:pageBreakBefore/>")
    )


def _signatures(look: Look) -> str:
    """The closing and the signatures: one table, which stays together, a row a line.

    Of the closing each language has a cell; a line of the signatures is in both languages.
    """
    gap = 360
    half = (look.text_width - gap) // 2
    widths = (half, gap, half)

    def row(left: str, right: str, height: int = 0) -> str:
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, (left, p("CkSign"), right), strict=True)
        )
        size = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{size}</w:trPr>{inner}</w:tr>"

    def closing(side: str) -> str:
        return (
            p("CkSign", t(f"{{%p for b in {side}.closing %}}"))
            + p("CkSign", t("{{r b.runs }}"), ppr="<w:keepNext/>")
            + p("CkSign", t("{%p endfor %}"))
        )

    def line(names: tuple[str, ...], height: int) -> str:
        def cell(party: int) -> str:
            texts = (name.replace("party.", f"parties[{party}].") for name in names)
            return "".join(
                p("CkSign", t(f"{{{{ {text} }}}}"), ppr="<w:keepNext/>") for text in texts
            )

        return row(cell(0), cell(1), height)

    rows = (
        row(closing("left"), closing("right"))
        + line(
            (
                "left.party.title ~ left.party.seal ~ left.labels.joint",
                "right.party.title ~ right.labels.joint",
            ),
            0,
        )
        + line(("left.party.name", "right.party.name"), look.seal_height)
        + line(("left.party.signature", "right.party.signature"), look.seal_height)
        + line(("left.labels.date", "right.labels.date"), 0)
    )
    return p("CkText", ppr="<w:keepNext/>") + table(widths, rows) + p("CkText")


def document(look: Look) -> str:
    """word/document.xml: cover, the table of both columns, signatures."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f"{look.page}<w:titlePg/>{look.grid}</w:sectPr>"
    )
    content = _cover(look) + p("CkText", t("{{p columns }}")) + _signatures(look)
    return f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{content}{section}</w:body></w:document>'
