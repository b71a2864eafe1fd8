"""A published text does not change without a new version: versions.lock keeps their digests.

A line a text: the clause, its version, the file, the digest. Where the file does not stand, nothing
is held. ``contractkit library lock`` adds what is new, and never takes back what stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from contractkit.errors import LibraryError
from contractkit.library.files import ARCHIVE, CLAUSES
from contractkit.library.load import load
from contractkit.library.loaded import Loaded
from contractkit.library.texts import named_texts
from contractkit.model.standard import Problem, StandardClause

LOCK = "versions.lock"
_UNLOCKED = f"is not in {LOCK}"
Key = tuple[str, str, str]
"""A clause's id, its version, and the name of one of its texts."""


def published_texts_stand(loaded: Loaded) -> Iterator[Problem]:
    """Texts that differ from those published under their version, or that were never locked."""
    locked = read_lock(loaded.files.root)
    if locked is None:
        return
    for key, (file, digest) in digests(loaded).items():
        _, version, _ = key
        if key not in locked:
            message = f"version {version} {_UNLOCKED}: run contractkit library lock"
            yield Problem(file, 1, 1, message)
        elif locked[key] != digest:
            message = (
                f"the text of version {version} was changed after it was published: "
                f"raise the version in clause.yaml and keep the old texts in {ARCHIVE}/{version}"
            )
            yield Problem(file, 1, 1, message)


def digests(loaded: Loaded) -> dict[Key, tuple[str, str]]:
    """Each published text, archived ones too: its file and its digest."""
    found: dict[Key, tuple[str, str]] = {}
    for clause in loaded.clauses.values():
        for version in (clause, *clause.archive):
            if version.status == "published":
                folder = "" if version is clause else f"{ARCHIVE}/{version.version}/"
                found.update(_digests(version, f"{CLAUSES}/{clause.id}/{folder}"))
    return found


def _digests(clause: StandardClause, folder: str) -> Iterator[tuple[Key, tuple[str, str]]]:
    for name, texts in named_texts(clause):
        for code, text in texts.items():
            file = f"{name}.{code}.md"
            digest = hashlib.sha256(text.source.encode()).hexdigest()[:16]
            yield (clause.id, clause.version, file), (folder + file, digest)


def read_lock(root: Path) -> dict[Key, str] | None:
    """The digests that are locked, or None where there is no such file."""
    path = root / CLAUSES / LOCK
    if not path.is_file():
        return None
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {(row[0], row[1], row[2]): row[3] for row in rows if len(row) == 4}


def lock(root: Path, write: Callable[[Path, bytes], None]) -> tuple[Path, int]:
    """versions.lock with what it did not have yet, by ``write``: its path, how many texts are new.

    Raises LibraryError when the library has problems other than texts that are not locked yet.
    """
    loaded = load(root)
    known = read_lock(root) or {}
    changed = [
        problem for problem in published_texts_stand(loaded) if _UNLOCKED not in str(problem)
    ]
    if problems := sorted([*loaded.problems, *changed]):
        raise LibraryError(str(problems[0]), where=LOCK, hint="contractkit library check")
    path = root / CLAUSES / LOCK
    write(path, locked_text(known, loaded).encode())
    return path, len(set(digests(loaded)) - set(known))


def locked_text(locked: Mapping[Key, str], loaded: Loaded) -> str:
    """versions.lock with a line for each text that it did not have yet."""
    now = {key: digest for key, (_, digest) in digests(loaded).items()}
    rows = sorted({**now, **locked}.items())
    return "".join(f"{' '.join(key)} {digest}\n" for key, digest in rows)
