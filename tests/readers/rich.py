"""A Word file that holds one of everything that the reader knows, and parts that ``docx`` lacks."""

from __future__ import annotations

from contractkit.ooxml.names import MC
from contractkit.ooxml.package import parse_xml
from tests.builders import control, deleted, field_of, ins, p, package, r, row, tbl
from tests.ooxml.lists import abstract, lvl, num, style

SPACES = (
    f'xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
REVISION = 'w:id="9" w:author="Somebody" w:date="2026-01-02T03:04:05Z"'
SPAN, MERGED, COVERED = (
    '<w:gridSpan w:val="2"/>',
    '<w:vMerge w:val="restart"/>',
    "<w:vMerge/>",
)
NUMBERING = (
    abstract(0, lvl(0, "第%1条", "chineseCountingThousand"), lvl(1, "%1.%2", legal=True)),
    abstract(1, link="List"),
    num(1, 0),
    num(2, 0, {0: 5}),
    num(3, 1),
)
STYLES = (
    style("H", '<w:numPr><w:numId w:val="1"/></w:numPr>', name="heading 1", run="<w:b/>"),
    style("Own", on="H"),
    style("List", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    style("Secret", run="<w:vanish/>"),
)


def text_box(*paragraphs: str, fallback: str = "") -> str:
    """A run with a text box, and the copy of it that old programs read."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    old = f"<w:txbxContent>{fallback or ''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent {SPACES}><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{old}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def note_mark(kind: str, identity: int, *, custom: str = "") -> str:
    """The reference of a footnote or endnote; ``custom`` is a mark of its own."""
    own = ' w:customMarkFollows="1"' if custom else ""
    text = f"<w:t>{custom}</w:t>" if custom else ""
    return f'<w:r><w:{kind}Reference w:id="{identity}"{own}/>{text}</w:r>'


def note(kind: str, identity: int, *paragraphs: str) -> str:
    """A footnote or an endnote."""
    return f'<w:{kind} w:id="{identity}">{"".join(paragraphs)}</w:{kind}>'


def comment(identity: int, author: str, *paragraphs: str) -> str:
    """A comment."""
    return f'<w:comment w:id="{identity}" w:author="{author}">{"".join(paragraphs)}</w:comment>'


def commented(identity: int, text: str) -> str:
    """Text that a comment is on."""
    return (
        f'<w:commentRangeStart w:id="{identity}"/>{r(text)}<w:commentRangeEnd w:id="{identity}"/>'
        f'<w:r><w:commentReference w:id="{identity}"/></w:r>'
    )


def section(*references: str, more: str = "") -> str:
    """A paragraph that ends a section with the headers and footers that it names."""
    return f"<w:p><w:pPr><w:sectPr>{''.join(references)}{more}</w:sectPr></w:pPr></w:p>"


def reference(kind: str, part: str, turn: str = "default") -> str:
    """A reference of a section to a header or footer, a part of ``docx``."""
    return f'<w:{kind}Reference w:type="{turn}" r:id="r_{part}"/>'


def cell(text: str, properties: str = "") -> str:
    """A cell with properties."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def rich() -> bytes:
    """The file."""
    inserted = f"<w:ins {REVISION}/>"
    blocks = (
        p(commented(1, "Agreement"), " between", note_mark("footnote", 1), style="H"),
        p("One ", ins("new"), deleted("old"), " word", num=(1, 0)),
        p(field_of("REF a", "Section ", field_of("PAGE", "1")), num=(1, 1)),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " yes", num=(3, 0)),
        p(r("hidden", properties="<w:vanish/>"), note_mark("endnote", 1), num=(2, 0)),
        p(text_box(p("In a box", num=(1, 0)), tbl(row("a", "b")))),
        tbl(
            row("Fee", p(control("100"))),
            f"<w:tr><w:trPr>{inserted}</w:trPr>{cell('a', SPAN)}</w:tr>",
            f"<w:tr>{cell('top', MERGED)}{cell('x')}</w:tr>",
            f"<w:tr>{cell('', COVERED)}{cell('y')}</w:tr>",
            row(p("outer") + tbl(row("in", "ner")) + p(), "z"),
        ),
        f"<w:p><w:pPr><w:rPr>{inserted}</w:rPr></w:pPr>{r('joined')}</w:p>",
        section(reference("header", "header"), reference("footer", "footer", "first")),
        control(p("In a control", style="Own"), tbl(row("k", "v"))),
        p("<w:moveFrom w:id='1' w:author='A'><w:r><w:t>moved</w:t></w:r></w:moveFrom>"),
        p("<w:moveTo w:id='2' w:author='A'><w:r><w:t>moved</w:t></w:r></w:moveTo>", style="Secret"),
        p('<w:hyperlink w:anchor="a"><w:r><w:t>link</w:t></w:r></w:hyperlink>'),
        p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
    )
    made = package(
        *blocks,
        numbering=NUMBERING,
        styles=STYLES,
        header=p("Confidential", text_box(p("DRAFT"))),
        footer=p("Page ", field_of("PAGE", "1")),
        footnotes=note("footnote", 0) + note("footnote", 1, p("A footnote"), p("goes on")),
        endnotes=note("endnote", 1, p("An endnote")),
        comments=comment(1, "Li", p("Why?")),
        settings='<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>',
    )
    parse_xml(made.parts[made.main])
    return made.save()
