"""What a worker does: a chunk of jobs -> their files, and an entry for each.

An error of a row is a value, never raised: one bad row costs no other row its agreement.
"""

from __future__ import annotations

import datetime
import errno
import hashlib
import time
from dataclasses import dataclass
from functools import lru_cache

from contractkit.batch.changes import Changes
from contractkit.batch.render import Renderer
from contractkit.batch.store import Store, open_store
from contractkit.errors import BatchError, ContractKitError
from contractkit.model.renewal import Entry, Job
from contractkit.model.standard import Library

STOP = "stop"
"""The kind of an entry that ends the run: no row could be written any more."""
_FATAL = (
    {errno.ENOSPC, errno.EROFS, errno.EDQUOT}
    if hasattr(errno, "EDQUOT")
    else {errno.ENOSPC, errno.EROFS}
)


@dataclass(frozen=True, slots=True)
class Spec:
    """All that a worker needs besides its jobs; ``digest`` names it, so that it is loaded once.

    ``changes`` computes the tables of changes, where they are wanted; ``author`` is set when the
    redline against ``previous`` is wanted too.
    """

    digest: str
    library: Library
    template: str
    language: str
    on: datetime.date
    varying: frozenset[str]
    root: str
    folder: str
    owner: str
    changes: Changes | None = None
    author: str = ""


def issue(spec: Spec, jobs: tuple[Job, ...]) -> list[Entry]:
    """Write the agreement of each job; an entry each, or up to one that says to stop."""
    renderer, store, previous = _loaded(_Keyed(spec))
    entries = []
    for job in jobs:
        entries.append(_issued(job, spec, renderer, store, previous))
        if entries[-1].kind == STOP:
            break
    return entries


def killed(job: Job) -> Entry:
    """The entry of a job over which its worker died, each time that it was tried."""
    return _failed(job, "WorkerDied", "the worker process died over this row, three times")


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A spec that is equal to another by its digest: comparing libraries would cost too much."""

    spec: Spec

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and self.spec.digest == other.spec.digest

    def __hash__(self) -> int:
        return hash(self.spec.digest)


@lru_cache(maxsize=2)
def _loaded(keyed: _Keyed) -> tuple[Renderer, Store, Store]:
    spec = keyed.spec
    renderer = Renderer(spec.library, spec.template, spec.language, spec.on, spec.varying)
    return renderer, open_store(spec.root, spec.owner), open_store(spec.folder)


def _issued(job: Job, spec: Spec, renderer: Renderer, store: Store, previous: Store) -> Entry:
    start = time.perf_counter()
    try:
        changes = spec.changes
        values = changes.completed(job.values, job.previous) if changes else job.values
        data = renderer.render(values)
        extra = _redlined(job, data, spec, store, previous) if spec.author else ("", "")
        store.write(job.output, data)
    except ContractKitError as error:
        return _failed(job, type(error).__name__, str(error))
    except PermissionError as error:
        reason = f"{job.output} cannot be replaced: {error.strerror}; is it open in Word?"
        return _failed(job, "PermissionError", reason)
    except OSError as error:
        kind = STOP if error.errno in _FATAL else type(error).__name__
        return _failed(job, kind, f"{job.output} cannot be written: {error.strerror or error}")
    except Exception as error:  # a mistake of ours in one row must not end the campaign
        return _failed(job, type(error).__name__, f"unexpected: {error}")
    digest = hashlib.sha256(data).hexdigest()
    seconds = round(time.perf_counter() - start, 6)
    return Entry(
        job.key, job.name, job.row, "done", job.output, digest, len(data), seconds, "", "", *extra
    )


def _failed(job: Job, kind: str, reason: str) -> Entry:
    return Entry(job.key, job.name, job.row, "failed", job.output, kind=kind, reason=reason)


def redline_path(output: str) -> str:
    """Where the redline of an agreement stands: beside it."""
    return f"{output.removesuffix('.docx')}.redline.docx"


def _redlined(job: Job, data: bytes, spec: Spec, store: Store, previous: Store) -> tuple[str, str]:
    """Write the redline against last year's agreement: its path and its digest."""
    from contractkit.redline import redline

    try:
        base = previous.read(job.previous)
    except OSError as error:
        raise BatchError(
            f"last year's agreement cannot be read: {error.strerror}", where=job.previous
        ) from error
    path = redline_path(job.output)
    marked = redline(
        base,
        data,
        author=spec.author,
        when=datetime.datetime.combine(spec.on, datetime.time(), datetime.UTC),
        revisions="accept",
        name_base=job.previous,
        name_other=job.output,
    )
    store.write(path, marked)
    return path, hashlib.sha256(marked).hexdigest()
