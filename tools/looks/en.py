"""The English look: Letter, one serif face."""

from __future__ import annotations

from tools.looks.model import Face, Level, Look, Style

# fmt: off
SERIF = "Times New Roman"
BODY = Face(SERIF, "宋体", 22)
EN_LINE = ' w:line="276" w:lineRule="auto"'

EN = Look(
    code="en",
    asian="宋体",
    latin=SERIF,
    page='<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1296" w:left="1440" w:header="720" w:footer="648" w:gutter="0"/>',
    styles=(
        Style("CkTitle", "Agreement Title", Face(SERIF, "宋体", 30, bold=True), justify="center", before=120, after=360),
        Style("CkCoverTitle", "Cover Title", Face(SERIF, "宋体", 44, bold=True), justify="center", before=3000, after=1500),
        Style("CkCoverLine", "Cover Line", Face(SERIF, "宋体", 24), before=60, after=60),
        Style("TOCHeading", "TOC Heading", Face(SERIF, "宋体", 24, bold=True), justify="center", before=240, after=240, page_break=True, own=False),
        Style("TOC1", "toc 1", BODY, line=EN_LINE, after=60, tab=9360, own=False),
        Style("CkParty", "Party", BODY, after=60),
        Style("CkPreamble", "Preamble", BODY, before=140, after=140, line=EN_LINE, justify="both"),
        Style("CkChapter", "Article", Face(SERIF, "宋体", 24, bold=True), (1, 0), 0, "center", 360, 180, EN_LINE, keep=True, next="CkClause"),
        Style("CkClause", "Section", BODY, (1, 1), 1, "both", 0, 140, EN_LINE, '<w:ind w:left="0" w:firstLine="0"/>', next="CkText"),
        Style("CkText", "Section Text", BODY, line=EN_LINE, after=140, justify="both"),
        Style("CkItem", "Section Item", BODY, (1, 2), line=EN_LINE, after=100, indent='<w:ind w:left="1080" w:hanging="504"/>', justify="both"),
        Style("CkSubitem", "Section Subitem", BODY, (1, 3), line=EN_LINE, after=100, indent='<w:ind w:left="1620" w:hanging="504"/>', justify="both"),
        Style("CkAttachment", "Attachment", Face(SERIF, "宋体", 24, bold=True), (2, 0), 0, "center", 0, 280, EN_LINE, keep=True, page_break=True, next="CkAttachmentClause"),
        Style("CkAttachmentClause", "Attachment Section", BODY, (2, 1), 1, "both", 0, 140, EN_LINE, '<w:ind w:left="0" w:firstLine="0"/>', next="CkText"),
        Style("CkAttachmentItem", "Attachment Item", BODY, (2, 2), line=EN_LINE, after=100, indent='<w:ind w:left="1080" w:hanging="504"/>', justify="both"),
        Style("CkAttachmentSubitem", "Attachment Subitem", BODY, (2, 3), line=EN_LINE, after=100, indent='<w:ind w:left="1620" w:hanging="504"/>', justify="both"),
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
    languages=("en-US", "zh-CN"),
    grid="",
    field_joint="",
    folio=("", " / ", ""),
    size=24,
    signature_lines=("Name: ____________________________", "{{ party.office }}"),
)
