"""The package of what we issue: its parts, relationships, ids, and the order of its elements."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from contractkit.model.standard import Library
from contractkit.ooxml.names import NAME, w
from tests.writers.shipped import TEMPLATES, issue, issue_columns

ALL = [(template, code) for template in TEMPLATES for code in ("zh", "en", "both")]

# ECMA-376 part 1, 17.3.1.26 (pPr), 17.3.2.28 (rPr), 17.4.60 (tblPr), 17.4.70 (tcPr), 17.6.17
# (sectPr), 17.15.1.78 (settings), 17.7.4.17 (style): the order of the elements that we write.
ORDER: Mapping[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom removePersonalInformation characterSpacingControl compat"
    " rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}


@pytest.fixture(scope="module")
def packages(library: Library) -> dict[tuple[str, str], bytes]:
    return {
        (template, code): (
            issue_columns(library, template)[2]
            if code == "both"
            else issue(library, template, code)[1]
        )
        for template, code in ALL
    }


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def disordered(root: etree._Element) -> list[str]:
    """The elements whose children do not stand in the schema's order, or are not known to it."""
    wrong = []
    for parent, words in ORDER.items():
        order = {w(name): place for place, name in enumerate(words.split())}
        for element in root.iter(w(parent)):
            places = [order.get(str(child.tag), -1) for child in element]
            if -1 in places or places != sorted(places):
                wrong.append(etree.tostring(element, encoding="unicode")[:300])
    return wrong


@pytest.mark.parametrize("one", ALL)
def test_elements_stand_in_the_order_of_the_schema(
    packages: dict[tuple[str, str], bytes], one: tuple[str, str]
) -> None:
    for root in parts(packages[one]).values():
        assert disordered(root) == []


def test_an_element_out_of_order_is_seen() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    good = f"<w:p {space}><w:pPr><w:keepNext/><w:jc/></w:pPr></w:p>"
    bad = f"<w:p {space}><w:pPr><w:jc/><w:keepNext/></w:pPr></w:p>"
    assert disordered(etree.fromstring(good)) == []
    assert len(disordered(etree.fromstring(bad))) == 1


@pytest.mark.parametrize("one", ALL)
def test_every_relationship_has_its_part_and_every_part_its_type(
    packages: dict[tuple[str, str], bytes], one: tuple[str, str]
) -> None:
    found = parts(packages[one])
    types = {
        element.get("PartName") or element.get("Extension")
        for element in found["[Content_Types].xml"]
    }
    for name, root in found.items():
        assert f"/{name}" in types or name.rpartition(".")[2] in types
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = Counter(element.get("Id") for element in root)
        assert max(ids.values()) == 1
        for element in root:
            target = posixpath.normpath(posixpath.join(folder, str(element.get("Target"))))
            assert target in found, f"{name}: {target}"


@pytest.mark.parametrize("one", ALL)
def test_ids_are_unique_styles_known_and_no_run_is_empty(
    packages: dict[tuple[str, str], bytes], one: tuple[str, str]
) -> None:
    found = parts(packages[one])
    body = found["word/document.xml"]
    for kind, key in (
        ("bookmarkStart", w("id")),
        ("bookmarkStart", NAME),
        ("bookmarkEnd", w("id")),
    ):
        counts = Counter(element.get(key) for element in body.iter(w(kind)))
        assert max(counts.values()) == 1
    known = {style.get(w("styleId")) for style in found["word/styles.xml"].iter(w("style"))}
    used = {style.get(w("val")) for style in body.iter(w("pStyle"))}
    assert used <= known
    assert [
        run
        for run in body.iter(w("r"))
        if not "".join(map(str, run.itertext())) and len(run) == 1 and run[0].tag == w("t")
    ] == []
    cells = list(body.iter(w("tc")))
    assert all(cell[-1].tag == w("p") for cell in cells)  # Word refuses a cell that ends otherwise


# Both parts are optional by the standard (ECMA-376 part 1, 11.3.5 and 14.2.7).
OPTIONAL = ("relationships/fontTable' is missing", "relationships/theme' is missing")


@pytest.mark.parametrize("one", ALL)
def test_a_validator_of_the_schemas_finds_nothing(
    packages: dict[tuple[str, str], bytes], one: tuple[str, str], tmp_path: Path
) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    path = tmp_path / "issued.docx"
    path.write_bytes(packages[one])
    result = audit.OpenXmlValidator().validate(str(path))
    found = [str(error) for error in result.errors]
    assert [error for error in found if not any(one in error for one in OPTIONAL)] == []
