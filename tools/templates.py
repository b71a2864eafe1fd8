"""Make the looks: templates/zh/agreement.docx, templates/en/agreement.docx, templates/both/agreement.docx.

A look is a Word file of our own making (never python-docx's default, which is Letter and Japanese):
styles, native numbering, cover, header, footer and signature page, with the places that docxtpl
fills. Legal staff may change it in Word; run this only to start again, from the repository's root::

    python -m tools.templates
"""

from __future__ import annotations

from pathlib import Path

from tools.looks.body import document
from tools.looks.both import BOTH
from tools.looks.both import document as columns
from tools.looks.en import EN
from tools.looks.package import package
from tools.looks.zh import ZH

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    for look, content in ((ZH, document(ZH)), (EN, document(EN)), (BOTH, columns(BOTH))):
        target = ROOT / "templates" / look.code / "agreement.docx"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(package(look, content))
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
