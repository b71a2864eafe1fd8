"""The topics of our clause library, as a report calls them."""

TOPICS = {
    "fact.clause_type.admission": "admission",
    "fact.clause_type.audit": "audit and breach",
    "fact.clause_type.confidentiality": "confidentiality",
    "fact.clause_type.disputes": "disputes",
    "fact.clause_type.enrollment": "enrollment",
    "fact.clause_type.general": "general provisions",
    "fact.clause_type.information_systems": "information systems",
    "fact.clause_type.medical_management": "medical management",
    "fact.clause_type.obligations": "obligations",
    "fact.clause_type.physician": "physicians",
    "fact.clause_type.points": "points",
    "fact.clause_type.quality": "quality",
    "fact.clause_type.record_retention": "record retention",
    "fact.clause_type.reimbursement": "reimbursement",
    "fact.clause_type.renewal": "renewal",
    "fact.clause_type.scope": "scope",
    "fact.clause_type.single_case": "single case",
    "fact.clause_type.term_renewal": "term and renewal",
    "fact.clause_type.termination": "termination",
    "fact.clause_type.utilization": "utilization",
}
