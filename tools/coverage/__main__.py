"""`python -m tools.coverage` writes content/COVERAGE.md; `--check` says whether it is fresh."""

from __future__ import annotations

import sys

from tools.coverage.rows import ROOT, rows
from tools.coverage.table import table

PAGE = ROOT / "content/COVERAGE.md"


def main(arguments: list[str]) -> int:
    wanted = table(rows())
    if "--check" not in arguments:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    print("content/COVERAGE.md is out of date; run: python -m tools.coverage", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
