"""How far long work is: a bar with rate and time left, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from contractkit.batch.run import Progress


Result = TypeVar("Result")


@contextmanager
def shown(title: str) -> Iterator[Callable[[Progress], None]]:
    """A function that shows a Progress; in a pipe it shows nothing."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as bar:
        task = bar.add_task(title, total=None, rate="")

        def told(progress: Progress) -> None:
            here = bar.tasks[0].elapsed or 1
            bar.update(
                task,
                total=progress.total,
                completed=progress.total - progress.left,
                rate=f"{progress.issued / here:.0f}/s",
            )

        yield told


FEW = 4  # results for which no bar is worth its while


def counted(results: Iterator[Result], total: int, title: str) -> Iterator[Result]:
    """``results``, with a bar on a terminal when there are many."""
    if total < FEW or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, title, total=total, console=Console(stderr=True), transient=True)
