"""The topics of our clause library, as a report calls them."""

TOPICS = {
    "fact.clause_type.admission": "就医与入院",
    "fact.clause_type.audit": "稽核与违约",
    "fact.clause_type.confidentiality": "保密与个人信息",
    "fact.clause_type.disputes": "争议处理",
    "fact.clause_type.enrollment": "准入与资质",
    "fact.clause_type.general": "总则与附则",
    "fact.clause_type.information_systems": "信息系统",
    "fact.clause_type.medical_management": "医疗管理",
    "fact.clause_type.obligations": "双方义务",
    "fact.clause_type.physician": "医保医师",
    "fact.clause_type.points": "记分管理",
    "fact.clause_type.quality": "服务质量",
    "fact.clause_type.record_retention": "病历与记录",
    "fact.clause_type.reimbursement": "费用结算",
    "fact.clause_type.renewal": "续签协议",
    "fact.clause_type.scope": "服务范围",
    "fact.clause_type.single_case": "单一病例",
    "fact.clause_type.term_renewal": "期限与续签",
    "fact.clause_type.termination": "中止与终止",
    "fact.clause_type.utilization": "利用管理",
}
