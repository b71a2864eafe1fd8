"""A look as a Word package: styles, numbering, header, footer, settings, properties."""

from __future__ import annotations

from contractkit.ooxml.package import CONTENT_TYPES, ROOT_RELATIONSHIPS, Package
from tools.looks.body import XML, R, W, field, p, t
from tools.looks.model import Look

PKG = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def styles(look: Look) -> str:
    """word/styles.xml: the fonts of both scripts in the defaults, Normal, and our own styles."""
    size = look.size
    fonts = f'<w:rFonts w:ascii="{look.latin}" w:hAnsi="{look.latin}" w:eastAsia="{look.asian}" w:cs="{look.latin}"/>'
    latin, asian = look.languages
    lang = f'<w:lang w:val="{latin}" w:eastAsia="{asian}"/>'
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
    second = p("CkHeader", t(look.second_title), ppr=rule) if look.second_title else ""
    content = p(
        "CkHeader",
        t("{{ title }}"),
        "<w:r><w:tab/></w:r>",
        t("{{ details.agreement_number }}"),
        ppr=tab if second else rule + tab,
    )
    content += second
    return f'{XML}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{content}</w:hdr>'


def footer(look: Look) -> str:
    """The folio."""
    before, between, after = look.folio
    pages = field("NUMPAGES") if between else ""
    content = p("CkFooter", t(before), field("PAGE"), t(between), pages, t(after))
    return f'{XML}<w:ftr xmlns:w="{W}" xmlns:r="{R}">{content}</w:ftr>'


def settings(look: Look) -> str:
    """word/settings.xml: the languages of both scripts, and Word's own modern layout."""
    latin, asian = look.languages
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


def package(look: Look, content: str) -> bytes:
    """The look as a .docx with ``content`` as its main document."""
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
        "word/document.xml": content,
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PKG}/relationships">{related}</Relationships>',
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(look),
        "word/settings.xml": settings(look),
        "word/header1.xml": header(look),
        "word/footer1.xml": footer(look),
    }
    return Package({name: text.encode() for name, text in parts.items()}).save()
