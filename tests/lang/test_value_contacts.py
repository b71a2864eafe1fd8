"""Which phones, e-mail addresses and postal addresses a text states."""

from __future__ import annotations

import pytest

from contractkit.lang.en.values import values as english
from contractkit.lang.zh.values import values as chinese

ENGLISH = {
    "(212) 555-0100, 212.555.0100, 1-800-555-1212": [
        "phone +12125550100",
        "phone +12125550100",
        "phone +18005551212",
    ],
    "+44 20 7946 0044; +44 (0) 207 946 0046; +44 20 79460048; 212-555-0100 x12": [
        "phone +442079460044",
        "phone +442079460046",
        "phone +442079460048",
        "phone +12125550100x12",
    ],
    "121-000-248, 2021-05-0100, SSN 123-45-6789": [],
    "Billing@Clinic.example.com": ["email Billing@clinic.example.com"],
    "at 740 Main Avenue, Springfield, CA 90000, the": [
        "address 740 Main Avenue, Springfield, CA 90000"
    ],
    "Acme LLC One Oak Square, Suite 400\n  Troy, New York 12180-1234 Tel": [
        "address One Oak Square, Suite 400 Troy, New York 12180-1234"
    ],
    "P.O. Box 12, Troy, NY 12180": ["address P.O. Box 12, Troy, NY 12180"],
    "dated May 7, 2019\n\nAcme Inc. 13 N. Elm Troy, NY 12180": [
        "date 2019-05-07",
        "address 13 N. Elm Troy, NY 12180",
    ],
    "the State of New York 12180; paid 90000 to CA 90000": [],
}
CHINESE = {
    "电话：0571-88886666，手机13800138000": ["phone +8657188886666", "phone +8613800138000"],
    "（010）8888 6666-8001，400-820-8820，+86 138 0013 8000": [
        "phone +861088886666x8001",
        "phone 4008208820",
        "phone +8613800138000",
    ],
    "传真：87654321；合同编号20138001380001": ["phone 87654321"],
    "邮箱 a.b@c.com.cn": ["email a.b@c.com.cn"],
    "地址：浙江省杭州市西湖区某某路478号星星广场B座501室，联系人": [
        "address 浙江省杭州市西湖区某某路478号星星广场B座501室"
    ],
    "地址：浙江省杭州市某某大道 100 号 8 楼；0571-88886666转801": [
        "address 浙江省杭州市某某大道100号8楼",
        "phone +8657188886666x801",
    ],
    "甲方位于杭州市中山东路88号。": ["address 杭州市中山东路88号"],
    "地址：江州市北城区天津中路6号ABC国际广场C塔9层": [
        "address 江州市北城区天津中路6号ABC国际广场C塔9层"
    ],
    "地址：江州市北城区某某大道A7号2地块3栋1座1203": [
        "address 江州市北城区某某大道A7号2地块3栋1座1203"
    ],
    "客服电话：95500；电话：0571-88886666/88886667": [
        "phone 95500",
        "phone +8657188886666",
        "phone 88886667",
    ],
    "开户账号：6222 0000 1111 2222 333，邮编310000": [],
    "某某路88号，第5号": [],
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_an_english_text_states_these_contacts(text: str, expected: list[str]) -> None:
    assert [f"{value.kind} {value.value}" for value in english(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE.items())
def test_a_chinese_text_states_these_contacts(text: str, expected: list[str]) -> None:
    assert [f"{value.kind} {value.value}" for value in chinese(text)] == expected


def test_what_stands_in_an_address_is_no_value_of_its_own() -> None:
    (value,) = english("12 Sixty Days Road, Suite 30, Troy, NY 12180")
    assert value.kind == "address"
