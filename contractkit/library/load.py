"""The folders that legal staff keep -> a Library, and every mistake in them at once.

``root`` holds ``clause_library/`` (a folder per clause, by topic) and ``templates/`` (a folder per
language, and ``both`` with the looks of two columns). The shapes are in ``schema``, what must agree
between files in ``check``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contractkit.lang import LANGUAGES
from contractkit.library.clauses import read_clause, shared_variables
from contractkit.library.files import CLAUSES, TEMPLATES, Files, read_files
from contractkit.library.loaded import Loaded
from contractkit.library.schema import RuleShape, SectionShape, TemplateShape
from contractkit.model.standard import BOTH, Rule, Section, Template
from contractkit.model.wording import Wording


def load(root: Path) -> Loaded:
    """What could be read under ``root``, with all problems. Raises LibraryError without folders."""
    return load_files(read_files(root))


def load_files(files: Files) -> Loaded:
    """What could be made of ``files``, with all problems."""
    loaded = Loaded(files)
    shared_variables(loaded)
    for folder, superseded in files.clauses().items():
        read_clause(loaded, folder, superseded)
    _rules(loaded)
    for code in LANGUAGES:
        for name in files.ending(f"{TEMPLATES}/{code}", ".yaml"):
            _template(loaded, name, code)
    for name in files.ending(f"{TEMPLATES}/{BOTH}", ".docx"):
        _look(loaded, BOTH, name.rpartition("/")[2])
    return loaded


def _rules(loaded: Loaded) -> None:
    name = f"{CLAUSES}/rules.yaml"
    if loaded.files.get(name) is None:
        return
    source = loaded.source(name)
    shapes = [
        loaded.shape(RuleShape, source, raw, (index,))
        for index, raw in enumerate(source.data if isinstance(source.data, list) else ())
    ]
    loaded.rules = tuple(Rule(**shape.model_dump()) for shape in shapes if shape)


def _template(loaded: Loaded, name: str, code: str) -> None:
    source = loaded.source(name)
    shape = loaded.shape(TemplateShape, source, source.data)
    if shape is None:
        return
    if not _look(loaded, code, shape.look):
        message = f"look: there is no Word file {shape.look} beside it"
        loaded.problems.append(source.problem(("look",), message))
        return
    sections = (
        *_sections(shape.sections, attachment=False),
        *_sections(shape.attachments, attachment=True),
    )
    loaded.templates[name.rpartition("/")[2].removesuffix(".yaml"), code] = Template(
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


def _look(loaded: Loaded, folder: str, look: str) -> bool:
    """Read a look that stands in a folder of templates; whether it does."""
    if (folder, look) not in loaded.looks:
        data = loaded.read(f"{TEMPLATES}/{folder}/{look}")
        if data is None:
            return False
        loaded.looks[folder, look] = data
    return True


def _sections(shapes: Iterable[SectionShape], *, attachment: bool) -> tuple[Section, ...]:
    return tuple(Section(shape.heading, shape.clauses, attachment) for shape in shapes)
