"""Print how well and how fast facts are found: ``python benchmarks/extraction.py [--speed]``.

The values first (``values.py``), then parties, terms and types of clause (``terms.py``), then
duties (``duties.py``); each says on which labels. Last the time that each extractor takes
(``extraction_speed.py``), which ``--speed`` prints alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import duties
import extraction_speed
import terms
import values

PARTS = {
    "values": values.main,
    "terms": terms.main,
    "duties": duties.main,
    "speed": extraction_speed.main,
}


def main() -> int:
    chosen = ("speed",) if "--speed" in sys.argv else tuple(PARTS)
    for name in chosen:
        print(f"== {name}", flush=True)
        if code := PARTS[name]():
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
