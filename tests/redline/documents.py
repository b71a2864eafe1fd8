"""Random agreements and random edits of them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.redline.builders import (
    b,
    bookmark,
    control,
    deleted,
    docx,
    field,
    i,
    ins,
    link,
    note,
    p,
    run,
    table,
)

WORDS = (
    "the Provider shall keep records for 15 years, and notify within 30 days of breach; "
    "甲 方 应 当 按 照 协 议 支 付 费 用 。 第 十 二 条 1.2 (a) 1,000.00"
).split()
NOTES = (1, 2, 3)

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
piece = st.one_of(
    words,
    words,
    words.map(b),
    words.map(i),
    words.map(lambda x: run(x, "<w:b/><w:i/>")),
    st.sampled_from(["\t", "\n", "x\ty"]).map(run),
    st.tuples(st.sampled_from(["a", "b"]), words).map(lambda x: link(x[0], x[1])),
    st.tuples(st.sampled_from(["party", "date"]), words).map(lambda x: control(x[0], x[1])),
    st.tuples(st.sampled_from(["PAGE", "REF a"]), words).map(lambda x: field(x[0], x[1])),
    st.sampled_from(NOTES).map(note),
    words.map(lambda x: ins(run(x))),
    words.map(deleted),
)
mark = st.sampled_from(
    ["", "", "", "<w:b/>", '<w:ins w:id="902" w:author="E"/>', '<w:del w:id="903" w:author="E"/>']
)


@st.composite
def paragraph(draw: st.DrawFn, *, plain: bool = False) -> str:
    """A paragraph of up to four pieces."""
    inner = draw(st.lists(words if plain else piece, max_size=4))
    style = draw(st.sampled_from(["", "", "Heading1", "List"]))
    extra = draw(st.sampled_from(["", "", '<w:jc w:val="center"/>', '<w:ind w:left="720"/>']))
    breaks = not plain and draw(st.integers(0, 12)) == 12
    text = p(*inner, style=style, extra=extra, mark=draw(mark), section=breaks)
    if not plain and draw(st.integers(0, 8)) == 8:
        return text.replace("</w:p>", "") + bookmark("mark", 77) + "</w:p>"
    return text


@st.composite
def cell(draw: st.DrawFn) -> str:
    """A cell with one or two paragraphs."""
    return "".join(draw(st.lists(paragraph(plain=True), min_size=1, max_size=2)))


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table of up to three rows and columns; sometimes a content control around the last."""
    columns = draw(st.integers(1, 3))
    row = st.lists(cell(), min_size=columns, max_size=columns)
    whole = table(draw(st.lists(row, min_size=1, max_size=3)))
    if draw(st.integers(0, 5)) < 5:
        return whole
    kind = draw(st.sampled_from(["tr", "tc"]))
    before, opening, last = whole.rpartition(f"<w:{kind}>")
    inner, closing, after = last.partition(f"</w:{kind}>")
    return before + control("held", opening + inner + closing) + after


@st.composite
def block_control(draw: st.DrawFn) -> str:
    """A content control around paragraphs."""
    return control(
        draw(st.sampled_from(["x", "y"])), *draw(st.lists(paragraph(), min_size=1, max_size=2))
    )


blocks = st.one_of(paragraph(), paragraph(), paragraph(), tables(), block_control())


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A document, and what became of it: blocks edited, moved, added, removed, or all new."""
    base = draw(st.lists(blocks, max_size=6))
    other = list(base)
    for _ in range(draw(st.integers(0, 5))):
        _edit(draw, other)
    last = draw(st.sampled_from([p("End."), p("End of the agreement."), p()]))
    final = draw(st.sampled_from([last, last, p("Another end.")]))
    return _document(draw, [*base, last]), _document(draw, [*other, final])


def _edit(draw: st.DrawFn, items: list[str]) -> None:
    kind = draw(st.sampled_from(["insert", "delete", "move", "replace", "word"]))
    if kind == "insert" or not items:
        items.insert(draw(st.integers(0, len(items))), draw(blocks))
        return
    at = draw(st.integers(0, len(items) - 1))
    if kind == "delete":
        del items[at]
    elif kind == "move":
        item = items.pop(at)
        items.insert(draw(st.integers(0, len(items))), item)
    elif kind == "replace":
        items[at] = draw(blocks)
    else:
        old, new = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
        items[at] = items[at].replace(f">{old} ", f">{new} ").replace(f" {old}<", f" {new}<")


def _document(draw: st.DrawFn, items: list[str]) -> bytes:
    notes = {number: p(draw(words)) for number in NOTES}
    header = draw(st.one_of(st.none(), words.map(p)))
    return docx(*_unique(items), notes=notes, header=header)


def _unique(items: list[str]) -> list[str]:
    """Bookmarks once, revision ids apart."""
    seen = False
    found = []
    for item in items:
        if 'w:name="mark"' in item:
            if seen:
                item = item.replace(bookmark("mark", 77), "")
            seen = True
        found.append(item)
    return found
