"""Make examples/NAME.xlsx, the intake sheets filled with the values of examples/NAME.yaml.

Run it when the library, the intake sheet or an example has changed: ``python -m tools.examples``.
"""

from __future__ import annotations

from pathlib import Path

from contractkit.intake import prefilled, questions, write_intake
from contractkit.library import default_root, load_library, read_values_file

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

# Each template, and the language of the sheet that those who use it would fill in.
SHEETS = {
    "hospital-service": "zh",
    "physician-service": "zh",
    "provider-participation": "en",
    "single-case": "en",
    "medical-management": "en",
    "renewal": "zh",
}


def main() -> None:
    """Write the sheet of every template."""
    library = load_library(default_root())
    for template, code in SHEETS.items():
        groups = questions(library, template, code)
        values = prefilled(groups, read_values_file(EXAMPLES / f"{template}.yaml"))
        data = write_intake(library, template, groups, values, language=code)
        (EXAMPLES / f"{template}.xlsx").write_bytes(data)


if __name__ == "__main__":
    main()
