"""Our wording as tracked changes in the counterparty's file, with a comment that says why."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lxml import etree

from contractkit.errors import RedlineError, SourceChanged
from contractkit.model.document import Document, Span
from contractkit.model.proposal import Insertion, Proposal, Remark, Replacement
from contractkit.ooxml import revisions as tracked
from contractkit.ooxml.elements import drop, empty_like
from contractkit.ooxml.names import (
    DEL,
    DELTEXT,
    GOING,
    ID,
    INS,
    PPR,
    R_,
    RPR,
    SECTPR,
    TRACKED,
    P,
    T,
)
from contractkit.ooxml.package import Element, Package, open_package
from contractkit.redline.check import difference
from contractkit.redline.comments import Comments
from contractkit.redline.new_text import keep_last_mark, mark_of, new_paragraph, new_run
from contractkit.redline.pen import Pen, first_free_id
from contractkit.redline.places import Places, is_last
from contractkit.redline.tokens import WORD


def propose(
    source: bytes,
    document: Document,
    proposals: Sequence[Proposal],
    *,
    author: str,
    when: dt.datetime,
) -> bytes:
    """``source`` with ``proposals`` as tracked changes and comments of ``author``.

    ``document`` is what a reader made of ``source``: spans and blocks are those of its body. New
    text looks like the text that it replaces or stands behind. Earlier changes stay as they are.
    Rejecting ours gives ``source`` back, and that is checked. Raises SourceChanged when
    ``document`` was read from another file, RedlineError when a place cannot be found in it.
    """
    if hashlib.sha256(source).hexdigest() != document.digest:
        raise SourceChanged(
            "the file is not the one that was read", where=document.name, hint="read it again"
        )
    package = open_package(source, name=document.name)
    original = open_package(source, name=document.name)
    first = first_free_id([package.xml(part) for part in tracked.story_parts(package)])
    writer = _Writer(package, Places(package, document), Pen(author, when, first))
    _refuse_overlaps(proposals, document.name)
    for proposal in reversed(proposals):
        writer.write(proposal)
    data = package.save()
    rejected = open_package(data)
    tracked.reject(rejected, lambda revision: writer.is_ours(revision.id))
    problem = difference(rejected, original)
    if problem:
        raise RedlineError(f"the proposal would not give the file back: {problem}")
    return data


def _refuse_overlaps(proposals: Iterable[Proposal], name: str) -> None:
    spans = sorted(p.span for p in proposals if isinstance(p, Replacement))
    for left, right in pairwise(spans):
        if left.block == right.block and right.start < left.end:
            raise RedlineError(f"block {left.block}: two replacements overlap", where=name)


class _Writer:
    def __init__(self, package: Package, places: Places, pen: Pen) -> None:
        self._places = places
        self._pen = pen
        self._comments = Comments(package, pen)
        self._theirs: set[str] = set()

    def write(self, proposal: Proposal) -> None:
        """Write one proposal."""
        if isinstance(proposal, Replacement):
            self._replace(proposal)
        elif isinstance(proposal, Insertion):
            self._insert(proposal)
        else:
            self._remark(proposal)

    def is_ours(self, identifier: str) -> bool:
        """Whether a change was made here; a second piece of somebody else's was not."""
        return self._pen.issued(identifier) and identifier not in self._theirs

    def _remark(self, remark: Remark) -> None:
        runs = self._places.runs(self._places.clipped(remark.span))
        if runs:
            self._comments.around(_outermost(runs[0]), _outermost(runs[-1]), remark.text)
            return
        anchor = etree.SubElement(self._places.paragraph(remark.span.block), R_)
        self._comments.around(anchor, anchor, remark.text)
        drop(anchor)

    def _replace(self, wanted: Replacement) -> None:
        span, text = _trimmed(wanted.span, self._places.text(wanted.span), wanted.text)
        runs = self._places.runs(span)
        touched = [self._delete(run) for run in runs]
        if text:
            mark = self._pen.mark(INS)
            if touched:
                mark.append(new_run(text, runs[0]))
                self._put_behind(touched[-1], mark)
            else:
                self._put_at(span, text, mark)
            touched.append(mark)
        elif span == wanted.span:
            self._delete_mark(span)
        if wanted.reason and touched:
            self._comments.around(touched[0], touched[-1], wanted.reason)

    def _put_at(self, span: Span, text: str, mark: Element) -> None:
        """Put new text where nothing is replaced; it looks like what stands before it."""
        before, after = self._places.around(span)
        mark.append(new_run(text, before if before is not None else after))
        if before is not None:
            self._put_behind(before, mark)
        elif after is not None:
            owner = after.getparent()
            inside = owner if owner is not None and owner.tag in TRACKED else None
            (after if inside is None else inside).addprevious(mark)
        else:
            paragraph = self._places.line(span).paragraph
            paragraph.insert(1 if paragraph.find(PPR) is not None else 0, mark)

    def _delete(self, run: Element) -> Element:
        """Mark a run as deleted; the mark that it now stands in."""
        previous = run.getprevious()
        if previous is not None and previous.tag == DEL and self.is_ours(previous.get(ID, "")):
            mark = previous
        else:
            mark = self._pen.mark(DEL)
            run.addprevious(mark)
        mark.append(run)
        for text in run.iter(T):
            text.tag = DELTEXT
        return mark

    def _delete_mark(self, span: Span) -> None:
        """Let a paragraph of which nothing is left go as a whole, if another one follows it."""
        if not self._places.is_whole(span):
            return
        line = self._places.line(span)
        following = line.paragraph.getnext()
        if (
            following is None
            or following.tag != P
            or line.paragraph.find(f"{PPR}/{SECTPR}") is not None
        ):
            return
        mark = mark_of(line.paragraph)
        if not any(child.tag in TRACKED for child in mark):
            mark.insert(0, self._pen.mark(DEL))

    def _put_behind(self, behind: Element, mark: Element) -> None:
        """Put our mark behind a run or another mark of ours, not into somebody else's."""
        owner = behind.getparent()
        if owner is not None and self.is_ours(owner.get(ID, "")):
            behind, owner = owner, owner.getparent()
        if owner is not None and owner.tag in TRACKED:
            self._split(owner, behind)
            owner.addnext(mark)
        else:
            behind.addnext(mark)

    def _split(self, owner: Element, behind: Element) -> None:
        """Let somebody else's change end behind an element, and go on in a second piece."""
        rest = empty_like(owner)
        rest.set(ID, self._pen.fresh())
        self._theirs.add(rest.get(ID, ""))
        rest.extend(list(behind.itersiblings()))
        if len(rest):
            owner.addnext(rest)

    def _insert(self, insertion: Insertion) -> None:
        behind = self._places.last(insertion.after)
        made: list[Element] = []
        for text, like in insertion.paragraphs:
            model = self._places.paragraph(insertion.after if like < 0 else like)
            paragraph = new_paragraph(text, model, self._pen)
            (made[-1] if made else behind).addnext(paragraph)
            made.append(paragraph)
        if not made:
            return
        if behind.tag == P and (is_last(made[-1]) or _is_going(behind)):
            keep_last_mark(behind, made[-1], self._pen)
        if insertion.reason:
            # inside of the marks, so that it goes when they are rejected
            first, last = (p.find(f"{INS}/{R_}") for p in (made[0], made[-1]))
            if first is not None and last is not None:
                self._comments.around(first, last, insertion.reason)


def _trimmed(span: Span, old: str, new: str) -> tuple[Span, str]:
    """A replacement without the words at its ends that are equal."""
    left, right = WORD.findall(old), WORD.findall(new)
    head = tail = 0
    limit = min(len(left), len(right))
    while head < limit and left[head] == right[head]:
        head += 1
    while tail < limit - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    start = span.start + len("".join(left[:head]))
    end = span.end - len("".join(left[len(left) - tail :]))
    return Span(span.block, start, end), "".join(right[head : len(right) - tail])


def _is_going(paragraph: Element) -> bool:
    """Whether somebody deleted the mark of a paragraph that stays all the same, before a table."""
    return any(paragraph.find(f"{PPR}/{RPR}/{mark}") is not None for mark in GOING)


def _outermost(run: Element) -> Element:
    """The element of the paragraph that holds ``run``: itself, or the mark or link around it."""
    found = run
    parent = run.getparent()
    while parent is not None and parent.tag != P:
        found, parent = parent, parent.getparent()
    return found
