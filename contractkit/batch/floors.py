"""The law's floors, ceilings and voids held against what we issue ourselves.

A whole agreement is read once for each set of clauses. Of a row after that only those sentences are
read in which a value of the row stands beside a word that a rule looks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from contractkit.assembly.bind import Bindings
from contractkit.batch.changes import COLUMNS, table_of_changes
from contractkit.batch.inputs import Inputs
from contractkit.batch.render import Renderer
from contractkit.compare.rules import Breach, breaches
from contractkit.compare.units import units
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Filled, Unit
from contractkit.model.standard import Library, Rule

KEPT = 4096  # sentences whose judgement is remembered


def breaches_of(agreement: Agreement, library: Library, template: str) -> tuple[str, ...]:
    """What in an agreement made from ``template`` breaks a rule of law, each with its basis, in the
    agreement's language and in reading order.

    What a table of changes says of the time before them is no term of the agreement.
    """
    tongue = language_of(agreement.language)
    name = table_of_changes(library, template, agreement.language)
    head = _head(library, name, tongue)
    found = [
        breach
        for breach in breaches(units(agreement), rules_for(library, template), tongue)
        if not _was_before(breach, head)
    ]
    return _told(found, tongue)


def rules_for(library: Library, template: str) -> tuple[Rule, ...]:
    """The rules that hold for agreements made from ``template``."""
    return tuple(rule for rule in library.rules if not rule.templates or template in rule.templates)


def _head(library: Library, table: str, tongue: Language) -> str:
    """The line that heads a table in a text, or "" for none."""
    columns = library.variables[table].columns if table else ()
    return "\t".join(column.label[tongue.code] for column in columns)


def _was_before(breach: Breach, head: str) -> bool:
    """Whether what was found stands in the middle of a row of the table of changes."""
    text = breach.unit.text
    line = text[text.rfind("\n", 0, breach.start) + 1 : breach.start]
    return bool(head) and head in text and line.count("\t") == 1


def _told(found: Iterable[Breach], tongue: Language) -> tuple[str, ...]:
    """The messages: one for a rule in a clause."""
    labels = tongue.labels
    groups: dict[tuple[str, str], list[Breach]] = {}
    for breach in found:
        groups.setdefault((breach.rule.id, breach.unit.id), []).append(breach)
    return tuple(
        labels["renew.breach"].format(
            message=group[0].rule.message[tongue.code],
            found=labels["and"].join(dict.fromkeys(one.found for one in group)),
            where=f"{group[0].unit.number} {group[0].unit.heading}".strip(),
            basis=group[0].rule.basis,
        )
        for group in groups.values()
    )


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

    always: tuple[str, ...]
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
    _changes: str = ""

    def __post_init__(self) -> None:
        renderer = self.renderer
        self._rules = rules_for(self.library, renderer.template)
        self._changes = table_of_changes(self.library, renderer.template, renderer.language)
        code = renderer.language
        words = {
            word.casefold()
            for rule in self._rules
            for word in (*rule.phrases.get(code, ()), *rule.subjects.get(code, ()))
        }
        self._words = tuple(sorted(words))

    def check(self, values: Mapping[str, object]) -> tuple[str, ...]:
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
            return breaches_of(renderer.assembled(values), self.library, renderer.template)
        found = [
            breach
            for one in shape.sentences
            for breach in self._breaches(one.unit, one.filled(texts), tongue)
        ]
        for name, unit in shape.tables.items():
            for row in renderer.rows(name, bindings):
                line = self._after("\t".join(row), unit, tongue)
                if self._says(line):
                    found += self._breaches(unit, line, tongue)
        return (*shape.always, *_told(found, tongue))

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

    def _after(self, text: str, unit: Unit, tongue: Language) -> str:
        """A row of the table of changes without what was before them; another text as it is."""
        head = _head(self.library, self._changes, tongue)
        if head and head in unit.text and text.count("\t") == len(COLUMNS) - 1:
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
            for row in renderer.rows(name, bindings)
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
                text = self._after("".join(one.pieces), unit, tongue)
                if not self._says("".join(one.pieces[::2])) or any(text in line for line in lines):
                    continue  # no rule looks there, or it is the table of the first row
                if len(one.pieces) > 1:
                    sentences.append(one)
                else:
                    always += self._breaches(unit, text, tongue)
        return _Shape(_told(always, tongue), tuple(sentences), inputs, tuple(sorted(texts)), where)


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
