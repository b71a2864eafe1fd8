"""The Chinese look: A4 with the margins and faces of GB/T 9704-2012."""

from __future__ import annotations

from tools.looks.model import Face, Level, Look, Style

# fmt: off
CHARS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
NO_INDENT = '<w:ind w:firstLine="0" w:left="0"/>'
ZH_LINE = ' w:line="560" w:lineRule="exact"'
ZH_TIGHT = ' w:line="400" w:lineRule="exact"'
FANG = Face("Times New Roman", "仿宋", 32)
HEI = Face("Times New Roman", "黑体", 32)

ZH = Look(
    code="zh",
    asian="仿宋",
    latin="Times New Roman",
    page='<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1134" w:gutter="0"/>',
    styles=(
        Style("CkTitle", "Agreement Title", Face("Times New Roman", "宋体", 40, bold=True), justify="center", before=240, after=480, indent=NO_INDENT),
        Style("CkCoverTitle", "Cover Title", Face("Times New Roman", "宋体", 44, bold=True), justify="center", before=2400, after=1800, line=' w:line="800" w:lineRule="exact"', indent=NO_INDENT),
        Style("CkCoverLine", "Cover Line", FANG, line=ZH_LINE, indent=NO_INDENT),
        Style("TOCHeading", "TOC Heading", HEI, justify="center", before=240, after=240, line=ZH_LINE, indent=NO_INDENT, page_break=True, own=False),
        Style("TOC1", "toc 1", FANG, line=ZH_LINE, indent=NO_INDENT, tab=8844, own=False),
        Style("CkParty", "Party", FANG, line=ZH_LINE, indent=NO_INDENT),
        Style("CkPreamble", "Preamble", FANG, before=280, line=ZH_LINE, indent=CHARS + "<w:contextualSpacing/>", justify="both"),
        Style("CkChapter", "Chapter", HEI, (1, 0), 0, "center", 280, 200, ZH_LINE, NO_INDENT, keep=True, next="CkClause"),
        Style("CkClause", "Clause", Face("Times New Roman", "黑体", 32), (2, 0), 1, "", 80, 0, ZH_LINE, CHARS, keep=True, next="CkText"),
        Style("CkText", "Clause Text", FANG, line=ZH_LINE, indent=CHARS, justify="both"),
        Style("CkItem", "Clause Item", FANG, (2, 1), line=ZH_LINE, indent=CHARS, justify="both"),
        Style("CkSubitem", "Clause Subitem", FANG, (2, 2), line=ZH_LINE, indent=CHARS, justify="both" ),
        Style("CkAttachment", "Attachment", HEI, (3, 0), 0, "", 0, 240, ZH_LINE, NO_INDENT, keep=True, page_break=True, next="CkAttachmentClause"),
        Style("CkAttachmentClause", "Attachment Clause", HEI, (3, 1), 1, "", 80, 0, ZH_LINE, CHARS, keep=True, next="CkText"),
        Style("CkAttachmentItem", "Attachment Item", FANG, (3, 2), line=ZH_LINE, indent=CHARS, justify="both"),
        Style("CkAttachmentSubitem", "Attachment Subitem", FANG, (3, 3), line=ZH_LINE, indent=CHARS, justify="both"),
        Style("CkClosing", "Closing", FANG, before=240, line=ZH_LINE, indent=CHARS),
        Style("CkCell", "Table Cell", Face("Times New Roman", "仿宋", 24), before=40, after=40, line=ZH_TIGHT, indent=NO_INDENT, grid=False),
        Style("CkCellHead", "Table Head", Face("Times New Roman", "黑体", 24), before=40, after=40, line=ZH_TIGHT, indent=NO_INDENT, justify="center", grid=False),
        Style("CkSign", "Signature", Face("Times New Roman", "仿宋", 28), before=120, after=120, line=ZH_LINE, indent=NO_INDENT),
        Style("CkHeader", "Running Head", Face("Times New Roman", "宋体", 18, color="595959"), indent=NO_INDENT),
        Style("CkFooter", "Folio", Face("Times New Roman", "宋体", 28), justify="center", indent=NO_INDENT),
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
    languages=("en-US", "zh-CN"),
    grid='<w:docGrid w:type="lines" w:linePitch="580"/>',
    field_joint="：",
    folio=("— ", "", " —"),
    size=32,
    seal_height=1300,
)
