"""A small library of our own, valid as it stands, in which a test plants one fault at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from contractkit.library import default_root

VARIABLES = """\
payer: {type: party, label: {zh: 甲方, en: Payer}}
provider: {type: party, label: {zh: 乙方, en: Provider}}
agreement_number: {type: text, label: {zh: 协议编号, en: Agreement number}}
signing_place: {type: text, label: {zh: 签订地点, en: Place of signing}}
effective_date: {type: date, label: {zh: 生效日期, en: Effective date}}
expiry_date: {type: date, label: {zh: 届满日期, en: Expiry date}}
kind: {type: choice, label: {zh: 类别, en: Kind}, default: hospital,
  choices: {hospital: {zh: 医院, en: hospital}, clinic: {zh: 诊所, en: clinic}}}
"""


def clause_yaml(zh: str, en: str, more: str = "", effective: str = "2026-01-01") -> str:
    """A clause.yaml whose keys of its own, ``more``, start on line 7."""
    return (
        f'version: "1.0"\nstatus: published\neffective: {effective}\nowner: Legal\n'
        f"change: first\ntitle: {{zh: {zh}, en: {en}}}\n{more}"
    )


TERMS = """\
variables:
  payment_days: {type: days, label: {zh: 付款期限, en: Payment term}, default: 30, min: 1, max: 90}
  penalty_percent: {type: percent, label: {zh: 违约金比例, en: Penalty}, max: 100}
positions:
  payment_days: {better: more, preferred: ">=30", acceptable: "15..60"}
  fallbacks: [fallback-1]
required: {zh: [付款], en: [pay]}
prohibited: {zh: [仲裁], en: [arbitration]}
severity: high
"""
SCHEDULE = """\
variables:
  fee_table:
    type: table
    label: {zh: 价格, en: Fees}
    columns:
      service: {type: text, label: {zh: 服务, en: Service}}
      fee_amount: {type: money, currency: CNY, label: {zh: 单价, en: Fee}}
"""
RETENTION_ZH = """\
乙方应当保存下列资料：

- **住院病历**，指出院患者的病历，保存30年；
- 其他资料：
  - 处方，保存2年；
  - 票据，保存10年。

期满后方可销毁住院病历。
"""
RETENTION_EN = """\
Provider shall keep:

- the **inpatient record**, which means that of a discharged patient, for 30 years;
- other papers:
  - prescriptions, for 2 years;
  - receipts, for 10 years.

Inpatient records may be destroyed afterwards.
"""
TEMPLATE = """\
name: small
look: look.docx
title: {title}
parties: {{payer: {payer}, provider: {provider}}}
preamble: |
  {preamble}
sections:
  - heading: {general}
    clauses: [general/purpose]
  - heading: {clinic}
    clauses: [records/clinic]
  - heading: {payment}
    clauses: [payment/terms, records/retention]
attachments:
  - heading: {fees}
    clauses: [payment/schedule, payment/changes]
closing: |
  {closing}
"""

FILES: Mapping[str, str] = {
    "clause_library/variables.yaml": VARIABLES,
    "clause_library/general/purpose/clause.yaml": clause_yaml("宗旨", "Purpose"),
    "clause_library/general/purpose/standard.zh.md": (
        "双方按照[[payment/terms]]付款，遵守[[records/retention#2]]和[[payment/changes]]。\n"
    ),
    "clause_library/general/purpose/standard.en.md": (
        "The parties pay under [[payment/terms]], and observe [[records/retention#2]] "
        "and [[payment/changes]].\n"
    ),
    "clause_library/records/clinic/clause.yaml": clause_yaml(
        "诊所", "Clinics", "when: {kind: [clinic]}\n"
    ),
    "clause_library/records/clinic/standard.zh.md": "诊所应当公示价格。\n",
    "clause_library/records/clinic/standard.en.md": "A clinic shall post its prices.\n",
    "clause_library/payment/terms/clause.yaml": clause_yaml("付款期限", "Payment term", TERMS),
    "clause_library/payment/terms/standard.zh.md": (
        "甲方应当在{payment_days}内付款。\n\n逾期的，按{penalty_percent}支付违约金，5年内有效。\n"
    ),
    "clause_library/payment/terms/standard.en.md": (
        "Payer shall pay within {payment_days}.\n\n"
        "After that, {penalty_percent} is due as a penalty, for 5 years.\n"
    ),
    "clause_library/payment/terms/fallback-1.zh.md": "甲方应当在{payment_days}内付清。\n",
    "clause_library/payment/terms/fallback-1.en.md": "Payer shall pay up in {payment_days}.\n",
    "clause_library/records/retention/clause.yaml": clause_yaml("资料保存", "Records"),
    "clause_library/records/retention/standard.zh.md": RETENTION_ZH,
    "clause_library/records/retention/standard.en.md": RETENTION_EN,
    "clause_library/payment/schedule/clause.yaml": clause_yaml("价格表", "Fees", SCHEDULE),
    "clause_library/payment/schedule/standard.zh.md": "价格如下：\n\n{fee_table}\n",
    "clause_library/payment/schedule/standard.en.md": "The fees are:\n\n{fee_table}\n",
    "clause_library/payment/changes/clause.yaml": clause_yaml(
        "价格调整", "Changes of fees", effective="2026-07-01"
    ),
    "clause_library/payment/changes/standard.zh.md": (
        "在{signing_place}协商，并按[[payment/schedule]]调整。\n"
    ),
    "clause_library/payment/changes/standard.en.md": (
        "Changes are agreed in {signing_place} and follow [[payment/schedule]].\n"
    ),
    "templates/zh/small.yaml": TEMPLATE.format(
        title="服务协议", payer="甲方", provider="乙方", general="总则", clinic="诊所",
        payment="付款与资料", fees="价格", preamble="{payer.name}与{provider.name}订立本协议。",
        closing="（以下无正文）",
    ),
    "templates/en/small.yaml": TEMPLATE.format(
        title="Service Agreement", payer="Payer", provider="Provider", general="General",
        clinic="Clinics", payment="Payment and records", fees="Fees",
        preamble="{payer.name} and {provider.name} agree as follows.",
        closing="IN WITNESS WHEREOF, the parties sign below.",
    ),
}  # fmt: skip

VALUES: Mapping[str, object] = {
    "payer": {"name": {"zh": "云岭医保中心", "en": "Yunling Center"}, "code": "00012345"},
    "provider": {"name": {"zh": "云岭医院", "en": "Yunling Hospital"}},
    "agreement_number": "00012345",
    "signing_place": {"zh": "云岭市", "en": "Yunling"},
    "effective_date": "2026-01-01",
    "expiry_date": "2026-12-31",
    "penalty_percent": "3",
    "fee_table": [
        {"service": {"zh": "住院", "en": "Inpatient"}, "fee_amount": "1,200"},
        {"service": {"zh": "门诊", "en": "Outpatient"}, "fee_amount": "80.50"},
    ],
}


def write_small(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The small library under ``root``; ``changes`` replace files, None leaves one out."""
    looks = {
        f"templates/{code}/look.docx": default_root()
        .joinpath("templates", code, "agreement.docx")
        .read_bytes()
        for code in ("zh", "en")
    }
    for name, content in {**FILES, **looks, **(changes or {})}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def swap(name: str, old: str, new: str) -> dict[str, str]:
    """A change of one file of the library: ``old``, which must stand there, becomes ``new``."""
    assert old in FILES[name], f"{old!r} does not stand in {name}"
    return {name: FILES[name].replace(old, new, 1)}
