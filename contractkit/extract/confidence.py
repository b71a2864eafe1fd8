"""How often each rule is right: the number beside a fact.

``RULES`` holds for each rule (right, seen): of its facts that were held against labels, how many
lay on a label of their kind, and for values and duties said what the label says.
``benchmarks/terms.py --rules`` counts the terms, parties and types of clause on the 35 contracts
that were read when the rules were written, ``benchmarks/duties.py --rules`` the duties on 1,662
sentences; the values are those of the corpus's value labels and of ``labels_values/dev.jsonl``.
What else was held out counts nowhere here; on new text the shares are lower (see the benchmarks).
A rule's confidence is (right + 1) / (seen + 2), so that a rule that was
right twice of twice says 0.75 and not 1. A rule without labels says 0.5: nothing is known of it.
A topic's confidence is its likeness to the standard clause.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, tuple[int, int]] = {
    "duty.active": (698, 715),
    "duty.actor": (254, 254),
    "duty.enumerated": (21, 21),
    "duty.inherited": (153, 157),
    "duty.item": (0, 1),
    "duty.open": (55, 57),
    "duty.passive": (131, 135),
    "party.alias": (64, 66),
    "party.between": (5, 5),
    "party.cover": (2, 2),
    "party.letter": (2, 2),
    "reference.resolved": (3, 3),
    "term.agreement_date.made": (22, 23),
    "term.agreement_date.opening": (7, 8),
    "term.agreement_date.signature": (1, 1),
    "term.agreement_date.signed": (0, 1),
    "term.effective_date.as_of": (1, 1),
    "term.effective_date.commences": (4, 5),
    "term.effective_date.defined": (16, 17),
    "term.effective_date.event": (1, 1),
    "term.effective_date.made": (3, 5),
    "term.effective_date.signed": (1, 1),
    "term.effective_date.supposed": (2, 3),
    "term.expiration_date.event": (12, 19),
    "term.expiration_date.labelled": (2, 2),
    "term.expiration_date.until": (6, 6),
    "term.governing_law.governed": (31, 33),
    "term.governing_law.unnamed": (1, 1),
    "term.renewal.goes_on": (1, 1),
    "term.renewal.renews": (17, 21),
    "term.renewal_notice.not_renew": (13, 16),
    "term.term.continues": (0, 1),
    "term.term.initial": (14, 23),
    "type.anti-assignment": (31, 49),
    "type.audit_rights": (15, 22),
    "type.cap_on_liability": (18, 25),
    "type.change_of_control": (5, 7),
    "type.exclusivity": (13, 20),
    "type.insurance": (11, 14),
    "type.license_grant": (28, 43),
    "type.non-compete": (7, 9),
    "type.post-termination_services": (12, 34),
    "type.termination_for_convenience": (16, 17),
    "type.warranty_duration": (4, 5),
    "value.address": (27, 27),
    "value.clause": (159, 159),
    "value.count": (30, 30),
    "value.date": (79, 80),
    "value.date_blank": (6, 6),
    "value.duration": (227, 228),
    "value.email": (2, 2),
    "value.money": (83, 83),
    "value.multiple": (19, 19),
    "value.percent": (33, 33),
    "value.phone": (25, 25),
    "value.score": (6, 6),
}


def confidence(rule: str) -> float:
    """The share of labels on which ``rule`` was right, smoothed; 0.5 where there are none."""
    right, seen = RULES.get(rule) or RULES.get(rule.partition(".")[0], (0, 0))
    return round((right + 1) / (seen + 2), 3)
