"""The words of a renewal campaign's lists."""

RENEWALS = {
    # the list of a renewal campaign
    "renew.row": "行",
    "renew.name": "编号",
    "renew.status": "状态",
    "renew.kind": "类别",
    "renew.reason": "原因",
    "renew.output": "文件",
    "renew.digest": "摘要（SHA-256）",
    "renew.change": "{clause}（{term}）",
    "renew.cell": "{table}：{row}，{column}",
    "renew.nothing": "无",
}
