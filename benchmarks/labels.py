"""Print in how many paragraphs of the corpus our automatic numbers are those of LibreOffice.

    python benchmarks/labels.py [FOLDER]    default: redline/*/*/ of CONTRACTKIT_CORPUS

Every .docx is read by us and exported as text by LibreOffice, which writes each paragraph with its
number on a line. A paragraph counts when its text stands in the export; it agrees when number and
text do. A bullet agrees with any bullet. What disagrees is listed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.model.document import Block, Document  # noqa: E402
from contractkit.ooxml.numbering import BULLET  # noqa: E402
from contractkit.readers import document  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
BATCH = 60  # files for one LibreOffice process
SECONDS = 180  # that it may take for them
_SYMBOL = re.compile(r"^[^\w\s(（\[“\"'‘<{/《【]")


class Line(NamedTuple):
    """A paragraph, or what stands between two line breaks: its number and its text."""

    label: str
    text: str

    @property
    def key(self) -> str:
        """What is compared: no white space, no bullets."""
        return squeeze(self.text if self.label == BULLET else self.label + self.text)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS / "redline"
    files = sorted(folder.rglob("*.docx"))
    exports = export(files)
    agreed = compared = numbered = numbered_agreed = absent = 0
    for path, text in zip(files, exports, strict=True):
        if text is None:
            print(f"{path}: LibreOffice gave no text")
            continue
        for ours, theirs in pairs(document(path.read_bytes(), path.name), text):
            if theirs is None:
                absent += 1
                continue
            same = ours.key == theirs
            compared += 1
            agreed += same
            numbered += bool(ours.label)
            numbered_agreed += same and bool(ours.label)
            if not same:
                name = path.relative_to(folder)
                print(f"{name}: {ours.label!r} {ours.text[:50]!r} {theirs[:60]!r}")
    print(f"files: {len(files)}")
    print(f"paragraphs that agree: {agreed} of {compared} ({absent} are not in the export)")
    print(f"numbered paragraphs that agree: {numbered_agreed} of {numbered}")
    return 0


def export(files: list[Path]) -> list[str | None]:
    """What LibreOffice writes for each file as text; None where it wrote nothing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise SystemExit("LibreOffice (soffice) is not installed")
    found: list[str | None] = []
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        for start in range(0, len(files), BATCH):
            copies = []
            for number, path in enumerate(files[start : start + BATCH], start):
                copies.append(work / f"{number}.docx")
                shutil.copyfile(path, copies[-1])
            profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
            convert = ["--headless", "--convert-to", "txt:Text", "--outdir", str(work)]
            subprocess.run(
                [program, profile, *convert, *map(str, copies)],
                check=True,
                capture_output=True,
                timeout=SECONDS,
            )
            outputs = (copy.with_suffix(".txt") for copy in copies)
            found += [o.read_text("utf-8-sig") if o.exists() else None for o in outputs]
    return found


def pairs(read: Document, text: str) -> Iterator[tuple[Line, str | None]]:
    """Each line of ours with the line of the export that answers it, None where there is none."""
    ours = [line for line in lines(read) if squeeze(line.text)]
    theirs = [line for line in map(squeeze, text.splitlines()) if line]
    bare = [_SYMBOL.sub("", line) for line in theirs]
    left = [squeeze(line.text) for line in ours]
    # first by number and text, then what is left between by text alone
    bullets = {line.key for line in ours if line.label == BULLET}
    right = [
        b if b in bullets and b != line else line for line, b in zip(theirs, bare, strict=True)
    ]
    keys = [line.key for line in ours]
    for tag, i, j, m, n in SequenceMatcher(None, keys, right, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(ours[i:j], keys[i:j], strict=True)
            continue
        rest = right[m:n]
        for at in range(i, j):
            answer = next((line for line in rest if line.endswith(left[at])), None)
            if answer is not None:
                rest = rest[rest.index(answer) + 1 :]
            yield ours[at], answer


def lines(read: Document) -> Iterator[Line]:
    """The lines of the body, those of text boxes left out: LibreOffice does not export them."""
    for block in read.blocks:
        if block.story == "body":
            yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    if block.cells:
        for cell in block.cells:
            yield from (Line("", line.removeprefix(f"{BULLET} ")) for line in cell.split("\n"))
        return
    label = block.label
    for line in block.text.split("\n"):
        yield Line(label, line)
        label = ""


def squeeze(text: str) -> str:
    """The text without white space and soft hyphens."""
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", "", text)


if __name__ == "__main__":
    sys.exit(main())
