"""What an agreement says of itself when it is issued: from what it was made, and its texts."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal

from contractkit.assembly.bind import Bindings
from contractkit.assembly.select import Chosen
from contractkit.model.agreement import Clause
from contractkit.model.standard import Library, Template


def manifest(
    library: Library,
    template: Template,
    chosen: Sequence[Chosen],
    bindings: Bindings,
    tree: Sequence[Clause],
) -> str:
    """The manifest as JSON: enough to assemble the agreement again, and to know its clauses by.

    ``clauses`` are their versions, ``digests`` those of the library's texts (SHA-256), ``texts``
    what was printed, each by the clause's id.
    """
    code = template.language
    clauses = [clause for one in chosen for clause in one.clauses]
    printed = [clause for part in tree for _, clause in part.walk() if clause.standard]
    return json.dumps(
        {
            "template": template.name,
            "language": code,
            "library": library.digest,
            "clauses": {clause.id: clause.version for clause in clauses},
            "digests": {
                clause.id: hashlib.sha256(clause.texts[code].source.encode()).hexdigest()
                for clause in clauses
            },
            "texts": {str(clause.standard): printed_text(clause) for clause in printed},
            "values": bindings.values,
        },
        ensure_ascii=False,
        sort_keys=True,
        default=_plain,
    )


def printed_text(clause: Clause) -> str:
    """The clause's heading and all its text, a line a paragraph."""
    lines = [clause.heading, *(node.text for _, node in clause.walk())]
    return "\n".join(line for line in lines if line)


def _plain(value: object) -> object:
    if isinstance(value, Decimal | datetime.date):
        return str(value)
    raise TypeError(f"{type(value).__name__} in a manifest")
