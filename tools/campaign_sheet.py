"""Make examples/campaign-physicians.xlsx: 200 invented physicians, three rows with a mistake.

python -m tools.campaign_sheet
"""

from __future__ import annotations

import datetime
from pathlib import Path

from contractkit.sheets import Table, workbook

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "examples" / "campaign-physicians.xlsx"
COLUMNS = (
    "新协议编号", "原协议编号", "医师姓名", "医师代码", "联系电话", "地址", "执业机构", "机构代码",
    "执业证书编号", "执业范围", "协议状态", "终止日期", "年度记分", "考试结果", "执业证书有效期至",
)  # fmt: skip
_SURNAMES = "温陆顾沈叶林江宋许苏唐秦柳夏罗严"
_GIVEN = "以宁清和明远若川知秋书白星河景行云舒嘉言望舒子衿思齐怀瑾"
_WARDS = ("心血管内科", "呼吸内科", "普通外科", "骨科", "儿科", "神经内科", "肾内科")
_SCOPES = ("临床类别、内科专业", "临床类别、外科专业", "临床类别、儿科专业")


def physician(number: int) -> list[object]:
    """The row of the physician of that number, without mistakes."""
    name = _SURNAMES[number % 16] + _GIVEN[number * 2 % 26 :][:2]
    ward = _WARDS[number % 7]
    status, ended, points, examination = "正常", None, number % 4, ""
    if number % 23 == 0:
        points, examination = 5, "合格" if number % 2 else "未参加"
    if number % 61 == 0:
        status, ended, points = "终止", datetime.date(2026, 3, 1), 12
    if number % 83 == 0:
        status = "暂停"
    licence = datetime.date(2026, 6, 30) if number == 150 else datetime.date(2029, 6, 30)
    return [
        f"YLYB-2027-D-{number:04d}", f"YLYB-2026-D-{number:04d}", name, f"D5399010{number:05d}",
        f"0870-055{number:04d}", f"云岭市栖霞区人民东路66号{ward}", "云岭市第一人民医院",
        "H53990100001", f"1105399000{number:05d}", _SCOPES[number % 3], status, ended, points,
        examination, licence,
    ]  # fmt: skip


def main() -> None:
    """Write the sheet; rows 31, 78 and 160 have the mistakes that are met most."""
    rows = [physician(number) for number in range(1, 201)]
    rows[29][COLUMNS.index("执业证书编号")] = 110539900000030  # a number: its zeros are gone
    rows[76][COLUMNS.index("执业范围")] = None
    rows[158][COLUMNS.index("医师姓名")] = "陆/清和"
    TARGET.write_bytes(workbook([Table("医师", COLUMNS, rows)]))


if __name__ == "__main__":
    main()
