"""Print how well and how fast facts are found: ``python benchmarks/extraction.py``.

The values' part, its corpus and its labels are those of ``values.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import values


def main() -> int:
    return values.main()


if __name__ == "__main__":
    sys.exit(main())
