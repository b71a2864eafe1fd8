"""What ``make demo`` shows: two agreements generated, a draft reviewed, a campaign of renewals.

python tools/demo.py OUT INCOMING
"""

from __future__ import annotations

import json
import shutil
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
    campaign(out / "campaign")
    print(f"look at    {out / 'review.html'}, {out / 'review.json'} and the .docx")
    print(f"took       {time.perf_counter() - start:.1f} s")


def campaign(folder: Path) -> None:
    """Plan and run the campaign of 200 renewals, three of whose rows have a mistake."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("campaign.yaml", "campaign-physicians.xlsx"):
        shutil.copyfile(ROOT / "examples" / name, folder / name)
    path = str(folder / "campaign.yaml")
    told = contractkit("renew", "plan", path).stdout.splitlines()
    print(f"planned    {told[0]}: {told[2].strip()}")
    for line in told[told.index("mistakes:") + 1 :]:
        print(f"           - {line.strip()}")
    start = time.perf_counter()
    done = contractkit("renew", "run", path, "--workers", "2").stdout.strip()
    print(f"renewed    {done} ({time.perf_counter() - start:.1f} s)")
    print(f"           {contractkit('renew', 'verify', path).stdout.strip()}")


def _is_clause(pair: dict[str, dict[str, str] | None]) -> bool:
    unit = pair["base"] or pair["other"]
    return unit is not None and unit["kind"] == "clause"


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
