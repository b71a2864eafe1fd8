"""Comparison -> lines for a terminal: wrapped to its width, hanzi counted as two columns."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from contractkit.lang import language
from contractkit.lang.base import Language
from contractkit.model.comparison import Comparison
from contractkit.report.phrases import facts_and_notes
from contractkit.report.text import advised

STYLES = {"high": "bold red", "medium": "yellow", "low": "cyan"}
NARROWEST = 40
_NEVER_FIRST = "，。；：、！？）》〉】”’,.;:!?)]}%％"


def comparison_terminal(comparison: Comparison, width: int = 80, *, colour: bool = False) -> str:
    """The counts, then a row for each finding: its clause; what it says, its basis, our advice.

    No line is wider than ``width`` columns. What a document says is printed as it is: control
    characters and markup in it mean nothing.
    """
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tongue = language(comparison.base.language)
    words = tongue.labels
    width = max(width, NARROWEST)
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    changes = Counter(pair.change for pair in comparison.pairs)
    tally = ", ".join(f"{words[change]} {count}" for change, count in changes.most_common())
    lines = [f"{name}: {text}" for name, text in facts_and_notes(comparison)]
    for line in (*lines[:1], f"{words['pairs']}: {tally}", *lines[1:]):
        console.print("\n".join(_wrapped(line, width, tongue)))
    if not comparison.findings:
        console.print(words["no_findings"])
    first = max(cell_len(words[severity]) for severity in STYLES)
    second = min(
        max((cell_len(_plain(f.clause)) for f in comparison.findings), default=0), width // 4
    )
    third = width - first - second - 2
    table = Table.grid(padding=(0, 1))
    for column in (first, second, third):
        table.add_column(width=column, no_wrap=True)
    for finding in comparison.findings:
        message = Text("\n".join(_wrapped(finding.message, third, tongue)))
        if finding.basis:
            basis = _wrapped(f"{words['basis']}: {finding.basis}", third, tongue)
            message.append("\n" + "\n".join(basis), "dim")
        if finding.advice:
            answer = f"{words['advice']}: {advised(finding.advice, words)}"
            message.append("\n" + "\n".join(_wrapped(answer, third, tongue)), "bold")
        severity = Text(words[finding.severity], STYLES[finding.severity])
        clause = Text("\n".join(_wrapped(finding.clause, second, tongue)))
        table.add_row(severity, clause, message)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _wrapped(text: str, width: int, tongue: Language) -> Iterator[str]:
    """``text`` in lines of at most ``width`` columns, broken between tokens: hanzi need no space.

    A token is cut only when it is wider than a line; a closing mark does not begin one.
    """
    from rich.cells import cell_len, chop_cells

    text = _plain(text)
    edges = [token.start for token in tongue.tokens(text) if text[token.start] not in _NEVER_FIRST]
    line = ""
    for start, end in zip([0, *edges], [*edges, len(text)], strict=True):
        piece = text[start:end]
        if line and cell_len(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        *full, line = chop_cells(line + piece, width) or [""]
        yield from full
    yield line.rstrip()


def _plain(text: str) -> str:
    """``text`` without control characters, which could paint over the screen."""
    return "".join(character if character.isprintable() else " " for character in text)
