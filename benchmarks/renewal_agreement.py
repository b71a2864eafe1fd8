"""The agreement that benchmarks/renewal.py issues: its clauses and values, for each engine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

CLAUSES, PER_CLAUSE, ROWS = 30, 6, 25
NAMES = [f"v{n:03}" for n in range(CLAUSES * PER_CLAUSE)]
FEW = 12  # values that differ in a campaign as they are, such as that of the example
PLACE = re.compile(r"\{\{ (?:r\.)?(\w+) \}\}")
SENTENCES = (
    "乙方应当按照甲方公布的标准提供服务，本项约定为{%s}，自收到书面通知之日起执行；",
    "双方对前项约定有不同意见的，应当在{%s}内书面提出，逾期未提出的视为认可；",
    "因政策调整需要变更的，以{%s}为准，并由双方另行签订补充协议予以明确。",
)


OUTLINE = """\
name: small
look: look.docx
title: 服务协议
parties: {{payer: 甲方, provider: 乙方}}
preamble: "{{payer.name}}与{{provider.name}}订立本协议。"
sections:
  - heading: 约定
    clauses: [{}]
attachments:
  - heading: 价格
    clauses: [payment/schedule]
closing: （以下无正文）
"""


def library_at(root: Path) -> Any:
    """A library of one template with the clauses, values and table that are measured."""
    from contractkit.library import load_library
    from tests.library.small import VARIABLES, clause_yaml, write_small

    label = "{zh: 值, en: value}"
    extra = "".join(f"{name}: {{type: text, label: {label}}}\n" for name in NAMES)
    files: dict[str, str | bytes | None] = {"clause_library/variables.yaml": VARIABLES + extra}
    ids = []
    for number in range(CLAUSES):
        names = NAMES[number * PER_CLAUSE :][:PER_CLAUSE]
        text = "\n\n".join(SENTENCES[n % 3] % name for n, name in enumerate(names))
        ids.append(f"measured/c{number:02}")
        folder = f"clause_library/{ids[-1]}"
        files[f"{folder}/clause.yaml"] = clause_yaml(f"第{number}项约定", f"Clause {number}")
        files[f"{folder}/standard.zh.md"] = files[f"{folder}/standard.en.md"] = text + "\n"
    files["templates/zh/small.yaml"] = OUTLINE.format(", ".join(ids))
    return load_library(write_small(root, files))


def values(number: int) -> dict[str, object]:
    """The values of document ``number``: all of them its own."""
    return {
        "payer": {"name": "医保中心"},
        "provider": {"name": f"第{number}医院"},
        "agreement_number": f"N-{number:06}",
        "signing_place": "云岭市",
        "effective_date": "2027-01-01",
        "expiry_date": "2027-12-31",
        **{name: f"{number * 7 + at}个工作日" for at, name in enumerate(NAMES)},
        "fee_table": [
            {"service": f"项目{number % 97}-{n}", "fee_amount": f"{number * 17 % 9973 + n * 11}.50"}
            for n in range(ROWS)
        ],
    }


def context(number: int) -> dict[str, object]:
    given = values(number)
    return {
        **{name: given[name] for name in NAMES},
        "agreement_number": given["agreement_number"],
        "provider": given["provider"]["name"],  # type: ignore[index]
        "rows": given["fee_table"],
    }


def templates_at(folder: Path) -> None:
    """The same agreement as a template of docxtpl and of Word's mail merge."""
    from contractkit.assembly import assemble
    from contractkit.writers import write

    library = library_at(folder / "library")
    given = values(0) | {name: f"{{{{ {name} }}}}" for name in NAMES}
    given["agreement_number"] = "{{ agreement_number }}"
    given["provider"] = {"name": "{{ provider }}"}
    given["fee_table"] = [
        {"service": "{%tr for r in rows %}", "fee_amount": "0"},
        {"service": "{{ r.service }}", "fee_amount": "77"},
        {"service": "{%tr endfor %}", "fee_amount": "0"},
    ]
    agreement = assemble(library, "small", given, language="zh")
    data = write(agreement, ".docx", look=library.looks["zh", "look.docx"])
    (folder / "docxtpl.docx").write_bytes(
        _changed(data, lambda xml: xml.replace("77.00", "{{ r.fee_amount }}"))
    )
    (folder / "merge.docx").write_bytes(_changed(data, _merge_fields))


def _merge_fields(xml: str) -> str:
    xml = xml.replace("77.00", "{{ r.fee_amount }}")
    xml = re.sub(r"<w:tr>(?:(?!</w:tr>).)*\{%tr (?:(?!</w:tr>).)*</w:tr>", "", xml)
    field = (
        '</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD {0} "><w:r><w:t>«{0}»</w:t></w:r>'
        '</w:fldSimple><w:r><w:t xml:space="preserve">'
    )
    return PLACE.sub(lambda match: field.format(match[1]), xml)


def _changed(data: bytes, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(
                name, change(raw.decode()).encode() if name == "word/document.xml" else raw
            )
    return out.getvalue()
