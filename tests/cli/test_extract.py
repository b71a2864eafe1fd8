"""The command ``contractkit extract``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Runner, process
from tests.extract.test_facts import EN, ZH


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(EN, "utf-8")
    return path


def test_without_a_format_the_facts_are_listed(run: Runner, draft: Path) -> None:
    ran = run("extract", draft)
    assert ran.code == 0
    assert "Duties (" in ran.out


def test_json_is_printed_with_offsets_into_the_text(run: Runner, draft: Path) -> None:
    data = json.loads(run("extract", draft, "--format", "json").out)
    assert data["file"] == "draft.txt"
    for fact in data["facts"]:
        assert EN[fact["start"] : fact["end"]].split() == fact["text"].split()


def test_kinds_and_clauses_choose_among_the_facts(run: Runner, draft: Path) -> None:
    ran = run("extract", draft, "--format", "json", "--kind", "duration", "--clause", "1")
    assert [fact["value"] for fact in json.loads(ran.out)["facts"]] == ["P30D"]


def test_the_suffix_of_the_output_says_the_form(run: Runner, draft: Path, tmp_path: Path) -> None:
    for suffix, magic in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("ics", b"BEGIN:VCALENDAR")):
        output = tmp_path / f"facts.{suffix}"
        assert run("extract", draft, "-o", output).code == 0
        assert output.read_bytes().startswith(magic)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    run: Runner, draft: Path, tmp_path: Path
) -> None:
    ran = run("extract", draft, tmp_path / "absent.docx", "--format", "json")
    assert ran.code == 10
    assert json.loads(ran.out)["file"] == "draft.txt"
    assert "absent.docx: the file cannot be opened" in ran.err


def test_one_file_that_cannot_be_read_is_an_error(run: Runner, tmp_path: Path) -> None:
    ran = run("extract", tmp_path / "absent.docx")
    assert ran.code == 10
    assert "absent.docx" in ran.error


def test_many_files_are_read_in_processes_and_come_in_order(tmp_path: Path) -> None:
    names = []
    for number in range(4):
        path = tmp_path / f"{number}.txt"
        path.write_text(ZH, "utf-8")
        names.append(path)
    ran = process("extract", *names, "--format", "json", "--kind", "party")
    assert ran.code == 0, ran.err
    assert [each["file"] for each in json.loads(ran.out)] == [path.name for path in names]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--kind", "nothing"), "no facts of the kind 'nothing'"),
        (("--format", "xlsx"), "--format xlsx is for a file"),
        (("-o", "facts.doc"), "no facts in the form 'doc'"),
        (("--spacy-model", "absent_model"), "no spaCy model 'absent_model'"),
        (("--language", "fr"), "unknown language 'fr'"),
    ],
)
def test_wrong_options_are_one_line(
    run: Runner, draft: Path, options: tuple[str, ...], message: str
) -> None:
    ran = run("extract", draft, *options)
    assert ran.code == 2
    assert message in ran.error


def test_a_model_of_ones_own_adds_names(run: Runner, draft: Path, tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "River Group"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    ran = run(
        "extract", draft, "--format", "json", "--kind", "name", "--spacy-model", tmp_path / "model"
    )
    (fact,) = json.loads(ran.out)["facts"]
    assert (fact["name"], fact["value"]) == ("ORG", "River Group")
