"""A library while it is read: what could be made of its files, and every mistake so far."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from contractkit.library.files import Files
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

AnyShape = TypeVar("AnyShape", bound=Shape)
Place = tuple[str | int, ...]


@dataclass(slots=True)
class Loaded:
    """A library as far as it could be read, with its problems and the files they stand in.

    ``sources`` are the YAML files by their path from the root, ``clause_sources`` those of the
    clauses by id; ``declared`` tells in which file and at which key a variable was declared.
    ``broken`` are the ids of clauses, and ``damaged`` the variables, whose mistakes are told.
    """

    files: Files
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

    def read(self, name: str) -> bytes | None:
        """The bytes of a file by its path from the root, counted into the digest; None without."""
        data = self.files.get(name)
        if data is not None:
            self._digest += [name.encode(), b"\0", hashlib.sha256(data).digest()]
        return data

    def text(self, name: str) -> str | None:
        """The text of a file, or None and a problem when it is missing or not UTF-8."""
        data = self.read(name)
        if data is None:
            self.problems.append(Problem(name, 1, 1, "the file is missing"))
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            message = f"not UTF-8 at byte {error.start}: save it as UTF-8"
            self.problems.append(Problem(name, 1, 1, message))
            return None

    def source(self, name: str) -> Source:
        """A YAML file with its places; its problems are noted."""
        source = read_yaml(self.text(name) or "", name)
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
