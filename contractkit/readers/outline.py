"""Document -> Agreement: the clause tree, by numbers first, then by look.

It never fails and never loses a character: every block of the document stands in the preamble, in
one clause, or in the closing, in the document's order. What cannot be placed stays where it is as
unnumbered text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from contractkit.lang import detect
from contractkit.lang.base import Language
from contractkit.lang.lexicon import Lexicon
from contractkit.model.agreement import Agreement, Clause, Kind, Number, Party
from contractkit.model.document import Block, Document, Note
from contractkit.readers.contents import in_contents
from contractkit.readers.node import Node
from contractkit.readers.tree import Tree, grow

_SENTENCE_ENDS = '。.！!？?：:）)”"'


def outline(
    document: Document, language: Language | None = None, *, part: int | None = None
) -> Agreement:
    """The agreement in ``document``; of several in one file the one with most clauses, or ``part``.

    ``part`` counts from 1. The language is told from the text when it is not given.
    """
    tongue = language or detect(document.text)
    spans = _parts(document.blocks, tongue.lexicon)
    trees = [grow(document.blocks[start:end], tongue) for start, end in spans]
    chosen = _choose(trees, part)
    (start, end), tree = spans[chosen], trees[chosen]
    notes = document.notes
    if len(spans) > 1:
        notes = (*notes, Note("parts", f"{chosen + 1}/{len(spans)}"))
    preamble = (*document.blocks[:start], *tree.preamble)
    return Agreement(
        language=tongue.code,
        title=_title(tree.preamble, tongue.lexicon),
        parties=_parties((*tree.preamble, *tree.closing), tongue.lexicon),
        preamble=preamble,
        clauses=_clauses(tree.roots),
        closing=(*tree.closing, *document.blocks[end:]),
        digest=document.digest,
        name=document.name,
        notes=tuple(
            tongue.labels[f"note.{note.kind}"].format(detail=note.detail) for note in notes
        ),
        manifest=document.manifest,
        asides=document.asides,
    )


def _parts(blocks: Sequence[Block], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The ranges of blocks of the documents in a file, cut where a line says that one begins."""
    starts = [block.index for block in blocks if lexicon.part.match(block.text)]
    edges = [0, *starts[1:], len(blocks)] if starts else [0, len(blocks)]
    return list(pairwise(edges))


def _choose(trees: Sequence[Tree], part: int | None) -> int:
    if part is not None and 1 <= part <= len(trees):
        return part - 1
    return max(range(len(trees)), key=lambda index: (trees[index].count, -index))


def _clauses(roots: Sequence[Node]) -> tuple[Clause, ...]:
    return tuple(_clause(node, (), "", inside=False) for node in roots)


def _clause(node: Node, above: tuple[int, ...], scope: str, *, inside: bool) -> Clause:
    """``node`` as a Clause; ``above`` is the path of the clause that holds it."""
    label = node.label
    kind = _kind(node, inside=inside)
    number = None
    if label:
        own = label.path
        path = (*above, *own) if kind == "item" and len(own) == 1 else own
        number = Number(path, label.text)
        if label.scheme.attachment:
            scope = label.text
    below = number.path if number and kind in ("clause", "item") else above
    children = tuple(
        _clause(child, below, scope, inside=inside or kind == "clause") for child in node.children
    )
    return Clause(number, node.heading, kind, tuple(node.blocks), children, node.start, None, scope)


def _kind(node: Node, *, inside: bool) -> Kind:
    if node.label is None:
        if not node.heading:
            return "paragraph"
        return "chapter" if any(not c.label and c.heading for c in node.children) else "clause"
    if node.label.scheme.attachment:
        return "attachment"
    if inside:
        return "item"
    holds = node.label.scheme.holds_clauses or any(
        child.label and child.label.scheme.sectional for child in node.children
    )
    return "chapter" if holds else "clause"


def _title(preamble: Sequence[Block], lexicon: Lexicon) -> str:
    """The last line before the clauses that names an agreement, with the line it goes on from."""
    lines = [text for block in preamble if (text := block.text.strip()) and not in_contents(block)]
    for position in range(len(lines) - 1, -1, -1):
        if lexicon.title.fullmatch(lines[position]):
            before = lines[position - 1] if position else ""
            whole = before + lines[position]
            wraps = (
                before
                and not set(before) & set(_SENTENCE_ENDS)
                and not lexicon.title.fullmatch(before)
            )
            return whole if wraps and len(whole) <= 45 and not before.isascii() else lines[position]
    return ""


def _parties(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Party, ...]:
    """The parties that lines such as 甲方：… name; the first name that is given counts."""
    found: dict[str, Party] = {}
    lines = [block.text.strip() for block in blocks if block.text.strip()]
    for position, line in enumerate(lines):
        match = lexicon.party.match(line)
        if not match:
            continue
        title = "".join(match[1].split())
        name = match[2].strip()
        following = lines[position + 1] if position + 1 < len(lines) else ""
        if not name and not lexicon.party.match(following):
            name = following
        if title not in found or not found[title].name:
            found[title] = Party(title, lexicon.parties.get(title, ""), name)
    return tuple(found.values())
