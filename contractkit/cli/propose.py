"""contractkit redline DRAFT --text CLAUSE|FILE"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import open_language, open_library
from contractkit.cli.output import write_whole
from contractkit.errors import UsageError
from contractkit.files import decode, read_bytes

if TYPE_CHECKING:
    from contractkit.model.agreement import Clause
    from contractkit.model.document import Document
    from contractkit.ooxml.package import Limits

HEADING = "#"  # a line of a file that begins with it is the clause's heading


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is proposed and where: a clause's id or a file, behind a clause or in place of one."""

    text: str
    after: str | None
    replace: str | None
    comment: str | None
    values: Path | None
    language: str | None
    library: Path | None


def write_proposal(
    draft: Path, target: Path, wanted: Wanted, *, author: str, when: dt.datetime, limits: Limits
) -> None:
    """Write ``draft`` to ``target`` with what is wanted as tracked changes and a comment."""
    if (wanted.after is None) == (wanted.replace is None):
        raise UsageError("--text goes with --after N or with --replace N")
    from contractkit.ooxml.package import ZIP_MAGIC
    from contractkit.readers import document, outline
    from contractkit.redline.clause import clause_behind, clause_in_place, find_clause
    from contractkit.redline.propose import propose

    data = read_bytes(draft)
    if not data.startswith(ZIP_MAGIC):
        raise UsageError("--text writes into a .docx", where=str(draft))
    language = open_language(wanted.language)
    read = document(data, draft.name, language=language, limits=limits)
    agreement = outline(read, language)
    clause = find_clause(agreement, wanted.after or wanted.replace or "")
    heading, lines, reason = _text(wanted, agreement.language)
    if wanted.after is not None:
        _tell_of_number(clause, read)
        proposals = clause_behind(clause, heading, lines, reason)
    else:
        proposals = clause_in_place(clause, lines, reason)
        if not proposals:
            raise UsageError(f"{wanted.replace} has this text already", where=str(draft))
    write_whole(target, propose(data, read, proposals, author=author, when=when))


def _text(wanted: Wanted, language: str) -> tuple[str, tuple[str, ...], str]:
    """The heading, the paragraphs, and the reason; of a library's clause its title by default."""
    file = Path(wanted.text)
    if file.is_file():
        heading, lines = _file_text(file)
        return heading, lines, wanted.comment or ""
    from contractkit.assembly.clause import clause_text
    from contractkit.library import read_values_file

    library = open_library(wanted.library)
    values: Mapping[str, object] = read_values_file(wanted.values) if wanted.values else {}
    heading, lines = clause_text(library, wanted.text, values, language=language)
    version = library.clauses[wanted.text].version
    return heading, lines, wanted.comment or f"{heading} ({wanted.text} {version})"


def _file_text(file: Path) -> tuple[str, tuple[str, ...]]:
    text, guessed = decode(read_bytes(file), file.name)
    if guessed:
        click.echo(f"note: {file.name} was read as {guessed}", err=True)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heading = lines.pop(0).lstrip(f"{HEADING} ") if lines and lines[0].startswith(HEADING) else ""
    if not lines:
        raise UsageError("there is no text to propose", where=str(file))
    return heading, tuple(lines)


def _tell_of_number(clause: Clause, draft: Document) -> None:
    """Say so where a new clause gets no number by itself, because those of the draft are typed."""
    head = next(b for b in draft.blocks if b.index == clause.blocks[0].index)
    if not head.label:
        click.echo("note: the draft's numbers are typed; number the new clause by hand", err=True)
