"""What an issued agreement prints besides its clauses: parties, cover, signatures."""

PRINTED = {
    "yes": "是",
    "no": "否",
    "and": "、",
    "blank": "＿＿＿＿",
    # parties and signature page
    "name": "名称",
    "code": "统一社会信用代码或识别号",
    "representative": "法定代表人（负责人）或授权代表",
    "address": "地址",
    "phone": "联系电话",
    "contact": "联系人",
    "seal": "（盖章）",
    "signature": "法定代表人（负责人）或授权代表（签字）：",
    "contents": "目录",
    "joint": "：",
    "seal.person": "",
    "signature.person": "本人签字：",
    "office": "",
    "office.person": "",
    "date": "日期：　　　　年　　月　　日",
    "agreement_number": "协议编号",
    "signing_place": "签订地点",
    "term": "协议期限",
    "term_range": "{start}至{end}",
}
