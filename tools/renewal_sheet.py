"""Make examples/renewal-hospitals.xlsx: 12 invented hospitals, as agreed in 2026 and for 2027.

python -m tools.renewal_sheet
"""

from __future__ import annotations

import datetime
from pathlib import Path

from contractkit.sheets import Table, workbook

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "examples" / "renewal-hospitals.xlsx"
COLUMNS = (
    "协议编号", "机构名称", "机构代码", "法定代表人", "地址", "电话", "联系人", "约定床位", "年度预算总额",
)  # fmt: skip
RENEWED = (
    "续签编号", "原协议编号", *COLUMNS[1:], "协议状态", "年度考核得分", "执业许可有效期至",
)  # fmt: skip
SCOPE = ("协议编号", "院区", "服务", "床位")
PARAMETERS = ("协议编号", "支付参数", "数值", "备注")

_NAMES = (
    "云岭市第一人民医院", "云岭市第二人民医院", "云岭市中医医院", "云岭市妇幼保健院", "云岭市康复医院",
    "栖霞区人民医院", "栖霞区中医医院", "望江县人民医院", "望江县妇幼保健院", "青石县人民医院",
    "青石县中医医院", "云岭明远医院",
)  # fmt: skip
_PEOPLE = (
    "顾明远", "沈知秋", "林若川", "陆以宁", "宋清和", "叶星河", "江望舒", "许嘉言", "唐子衿", "秦思齐",
    "夏怀瑾", "罗景行",
)  # fmt: skip
_STREETS = ("人民东路", "惠民路", "文庙街", "江滨路")
_GRADES = ("三级甲等", "三级乙等", "二级甲等")


def _beds(number: int) -> int:
    return 1200 - 85 * (number - 1)


def hospital(number: int) -> list[object]:
    """The row of the hospital of that number (1 to 12) as agreed in 2026."""
    at = number - 1
    return [
        f"YLYB-2026-H-{number:04d}", _NAMES[at], f"12539901{431560845 + number * 137}R",
        _PEOPLE[at], f"云岭市{_STREETS[at % 4]}{number * 11}号", f"0870-0556{number * 10:03d}",
        _PEOPLE[(at + 5) % 12], _beds(number), 486_000_000 - 37_500_000 * at,
    ]  # fmt: skip


def renewed(number: int) -> list[object]:
    """Its row for 2027: some have more beds, a larger budget or another contact."""
    row = hospital(number)
    if number % 3 == 1:
        row[7] = _beds(number) + 60
    if number % 2 == 1:
        row[8] = (486_000_000 - 37_500_000 * (number - 1)) * 103 // 100
    if number == 4:
        row[6] = "温白河"
    licence = datetime.date(2029, 6, 30)
    return [f"YLYB-2027-H-{number:04d}", *row, "正常", 93 - number, licence]


def scope(number: int) -> list[list[object]]:
    """What it offers where, with its beds."""
    key, critical = f"YLYB-2026-H-{number:04d}", _beds(number) // 20
    return [
        [key, "本部院区", "住院（综合）", _beds(number) - critical],
        [key, "本部院区", "住院（重症医学）", critical],
        [key, "本部院区", "普通门诊、急诊、门诊慢特病", 0],
    ]


def parameters(key: str, number: int, rate: int) -> list[list[object]]:
    """The parameters that it is paid by, with that rate a weight."""
    grade = _GRADES[(number - 1) // 4]
    coefficient = ("1.05", "1.00", "0.95")[(number - 1) // 4]
    told = "年度清算时据实调整"
    return [
        [key, "医疗机构等级系数", coefficient, f"{grade}医疗机构"],
        [key, "职工医保DRG预算费率（元/权重）", f"{rate:,}", told],
        [key, "居民医保DRG预算费率（元/权重）", f"{rate - 2120:,}", told],
    ]


def tables() -> list[Table]:
    """The sheets: both years, and the tables of each; four rows of 2027 are not issued."""
    numbers = range(1, 13)
    after = [renewed(number) for number in numbers]
    after[4][RENEWED.index("协议状态")] = "中止"
    after[8][RENEWED.index("执业许可有效期至")] = datetime.date(2026, 9, 30)
    after[10][RENEWED.index("年度考核得分")] = 57
    after[11][RENEWED.index("原协议编号")] = "YLYB-2026-H-0021"  # there is none of that number
    rates = {
        year: [
            line
            for number in numbers
            for line in parameters(f"YLYB-{year}-H-{number:04d}", number, rate)
        ]
        for year, rate in ((2026, 11_860), (2027, 12_050))
    }
    return [
        Table("2026", COLUMNS, [hospital(number) for number in numbers]),
        Table("2026服务", SCOPE, [line for number in numbers for line in scope(number)]),
        Table("2026支付参数", PARAMETERS, rates[2026]),
        Table("2027", RENEWED, after),
        Table("2027支付参数", PARAMETERS, rates[2027]),
    ]


def main() -> None:
    """Write the workbook."""
    TARGET.write_bytes(workbook(tables()))


if __name__ == "__main__":
    main()
