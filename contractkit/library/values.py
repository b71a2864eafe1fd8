"""A file of values (YAML, JSON) -> what was written for each variable, as text; and back."""

from __future__ import annotations

from collections.abc import Mapping

from contractkit.errors import AssemblyError


def read_values(data: bytes, name: str) -> dict[str, object]:
    """The values in ``data`` by variable; JSON is YAML too. Raises AssemblyError with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AssemblyError(
            f"not UTF-8 at byte {error.start}", where=name, hint="save it as UTF-8"
        ) from error
    from contractkit.library.source import read_yaml

    source = read_yaml(text, name)
    if source.problems:
        first = source.problems[0]
        raise AssemblyError(first.message, where=f"{first.file}:{first.line}:{first.column}")
    if not isinstance(source.data, dict):
        raise AssemblyError(
            "the file does not hold values", where=name, hint="a line for each: name: value"
        )
    return source.data


def write_values(values: Mapping[str, object]) -> bytes:
    """``values``, texts, lists and mappings of texts, as the YAML that ``read_values`` reads."""
    import yaml

    text = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=1000)
    return str(text).encode()
