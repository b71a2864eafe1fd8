"""Make the looks: templates/zh/agreement.docx and templates/en/agreement.docx.

A look is a Word file of our own making (never python-docx's default, which is Letter and Japanese):
styles, native numbering, cover, header, footer and signature page, with the places that docxtpl
fills. Legal staff may change it in Word; run this only to start again, from the repository's root::

    python -m tools.templates
"""

from __future__ import annotations

from pathlib import Path

from tools.looks.en import EN
from tools.looks.package import package
from tools.looks.zh import ZH

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    for look in (ZH, EN):
        target = ROOT / "templates" / look.code / "agreement.docx"
        target.write_bytes(package(look))
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
