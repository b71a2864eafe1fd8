"""The table of changes of a renewal, computed from last year's agreement and the sheet."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from contractkit.assembly import assemble
from contractkit.batch.campaign import read_campaign
from contractkit.batch.changes import Changes
from contractkit.batch.plan import Plan, make_plan
from contractkit.batch.source import Source
from contractkit.batch.store import Local
from contractkit.lang import language as language_of
from contractkit.library import default_root, load_library
from contractkit.library.source import read_yaml
from contractkit.model.renewal import Job
from contractkit.model.standard import Library
from contractkit.ooxml.manifest import write_manifest
from contractkit.ooxml.package import open_package
from contractkit.readers import read
from contractkit.writers import write
from tests.batch.small import problems
from tests.builders import docx, p

ROOT = Path(__file__).parents[2]
GIVEN = """\
template: renewal
language: {language}
on: 2026-11-16
sheet: {{file: sheet.csv}}
key: number
output: "issued/{{number}}.docx"
previous: "last/{{last}}.docx"
columns: {{agreement_number: number, contracted_beds: beds, signing_place: place{more}}}
values: {values}
"""
CLAUSE = {
    "zh": "服务范围与床位（约定床位数）",
    "en": "Scope of services and beds (Agreed number of beds)",
}


@cache
def library() -> Library:
    return load_library(default_root())


def example(name: str) -> dict[str, object]:
    path = ROOT / "examples" / f"{name}.yaml"
    source = read_yaml(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(source.data, dict)
    return source.data


def last_year(folder: Path, language: str, **changed: object) -> None:
    """Issue last year's agreement of a hospital."""
    values = {**example("hospital-service"), **changed}
    agreement = assemble(library(), "hospital-service", values, language=language)
    look = library().looks[language, library().templates["hospital-service", language].look]
    (folder / "last").mkdir(exist_ok=True)
    (folder / "last" / "O-1.docx").write_bytes(write(agreement, ".docx", look=look))


def outcomes(folder: Path, language: str, *rows: tuple[str, ...], **more: object) -> list[object]:
    """What becomes of the rows (number, last, beds, place) of a campaign of renewals."""
    values = {name: one for name, one in example("renewal").items() if name != "changes"}
    values.pop("agreement_number")
    text = GIVEN.format(
        language=language,
        more="",
        values=yaml.dump({**values, **more}, allow_unicode=True, default_flow_style=True),
    )
    (folder / "campaign.yaml").write_text(text, encoding="utf-8")
    with (folder / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("number", "last", "beds", "place"), *rows])
    campaign = read_campaign(folder / "campaign.yaml")
    plan = make_plan(campaign, library())
    source = Source(campaign, library(), plan.pin)
    return [*source.outcomes(), plan]


def changes(outcome: object) -> list[tuple[str, str, str]]:
    assert isinstance(outcome, Job), outcome
    rows = outcome.values["changes"]
    return [(row["clause"], row["before"], row["after"]) for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_term_that_differs_from_last_years_is_a_row_of_the_table(
    tmp_path: Path, language: str
) -> None:
    last_year(tmp_path, language)
    changed, same, plan = outcomes(
        tmp_path, language, ("N-1", "O-1", "1260", "X"), ("N-2", "O-1", "1200", "X")
    )
    ((clause, before, after),) = changes(changed)
    assert (clause, before.replace(",", ""), after.replace(",", "")) == (
        CLAUSE[language], "1200", "1260",
    )  # fmt: skip
    none = language_of(language).labels["renew.nothing"]
    assert changes(same) == [(none, none, none)]
    assert plan.problems == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_agreement_and_cover_letter_come_with_the_table(tmp_path: Path, language: str) -> None:
    last_year(tmp_path, language)
    job, plan = outcomes(tmp_path, language, ("N-1", "O-1", "1260", "X"))
    source = Source(read_campaign(tmp_path / "campaign.yaml"), library(), plan.pin)  # type: ignore[attr-defined]
    (tmp_path / "out.docx").write_bytes(source.renderer.render(job.values))  # type: ignore[attr-defined]
    agreement = read(tmp_path / "out.docx")
    cells = [block.cells for block in agreement.blocks() if len(block.cells) == 3]
    assert [(row[0], row[2].replace(",", "")) for row in cells[1:2]] == [(CLAUSE[language], "1260")]
    letter = library().clauses["renewal/cover_letter"].title[language]
    assert any(clause.heading == letter and clause.scope for _, clause in agreement.walk()), (
        "the cover letter is an attachment"
    )


def test_the_cells_of_a_table_are_told_one_by_one(tmp_path: Path) -> None:
    last_year(tmp_path, "zh")
    given = example("hospital-service")["service_scope_table"]
    table = [dict(row) for row in given]  # type: ignore[attr-defined]
    table[0]["beds"] = "900"
    last = table.pop()
    job, _ = outcomes(tmp_path, "zh", ("N-1", "O-1", "1200", "X"), service_scope_table=table)
    changed, removed = changes(job)
    assert (changed[0].count("住院（综合）"), *changed[1:]) == (1, "860", "900")
    assert last["service"]["zh"] in removed[0]
    assert removed[1:] == (last["beds"], "无")


def test_what_was_agreed_under_other_bounds_is_told_too() -> None:
    store = Kept({"values": {"bed_change_percent": "400"}, "clauses": {}})
    computed = Changes.of(library(), "renewal", "zh", "changes", store)
    found = computed.rows("a.docx", {"bed_change_percent": "5"})
    assert [(row["before"], row["after"]) for row in found] == [("400%", "5%")]


def test_a_row_whose_last_agreement_tells_no_values_is_a_mistake_of_the_row(
    tmp_path: Path,
) -> None:
    last_year(tmp_path, "zh")
    (tmp_path / "last" / "foreign.docx").write_bytes(docx(p("协议")))
    (tmp_path / "last" / "broken.docx").write_bytes(b"no")
    *found, plan = outcomes(
        tmp_path, "zh",
        ("N-1", "O-1", "1", "X"), ("N-2", "gone", "1", "X"),
        ("N-3", "foreign", "1", "X"), ("N-4", "broken", "1", "X"),
    )  # fmt: skip
    assert isinstance(found[0], Job)
    assert isinstance(plan, Plan)
    told = [str(problem) for problem in problems(plan)]
    assert [problem.row for problem in problems(plan)] == [3, 4, 5]
    assert "last year's agreement cannot be read" in told[0]
    assert "does not say from which values it was made" in told[1]
    assert all("last/" in line and "under tables" in line for line in told)


def test_a_table_that_the_campaign_gives_is_not_computed(tmp_path: Path) -> None:
    rows = [{"clause": "第三条", "before": "甲", "after": "乙"}]
    job, _ = outcomes(tmp_path, "zh", ("N-1", "none", "1260", "X"), changes=rows)
    assert changes(job) == [("第三条", "甲", "乙")]


class Kept(Local):
    """A store with one file: an agreement with this manifest."""

    def __init__(self, manifest: dict[str, object]) -> None:
        super().__init__("")
        package = open_package(docx(p("协议")), name="a.docx")
        write_manifest(package, json.dumps(manifest))
        self._data = package.save()

    def read(self, _: str) -> bytes:
        return self._data
