"""A clause's folder -> a StandardClause with its superseded versions.

A damaged clause.yaml is told once: what can be made of it is kept, so that those who refer to the
clause or use its variables are not told to have made a mistake too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contractkit.lang import LANGUAGES
from contractkit.library.files import CLAUSE, CLAUSES
from contractkit.library.loaded import Loaded
from contractkit.library.schema import ClauseShape, VariableShape
from contractkit.library.source import Source
from contractkit.model.standard import Position, StandardClause, Variable
from contractkit.model.wording import Wording

_NAMED = re.compile(r"^ +([a-z][a-z0-9_]*):", re.MULTILINE)
_INNER = ("variables", "positions")  # of these one entry is left out, of other keys the whole


def shared_variables(loaded: Loaded) -> None:
    """Read variables.yaml into ``loaded``."""
    source = loaded.source(f"{CLAUSES}/variables.yaml")
    data = source.data if isinstance(source.data, dict) else {}
    for name, raw in data.items():
        shape = loaded.shape(VariableShape, source, raw, (name,))
        if shape:
            _declare(loaded, source, _variable(name, shape), (name,))
        else:
            loaded.damaged.add(name)


def read_clause(loaded: Loaded, folder: str, superseded: Sequence[str]) -> None:
    """Read the clause in ``folder`` and its ``superseded`` versions into ``loaded``."""
    identity = folder.removeprefix(f"{CLAUSES}/")
    archive = [_version(loaded, identity, inner) for inner in superseded]
    clause = _version(loaded, identity, folder, tuple(archive))
    source = loaded.sources[f"{folder}/{CLAUSE}"]
    for name, variable in clause.declared.items():
        _declare(loaded, source, variable, ("variables", name))
    for old in archive:
        for name, variable in old.declared.items():
            loaded.variables.setdefault(name, variable)
    loaded.clauses[identity] = clause


def _version(
    loaded: Loaded, identity: str, folder: str, archive: tuple[StandardClause, ...] = ()
) -> StandardClause:
    source = loaded.source(f"{folder}/{CLAUSE}")
    shape = loaded.shape(ClauseShape, source, source.data) or _mended(loaded, source, identity)
    return StandardClause(
        id=identity,
        version=shape.version,
        status=shape.status,
        effective=shape.effective,
        owner=shape.owner,
        change=shape.change,
        title=shape.title,
        basis=shape.basis,
        texts=_texts(loaded, folder, "standard"),
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
        needs=shape.needs,
        excludes=shape.excludes,
        languages=shape.languages,
        declared={name: _variable(name, one) for name, one in shape.variables.items()},
        archive=archive,
    )


def _mended(loaded: Loaded, source: Source, identity: str) -> ClauseShape:
    """What can be kept of a damaged clause.yaml, whose mistakes have been noted."""
    blank = {
        "version": "0.0",
        "status": "draft",
        "effective": "1970-01-01",
        "owner": "",
        "change": "",
        "title": dict.fromkeys(LANGUAGES, identity),
    }
    loaded.broken.add(identity)
    if not isinstance(source.data, dict):
        loaded.damaged |= set(_NAMED.findall(source.text))
        return ClauseShape.model_validate(blank)
    data = dict(source.data)
    for path, _ in loaded.fit(ClauseShape, data)[1]:
        key = path[0] if path else ""
        if key in _INNER and len(path) > 1 and isinstance(data.get(str(key)), dict):
            loaded.damaged.add(str(path[1]))
            data[str(key)] = {k: v for k, v in data[str(key)].items() if k != path[1]}
        else:
            data.pop(str(key), None)
    mended, _ = loaded.fit(ClauseShape, {**blank, **data})
    return mended or ClauseShape.model_validate(blank)


def _declare(loaded: Loaded, source: Source, variable: Variable, at: tuple[str, ...]) -> None:
    if variable.name in loaded.declared:
        first, _ = loaded.declared[variable.name]
        message = f"the variable {variable.name} is declared in {first} already"
        loaded.problems.append(source.problem(at, message))
        return
    loaded.declared[variable.name] = (source.file, at)
    loaded.variables[variable.name] = variable


def _texts(loaded: Loaded, folder: str, name: str) -> Mapping[str, Wording]:
    texts = {code: loaded.text(f"{folder}/{name}.{code}.md") for code in LANGUAGES}
    return {code: Wording(text) for code, text in texts.items() if text is not None}


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
