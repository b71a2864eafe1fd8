"""A finding's advice as HTML: what to answer, the text to answer it with, who decides."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from contractkit.model.comparison import Finding
from contractkit.report.phrases import answer

SHORT = 80  # characters of a text of ours that is worth printing beside the finding


def advice_html(finding: Finding, words: Mapping[str, str], shown: str = "") -> str:
    """The advice with where the playbook has it, the text of ours behind a click; "" without.

    A text that is ``shown`` beside it is left out; short ones are open when the page is printed.
    """
    stands = ""
    if finding.standing:
        name = escape(words[f"standing.name.{finding.standing}"])
        stands = f'<span class="standing {finding.standing}">{name}</span> '
    advice = finding.advice
    if advice is None:
        return stands
    kind = answer(advice)
    told = words["advice.escalate"].format(who=advice.who) if kind == "escalate" else ""
    line = escape(told or words[f"answer.{kind}"])
    if advice.text and kind != "accept" and advice.text != shown:
        brief = ' class="brief"' if len(advice.text) <= SHORT else ""
        text = "".join(f"<p>{escape(part)}</p>" for part in advice.text.split("\n") if part)
        line = f"<details{brief}><summary>{line}</summary>{text}</details>"
    return f'{stands}<span class="advice {kind}">{line}</span>'
