"""Healthcare agreements from a clause library, and what a counterparty changed in them.

The public functions, one for each thing that the command line does::

    library = load_library(default_root())
    agreement = assemble(library, "hospital-service", values, language="zh")
    data = write(agreement, ".docx", look=library.looks["zh", "agreement.docx"])
    incoming = read(Path("draft.docx"))
    result = compare(agreement, incoming, library=library, template="hospital-service")
    page = render(result, "html")
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contractkit.assembly import assemble, assemble_columns, standard_text
    from contractkit.compare import compare
    from contractkit.extract import extract
    from contractkit.library import default_root, load_library, read_values_file
    from contractkit.library.check import check
    from contractkit.readers import read
    from contractkit.redline import redline
    from contractkit.report import render
    from contractkit.writers import write, write_columns

__all__ = [
    "assemble",
    "assemble_columns",
    "check",
    "compare",
    "default_root",
    "extract",
    "load_library",
    "read",
    "read_values_file",
    "redline",
    "render",
    "standard_text",
    "write",
    "write_columns",
]

_HOMES = {
    "assemble": "assembly",
    "assemble_columns": "assembly",
    "standard_text": "assembly",
    "compare": "compare",
    "extract": "extract",
    "check": "library.check",
    "default_root": "library",
    "load_library": "library",
    "read_values_file": "library",
    "read": "readers",
    "redline": "redline",
    "render": "report",
    "write": "writers",
    "write_columns": "writers",
}


class _Package(ModuleType):
    """This package. Importing a module of a public function's name keeps the name the function's.

    Without it, ``contractkit.compare`` is the function until the first call, and then the module.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """Import a public function when it is first asked for: nothing heavy before it is needed."""
    if name not in _HOMES:
        raise AttributeError(f"module 'contractkit' has no attribute {name!r}")
    return getattr(import_module(f"contractkit.{_HOMES[name]}"), name)
