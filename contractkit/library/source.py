"""YAML read with its positions: every scalar a string, every mistake with file, line and column.

A plain YAML loader turns 00012345 into 5349, ``no`` into False, 1.10 into 1.1, and of two equal
keys keeps the last without a word. Here a scalar stays as written; a duplicate key is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from contractkit.model.standard import Problem

Path = tuple[str | int, ...]

DEEPEST = 50  # lists and mappings within one another; ours nest five deep

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a build of PyYAML without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


@dataclass(slots=True)
class Source:
    """A YAML file as data, with the place of every key and item, and what is wrong with it."""

    file: str
    data: object = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""

    def problem(self, path: Path, message: str) -> Problem:
        """A problem at ``path``, or at the nearest place above it that the file has."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Problem(self.file, line, column, message)


def read_yaml(text: str, file: str) -> Source:
    """The YAML in ``text``; ``file`` stands in its problems. Never raises."""
    source = Source(file, text=text)
    try:
        if deep := _too_deep(text):
            source.problems.append(Problem(file, *deep, "lists nested too deep"))
            return source
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        source.problems.append(Problem(file, line, column, f"not YAML: {error.problem}"))
        return source
    except (yaml.YAMLError, RecursionError) as error:
        source.problems.append(Problem(file, 1, 1, f"not YAML: {' '.join(str(error).split())}"))
        return source
    if node is not None:
        source.data = _build(node, (), source, set())
    return source


def _too_deep(text: str) -> tuple[int, int] | None:
    """The place that opens one level too many: composing it would overrun the C stack."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark = event.start_mark
            return (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return None


def _build(node: yaml.Node, path: Path, source: Source, built: set[int]) -> object:
    source.places.setdefault(path, _place(node))
    if isinstance(node, yaml.CollectionNode):
        if id(node) in built:  # an alias: one within itself, or aliases of aliases, never end
            line, column = source.places[path]
            message = "an alias of a list or mapping: write it out"
            source.problems.append(Problem(source.file, line, column, message))
            return None
        built.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, path, source, built))
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(item, (*path, index), source, built) for index, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null") and not node.style:
        return None
    return str(node.value)


def _pairs(
    node: yaml.MappingNode, path: Path, source: Source, built: set[int]
) -> Iterator[tuple[str, object]]:
    seen = set()
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (*path, key)
        if key in seen:
            line, column = _place(key_node)
            source.problems.append(
                Problem(source.file, line, column, f"the key {key} stands twice")
            )
            continue
        seen.add(key)
        source.places[here] = _place(key_node)
        yield key, _build(value_node, here, source, built)


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
