"""The law's floors, ceilings and voids held against the rows of a campaign.

A whole agreement is read once for each set of clauses. Of a row after that only those sentences are
read in which a value of the row stands beside a word that a rule looks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from contractkit.assembly.bind import Bindings
from contractkit.batch.inputs import Inputs
from contractkit.batch.render import Renderer
from contractkit.compare.lawful import Unlawful, breaches_of, head_of_changes, told
from contractkit.compare.rules import Breach, breaches, rules_for, words_of
from contractkit.compare.units import units
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.changes import COLUMNS
from contractkit.model.comparison import Filled, Unit
from contractkit.model.standard import Library, Rule

KEPT = 4096  # sentences whose judgement is remembered


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a clause in pieces: a text, then the name of a value, and so on."""

    unit: Unit
    pieces: tuple[str, ...]

    def filled(self, texts: Mapping[str, str]) -> str:
        """Its text with these values."""
        return "".join(
            texts[piece] if place % 2 else piece for place, piece in enumerate(self.pieces)
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """What agreements of the same clauses share: what breaks the law whatever the row says
    (``always``), the sentences that depend on it, the varying variables that are used (``inputs``)
    and printed (``texts``), and the clause that each table among them stands in.
    """

    always: tuple[Unlawful, ...]
    sentences: tuple[_Sentence, ...]
    inputs: Inputs
    texts: tuple[str, ...]
    tables: Mapping[str, Unit]


@dataclass(slots=True)
class Floors:
    """Holds the rows of a campaign against the rules of ``library``."""

    renderer: Renderer
    library: Library
    _shapes: dict[tuple[str, ...], _Shape] = field(default_factory=dict)
    _judged: dict[tuple[str, str], list[Breach]] = field(default_factory=dict)
    _rules: tuple[Rule, ...] = ()
    _words: tuple[str, ...] = ()
    _head: str = ""

    def __post_init__(self) -> None:
        renderer = self.renderer
        self._rules = rules_for(self.library, renderer.template)
        tongue = language_of(renderer.language)
        self._head = head_of_changes(self.library, renderer.template, tongue)
        words = (word for rule in self._rules for word in words_of(rule, renderer.language))
        self._words = tuple(sorted({word.casefold() for word in words}))

    def check(self, values: Mapping[str, object]) -> tuple[Unlawful, ...]:
        """What in the agreement of ``values`` breaks the law; they make an agreement."""
        renderer = self.renderer
        if not self._rules:
            return ()
        conditions = renderer.conditions(values)
        shape = self._shapes.get(conditions)
        if shape is None:
            shape = self._shapes[conditions] = self._shape(values)
        tongue = language_of(renderer.language)
        bound = shape.inputs.typed(values) or {}
        bindings = Bindings(tongue, renderer.library.variables, bound)
        texts = {name: bindings.text(name) for name in shape.texts}
        if self._says("\n".join(texts.values())):  # a value that speaks of what a rule is about
            agreement = renderer.assembled(values)
            return breaches_of(agreement, self.library, renderer.template)
        found = [
            breach
            for one in shape.sentences
            for breach in self._breaches(one.unit, one.filled(texts), tongue)
        ]
        for name, unit in shape.tables.items():
            for row in bindings.rows(name):
                line = self._after("\t".join(row), unit)
                if self._says(line):
                    found += self._breaches(unit, line, tongue)
        return (*shape.always, *told(found, tongue))

    def _says(self, text: str) -> bool:
        folded = text.casefold()
        return any(word in folded for word in self._words)

    def _breaches(self, unit: Unit, text: str, tongue: Language) -> list[Breach]:
        """The breaches in one sentence, remembered: rows say the same again and again."""
        key = (unit.id, text)
        found = self._judged.get(key)
        if found is None:
            if len(self._judged) >= KEPT:
                self._judged.clear()
            own = replace(unit, text=text, places=(), filled=())
            found = self._judged[key] = list(breaches([own], self._rules, tongue))
        return found

    def _after(self, text: str, unit: Unit) -> str:
        """A row of the table of changes without what was before them; another text as it is."""
        if self._head and self._head in unit.text and text.count("\t") == len(COLUMNS) - 1:
            return "\t".join(text.split("\t")[::2])
        return text

    def _shape(self, values: Mapping[str, object]) -> _Shape:
        renderer = self.renderer
        tongue = language_of(renderer.language)
        agreement = renderer.assembled(values)
        inputs, tables = renderer.varied(agreement)
        bindings = Bindings(tongue, renderer.library.variables, inputs.typed(values) or {})
        lines = [
            line
            for name in tables
            for row in bindings.rows(name)
            for line in ("\t".join(row), "\t".join(row[::2]))
        ]
        always: list[Breach] = []
        sentences: list[_Sentence] = []
        texts: set[str] = set()
        where: dict[str, Unit] = {}
        for unit in units(agreement):
            if unit.kind != "clause":
                continue
            texts |= {one.variable for one in _filled(unit, renderer.varying)}
            for name, block in tables.items():
                if block.text in unit.text:
                    where[name] = unit
            for one in _sentences(unit, renderer.varying, tongue):
                text = self._after("".join(one.pieces), unit)
                if not self._says("".join(one.pieces[::2])) or any(text in line for line in lines):
                    continue  # no rule looks there, or it is the table of the first row
                if len(one.pieces) > 1:
                    sentences.append(one)
                else:
                    always += self._breaches(unit, text, tongue)
        said = told(always, tongue)
        return _Shape(said, tuple(sentences), inputs, tuple(sorted(texts)), where)


def _filled(unit: Unit, varying: frozenset[str]) -> list[Filled]:
    return [one for one in unit.filled if one.variable.partition(".")[0] in varying]


def _sentences(unit: Unit, varying: frozenset[str], tongue: Language) -> Iterator[_Sentence]:
    filled = _filled(unit, varying)
    for sentence in tongue.sentences(unit.text):
        end = sentence.start + len(sentence.text)
        pieces, at = [], sentence.start
        for one in filled:
            if sentence.start <= one.start and one.end <= end:
                pieces += [unit.text[at : one.start], one.variable]
                at = one.end
        yield _Sentence(unit, (*pieces, unit.text[at:end].rstrip("\n")))
