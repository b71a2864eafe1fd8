"""Questions asked in the terminal, each answer checked as a value in a file is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from contractkit.intake import Group, Question, explained, stated, unit, wanted, words_of_choices
from contractkit.lang.base import Language
from contractkit.model.standard import Variable
from contractkit.model.typed import typed

Answer = str | dict[str, str] | list[dict[str, str]]


def ask_values(
    groups: Sequence[Group],
    filled: Mapping[str, object],
    given: Mapping[str, object],
    language: Language,
) -> dict[str, object]:
    """The answers by variable, with what was ``given`` already; a wrong answer is asked again.

    What has no value in ``filled`` is asked first; what has one, if that is wanted. A question
    whose condition the answers do not meet is left out.
    """
    answers: dict[str, object] = dict(given)
    known = [one for group in groups for one in group.questions if one.variable.name in filled]
    for group in groups:
        open_ones = [one for one in group.questions if one.variable.name not in filled]
        if open_ones:
            click.echo(f"\n{group.heading}", err=True)
        for question in open_ones:
            if _applies(question, {**filled, **answers}):
                answers[question.variable.name] = _ask(question, language)
    simple = [one for one in known if one.variable.type not in {"party", "table"}]
    rest = language.labels["intake.ask.rest"].format(count=len(simple))
    if simple and click.confirm(f"\n{rest}", default=False, err=True):
        for question in simple:
            name = question.variable.name
            if _applies(question, {**filled, **answers}):
                answers[name] = _ask_one(question.variable, language, filled[name])
    return answers


def _applies(question: Question, answers: Mapping[str, object]) -> bool:
    return all(str(answers.get(one.name)) in values for one, values in question.when)


def _ask(question: Question, language: Language) -> Answer:
    variable = question.variable
    if variable.type == "party":
        return _ask_party(question, language)
    if variable.type == "table":
        return _ask_table(variable, language)
    return _ask_one(variable, language)


def _ask_party(question: Question, language: Language) -> dict[str, str]:
    """The fields of a party; all but its name may be left empty."""
    click.echo(f"{question.variable.label[language.code]}", err=True)
    answers = {}
    for field, label in question.fields.items():
        asked = Variable(field, "text", {language.code: f"  {label}"})
        answers[field] = _ask_one(asked, language, None if field == "name" else "")
    return {field: answer for field, answer in answers.items() if answer}


def _ask_table(variable: Variable, language: Language) -> list[dict[str, str]]:
    """The rows of a table, the first asked for in any case."""
    rows: list[dict[str, str]] = []
    label = variable.label[language.code]
    more = language.labels["intake.ask.row"]
    click.echo(label, err=True)
    while not rows or click.confirm(
        more.format(label=label, number=len(rows) + 1), default=False, err=True
    ):
        rows.append({one.name: _ask_one(one, language, one.default) for one in variable.columns})
    return rows


def _ask_one(variable: Variable, language: Language, default: object = None) -> str:
    """One answer as it would stand in a file of values."""
    choices = words_of_choices(variable, language) if variable.type in {"choice", "yes_no"} else []
    for line in explained(variable, language):
        click.echo(f"  {line}", err=True)
    for number, words in enumerate(choices, 1):
        click.echo(f"  {number}. {words}", err=True)

    def read(answer: str) -> str:
        if default == "" and not answer:
            return ""
        if choices and answer.isdecimal() and 0 < int(answer) <= len(choices):
            answer = choices[int(answer) - 1]
        raw = stated(variable, answer)
        try:
            typed(variable, "" if raw is None else raw)
        except ValueError as error:
            told = language.labels["intake.ask.wrong"].format(reason=error)
            raise click.UsageError(told) from None
        return str(raw)

    optional = language.labels["intake.ask.optional"] if default == "" else ""
    hints = [unit(variable, language), wanted(variable, language), optional]
    told = language.labels["intake.join"].join(hint for hint in hints if hint)
    label = variable.label[language.code]
    answer = click.prompt(
        f"{label} ({told})" if told else label,
        default=None if default is None else str(default),
        show_default=bool(default),
        value_proc=read,
        err=True,
    )
    assert isinstance(answer, str)  # noqa: S101 - what read gives
    return answer
