"""Agreements with one edit planted, by a seeded generator: 10 kinds of harm, 8 that are harmless.

The edits are made by tables of their own (``plant_tables``) and, for those of structure, by
changing the library and assembling again, so that numbers and references follow as they would in
Word. Nothing here asks ``contractkit.compare`` or a lexicon.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contractkit.assembly import assemble
from contractkit.errors import AssemblyError
from contractkit.extract import references
from contractkit.model.agreement import Agreement, Clause, Number
from contractkit.model.document import Block, Mark
from contractkit.model.extraction import Reference
from contractkit.model.standard import Library, Section
from contractkit.model.wording import Paragraph, Wording
from tests.compare.plant_tables import CITATION, HARMFUL, HARMLESS, HIDDEN, SENTENCE, SWAPS, WIDE

Values = Callable[[str], dict[str, object]]

HARM = ("value", "modality", "negation", "party", "exception", "condition", "reference",
        "drop", "move", "split/merge")  # fmt: skip
SUBTLE = ("cell", "number word", "unit", "scope", "conjunction", "item", "swap", "bury", "not",
          "carve-out")  # fmt: skip
NO_HARM = ("punctuation", "width", "spacing", "numbering", "spelling", "synonyms", "formatting",
           "order")  # fmt: skip
TRIES = 60


@dataclass(frozen=True, eq=False)
class Plant:
    """One edit: the agreement without it and with it, the heading it is under, and what it did."""

    kind: str
    before: Agreement
    after: Agreement
    heading: str
    told: str
    cited: tuple[Reference, ...] = ()  # the references of the agreement without the edit


class Planter:
    """Plants edits of a kind; the same seed plants the same edits."""

    def __init__(self, library: Library, values: Values, seed: int) -> None:
        self._library = library
        self._values = values
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._made: dict[tuple[str, str], Agreement] = {}
        self._cited: dict[tuple[str, str], tuple[Reference, ...]] = {}

    def plants(self, kinds: Sequence[str], count: int) -> Iterator[Plant]:
        """``count`` plants of every kind."""
        for kind in kinds:
            for _ in range(count):
                yield self.plant(kind)

    def plant(self, kind: str) -> Plant:
        """An edit of ``kind`` somewhere in one of the agreements."""
        for _ in range(TRIES):
            template, code = self._random.choice(sorted(self._library.templates))
            found = self._try(kind, template, code)
            if found is not None:
                return replace(found, cited=self._references(template, code))
        raise AssertionError(f"no place for an edit of kind {kind}")

    def _try(self, kind: str, template: str, code: str) -> Plant | None:
        before = self._agreement(template, code)
        structural = {"drop": self._drop, "move": self._move, "split/merge": self._cut,
                      "numbering": self._number}  # fmt: skip
        if kind == "drop" and self._random.random() < 0.5:
            return self._in_text(kind, before, self._without_sentence)
        if kind in structural:
            return structural[kind](before, template, code)
        if kind in ("cell", "item", "bury"):
            made = {"cell": self._cell, "item": self._without_item, "bury": self._bury}[kind]
            return made(before, template, code)
        if kind == "swap":
            return self._in_text(kind, before, self._swapped)
        if kind == "reference":
            return self._in_text(kind, before, self._other_reference)
        if kind == "formatting":
            return self._in_text(kind, before, self._reformatted)
        if kind == "order":
            return self._reordered(before)
        rows = {**HARMLESS, **HARMFUL, **HIDDEN}[kind][code]
        return self._in_text(kind, before, lambda block, _: self._by_row(block.text, rows))

    def _references(self, template: str, code: str) -> tuple[Reference, ...]:
        if (template, code) not in self._cited:
            self._cited[template, code] = references(self._made[template, code])
        return self._cited[template, code]

    def _agreement(self, template: str, code: str, library: Library | None = None) -> Agreement:
        key = (template, code)
        if library is None and key in self._made:
            return self._made[key]
        made = assemble(library or self._library, template, self._values(template), language=code)
        if library is None:
            self._made[key] = made
        return made

    # edits inside a paragraph

    def _in_text(
        self,
        kind: str,
        before: Agreement,
        change: Callable[[Block, Agreement], tuple[str, str] | None],
    ) -> Plant | None:
        clauses = [
            (root, node, block)
            for chapter in before.clauses
            for root in chapter.children or (chapter,)
            for _, node in root.walk()
            for block in node.blocks
            if not block.cells and len(block.text) - self._start(node, block) > 12
        ]
        for root, node, block in self._random.sample(clauses, len(clauses)):
            start = self._start(node, block)
            own = replace(block, text=block.text[start:], marks=_later(block, start))
            if (changed := change(own, before)) is not None:
                text, told = changed
                edited = replace(block, text=block.text[:start] + text)
                after = _with_block(before, block.index, edited)
                return Plant(kind, before, _anonymous(after), root.heading, told)
        return None

    @staticmethod
    def _start(node: Clause, block: Block) -> int:
        return node.start if node.blocks[0] is block else 0

    def _by_row(
        self, text: str, rows: Sequence[tuple[str, Sequence[str]]]
    ) -> tuple[str, str] | None:
        pattern, options = self._random.choice(rows)
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        place = self._random.choice(places)
        option = self._random.choice(options)
        new = place[0].translate(WIDE) if option == "WIDE" else place.expand(option)
        after = text[: place.start()] + new + text[place.end() :]
        if re.sub(r"\s", "", after) == re.sub(r"\s", "", text) and option.strip():
            return None
        return after, f"{place[0]!r} -> {new!r}"

    def _without_sentence(self, block: Block, before: Agreement) -> tuple[str, str] | None:
        found = [m for m in SENTENCE[before.language].finditer(block.text) if len(m[0]) > 16]
        if len(found) < 2:
            return None
        gone = self._random.choice(found)
        return block.text[: gone.start()] + block.text[gone.end() :], f"- {gone[0]}"

    def _other_reference(self, block: Block, before: Agreement) -> tuple[str, str] | None:
        pattern = CITATION[before.language]
        marks = [m for m in block.marks if m.kind == "reference" and "#" not in m.name]
        marks = [m for m in marks if pattern.match(block.text[m.start : m.end])]
        if not marks:
            return None
        mark = self._random.choice(marks)
        old = pattern.match(block.text[mark.start : mark.end])
        assert old
        labels = [
            node.label for _, node in before.walk() if node.kind == "clause" and not node.scope
        ]
        new = self._random.choice(labels)
        new = new if pattern.match(new) else f"Section {new}"
        if new == old[0]:
            return None
        return block.text[: mark.start] + new + block.text[
            mark.start + len(old[0]) :
        ], f"{old[0]} -> {new}"

    def _reformatted(self, block: Block, before: Agreement) -> tuple[str, str] | None:
        if block.index % 2:
            return None if " " not in block.text else (block.text.replace(" ", "\t", 1), "tab")
        stops = [m.end() for m in SENTENCE[before.language].finditer(block.text)][:-1]
        if not stops:
            return None
        at = self._random.choice(stops)
        return block.text[:at] + "\n" + block.text[at:].lstrip(), "a new line"

    def _reordered(self, before: Agreement) -> Plant | None:
        lists = [
            (root, node)
            for chapter in before.clauses
            for root in chapter.children
            for _, node in root.walk()
            if sum(child.kind == "item" and not child.children for child in node.children) > 3
        ]
        if not lists:
            return None
        root, node = self._random.choice(lists)
        places = [i for i, c in enumerate(node.children) if c.kind == "item" and not c.children]
        one, two = self._random.sample(places[:-1], 2)  # the last ends otherwise
        children = list(node.children)
        a, b = children[one], children[two]
        children[one], children[two] = _exchanged(a, b), _exchanged(b, a)
        after = _with_node(before, node, replace(node, children=tuple(children)))
        return Plant("order", before, _anonymous(after), root.heading, f"{one} <-> {two}")

    # edits that are easily read over

    def _cell(self, before: Agreement, template: str, code: str) -> Plant | None:
        """Another number in a cell of a table."""
        rows = [
            (root, block)
            for chapter in before.clauses
            for root in chapter.children or (chapter,)
            for _, node in root.walk()
            for block in node.blocks
            if "\t" in block.text and re.search(r"\d", block.text)
        ]
        if not rows:
            return None
        root, block = self._random.choice(rows)
        place = self._random.choice(list(re.finditer(r"(?<![\d.,])\d+(?:\.\d+)?", block.text)))
        new = str(int(float(place[0])) + self._random.choice((1, 10, 7)))
        text = block.text[: place.start()] + new + block.text[place.end() :]
        cells = tuple(text.split("\t")) if block.cells else ()
        edited = replace(block, text=text, cells=cells)
        after = _with_block(before, block.index, edited)
        told = f"{block.text!r}: {place[0]} -> {new}"
        return Plant("cell", before, _anonymous(after), root.heading, told)

    def _without_item(self, before: Agreement, template: str, code: str) -> Plant | None:
        """A list without one of its items, which are counted anew."""
        lists = [
            (root, node)
            for chapter in before.clauses
            for root in chapter.children
            for _, node in root.walk()
            if sum(child.kind == "item" and not child.children for child in node.children) > 2
        ]
        if not lists:
            return None
        root, node = self._random.choice(lists)
        items = [i for i, c in enumerate(node.children) if c.kind == "item" and not c.children]
        gone = self._random.choice(items[:-1])  # the last ends otherwise
        contents = [node.children[i] for i in items if i != gone]
        children = list(node.children)
        for place, content in zip(items, contents, strict=False):
            children[place] = _exchanged(node.children[place], content)
        del children[items[-1]]
        after = _with_node(before, node, replace(node, children=tuple(children)))
        told = node.children[gone].blocks[0].text
        return Plant("item", before, _anonymous(after), root.heading, f"- {told}")

    def _swapped(self, block: Block, before: Agreement) -> tuple[str, str] | None:
        """Both parties in each other's place, in one sentence of several."""
        found = list(SENTENCE[before.language].finditer(block.text))
        one, two = SWAPS[before.language]
        both = [m for m in found if re.search(one, m[0]) and re.search(two, m[0])]
        if len(found) < 2 or not both:
            return None
        place = self._random.choice(both)
        names = [name.strip(r"\b") for name in (one, two)]
        swapped = re.sub(f"{one}|{two}", lambda m: names[m[0] == names[0]], place[0])
        return block.text[: place.start()] + swapped + block.text[place.end() :], place[0]

    def _bury(self, before: Agreement, template: str, code: str) -> Plant | None:
        """A clause no more by itself but at the end of one in another chapter."""
        sections = self._sections(template, code)
        usable = [i for i, s in enumerate(sections) if len(s.clauses) > 2 and not s.attachment]
        if len(usable) < 2:
            return None
        one, two = self._random.sample(usable, 2)
        present = self._present(before)
        gone = self._random.choice([i for i in sections[one].clauses if i in present])
        home = self._random.choice([i for i in sections[two].clauses if i in present])
        hidden, host = self._library.clauses[gone], self._library.clauses[home]
        if len(hidden.texts[code].source) < 60:
            return None
        text = _worded((*host.texts[code].paragraphs, *hidden.texts[code].paragraphs))
        left = tuple(i for i in sections[one].clauses if i != gone)
        sections[one] = replace(sections[one], clauses=left)
        after = self._assembled(template, code, sections, {home: replace(host, texts={code: text})})
        heading = host.title[code]
        return Plant("bury", before, after, heading, f"{gone} in {home}") if after else None

    # edits of structure: another library, assembled again

    def _sections(self, template: str, code: str) -> list[Section]:
        return list(self._library.templates[template, code].sections)

    def _assembled(
        self, template: str, code: str, sections: Sequence[Section], more: Mapping[str, object]
    ) -> Agreement | None:
        outline = replace(self._library.templates[template, code], sections=tuple(sections))
        library = replace(
            self._library,
            clauses={**self._library.clauses, **more},  # type: ignore[dict-item]
            templates={**self._library.templates, (template, code): outline},
        )
        try:
            return _anonymous(self._agreement(template, code, library))
        except AssemblyError:  # a clause that others refer to went
            return None

    def _present(self, before: Agreement) -> set[str]:
        return {node.standard for _, node in before.walk() if node.standard}

    def _drop(self, before: Agreement, template: str, code: str) -> Plant | None:
        sections = self._sections(template, code)
        at = self._random.randrange(len(sections))
        ids = [i for i in sections[at].clauses if i in self._present(before)]
        if len(ids) < 2:
            return None
        gone = self._random.choice(ids)
        left = tuple(i for i in sections[at].clauses if i != gone)
        sections[at] = replace(sections[at], clauses=left)
        after = self._assembled(template, code, sections, {})
        heading = self._library.clauses[gone].title[code]
        return Plant("drop", before, after, heading, gone) if after else None

    def _move(self, before: Agreement, template: str, code: str) -> Plant | None:
        sections = self._sections(template, code)
        usable = [i for i, s in enumerate(sections) if len(s.clauses) > 2 and not s.attachment]
        if len(usable) < 2:
            return None
        one, two = self._random.sample(usable, 2)
        ids = [i for i in sections[one].clauses if i in self._present(before)]
        moved = self._random.choice(ids)
        rest = [i for i in sections[one].clauses if i != moved]
        target = list(sections[two].clauses)
        target.insert(self._random.randrange(1, len(target)), moved)
        sections[one] = replace(sections[one], clauses=tuple(rest))
        sections[two] = replace(sections[two], clauses=tuple(target))
        after = self._assembled(template, code, sections, {})
        heading = self._library.clauses[moved].title[code]
        return Plant("move", before, after, heading, moved) if after else None

    def _cut(self, before: Agreement, template: str, code: str) -> Plant | None:
        """One clause made two, or two neighbours made one."""
        sections = self._sections(template, code)
        at = self._random.randrange(len(sections))
        ids = [i for i in sections[at].clauses if i in self._present(before)]
        if len(ids) < 2:
            return None
        place = self._random.randrange(len(ids) - 1)
        first, second = (self._library.clauses[i] for i in ids[place : place + 2])
        own, next_own = first.texts[code].paragraphs, second.texts[code].paragraphs
        if self._random.random() < 0.5:
            cuts = [k for k in range(1, len(own)) if own[k].level == 0]
            if not cuts or len(own[-1].text) < 30:
                return None
            cut = self._random.choice(cuts)
            parts = [_worded(own[:cut]), _worded(own[cut:])]
            made = replace(
                first,
                id="planted/rest",
                title={code: {"zh": "补充约定", "en": "Further terms"}[code]},
                texts={code: parts[1]},
            )
            more = {first.id: replace(first, texts={code: parts[0]}), made.id: made}
            new, told = [first.id, made.id], f"split {first.id} at {cut}"
            changed = [*ids[:place], *new, *ids[place + 1 :]]
        else:
            more = {first.id: replace(first, texts={code: _worded((*own, *next_own))})}
            changed, told = (
                [*ids[: place + 1], *ids[place + 2 :]],
                f"merge {first.id} + {second.id}",
            )
        sections[at] = replace(sections[at], clauses=tuple(changed))
        after = self._assembled(template, code, sections, more)
        return Plant("split/merge", before, after, first.title[code], told) if after else None

    def _number(self, before: Agreement, template: str, code: str) -> Plant | None:
        """Other numbers, same order: a chapter gives its last clause to the next, or (a) is 1)."""
        cited = any("#" in m.name for b in before.blocks() for m in b.marks)  # (b) would dangle
        if self._random.random() < 0.4 and not cited:
            after = _relabelled(before)
            return Plant("numbering", before, _anonymous(after), "", "labels")
        sections = self._sections(template, code)
        at = self._random.randrange(len(sections) - 1)
        one, two = sections[at], sections[at + 1]
        if len(one.clauses) < 2 or one.attachment != two.attachment:
            return None
        sections[at] = replace(one, clauses=one.clauses[:-1])
        sections[at + 1] = replace(two, clauses=(one.clauses[-1], *two.clauses))
        made = self._assembled(template, code, sections, {})
        return Plant("numbering", before, made, "", f"chapter {at}") if made else None


