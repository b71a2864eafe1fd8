"""A draft -> the standard text that it is held against: told, issued, or the most alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from contractkit.assembly import fallback_texts, standard_text
from contractkit.compare import closest, compare
from contractkit.compare.encoder import Encoder
from contractkit.extract import references
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison, Role
from contractkit.model.standard import Library
from contractkit.ooxml.package import LIMITS, Limits
from contractkit.readers import read

DAMAGED = "the manifest in the document is damaged; it was not used"


@dataclass(frozen=True, slots=True)
class Standard:
    """What a draft is held against, the template it is of ("" where it is of other making), and
    the fallbacks of its clauses; ``notes`` say how it was found.
    """

    base: Agreement
    template: str
    fallbacks: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...] = ()


def standard_texts(library: Library, code: str) -> dict[str, Agreement]:
    """The standard text of every template in the language of that code, by the template's name."""
    names = sorted(name for name, known in library.templates if known == code)
    return {name: standard_text(library, name, {}, language=code) for name in names}


def standard_for(
    library: Library,
    draft: Agreement,
    *,
    against: str | None = None,
    values: Callable[[str], Mapping[str, object]] | None = None,
    language: Language | None = None,
    limits: Limits = LIMITS,
    texts: Callable[[str], Mapping[str, Agreement]] | None = None,
) -> Standard:
    """The standard for ``draft``: ``against``, a template's name or an issued file; or that of the
    draft's manifest; or the template that is most like it.

    ``values`` returns those to fill it with for a template's name; ``language`` is the side that
    is read of an issued file in two columns; ``texts`` gives the ``standard_texts`` of a
    language, where they are known from another draft. Raises ReadError and AssemblyError.
    """
    notes: list[str] = []
    known = texts or partial(standard_texts, library)
    if against and (against, draft.language) not in library.templates and Path(against).exists():
        base = read(Path(against), language=language, limits=limits)
        name, wanted = _issued_from(base, notes)
        if (name, base.language) not in library.templates:
            return Standard(base, name, {}, tuple(notes))
    else:
        name, issued = _issued_from(draft, notes)
        name = against or name or _closest(draft, known(draft.language), notes)
        wanted = values(name) if values is not None else issued
        base = standard_text(
            library, name, wanted, language=draft.language, languages=_languages(draft)
        )
    fallbacks = fallback_texts(
        library, name, wanted, language=draft.language, languages=_languages(draft)
    )
    return Standard(base, name, fallbacks, tuple(notes))


def review(
    library: Library,
    draft: Agreement,
    standard: Standard,
    *,
    side: Role,
    ignore: tuple[str, ...],
    encoder: Encoder | None = None,
) -> Comparison:
    """``draft`` held against ``standard`` by the playbook and the rules of ``library``."""
    return compare(
        standard.base,
        draft,
        library=library,
        template=standard.template,
        side=side,
        references=(references(standard.base), references(draft)),
        fallbacks=standard.fallbacks,
        ignore=ignore,
        encoder=encoder,
    )


def _languages(draft: Agreement) -> str:
    """Whether the draft is in ``one`` language or in ``two``, in columns."""
    return "two" if any(block.story == "other_side" for block in draft.asides) else "one"


def _issued_from(agreement: Agreement, notes: list[str]) -> tuple[str, Mapping[str, object]]:
    """The template and the values that the agreement's manifest names; nothing without one."""
    if not agreement.manifest:
        return "", {}
    try:
        manifest = json.loads(agreement.manifest)
        return str(manifest["template"]), dict(manifest["values"])
    except (ValueError, KeyError, TypeError):
        notes.append(DAMAGED)
        return "", {}


def _closest(draft: Agreement, texts: Mapping[str, Agreement], notes: list[str]) -> str:
    """The template whose standard clauses are most like the draft's, said with its margin."""
    ranked = closest(draft, texts)
    best = ranked[0]
    margin = f", {ranked[1][0]} {ranked[1][1]:.2f}" if len(ranked) > 1 else ""
    notes.append(f"held against {best[0]} (likeness {best[1]:.2f}{margin})")
    return best[0]
