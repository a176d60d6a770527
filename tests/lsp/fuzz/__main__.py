"""`python -m tests.lsp.fuzz`: the fuzzer for as long as one likes, with a summary in one line."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter

from tests.lsp.fuzz.machine import CarelessEditor
from tests.lsp.fuzz.run import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.lsp.fuzz", description=__doc__)
    parser.add_argument("--actions", type=int, default=3000, help="moves over all seeds")
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds share them")
    parser.add_argument("--seed", type=int, default=1, help="the first of them")
    parser.add_argument("--shrink", action="store_true", help="look for the shortest program")
    chosen = parser.parse_args()
    breaches: Counter[str] = Counter()
    began, share = time.monotonic(), chosen.actions // chosen.seeds
    for number in range(chosen.seed, chosen.seed + chosen.seeds):
        done, found = CarelessEditor.moves_made, None
        turn = 0
        while (left := share - (CarelessEditor.moves_made - done)) > 0:
            found = run(left, number + 1000 * turn, shrink=chosen.shrink)
            turn += 1
            if found is not None:
                breaches[found.invariant] += 1
                print(found, *getattr(found, "__notes__", ()), sep="\n")
        print(f"seed {number}: {CarelessEditor.moves_made - done} actions", flush=True)
    summary = {"actions": CarelessEditor.moves_made, "seeds": chosen.seeds}
    summary |= {"breaches": dict(breaches), "seconds": round(time.monotonic() - began)}
    print(json.dumps(summary))
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
