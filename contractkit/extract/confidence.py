"""How often each rule is right: the number beside a fact.

``RULES`` holds for each rule (right, seen): of its facts that were held against labels, how many
lay on a label of their kind, and for values and duties said what the label says.
``benchmarks/terms.py --rules`` counts the terms, parties and types of clause on 46 contracts,
``benchmarks/duties.py --rules`` the duties on 200 sentences, and the values are those of the
corpus's value labels. A rule's confidence is (right + 1) / (seen + 2), so that a rule that was
right twice of twice says 0.75 and not 1. A rule without labels says 0.5: nothing is known of it.
A topic's confidence is its likeness to the standard clause.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, tuple[int, int]] = {
    "duty.active": (43, 45),
    "duty.actor": (69, 70),
    "duty.inherited": (33, 35),
    "duty.item": (0, 1),
    "duty.open": (10, 12),
    "duty.passive": (15, 17),
    "party.alias": (78, 86),
    "party.between": (0, 1),
    "term.agreement_date.first": (2, 3),
    "term.agreement_date.made": (34, 36),
    "term.agreement_date.signature": (1, 1),
    "term.effective_date.as_of": (3, 3),
    "term.effective_date.commences": (2, 4),
    "term.effective_date.defined": (17, 19),
    "term.effective_date.signed": (1, 1),
    "term.effective_date.supposed": (8, 15),
    "term.expiration_date.event": (12, 20),
    "term.expiration_date.until": (6, 10),
    "term.governing_law.governed": (41, 55),
    "term.renewal.renews": (19, 41),
    "term.renewal_notice.not_renew": (12, 19),
    "term.term.continues": (2, 3),
    "term.term.initial": (16, 28),
    "type.anti-assignment": (34, 70),
    "type.audit_rights": (20, 30),
    "type.cap_on_liability": (27, 34),
    "type.change_of_control": (7, 16),
    "type.exclusivity": (14, 25),
    "type.insurance": (13, 16),
    "type.license_grant": (32, 54),
    "type.non-compete": (4, 7),
    "type.post-termination_services": (12, 32),
    "type.termination_for_convenience": (16, 23),
    "type.warranty_duration": (1, 2),
    "reference.resolved": (3, 3),
    "value.clause": (3, 3),
    "value.count": (2, 2),
    "value.date": (6, 6),
    "value.date_blank": (2, 2),
    "value.duration": (16, 16),
    "value.money": (2, 2),
    "value.multiple": (3, 3),
    "value.percent": (4, 4),
    "value.score": (6, 6),
}


def confidence(rule: str) -> float:
    """The share of labels on which ``rule`` was right, smoothed; 0.5 where there are none."""
    right, seen = RULES.get(rule) or RULES.get(rule.partition(".")[0], (0, 0))
    return round((right + 1) / (seen + 2), 3)
