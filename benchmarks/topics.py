"""Print how often a clause gets the right topic: ``python benchmarks/topics.py [--misses]``.

The clauses are the articles of a real agreement of the corpus (seeds/003), each labelled by hand
with the topics of our library that fit it: more than one where it speaks of two matters.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.extract import extract  # noqa: E402
from contractkit.library.load import load_library  # noqa: E402
from contractkit.readers import read  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
FILE = "003_098490acff40749a.txt"
# Article by article: the topics that fit, and the standard clause that is nearest by our reading.
LABELS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("第一条", ("general",), "general/basis"),
    ("第二条", ("general",), "general/complaints_and_suggestions"),
    ("第三条", ("obligations",), "obligations/payer_duties"),
    ("第四条", ("obligations",), "obligations/provider_management"),
    ("第五条", ("information_systems",), "information_systems/network_and_interface"),
    ("第六条", ("information_systems",), "information_systems/receipts_and_payment_system"),
    ("第七条", ("information_systems",), "information_systems/data_integrity_and_security"),
    ("第八条", ("admission",), "admission/rational_care"),
    ("第九条", ("admission",), "admission/patient_centred_service"),
    ("第十条", ("admission", "quality"), "admission/average_stay"),
    ("第十一条", ("admission",), "admission/medical_accident"),
    ("第十二条", ("admission",), "admission/identity_verification"),
    ("第十三条", ("record_retention",), "record_retention/medical_records"),
    ("第十四条", ("scope",), "scope/beds_and_services"),
    ("第十五条", ("admission",), "admission/one_bed_one_patient"),
    ("第十六条", ("admission",), "admission/transfer"),
    ("第十七条", ("scope",), "scope/refusing_improper_requests"),
    ("第十八条", ("scope",), "scope/informed_consent_out_of_scope"),
    ("第十九条", ("admission",), "admission/special_outpatient"),
    ("第二十条", ("reimbursement",), "reimbursement/charging_standards"),
    ("第二十一条", ("admission", "quality"), "admission/mutual_recognition_of_tests"),
)


def main() -> int:
    agreement = read(CORPUS / "seeds" / FILE)
    facts = extract(agreement, library=load_library(ROOT)).facts
    told = {fact.clause: fact for fact in facts if fact.kind == "clause_type" and fact.value}
    topics = clauses = 0
    for number, fits, nearest in LABELS:
        fact = told.get(number)
        topics += fact is not None and fact.name in fits
        clauses += fact is not None and fact.value == nearest
        if "--misses" in sys.argv and (fact is None or fact.value != nearest):
            print(f"{number}: {fact.value if fact else 'none'}, not {nearest}")
    print(f"topics: {topics} of {len(LABELS)} right; standard clauses: {clauses}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
