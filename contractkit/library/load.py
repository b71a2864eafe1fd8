"""The folders that legal staff keep -> a Library, and every mistake in them at once.

``root`` holds ``clause_library/`` (a folder per clause, by topic) and ``templates/`` (a folder per
language, and ``both`` with the looks of two columns). The shapes are in ``schema``, what must agree
between files in ``check``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contractkit.errors import LibraryError
from contractkit.lang import LANGUAGES
from contractkit.library.clauses import read_clause, shared_variables
from contractkit.library.loaded import CLAUSES, TEMPLATES, Loaded
from contractkit.library.schema import RuleShape, SectionShape, TemplateShape
from contractkit.model.standard import BOTH, Library, Rule, Section, Template
from contractkit.model.wording import Wording


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
    shared_variables(loaded)
    for path in sorted((root / CLAUSES).glob("*/*/clause.yaml")):
        read_clause(loaded, path.parent)
    _rules(loaded)
    for code in LANGUAGES:
        for path in sorted((root / TEMPLATES / code).glob("*.yaml")):
            _template(loaded, path, code)
    for path in sorted((root / TEMPLATES / BOTH).glob("*.docx")):
        loaded.looks[BOTH, path.name] = loaded.read(path)
    return loaded


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
        preamble=Wording(shape.preamble),
        sections=sections,
        closing=Wording(shape.closing),
        look=shape.look,
        persons=shape.persons,
        captions=shape.captions,
        contents=shape.contents,
    )


def _sections(shapes: Iterable[SectionShape], *, attachment: bool) -> tuple[Section, ...]:
    return tuple(Section(shape.heading, shape.clauses, attachment) for shape in shapes)
