"""`python -m tools.facts.api [--check [--all]]`: rebuilds the API's data, or compares it.

`--check` reads the newest Django and the companions only and compares what it finds with the
committed facts that are not marked as removed; `--all` rebuilds everything for the comparison.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.facts.api import build, check
from tools.facts.api.environments import ROOT

DATA = ROOT / "server" / "cheatsheet_ls" / "facts" / "data"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.facts.api", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with the committed data, write nothing"
    )
    parser.add_argument("--all", action="store_true", help="with --check: over all releases")
    options = parser.parse_args()
    if not options.check:
        save(DATA, build.all_files())
        return 0
    differences = check.all_releases(DATA) if options.all else check.newest(DATA)
    for line in differences[:50]:
        print(line)
    print(f"{len(differences)} differences between the committed facts and the packages")
    return 1 if differences else 0


def save(folder: Path, files: dict[str, str]) -> None:
    for part in check.PARTS:
        (folder / part).mkdir(parents=True, exist_ok=True)
        for stale in set((folder / part).glob("*.json")) - {folder / name for name in files}:
            stale.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    raise SystemExit(main())
