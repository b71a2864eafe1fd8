"""What a modal with its subject comes to: a duty, or a statement that obliges nobody."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.actors import Acted
from contractkit.lang.en.duties.adverbs import skip
from contractkit.lang.en.duties.grants import Modal
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.passives import (
    agent,
    coupled_participle,
    participle_at,
    stated_with,
)
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.verbs import (
    BE_IN,
    CHANCES,
    FAILED,
    KEPT,
    QUALITIES,
    STATED,
    STATED_ALONE,
    STATED_OF,
    STATES,
    SURELY,
    UNABLE,
)
from contractkit.lang.en.duties.words import BEING, HAVING, PREPOSITIONS, PROMISES, STRONG
from contractkit.lang.statements import Duty


def row_of(told: Sequence[Word], one: Acted, stop: int, known: Names) -> Duty | None:
    """The row that a modal makes with its subject and what follows; None if it only states."""
    modal, modality, who, rule = one.modal, one.modal.modality, one.who, "duty.active"
    if not modality or (told[modal.start].low in HAVING | BEING and _warranted(told, modal.start)):
        return None
    if modality == "may" and _happens(told, modal.start):
        return None
    if one.none and modal.inner and modality == "must" and told[modal.start].low not in PROMISES:
        return None  # neither party is required to renew
    if one.none and not (modality == "must_not" and one.subject.same):
        modality = "must_not"
    verb = _verb(told, one)
    if modality == "must" and not modal.inner and _no_object(told, verb):
        modality = "must_not"
    done = participle_at(told, modal.end if modal.inner else verb)
    coupled = coupled_participle(told, verb, stop) if done < 0 and not modal.inner else -1
    if coupled >= 0 and (by := agent(told, one, coupled, stop, known)):
        return Duty(by, modality, "", 0, 0, "duty.passive")  # be in writing and signed by both
    quality = (
        done >= 0
        and one.person
        and told[modal.start].low != "may"
        and told[done].low.removeprefix("re") in QUALITIES
    )
    if done >= 0 and not quality:
        who, rule = agent(told, one, done, stop, known), "duty.passive"
        if _only_states(told, verb, done, named=bool(who)) or (not who and modality == "may"):
            return None
    elif not one.person or _unable(told, one, verb) or not _obliges(told, verb, modal, modality):
        return None
    return Duty(who, modality, "", 0, 0, rule)


def _verb(told: Sequence[Word], one: Acted) -> int:
    if one.is_turned:
        return _verb_after(told, one.subject.end)
    verb = one.modal.verb if one.modal.inner else skip(told, one.modal.end)[0]
    within = verb < len(told) and told[verb].low in PREPOSITIONS and not one.person
    return _verb_after(told, verb) if within else verb  # shall within ten days be paid


def _only_states(told: Sequence[Word], verb: int, done: int, *, named: bool) -> bool:
    """Whether a passive says how a thing is to be understood; ``named``: who is to do it is told."""
    low = told[done].low
    if low in STATED or stated_with(told, done) or (not named and low in STATED_ALONE):
        return True
    surely = any(told[place].low in SURELY for place in range(verb, done))
    return surely and not named  # is validly given if mailed


def _warranted(told: Sequence[Word], at: int) -> bool:
    """Whether what stands at ``at`` is warranted, not agreed: represents that it has the right to"""
    return any(
        word.low.startswith(("represents", "warrants")) for word in told[max(0, at - 80) : at]
    )


def _unable(told: Sequence[Word], one: Acted, verb: int) -> bool:
    """Whether "cannot" tells what somebody is not able to do, which forbids nothing."""
    if told[one.modal.start].low not in ("cannot", "can"):
        return False
    begin = one.subject.start
    reason = any(word.raw.lower() == "because" for word in told[max(begin - 1, 0) : begin])
    return (
        reason or one.who.lower() in ("we", "i") or (verb < len(told) and told[verb].low in UNABLE)
    )


def _happens(told: Sequence[Word], at: int) -> bool:
    """Whether "may" tells what can come about as what is: each have or may receive"""
    plain = at > 1 and told[at - 2].low in ("have", "has", "had", "is", "are", "was", "were")
    return plain and told[at - 1].low == "or"


def _no_object(told: Sequence[Word], verb: int) -> bool:
    """Whether nothing is to be done: shall take no action; but shall give no less than"""
    if verb + 2 >= len(told) or told[verb].low == "be" or told[verb + 1].low != "no":
        return False
    return told[verb + 2].low not in ("later", "less", "more", "fewer", "earlier", "event")


def _has_failed(told: Sequence[Word], have: int) -> bool:
    """Whether it tells of what nobody is to do, a default: Tenant shall have failed to pay"""
    done, _ = skip(told, have + 1)
    return done < len(told) and told[done].low in FAILED


def _verb_after(told: Sequence[Word], at: int) -> int:
    """The verb after a subject that follows its modal: "be" if it stands near, else the next word."""
    for place in range(at, min(at + 14, len(told))):
        if told[place].low == "be":
            return place
        if told[place].low in STRONG:
            break
    return skip(told, at)[0]


def _obliges(told: Sequence[Word], verb: int, modal: Modal, modality: str) -> bool:
    """Whether what somebody "shall" or "may" is something to do."""
    if modal.inner or verb >= len(told):
        return True
    low = told[verb].low
    if low == "be":
        place, _ = skip(told, verb + 1)
        after = [word.low for word in told[place : place + 2]]
        if after[:1] == ["in"]:
            return after[-1] in BE_IN
        if told[modal.start].low == "must" and modality == "must":
            return bool(after) and after[0] not in STATED_OF
        aged = any(word.low in ("age", "old", "older") for word in told[place : place + 6])
        return modality != "may" and bool(after) and (after[0] in QUALITIES or aged)
    if modality == "may" and low in CHANCES:
        return False
    if low == "have" and _has_failed(told, verb):
        return False
    if low in KEPT:  # retains title; has personal jurisdiction
        return not any(word.low in KEPT[low] for word in told[verb + 1 : verb + 6])
    if low == "continue" and [w.low for w in told[verb + 1 : verb + 3]] == ["to", "be"]:
        return verb + 3 < len(told) and told[verb + 3].low not in STATED_OF
    if low in ("remain", "become"):
        return verb + 1 < len(told) and told[verb + 1].low in QUALITIES
    return low not in STATES or (low == "own" and modality == "must_not")
