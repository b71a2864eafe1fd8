"""The topics of our clause library, as a report calls them."""

TOPICS = {
    "fact.clause_type.admission": "入院与诊疗",
    "fact.clause_type.audit": "稽核与违约处理",
    "fact.clause_type.confidentiality": "保密与信息安全",
    "fact.clause_type.disputes": "争议处理",
    "fact.clause_type.enrollment": "参保与资格",
    "fact.clause_type.general": "总则与一般规定",
    "fact.clause_type.information_systems": "信息系统",
    "fact.clause_type.medical_management": "医疗管理",
    "fact.clause_type.obligations": "双方义务",
    "fact.clause_type.physician": "医保医师",
    "fact.clause_type.points": "积分管理",
    "fact.clause_type.quality": "医疗质量",
    "fact.clause_type.record_retention": "档案与保存",
    "fact.clause_type.reimbursement": "费用与结算",
    "fact.clause_type.renewal": "续签",
    "fact.clause_type.scope": "服务范围",
    "fact.clause_type.single_case": "单一病例",
    "fact.clause_type.term_renewal": "期限与续签",
    "fact.clause_type.termination": "终止与解除",
    "fact.clause_type.utilization": "使用管理",
}
