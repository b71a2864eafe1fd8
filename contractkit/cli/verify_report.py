"""What became of a file that came back, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from contractkit.compare.provenance import STATES
from contractkit.lang import language
from contractkit.ooxml.manifest import bookmark_name

if TYPE_CHECKING:
    from contractkit.cli.verify_check import Comment, Verified
    from contractkit.compare.provenance import Trace

SHOWN = 60  # characters of an edit on its line
DIGEST = 12  # of the library's digest
DAY = 10  # of a date and time

Labels = Mapping[str, str]


def lines(found: Verified) -> Iterator[str]:
    """The report: what it was issued from, each clause that changed and how, comments, the sum."""
    labels = language(found.language).labels
    yield from _head(found, labels)
    for trace in found.traces:
        if trace.state != "unchanged":
            yield f"[{labels[f'verify.{trace.state}']}] {_name(trace, labels)}"
            yield from _what_changed(trace, labels)
    for comment in found.comments:
        yield _comment(comment, labels)
    if found.others:
        counted = (f"{author or '?'} {count}" for author, count in sorted(found.others.items()))
        yield labels["verify.others"].format(detail=labels["intake.join"].join(counted))
    counts = Counter(trace.state for trace in found.traces)
    parts = (f"{labels[f'verify.{state}']} {counts[state]}" for state in STATES)
    yield labels["intake.join"].join(parts)


def _head(found: Verified, labels: Labels) -> Iterator[str]:
    manifest = found.manifest
    if manifest:
        yield labels["verify.issued"].format(
            template=manifest["template"],
            language=manifest["language"],
            clauses=len(manifest["clauses"]),
        )
        same = "same" if found.known else "other"
        yield labels[f"verify.library.{same}"].format(digest=manifest["library"][:DIGEST])
    what = labels[f"verify.against.{found.against}"].format(name=found.issued)
    yield labels["verify.against"].format(what=what)
    if found.forged:
        yield f"! {labels['verify.manifest']}"


def _what_changed(trace: Trace, labels: Labels) -> Iterator[str]:
    for edit in trace.edits:
        if not edit.after:
            yield f"    - {_cut(edit.before)}"
        elif not edit.before:
            yield f"    + {_cut(edit.after)}"
        else:
            yield f"    {_cut(edit.before)} → {_cut(edit.after)}"
    if trace.lost or trace.gained:
        join, nothing = labels["intake.join"].join, labels["nothing"]
        before, after = join(trace.lost) or nothing, join(trace.gained) or nothing
        yield "    " + labels["verify.values"].format(before=before, after=after)
    if trace.state in {"silent", "tracked"} and not trace.edits and trace.kind != "added":
        yield f"    {labels['verify.layout']}"


def _name(trace: Trace, labels: Labels) -> str:
    around = labels.get(trace.kind, "") if trace.kind not in {"clause", "chapter"} else ""
    return " ".join(part for part in (trace.number, trace.heading) if part) or around or trace.id


def _comment(comment: Comment, labels: Labels) -> str:
    place = " ".join(part for part in (comment.clause, comment.heading) if part)
    said = (comment.author, comment.date[:DAY], place)
    about = labels["intake.join"].join(part for part in said if part)
    return f"[{labels['verify.comment']}] {about}{labels['joint']}{_cut(comment.text)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def as_data(found: Verified) -> dict[str, Any]:
    """The report as JSON: see docs/json.md."""
    manifest = found.manifest
    keys = ("template", "language", "library", "clauses", "values")
    return {
        "issued_from": {key: manifest[key] for key in keys} if manifest else None,
        "library_is_here": found.known,
        "held_against": found.against,
        "manifest_differs": found.forged,
        "summary": dict(Counter(trace.state for trace in found.traces)),
        "clauses": [
            {"language": code, **entry}
            for code, traces in found.columns.items()
            for entry in _entries(traces, manifest.get("clauses", {}))
        ],
        "comments": [asdict(comment) for comment in found.comments],
        "other_authors": dict(found.others),
    }


def _entries(traces: Iterable[Trace], versions: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """An entry for each clause of a column, by the id that its bookmark tells."""
    marks = {bookmark_name(one): one for one in versions}
    for trace in traces:
        identity = marks.get(trace.mark, trace.id)
        yield {
            "id": identity,
            "version": versions.get(identity, ""),
            "kind": trace.kind,
            "number": trace.number,
            "heading": trace.heading,
            "state": trace.state,
            "edits": [{"before": one.before, "after": one.after} for one in trace.edits],
            "lost_values": list(trace.lost),
            "gained_values": list(trace.gained),
        }
