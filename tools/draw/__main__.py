"""`python -m tools.draw --seed 61 --count 40` prints the entries to read: id, place and title."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence

from cheatsheet_ls.model import Entry
from cheatsheet_ls.sheet.load import load_index


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.draw", description=__doc__)
    parser.add_argument("--seed", type=int, required=True, help="another seed, another draw")
    parser.add_argument("--count", type=int, default=40, help="entries to draw (40)")
    options = parser.parse_args(arguments)
    for entry in draw(load_index([]).entries, options.seed, options.count):
        print(f"{entry.id}\t{entry.origin.page}:{entry.origin.line}\t{entry.title}")
    return 0


def draw(entries: Sequence[Entry], seed: int, count: int) -> list[Entry]:
    """`count` different entries, or all of them; where they stand in the pages is no matter."""
    pool = sorted(entries, key=lambda entry: entry.id)
    return random.Random(seed).sample(pool, min(max(count, 0), len(pool)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
