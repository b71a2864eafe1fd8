"""A party -> what a look prints of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contractkit.model.agreement import Party


def printed_party(party: Party, labels: Mapping[str, str]) -> dict[str, Any]:
    """What a look can print of a party; a natural person has no seal and no office."""
    captions = {**labels, **dict(party.captions)}
    suffix = ".person" if party.person else ""
    return {
        "title": party.title,
        "name": party.name,
        "fields": [{"label": captions[field], "text": text} for field, text in party.details],
        "seal": labels[f"seal{suffix}"],
        "signature": labels[f"signature{suffix}"],
        "office": labels[f"office{suffix}"],
    }
