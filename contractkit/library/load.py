"""The folders that legal staff keep -> a Library, and every mistake in them at once.

``root`` holds ``clause_library/`` (a folder per clause, by topic) and ``templates/`` (a folder per
language). The shapes are in ``schema``, what must agree between files in ``check``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from contractkit.errors import LibraryError
from contractkit.lang import LANGUAGES
from contractkit.library.schema import (
    ClauseShape,
    RuleShape,
    SectionShape,
    Shape,
    TemplateShape,
    VariableShape,
)
from contractkit.library.source import Source, read_yaml
from contractkit.model.standard import (
    Library,
    Position,
    Problem,
    Rule,
    Section,
    StandardClause,
    Template,
    Variable,
)
from contractkit.model.wording import Wording, wording

CLAUSES = "clause_library"
TEMPLATES = "templates"

AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass(slots=True)
class Loaded:
    """A library as far as it could be read, with its problems and the files they stand in.

    ``sources`` are the YAML files by their path from the root, ``clause_sources`` those of the
    clauses by id; ``declared`` tells in which file and at which key a variable was declared.
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

    def read(self, path: Path) -> bytes:
        """The bytes of a file of the library, counted into its digest."""
        data = path.read_bytes()
        self._digest += [self.name(path).encode(), b"\0", hashlib.sha256(data).digest()]
        return data

    def name(self, path: Path) -> str:
        """The path from the root, with slashes on every system."""
        return path.relative_to(self.root).as_posix()

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
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            for mistake in error.errors():
                where = tuple(key for key in mistake["loc"] if key != "[key]")
                message = mistake["msg"].removeprefix("Value error, ")
                name = str(where[-1]) if where else source.file
                self.problems.append(source.problem((*at, *where), f"{name}: {message}"))
        return None


def load_library(root: Path) -> Library:
    """The library under ``root``. Raises LibraryError with every mistake that keeps it from use."""
    loaded = load(root)
    if loaded.problems:
        lines = "\n".join(str(problem) for problem in sorted(loaded.problems))
        raise LibraryError(
            f"{len(loaded.problems)} mistakes in the library\n{lines}",
            where=str(root),
            hint="mend them and run contractkit library check",
        )
    return loaded.library()


def load(root: Path) -> Loaded:
    """What could be read under ``root``, with all problems. Raises LibraryError without folders."""
    for folder in (CLAUSES, TEMPLATES):
        if not (root / folder).is_dir():
            raise LibraryError(
                f"there is no folder {folder}", where=str(root), hint="see --library"
            )
    loaded = Loaded(root)
    _shared_variables(loaded)
    for path in sorted((root / CLAUSES).glob("*/*/clause.yaml")):
        _clause(loaded, path.parent)
    _rules(loaded)
    for code in LANGUAGES:
        for path in sorted((root / TEMPLATES / code).glob("*.yaml")):
            _template(loaded, path, code)
    return loaded


def _shared_variables(loaded: Loaded) -> None:
    path = loaded.root / CLAUSES / "variables.yaml"
    source = loaded.source(path)
    data = source.data if isinstance(source.data, dict) else {}
    for name, raw in data.items():
        shape = loaded.shape(VariableShape, source, raw, (name,))
        if shape:
            _declare(loaded, source, _variable(name, shape), (name,))


def _declare(loaded: Loaded, source: Source, variable: Variable, at: tuple[str, ...]) -> None:
    if variable.name in loaded.declared:
        first, _ = loaded.declared[variable.name]
        message = f"the variable {variable.name} is declared in {first} already"
        loaded.problems.append(source.problem(at, message))
        return
    loaded.declared[variable.name] = (source.file, at)
    loaded.variables[variable.name] = variable


def _clause(loaded: Loaded, folder: Path) -> None:
    source = loaded.source(folder / "clause.yaml")
    shape = loaded.shape(ClauseShape, source, source.data)
    texts = _texts(loaded, folder, "standard")
    if shape is None:
        return
    for name, variable in shape.variables.items():
        _declare(loaded, source, _variable(name, variable), ("variables", name))
    identity = "/".join(folder.parts[-2:])
    loaded.clauses[identity] = StandardClause(
        id=identity,
        version=shape.version,
        status=shape.status,
        effective=shape.effective,
        owner=shape.owner,
        change=shape.change,
        title=shape.title,
        basis=shape.basis,
        texts=texts,
        when=shape.when,
        variables=tuple(shape.variables),
        positions=tuple(
            Position(name, p.better, p.preferred, p.acceptable, p.walk_away, p.escalate_to)
            for name, p in shape.positions.items()
        ),
        fallbacks=tuple(_texts(loaded, folder, name) for name in shape.fallbacks),
        required=shape.required,
        prohibited=shape.prohibited,
        severity=shape.severity,
    )


def _texts(loaded: Loaded, folder: Path, name: str) -> Mapping[str, Wording]:
    texts = {code: loaded.text(folder / f"{name}.{code}.md") for code in LANGUAGES}
    return {code: wording(text) for code, text in texts.items() if text is not None}


def _variable(name: str, shape: VariableShape) -> Variable:
    return Variable(
        name=name,
        type=shape.type,
        label=shape.label,
        help=shape.help,
        default=shape.default,
        minimum=shape.min,
        maximum=shape.max,
        currency=shape.currency,
        choices=shape.choices,
        columns=tuple(_variable(column, inner) for column, inner in shape.columns.items()),
        example=shape.example,
    )


def _rules(loaded: Loaded) -> None:
    path = loaded.root / CLAUSES / "rules.yaml"
    if not path.exists():
        return
    source = loaded.source(path)
    shapes = [
        loaded.shape(RuleShape, source, raw, (index,))
        for index, raw in enumerate(source.data if isinstance(source.data, list) else ())
    ]
    loaded.rules = tuple(Rule(**shape.model_dump()) for shape in shapes if shape)


def _template(loaded: Loaded, path: Path, code: str) -> None:
    source = loaded.source(path)
    shape = loaded.shape(TemplateShape, source, source.data)
    if shape is None:
        return
    look = path.parent / shape.look
    if (code, shape.look) not in loaded.looks:
        if look.name != shape.look or not look.is_file():
            message = f"look: there is no Word file {shape.look} beside it"
            loaded.problems.append(source.problem(("look",), message))
            return
        loaded.looks[code, shape.look] = loaded.read(look)
    sections = (
        *_sections(shape.sections, attachment=False),
        *_sections(shape.attachments, attachment=True),
    )
    loaded.templates[path.stem, code] = Template(
        name=shape.name,
        language=code,
        title=shape.title,
        parties=shape.parties,
        preamble=wording(shape.preamble),
        sections=sections,
        closing=wording(shape.closing),
        look=shape.look,
    )


def _sections(shapes: Iterable[SectionShape], *, attachment: bool) -> tuple[Section, ...]:
    return tuple(Section(shape.heading, shape.clauses, attachment) for shape in shapes)
