"""Prints in how many redlines LibreOffice's own accept-all and reject-all give the two sides.

    python benchmarks/redline_libreoffice.py [--pairs DIR] [--python /usr/bin/python3]

The redlines of all pairs are written by our command line, then opened by one LibreOffice without
windows; its ``AcceptAllTrackedChanges`` is held against the revised file, as LibreOffice itself
reads it, and ``RejectAllTrackedChanges`` against the original. Compared are the paragraphs of the
body with those of tables, footnotes, endnotes, headers and footers (there without digits:
a page number is that of the last page that was laid out). The Python that is named must have
LibreOffice's ``uno`` module (Debian: python3-uno).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT.parent / "shared" / "corpus" / "redline"
FOLDERS = ("feature", "versions", "wc", "large")
PIPE = f"contractkit-{os.getpid()}"
SHOWN = 160

# Run by LibreOffice's Python: reads lines of JSON [path, deed], prints the paragraphs of each.
WORKER = """
import json, re, sys, time, uno
from com.sun.star.beans import PropertyValue

context = uno.getComponentContext()
resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
address = "uno:pipe,name=PIPE;urp;StarOffice.ComponentContext"
for attempt in range(120):
    try:
        remote = resolver.resolve(address)
        break
    except Exception:
        time.sleep(0.5)
manager = remote.ServiceManager
DUMMY = "\u200d"  # LibreOffice puts it into a tracked row whose cells are empty
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote)
hidden = PropertyValue()
hidden.Name, hidden.Value = "Hidden", True

def each(container):
    walk = container.createEnumeration()
    while walk.hasMoreElements():
        yield walk.nextElement()

def lines(text):
    for element in each(text):
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from lines(element.getCellByName(name))
        elif element.supportsService("com.sun.star.text.Paragraph"):
            yield element.String.replace(DUMMY, "")

def pages(document):
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.isInUse():
            for kind in ("Header", "Footer"):
                if getattr(style, kind + "IsOn"):
                    yield from lines(getattr(style, kind + "Text"))

def read(path, deed):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    try:
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, ".uno:" + deed + "AllTrackedChanges", "", 0, ())
        found = {"body": list(lines(document.Text))}
        for kind in ("Footnotes", "Endnotes"):
            notes = getattr(document, kind)
            found[kind] = [x for k in range(notes.Count) for x in lines(notes.getByIndex(k))]
        found["pages"] = sorted({re.sub("[0-9]+", "#", line) for line in pages(document)} - {""})
        found["left"] = sum(1 for _ in each(document.Redlines))
        return found
    finally:
        document.close(True)

for line in sys.stdin:
    try:
        print(json.dumps(read(*json.loads(line))), flush=True)
    except Exception as error:
        print(json.dumps({"error": repr(error)[:200]}), flush=True)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--python", default="/usr/bin/python3")
    options = parser.parse_args()
    office = shutil.which("soffice")
    has_uno = [options.python, "-c", "import uno"]
    if office is None or subprocess.run(has_uno, check=False, capture_output=True).returncode:
        print(f"skipped: soffice, or the uno module of {options.python}, is not installed")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        server = _serve(office, Path(scratch))
        worker = subprocess.Popen(
            [options.python, "-c", WORKER.replace("PIPE", PIPE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            for folder in FOLDERS:
                _folder(worker, options.pairs / folder, Path(scratch))
        finally:
            worker.terminate()
            server.terminate()
            server.wait()
            worker.wait()
    return 0


def _serve(office: str, scratch: Path) -> subprocess.Popen[bytes]:
    """LibreOffice, waiting on a pipe, with a profile of its own."""
    return subprocess.Popen(
        [
            shutil.which("oosplash") or office,
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{scratch / 'profile'}",
            f"--accept=pipe,name={PIPE};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _folder(worker: subprocess.Popen[str], pairs: Path, scratch: Path) -> None:
    counts = {"pairs": 0, "opened": 0, "accept": 0, "reject": 0, "accept~": 0, "reject~": 0}
    problems = []
    for folder in sorted(path.parent for path in pairs.glob("*/original.docx")):
        counts["pairs"] += 1
        number = counts["pairs"]
        original, revised, out = (scratch / f"{k}-{number}.docx" for k in ("base", "other", "out"))
        shutil.copy(folder / "original.docx", original)  # LibreOffice locks what it opens
        shutil.copy(folder / "revised.docx", revised)
        command = [sys.executable, str(ROOT / "cli.py"), "redline", "--force"]
        subprocess.run(
            [*command, str(original), str(revised), str(out)], check=True, capture_output=True
        )
        opened = True
        for deed, side in (("Accept", revised), ("Reject", original)):
            mine, theirs = _read(worker, out, deed), _read(worker, side, "Accept")
            opened &= "error" not in mine
            same, problem = _compare(mine, theirs)
            counts[deed.lower()] += same == "exact"
            counts[f"{deed.lower()}~"] += same != ""
            if problem:
                problems.append(f"    {folder.name}, {deed.lower()}: {problem}")
        counts["opened"] += opened
    if counts["pairs"]:
        print(f"{pairs.name:<10}", *(f"{name} {count:>3} " for name, count in counts.items()))
        print(*problems, sep="\n", flush=True)


def _read(worker: subprocess.Popen[str], path: Path, deed: str) -> dict[str, object]:
    assert worker.stdin is not None  # noqa: S101 - it was opened with pipes
    assert worker.stdout is not None  # noqa: S101
    worker.stdin.write(json.dumps([str(path), deed]) + "\n")
    worker.stdin.flush()
    answer: dict[str, object] = json.loads(worker.stdout.readline())
    return answer


def _compare(mine: dict[str, object], theirs: dict[str, object]) -> tuple[str, str]:
    """Whether two readings are equal: exact, "~" but for blank paragraphs, or not; and where."""
    if "error" in mine or "error" in theirs:
        return "", f"not opened: {mine.get('error', theirs.get('error'))}"
    if mine == theirs:
        return "exact", ""
    for part in theirs:
        left, right = mine.get(part), theirs[part]
        if left == right:
            continue
        if not isinstance(left, list) or not isinstance(right, list):
            return "", f"{part}: {left!r} instead of {right!r}"
        solid = [[line for line in lines if line.strip()] for lines in (left, right)]
        if solid[0] != solid[1]:
            both = zip(*solid, strict=False)
            first = next(((a, b) for a, b in both if a != b), (solid[0][-1:], solid[1][-1:]))
            texts = [str(text)[:SHOWN] for text in first]
            return "", f"{part}: {texts[0]!r} instead of {texts[1]!r}"
    return "~", "but for blank paragraphs"


if __name__ == "__main__":
    sys.exit(main())
