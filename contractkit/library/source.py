"""YAML read with its positions: every scalar a string, every mistake with file, line and column.

A plain YAML loader turns 00012345 into 5349, ``no`` into False, 1.10 into 1.1, and of two equal
keys keeps the last without a word. Here a scalar stays as written; a duplicate key is a problem.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.composer import ComposerError

from contractkit.model.standard import Problem

Path = tuple[str | int, ...]

DEEPEST = 50  # lists and mappings within one another; ours nest five deep
_NULL = ("", "~", "null", "Null", "NULL")
_NULL_TAG = "tag:yaml.org,2002:null"

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
        source.data = _Builder(text, source).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = _place(mark) if mark else (1, 1)
        source.problems.append(Problem(file, line, column, f"not YAML: {error.problem}"))
    except yaml.YAMLError as error:
        source.problems.append(Problem(file, 1, 1, f"not YAML: {' '.join(str(error).split())}"))
    except _TooDeepError as error:
        source.problems.append(Problem(file, *error.place, "lists nested too deep"))
    return source


class _TooDeepError(Exception):
    """A list or mapping opens one level too many, at ``place``."""

    def __init__(self, place: tuple[int, int]) -> None:
        self.place = place


class _Builder:
    """Builds a document from its events: composing nodes first would take twice as long, and the
    depth is known before the next level is begun.
    """

    def __init__(self, text: str, source: Source) -> None:
        self._next: Callable[[], Any] = Loader(text).get_event
        self._source = source
        self._anchors: dict[str, object] = {}

    def document(self) -> object:
        """The one document of the text, None when it is empty."""
        self._next()  # the stream begins
        if isinstance(event := self._next(), yaml.StreamEndEvent):
            return None
        data = self._value(self._next(), ())
        self._next()  # the document ends
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise ComposerError(None, None, "but found another document", event.start_mark)
        return data

    def _value(self, event: Any, path: Path) -> object:
        self._source.places.setdefault(path, _place(event.start_mark))
        if isinstance(event, yaml.ScalarEvent):
            return self._anchored(event, _scalar(event))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        if len(path) >= DEEPEST:
            raise _TooDeepError(_place(event.start_mark))
        self._anchored(event, event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return self._sequence(path)

    def _sequence(self, path: Path) -> list[object]:
        found: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, path)
            here = (*path, key)
            if key in found:
                twice = Problem(
                    self._source.file, *_place(event.start_mark), f"the key {key} stands twice"
                )
                self._source.problems.append(twice)
                self._value(self._next(), here)
                continue
            self._source.places[here] = _place(event.start_mark)
            found[key] = self._value(self._next(), here)
        return found

    def _key(self, event: Any, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._anchored(event, _scalar(event))
            return str(event.value)
        if isinstance(event, yaml.AliasEvent):
            return str(self._alias(event, path))
        raise ComposerError(None, None, "a list or mapping as a key", event.start_mark)

    def _alias(self, event: Any, path: Path) -> object:
        if event.anchor not in self._anchors:
            raise ComposerError(None, None, "found undefined alias", event.start_mark)
        value = self._anchors[event.anchor]
        if not isinstance(value, yaml.Event):
            return value
        # One within itself, or aliases of aliases, never end.
        message = "an alias of a list or mapping: write it out"
        self._source.problems.append(self._source.problem(path, message))
        return None

    def _anchored(self, event: Any, value: object) -> object:
        """``value``, kept under the event's anchor where it has one."""
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value


def _scalar(event: Any) -> str | None:
    """The scalar as it stands; None for nothing, ``null`` and ``~`` where they are not quoted."""
    if not event.style and (
        event.tag == _NULL_TAG or (not event.tag and event.implicit[0] and event.value in _NULL)
    ):
        return None
    return str(event.value)


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
