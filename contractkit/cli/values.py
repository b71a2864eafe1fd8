"""The values that a command is given: YAML, JSON or the intake workbook, told by content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.errors import AssemblyError

if TYPE_CHECKING:
    from contractkit.intake import Intake
    from contractkit.model.standard import Library


def read_given(path: Path, library: Library, template: str) -> Intake:
    """The values in the file at ``path`` for ``template``, with the cells that they come from.

    Tells on stderr when a workbook was made for another version of the library. Raises
    AssemblyError and ReadError.
    """
    from contractkit.intake import Intake, is_workbook, read_intake
    from contractkit.library import read_values

    try:
        data = path.read_bytes()
    except OSError as error:
        raise AssemblyError(
            f"the values cannot be opened: {error.strerror}", where=str(path)
        ) from error
    if not is_workbook(data):
        return Intake(template, "", older=False, values=read_values(data, path.name))
    intake = read_intake(data, path.name, library, template)
    if intake.older:
        click.echo(
            f"note: {path.name} was made with another version of the clause library; "
            f"contractkit intake {template} --from {path.name} -o NEW.xlsx brings it up to date",
            err=True,
        )
    return intake
