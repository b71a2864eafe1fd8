"""What verify says of a document that was issued."""

VERIFY = {
    # verify: what a document was issued from, and whether it still is that
    "verify.issued": "签发自：{template}（{language}），条款 {clauses} 条",
    "verify.library.same": "条款库：{digest}，与现有条款库一致",
    "verify.library.other": "条款库：{digest}，与现有条款库不同",
    "verify.against": "对照：{what}",
    "verify.against.issued": "签发文件 {name}",
    "verify.against.rebuilt": "按签发清单重新生成的文本",
    "verify.against.texts": "签发清单所载条款文本（首部、尾部、页眉、页脚未对照；请用 --issued 指明签发文件）",
    "verify.manifest": "签发清单与签发文件中的不同",
    "verify.unchanged": "未改动",
    "verify.tracked": "有修订标记的改动",
    "verify.silent": "未标记的改动",
    "verify.missing": "缺失",
    "verify.added": "新增",
    "verify.others": "其他作者的修订（未列出）：{detail}",
    "verify.comment": "批注",
    "verify.values": "数值：{before} → {after}",
    "verify.layout": "仅大小写、全半角或引号不同",
}
