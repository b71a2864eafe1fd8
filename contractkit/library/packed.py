"""A Library as JSON and back, field by field as its types say; looks are left to their files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints

from contractkit.library.files import TEMPLATES, Files
from contractkit.model.standard import Library, Rule, StandardClause, Template, Variable

Reader = Callable[[Any], Any]


def pack(library: Library) -> bytes:
    """``library`` as JSON. Raises TypeError and ValueError for what JSON cannot hold."""
    held = {
        "clauses": [asdict(clause) for clause in library.clauses.values()],
        "variables": [asdict(variable) for variable in library.variables.values()],
        "templates": [[name, asdict(one)] for (name, _), one in library.templates.items()],
        "looks": list(library.looks),
        "rules": [asdict(rule) for rule in library.rules],
        "digest": library.digest,
    }
    return json.dumps(held, ensure_ascii=False, default=_written).encode()


def unpack(data: bytes, files: Files) -> Library:
    """The Library that ``pack`` wrote, with the looks among ``files``.

    Raises ValueError, TypeError, LookupError or ArithmeticError for other data.
    """
    held = json.loads(data)
    clauses = [_made(StandardClause, raw) for raw in held["clauses"]]
    templates = [(name, _made(Template, raw)) for name, raw in held["templates"]]
    return Library(
        {clause.id: clause for clause in clauses},
        {raw["name"]: _made(Variable, raw) for raw in held["variables"]},
        {(name, template.language): template for name, template in templates},
        {
            (folder, look): files.folders[f"{TEMPLATES}/{folder}"][look]
            for folder, look in held["looks"]
        },
        tuple(_made(Rule, raw) for raw in held["rules"]),
        held["digest"],
    )


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a library")


def _made(kind: Any, raw: Mapping[str, Any]) -> Any:
    """A dataclass from its fields as JSON holds them."""
    return kind(**{**raw, **{name: read(raw[name]) for name, read in _readers(kind).items()}})


@cache
def _readers(kind: Any) -> dict[str, Reader]:
    """The fields that JSON holds in another form."""
    hints = get_type_hints(kind)
    found = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    return {name: read for name, read in found.items() if read}


def _reader(hint: Any) -> Reader | None:
    """From what JSON holds of a type to what it was, None where that is the same.

    Lists were tuples, and texts may be Decimals.
    """
    inner = get_args(hint)
    if is_dataclass(hint):
        return partial(_made, hint)
    if Decimal in inner:
        return lambda raw: None if raw is None else Decimal(raw)
    if get_origin(hint) is tuple:
        item = _reader(inner[0])
        return (lambda raw: tuple(map(item, raw))) if item else tuple
    value = _reader(inner[1]) if get_origin(hint) is Mapping else None
    return (lambda raw: {key: value(one) for key, one in raw.items()}) if value else None
