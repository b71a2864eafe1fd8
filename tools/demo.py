"""What ``make demo`` shows: two agreements generated, one real draft reviewed.

python tools/demo.py OUT INCOMING
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED = (("hospital-service", "zh"), ("provider-participation", "en"))


def contractkit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; exit code 1 means that it found something."""
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done


def main(out: Path, incoming: Path) -> None:
    """Generate, review, and say in a few lines what was made and where."""
    start = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    for template, language in GENERATED:
        target = out / f"{template}.{language}.docx"
        values = ROOT / "examples" / f"{template}.yaml"
        done = contractkit(
            "generate", template, str(values), "-o", str(target), "--language", language, "--force"
        )
        print(f"generated  {done.stdout.strip()}")
    page = str(out / "review.html")
    done = contractkit(
        "review", str(incoming), "--against", "hospital-service", "-o", page, "--force", "--json"
    )
    (out / "review.json").write_text(done.stdout, encoding="utf-8")
    result = json.loads(done.stdout)
    changes = Counter(pair["change"] for pair in result["pairs"] if _is_clause(pair))
    grave = [finding for finding in result["findings"] if finding["severity"] == "high"]
    told = ", ".join(f"{count} {change}" for change, count in changes.most_common())
    print(f"reviewed   {incoming.name}: {result['other']['title']}")
    print(f"           clauses: {told}")
    print(f"           findings: {len(result['findings'])}, of which grave: {len(grave)}; such as")
    for finding in [finding for finding in grave if finding["basis"]][:3]:
        print(f"           - {finding['clause']} {finding['message']}")
        print(f"             {finding['basis']}")
    print(f"look at    {out / 'review.html'}, {out / 'review.json'} and the two .docx")
    print(f"took       {time.perf_counter() - start:.1f} s")


def _is_clause(pair: dict[str, dict[str, str] | None]) -> bool:
    unit = pair["base"] or pair["other"]
    return unit is not None and unit["kind"] == "clause"


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
