"""New runs and paragraphs that look like others."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from contractkit.ooxml.elements import drop
from contractkit.ooxml.names import INS, PPR, PROPERTY_CHANGES, R_, RPR, SECTPR, TRACKED, P, T, w
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import set_text
from contractkit.redline.pen import Pen

ELEMENTS = {"\t": w("tab"), "\n": w("br")}


def new_run(text: str, model: Element | None) -> Element:
    """A run with ``text`` that looks like ``model``."""
    run = etree.Element(R_)
    properties = model.find(RPR) if model is not None else None
    if properties is not None:
        copy = deepcopy(properties)
        copy[:] = [child for child in copy if child.tag not in PROPERTY_CHANGES | TRACKED]
        run.append(copy)
    rest = ""
    for character in text:
        if character not in ELEMENTS:
            rest += character
            continue
        if rest:
            set_text(etree.SubElement(run, T), rest)
        etree.SubElement(run, ELEMENTS[character])
        rest = ""
    if rest:
        set_text(etree.SubElement(run, T), rest)
    return run


def new_paragraph(text: str, model: Element, pen: Pen) -> Element:
    """A new paragraph that looks like ``model``."""
    paragraph = etree.Element(P)
    old = model.find(PPR)
    properties = etree.SubElement(paragraph, PPR)
    if old is not None:
        unwanted = PROPERTY_CHANGES | {SECTPR}
        properties.extend(deepcopy(child) for child in old if child.tag not in unwanted)
    mark = properties.find(RPR)
    if mark is None:
        mark = etree.SubElement(properties, RPR)
    mark[:] = [child for child in mark if child.tag not in TRACKED | PROPERTY_CHANGES]
    mark.insert(0, pen.mark(INS))
    runs = (run for run in model.iter(R_) if run.find(T) is not None)
    content = pen.mark(INS)
    content.append(new_run(text, next(runs, None)))
    paragraph.append(content)
    return paragraph


def keep_last_mark(behind: Element, new: Element, pen: Pen) -> None:
    """At the end of a container the last mark cannot be new: the one before the text is.

    "A¶" becomes "A¶B¶" with A's mark inserted; rejected, A's text joins B's mark, so that one
    keeps A's properties.
    """
    own, last = deepcopy(behind.find(PPR)), new.find(PPR)
    if last is not None:
        drop(last)
    if own is not None:
        new.insert(0, own)
    mark = mark_of(behind)
    mark[:] = [child for child in mark if child.tag not in TRACKED]
    mark.insert(0, pen.mark(INS))


def mark_of(paragraph: Element) -> Element:
    """The properties of a paragraph's mark, made where there are none."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        paragraph.insert(0, properties)
    mark = properties.find(RPR)
    if mark is None:
        mark = etree.Element(RPR)
        following = [e for e in properties if e.tag in (SECTPR, w("pPrChange"))]
        if following:
            following[0].addprevious(mark)
        else:
            properties.append(mark)
    return mark
