"""Print how well and how fast facts are found: ``python benchmarks/extraction.py``.

The values first (``values.py``), then parties, terms and types of clause (``terms.py``), then
duties (``duties.py``); each says on which labels.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import duties
import terms
import values

PARTS = {"values": values.main, "terms": terms.main, "duties": duties.main}


def main() -> int:
    for name, part in PARTS.items():
        print(f"== {name}", flush=True)
        if code := part():
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
