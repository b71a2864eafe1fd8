"""The modals of a Chinese segment: those that oblige, forbid or permit somebody."""

from __future__ import annotations

import re

from contractkit.lang.zh.duty_words import MODAL, PROMISES, TOLD

NEAR = 40  # characters before and after a modal that tell what it is said of

_CHOICE = ("或者", "或")
# Such a segment only says when: 需由甲方承担费用时，
_WHEN = re.compile(r"(?:(?<![小及按准定同随即届])时|(?<![^项科栏数题名节账条]目)的)[，,。；;]\Z")
_OF_NOUN = re.compile(
    r"[^，。；,;]{0,24}的[^，。；,;的]{0,4}(?:部分|费用|情形|资金|义务|责任|款项|材料|事项)"
)
_OF_PERSON = re.compile(r"[^，。；,;]{1,24}的(?:工作)?(?:人员|部门|机构|单位|人(?![力工数]))")
_ORDERED = re.compile(r"(?:国家|法律|法规|明令|明文|政府)[^，。；,;]{0,8}\Z")
_BEFORE_NOUN = re.compile(r"(?:依法|规定|所|其他|该|本|中|对|的|付|缴纳)\Z")


def modals(segment: str) -> list[re.Match[str]]:
    """The modals of a segment; of two that stand together (必须保证) the first."""
    found: list[re.Match[str]] = []
    for modal in MODAL.finditer(segment):
        if modal.lastgroup == "none" or _attributive(segment, modal):
            continue
        if found and modal[0] in PROMISES:  # 应有一名领导负责: said of the same duty
            continue
        if found and TOLD.search(segment, found[-1].end(), modal.start()):
            continue
        if segment.endswith(_CHOICE, 0, modal.start()):  # 可以暂停或者不予拨付: one choice
            continue
        if not found or modal.start() > found[-1].end():
            found.append(modal)
    return found


def _attributive(segment: str, modal: re.Match[str]) -> bool:
    """Whether the modal stands in a phrase before a noun, or only says when."""
    before = segment[max(modal.start() - NEAR, 0) : modal.start()]
    if before.endswith("认为") or (modal[0] == "需要" and "对" in before):
        return True
    if _WHEN.search(segment, max(modal.end(), len(segment) - 4)):
        return True
    if modal[0] == "负责" and _OF_PERSON.match(segment, modal.end()):
        return True
    if modal.lastgroup == "cannot" and _ORDERED.search(before) and "的" in segment[modal.end() :]:
        return True  # 国家明令禁止生产的产品
    of_noun = _OF_NOUN.match(segment, modal.end())
    return of_noun is not None and _BEFORE_NOUN.search(before) is not None
