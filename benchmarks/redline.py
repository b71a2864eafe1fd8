"""Print how the redline does on the corpus: exact both ways, clean, minimal, seconds.

    python benchmarks/redline.py [--pairs DIR] [--bench redline_bench.py]
        [--engine NAME=CMD ...]     further engines, each from its own environment

CMD gets ORIGINAL REVISED OUT. Engines are measured one after another on the same machine, by the
judge in ../shared/tools (or where ``--bench`` says).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDERS = ("feature", "versions", "wc", "large")


def main() -> int:
    options = _options()
    engines = {"contractkit": f"{sys.executable} -m contractkit.redline"}
    engines |= dict(engine.split("=", 1) for engine in options.engine)
    with tempfile.TemporaryDirectory() as scratch:
        for folder in FOLDERS:
            pairs = options.pairs / folder
            if pairs.is_dir():
                print(f"{folder}:", flush=True)
                _report(options.bench, pairs, engines, Path(scratch))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pairs", type=Path, default=SHARED / "corpus" / "redline")
    parser.add_argument("--bench", type=Path, default=SHARED / "tools" / "redline_bench.py")
    parser.add_argument("--engine", action="append", default=[], metavar="NAME=CMD")
    return parser.parse_args()


def _report(bench: Path, pairs: Path, engines: dict[str, str], scratch: Path) -> None:
    results = []
    for name, command in engines.items():
        result = scratch / f"{pairs.name}-{name}.jsonl"
        arguments = ["--name", name, "--cmd", command, "--pairs", str(pairs), "--out", str(result)]
        subprocess.run(
            [sys.executable, str(bench), "run", *arguments], check=True, stdout=subprocess.DEVNULL
        )
        results.append(str(result))
    subprocess.run([sys.executable, str(bench), "report", *results], check=True)


if __name__ == "__main__":
    sys.exit(main())
