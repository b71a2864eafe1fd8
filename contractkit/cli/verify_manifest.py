"""What an issued file says of itself: its manifest, checked before anything relies on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from contractkit.errors import ContractKitError, ReadError
from contractkit.lang import language
from contractkit.model.standard import BOTH

if TYPE_CHECKING:
    from contractkit.model.agreement import Agreement

Manifest = Mapping[str, Any]
SEND = "give the file that was sent by --issued"

_SHAPE = {"template": str, "language": str, "library": str, "clauses": dict, "values": dict}


def own_manifest(refused: Agreement, *, required: bool) -> Manifest:
    """The manifest in the file itself; where it need not be there, {} for a damaged one too."""
    try:
        found = read_manifest(refused.manifest, refused.name)
    except ReadError:
        if required:
            raise
        return {}
    if required and not found:
        raise ReadError(
            "the document carries no manifest: it was not issued by contractkit, or lost it",
            where=refused.name,
            hint=SEND,
        )
    return found


def read_manifest(text: str, name: str) -> Manifest:
    """The manifest in ``text``, checked for its shape; empty when there is none.

    Raises ReadError for a damaged one.
    """
    if not text:
        return {}
    try:
        data = json.loads(text)
        whole = all(isinstance(data[key], kind) for key, kind in _SHAPE.items())
        for column in (data, *data.get("columns", {}).values()):
            texts = column.get("texts", {})
            whole = whole and all(isinstance(one, str) for one in (*texts, *texts.values()))
        own = [data["language"]] if data["language"] != BOTH else data["columns"]
        whole = whole and bool(own) and all(map(language, own))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ContractKitError):
        whole = False
    if not whole:
        raise ReadError("the manifest in the document is damaged", where=name, hint=SEND)
    assert isinstance(data, dict)  # noqa: S101 - its keys were looked up
    return data
