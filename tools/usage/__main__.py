"""`python -m tools.usage FILE` writes the orders of magnitude that completions are ranked by."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from cheatsheet_ls.facts.load import DATA
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.load import load_index
from tools.inventory.answers import Answer, answer
from tools.inventory.records import load

TARGET = DATA.parent / "usage.json"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.usage", description=__doc__)
    parser.add_argument("file", type=Path, help="the inventory")
    file: Path = parser.parse_args(arguments).file
    index, workspace = load_index([]), Workspace(None)
    found = magnitudes(answer(index, workspace, record) for record in load(file))
    TARGET.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(found)} names")
    return 0


def magnitudes(answers: Iterable[Answer]) -> dict[str, int]:
    """Symbol to the power of two that its uses reach; what is used once or never is left out."""
    found: dict[str, int] = {}
    for one in answers:
        level = one.record.frequency.bit_length() - 1
        if level > 0 and one.symbols:
            symbol = one.symbols[0]
            found[symbol] = max(level, found.get(symbol, 0))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
