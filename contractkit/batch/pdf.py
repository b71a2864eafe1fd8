"""The PDFs of what a campaign issued: a stage of its own, since one costs as much as hundreds of
Word files. Many files go to one LibreOffice process, which has a profile of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from contractkit.batch.ledger import Ledger
from contractkit.batch.store import Store
from contractkit.errors import BatchError
from contractkit.model.renewal import Entry
from contractkit.office import PDF, OfficeFailure, convert_all, find_office

TOGETHER = 50  # files a process: its start takes as long as printing some ten of them
SECONDS = 60  # for the start of a process, and
SECONDS_EACH = 10


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one entry: the size of its PDF, or why there is none."""

    entry: Entry
    size: int = 0
    reason: str = ""


def pdf_path(output: str) -> str:
    """Where the PDF of an agreement stands: beside it."""
    return f"{output.removesuffix('.docx')}.pdf"


def print_pdfs(
    ledger: Ledger, store: Store, workers: int, office: Path | None = None
) -> Iterator[Printed]:
    """Print each agreement that stands and has no PDF yet; what is printed is noted at once.

    Raises BatchError where LibreOffice is not installed.
    """
    program = office or find_office()
    if program is None:
        raise BatchError(
            "PDFs are printed by LibreOffice, which is not installed",
            hint="install LibreOffice; the Word files stand as they are",
        )
    size = max(1, min(TOGETHER, -(-ledger.counts()["done"] // workers)))
    left = _unprinted(ledger, store)
    batches = iter(lambda: list(islice(left, size)), [])
    running: set[Future[list[Printed]]] = set()
    with ThreadPoolExecutor(workers) as pool:
        try:
            while True:
                ahead = islice(batches, workers + 1 - len(running))
                running |= {pool.submit(_print, batch, store, program) for batch in ahead}
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for printed in (future.result() for future in done):
                    ledger.note_pdfs((one.entry.key, one.size) for one in printed if one.size)
                    yield from printed
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _unprinted(ledger: Ledger, store: Store) -> Iterator[Entry]:
    """The agreements that stand and whose PDF does not."""
    for entry, size in ledger.printed():
        if size is None or store.size(pdf_path(entry.output)) != size:
            yield entry


def _print(batch: list[Entry], store: Store, program: Path) -> list[Printed]:
    """Print ``batch`` together; what LibreOffice left out is tried again alone."""
    printed = _together(batch, store, program)
    if len(batch) == 1:
        return printed
    return [_together([one.entry], store, program)[0] if one.reason else one for one in printed]


def _together(batch: list[Entry], store: Store, program: Path) -> list[Printed]:
    with tempfile.TemporaryDirectory(
        prefix="contractkit-", ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary)
        missing = dict(_copied(batch, store, folder))
        sources = [folder / f"{n}.docx" for n in range(len(batch)) if n not in missing]
        reason = _convert(sources, folder, program) if sources else ""
        found = []
        for number, entry in enumerate(batch):
            pdf = folder / "out" / f"{number}.pdf"
            if number in missing or not pdf.is_file():
                told = missing.get(number) or reason or "LibreOffice made no PDF of it"
                found.append(Printed(entry, reason=told))
                continue
            data = pdf.read_bytes()
            try:
                store.write(pdf_path(entry.output), data)
            except OSError as error:
                found.append(Printed(entry, reason=f"cannot be written: {error.strerror}"))
            else:
                found.append(Printed(entry, len(data)))
        return found


def _copied(batch: list[Entry], store: Store, folder: Path) -> Iterator[tuple[int, str]]:
    """Copy the files under plain names; the number of each that cannot be read, and why."""
    for number, entry in enumerate(batch):
        try:
            (folder / f"{number}.docx").write_bytes(store.read(entry.output))
        except OSError as error:
            yield number, f"cannot be read: {error.strerror}"


def _convert(sources: list[Path], folder: Path, program: Path) -> str:
    """Run LibreOffice over ``sources``: what went wrong, or ""."""
    try:
        convert_all(sources, folder, PDF, program, SECONDS + SECONDS_EACH * len(sources))
    except OfficeFailure as error:
        return str(error)
    return ""
