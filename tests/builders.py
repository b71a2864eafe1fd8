"""A small notation for documents in tests.

Word files, through our own ``Package``::

    docx(p("第一条 …", num=(1, 0)), p(r("Term.", b=True), " Three years."), tbl(row("a", "b")),
         numbering=[…], styles=[…])    # those by tests.ooxml.lists

Agreements, a line a clause: ``LABEL HEADING | TEXT``, two spaces of indentation a level (a dotted
label such as 1.1 stands one level down by itself)::

    agreement("Between A and B", "1 Term | Three years.", "1.1 Renewal | …", language="en")

A line without ``|`` stands before the first clause, or after the last. ``{name=words}`` is a filled
variable, and ``@topic/name`` before the bar is the id of the standard clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement, Clause, Kind, Number
from contractkit.model.document import Block, Mark
from contractkit.ooxml.names import RELATIONSHIPS, M, R, W
from contractkit.ooxml.package import Package

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DEFAULTS = (
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
)
ROOTS = {"header": "hdr", "footer": "ftr"}
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}"'


def r(text: str, *, b: bool | None = None, u: bool = False, properties: str = "") -> str:
    """A run; ``\\t`` and ``\\n`` are a tab and a line break."""
    if b is not None:
        properties += "<w:b/>" if b else '<w:b w:val="0"/>'
    if u:
        properties += '<w:u w:val="single"/>'
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inner = "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split("([\t\n])", text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def runs(inner: Iterable[str]) -> str:
    """Markup as it is, plain strings as runs."""
    return "".join(x if x.startswith("<") else r(x) for x in inner if x)


def p(
    *inner: str, style: str = "", num: tuple[int, int] | None = None, outline: int | None = None
) -> str:
    """A paragraph; ``num`` is (numId, level)."""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    if outline is not None:
        properties += f'<w:outlineLvl w:val="{outline}"/>'
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs(inner)}</w:p>"


def row(*cells: str) -> str:
    """A row of a table; a cell is text, or paragraphs."""
    return (
        "<w:tr>"
        + "".join(f"<w:tc>{c if c[:2] == '<w' else p(c)}</w:tc>" for c in cells)
        + "</w:tr>"
    )


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def ins(*inner: str) -> str:
    """Text that somebody inserted."""
    return f'<w:ins w:id="9" w:author="A">{runs(inner)}</w:ins>'


def deleted(text: str) -> str:
    """Text that somebody deleted."""
    return f'<w:del w:id="9" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def control(*inner: str) -> str:
    """A content control, in a paragraph or around paragraphs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{runs(inner)}</w:sdtContent></w:sdt>"


def field_of(code: str, *result: str) -> str:
    """A complex field: its code and its result."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{escape(code)}</w:instrText></w:r>{middle}{runs(result)}{end}"


def package(
    *blocks: str, numbering: Iterable[str] = (), styles: Iterable[str] = (), **parts: str
) -> Package:
    """A minimal package; ``parts`` are further parts of the document, such as ``header``."""
    inner = {
        "document": f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>",
        "numbering": "".join(numbering),
        "styles": "".join(styles),
        **parts,
    }
    types = relations = ""
    files = {}
    for name, xml in inner.items():
        root, kind = ROOTS.get(name, name), "document.main" if name == "document" else name
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        if name != "document":
            relations += f'<Relationship Id="r_{name}" Type="{R}/{name}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{xml}</w:{root}>".encode()
    main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    wrapped = f'<Relationships xmlns="{RELATIONSHIPS}">{{}}</Relationships>'.format
    files["[Content_Types].xml"] = f'<Types xmlns="{TYPES}">{DEFAULTS}{types}</Types>'.encode()
    files["_rels/.rels"] = wrapped(main).encode()
    files["word/_rels/document.xml.rels"] = wrapped(relations).encode()
    return Package(files)


def docx(
    *blocks: str, numbering: Iterable[str] = (), styles: Iterable[str] = (), **parts: str
) -> bytes:
    """A minimal Word file."""
    return package(*blocks, numbering=numbering, styles=styles, **parts).save()


@dataclass
class _Node:
    level: int
    label: str
    heading: str
    standard: str | None
    block: Block
    start: int
    children: list[_Node] = field(default_factory=list)


def agreement(*lines: str, language: str, title: str = "", name: str = "") -> Agreement:
    """An agreement from lines in the notation above, with automatic numbers."""
    loose: tuple[list[Block], list[Block]] = ([], [])
    roots: list[_Node] = []
    stack: list[_Node] = []
    for index, line in enumerate(lines):
        head, bar, rest = (part.strip() for part in line.partition("|"))
        if not bar:
            loose[bool(roots)].append(Block(index, head))
            continue
        head, _, standard = (part.strip() for part in head.partition("@"))
        label, _, heading = head.partition(" ")
        start = len(heading) + 1 if heading else 0
        text, marks = _filled(rest, start)
        block = Block(index, f"{heading} {text}" if heading else text, label, marks=marks)
        level = (len(line) - len(line.lstrip())) // 2 + label.rstrip(".").count(".")
        while stack and stack[-1].level >= level:
            stack.pop()
        node = _Node(level, label, heading, standard or None, block, start)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    clauses = tuple(_clause(node, language, ()) for node in roots)
    return Agreement(language, title, (), tuple(loose[0]), clauses, tuple(loose[1]), name=name)


def _filled(text: str, at: int) -> tuple[str, tuple[Mark, ...]]:
    """The text without the notation of filled variables, and their marks."""
    out, marks = "", []
    for plain, name, words in re.findall(r"([^{]*)(?:\{(\w+)=([^}]*)\}|\Z)", text):
        out += plain
        if name:
            marks.append(Mark("value", at + len(out), at + len(out) + len(words), name))
        out += words
    return out, tuple(marks)


def _clause(node: _Node, language: str, above: tuple[Kind, ...]) -> Clause:
    parse = language_of(language).numbering.parse
    reading = (*parse(f"{node.label} "), *parse(f"{node.label}. "))[0]
    holds: Kind = "attachment" if reading.scheme.attachment else "chapter"
    kind: Kind = (
        holds if reading.scheme.holds_clauses else "item" if "clause" in above else "clause"
    )
    children = tuple(_clause(child, language, (*above, kind)) for child in node.children)
    number = Number(reading.path, node.label)
    return Clause(number, node.heading, kind, (node.block,), children, node.start, node.standard)