def _later(block: Block, start: int) -> tuple[Mark, ...]:
    return tuple(
        replace(m, start=m.start - start, end=m.end - start)
        for m in block.marks
        if m.start >= start
    )


def _worded(paragraphs: Sequence[Paragraph]) -> Wording:
    lead = [f"{'  ' * (one.level - 1)}- " if one.level else "" for one in paragraphs]
    return Wording("\n\n".join(f"{at}{one.text}" for at, one in zip(lead, paragraphs, strict=True)))


def _exchanged(place: Clause, content: Clause) -> Clause:
    """The list item at ``place`` with the text of another: the number stays."""
    text = content.blocks[0].text
    return replace(place, blocks=(replace(place.blocks[0], text=text, marks=()), *place.blocks[1:]))


def _rebuilt(one: Agreement, change: Callable[[Clause], Clause]) -> Agreement:
    def walk(node: Clause) -> Clause:
        return change(replace(node, children=tuple(walk(child) for child in node.children)))

    return replace(one, clauses=tuple(walk(node) for node in one.clauses))


def _with_block(one: Agreement, index: int, block: Block) -> Agreement:
    return _rebuilt(
        one,
        lambda node: replace(
            node, blocks=tuple(block if b.index == index else b for b in node.blocks)
        ),
    )


def _with_node(one: Agreement, old: Clause, new: Clause) -> Agreement:
    index = old.blocks[0].index
    return _rebuilt(
        one, lambda node: new if node.blocks and node.blocks[0].index == index else node
    )


def _anonymous(one: Agreement) -> Agreement:
    """The agreement as a counterparty types it: without our marks."""

    def plain(node: Clause) -> Clause:
        blocks = tuple(replace(b, bookmarks=(), marks=()) for b in node.blocks)
        return replace(node, standard=None, blocks=blocks)

    return replace(_rebuilt(one, plain), manifest="")


def _relabelled(one: Agreement) -> Agreement:
    def change(node: Clause) -> Clause:
        if node.number is None or node.kind != "item":
            return node
        path = node.number.path
        number = Number(path, f"{path[-1]})")
        block = replace(node.blocks[0], label=number.label)
        return replace(node, number=number, blocks=(block, *node.blocks[1:]))

    return _rebuilt(one, change)
