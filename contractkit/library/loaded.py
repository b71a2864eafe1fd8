"""A library while it is read: what could be made of its files, and every mistake so far."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from contractkit.library.schema import Shape
from contractkit.library.source import Source, read_yaml
from contractkit.model.standard import (
    Library,
    Problem,
    Rule,
    StandardClause,
    Template,
    Variable,
)

CLAUSES = "clause_library"
TEMPLATES = "templates"

AnyShape = TypeVar("AnyShape", bound=Shape)
Place = tuple[str | int, ...]


@dataclass(slots=True)
class Loaded:
    """A library as far as it could be read, with its problems and the files they stand in.

    ``sources`` are the YAML files by their path from the root, ``clause_sources`` those of the
    clauses by id; ``declared`` tells in which file and at which key a variable was declared.
    ``broken`` are the ids of clauses, and ``damaged`` the variables, whose mistakes are told.
    """

    root: Path
    clauses: dict[str, StandardClause] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    templates: dict[tuple[str, str], Template] = field(default_factory=dict)
    looks: dict[tuple[str, str], bytes] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    declared: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)
    _digest: list[bytes] = field(default_factory=list)
    _inside: int = field(init=False)  # where in a path the name from the root begins

    def __post_init__(self) -> None:
        self._inside = len((self.root / "_").as_posix()) - 1

    def library(self) -> Library:
        """The library itself, frozen, with the digest of all its files."""
        return Library(
            self.clauses,
            self.variables,
            self.templates,
            self.looks,
            self.rules,
            hashlib.sha256(b"".join(self._digest)).hexdigest(),
        )

    def read(self, path: Path) -> bytes:
        """The bytes of a file of the library, counted into its digest."""
        data = path.read_bytes()
        self._digest += [self.name(path).encode(), b"\0", hashlib.sha256(data).digest()]
        return data

    def name(self, path: Path) -> str:
        """The path from the root, with slashes on every system."""
        return path.as_posix()[self._inside :]

    def text(self, path: Path) -> str | None:
        """The text of a file, or None and a problem when it is missing or not UTF-8."""
        try:
            return self.read(path).decode("utf-8-sig").replace("\r\n", "\n")
        except FileNotFoundError:
            self.problems.append(Problem(self.name(path), 1, 1, "the file is missing"))
        except UnicodeDecodeError as error:
            self.problems.append(
                Problem(self.name(path), 1, 1, f"not UTF-8 at byte {error.start}: save it as UTF-8")
            )
        return None

    def source(self, path: Path) -> Source:
        """A YAML file with its places; its problems are noted."""
        source = read_yaml(self.text(path) or "", self.name(path))
        self.problems += source.problems
        self.sources[source.file] = source
        return source

    def shape(
        self,
        kind: type[AnyShape],
        source: Source,
        data: object,
        at: tuple[str | int, ...] = (),
    ) -> AnyShape | None:
        """``data`` as ``kind``, or None when it does not fit; each mistake is noted where it is."""
        if data is None and source.problems:  # not YAML at all, which has been told
            return None
        fit, mistakes = self.fit(kind, data)
        for where, message in mistakes:
            name = str(where[-1]) if where else source.file
            self.problems.append(source.problem((*at, *where), f"{name}: {message}"))
        return fit

    @staticmethod
    def fit(
        kind: type[AnyShape], data: object
    ) -> tuple[AnyShape | None, Sequence[tuple[Place, str]]]:
        """``data`` as ``kind``, or None and where it is not, and why."""
        try:
            return kind.model_validate(data), ()
        except ValidationError as error:
            mistakes = {
                tuple(key for key in one["loc"] if key != "[key]"): one["msg"]
                for one in error.errors()
            }
        return None, [(at, told.removeprefix("Value error, ")) for at, told in mistakes.items()]
