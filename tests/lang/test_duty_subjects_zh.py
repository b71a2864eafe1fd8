"""Which noun phrase before a Chinese modal is somebody, and which is a thing."""

from __future__ import annotations

import pytest

from contractkit.lang.zh.duty_subjects import Subject, agent, subject, topic


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("养护单位派驻现场的作业人员必须", "养护单位派驻现场的作业人员"),
        ("未签订安全协议的外包队伍", "未签订安全协议的外包队伍"),
        ("甲方对乙方派来的人员", "甲方"),
        ("合同期满后承租人", "承租人"),
        ("质量要求：供方", "供方"),
        ("交付前发生的物业费由出租人", "出租人"),
        ("受赠学校及其主管部门均", "受赠学校及其主管部门"),
        ("未经授权乙方", "乙方"),
    ],
)
def test_the_phrase_that_ends_before_the_modal_is_the_subject(before: str, name: str) -> None:
    assert subject(before, ()).name == name


@pytest.mark.parametrize("before", ["乙方提供的药品", "供应商交付的货物", "尾款"])
def test_a_thing_is_told_from_somebody_by_its_last_characters(before: str) -> None:
    assert subject(before, ()) == Subject(thing=True, other=True)


@pytest.mark.parametrize("before", ["", "必要时", "对患者家属", "在合同期内", "按照甲方的要求"])
def test_an_adverbial_is_no_subject(before: str) -> None:
    told = subject(before, ())
    assert (told.name, told.thing) == ("", False)


def test_what_has_a_right_is_somebody_whatever_it_is_called() -> None:
    assert subject("本栏目", ()).name == ""
    assert subject("本栏目", (), personal=True).name == "本栏目"


def test_in_the_run_of_a_sentence_a_verb_before_a_name_makes_no_subject() -> None:
    assert topic("爱护甲方财物，", (), goes_on=True).name == ""
    assert topic("甲方委派的工程师离职的，", (), goes_on=False).name == "甲方委派的工程师"


def test_the_agent_of_a_passive_stands_after_its_sign() -> None:
    assert agent("水电费由承租人负责") == "承租人"
    assert agent("由此给出租人造成损失") == ""
