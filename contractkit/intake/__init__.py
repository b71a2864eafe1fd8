"""What a template wants to know: an Excel sheet to fill in and its way back, a JSON Schema."""

from contractkit.intake.cell_values import stated
from contractkit.intake.cells import explained, unit, wanted, words_of_choices
from contractkit.intake.prefill import prefilled
from contractkit.intake.questions import Group, Question, questions
from contractkit.intake.read import Intake, is_workbook, read_intake
from contractkit.intake.schema import json_schema
from contractkit.intake.write import write_intake

__all__ = [
    "Group",
    "Intake",
    "Question",
    "explained",
    "is_workbook",
    "json_schema",
    "prefilled",
    "questions",
    "read_intake",
    "stated",
    "unit",
    "wanted",
    "words_of_choices",
    "write_intake",
]
