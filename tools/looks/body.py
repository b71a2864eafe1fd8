"""word/document.xml of a look: cover, parties, the docxtpl loop, signature page."""

from __future__ import annotations

from tools.looks.model import Look

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What each kind of block is printed in: the docxtpl loop has one paragraph for each row, and a
# second one, kept with the next, for blocks that lead in a list or a table.
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
LEADING = ("clause", "text", "item", "attachment_clause", "attachment_text", "attachment_item")


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


def row(widths: tuple[int, ...], cells: tuple[str, ...]) -> str:
    """A table row that does not break over a page."""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
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


def contents() -> str:
    """The table of contents, where the agreement has one, on a page of its own."""
    return (
        p("CkText", t("{%p if contents %}"))
        + p("CkText", t("{{p contents }}"))
        + p("CkText", t("{%p endif %}"))
    )


def parties(look: Look) -> str:
    """The parties in full, a line for each field."""
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
            ppr='<w:keepNext/><w:spacing w:before="160" w:after="60"/>',
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
        out += p("CkText", t(f'{{%p {word} b.style == "{kind}" %}}'))
        if kind in LEADING:
            out += p("CkText", t("{%p if b.leads %}"))
            out += p(style, t("{{r b.runs }}"), ppr="<w:keepNext/>")
            out += p("CkText", t("{%p else %}")) + p(style, t("{{r b.runs }}"))
            out += p("CkText", t("{%p endif %}"))
        else:
            out += p(style, t("{{r b.runs }}"))
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
        ("{{ party.title }}{{ party.seal }}" + (look.field_joint or ":"), 0),
        ("{{ party.name }}", look.seal_height),
        ("{{ party.signature }}", look.seal_height),
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
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f"{look.page}<w:titlePg/>{look.grid}</w:sectPr>"
    )
    content = cover(look) + contents() + parties(look) + body() + signatures(look)
    return f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{content}{section}</w:body></w:document>'
