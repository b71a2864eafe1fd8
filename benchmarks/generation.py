"""Documents a second: an agreement of 31 clauses by contractkit, and by plain docxtpl.

Both in one process, warm, by processor time. contractkit selects, binds, numbers, and writes the
.docx with its fields, bookmarks and manifest. docxtpl fills a Word file that is the same agreement
with a ``{{ place }}`` for each value, opened anew for each document, as its documentation shows.

    python -m benchmarks.generation [ROUNDS]
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from docxtpl import DocxTemplate

from contractkit.assembly import assemble
from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block
from contractkit.writers import write

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE, LANGUAGE = "physician-service", "zh"


def with_places(agreement: Agreement, values: dict[str, str]) -> Agreement:
    """``agreement`` with a place for each value; ``values`` are filled with what stood there."""

    def block(one: Block) -> Block:
        text = one.text
        for mark in sorted(one.marks, key=lambda mark: -mark.start):
            if mark.kind == "value":
                name = f"v{len(values)}"
                values[name] = text[mark.start : mark.end]
                text = f"{text[: mark.start]}{{{{ {name} }}}}{text[mark.end :]}"
        return replace(one, text=text, marks=())

    def clause(one: Clause) -> Clause:
        return replace(
            one,
            blocks=tuple(map(block, one.blocks)),
            children=tuple(map(clause, one.children)),
        )

    return replace(agreement, clauses=tuple(map(clause, agreement.clauses)), manifest="")


def rate(work: Callable[[], object], rounds: int) -> float:
    """Documents a second of processor time, the best of three runs."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for _ in range(rounds):
            work()
        best = max(best, rounds / (time.process_time() - start))
    return best


def main(rounds: int) -> None:
    library = load_library(default_root())
    values = read_values_file(ROOT / "examples" / f"{TEMPLATE}.yaml")
    name = library.templates[TEMPLATE, LANGUAGE].look
    look = library.looks[LANGUAGE, name]

    def ours() -> bytes:
        agreement = assemble(library, TEMPLATE, values, language=LANGUAGE)
        return write(agreement, ".docx", look=look, look_name=name)

    agreement = assemble(library, TEMPLATE, values, language=LANGUAGE)
    filled: dict[str, str] = {}
    plain = write(with_places(agreement, filled), ".docx", look=look, look_name=name)

    def docxtpl() -> bytes:
        template = DocxTemplate(io.BytesIO(plain))
        template.render(filled)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    ours(), docxtpl()  # warm
    clauses = sum(one.kind == "clause" for _, one in agreement.walk())
    assembled = rate(lambda: assemble(library, TEMPLATE, values, language=LANGUAGE), rounds)
    own, other = rate(ours, rounds), rate(docxtpl, rounds)
    print(f"{TEMPLATE} ({LANGUAGE}): {clauses} clauses, {len(filled)} values, {rounds} rounds")
    print(f"contractkit, assembled and written  {own:7.1f} documents/s  {own / other:.1f} times")
    print(f"  of which assembled alone          {assembled:7.1f} documents/s")
    print(f"docxtpl, the same text with places  {other:7.1f} documents/s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
