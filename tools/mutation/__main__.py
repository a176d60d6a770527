"""`python -m tools.mutation --seed 1 --count 100 --django 5.2`: how many slips the harness catches.

An example counts only if it passes as it stands; each gets one mutation that makes it wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from typing import Any

from cheatsheet_ls.model import Entry
from tests.content.jobs import job, pairs, releases, run
from tests.content.sheet_examples import entries
from tools.mutation import files, python
from tools.mutation.points import Broken, Point, break_one

SPARE = 1.25  # some of the chosen may not pass as they stand
FILES = ("template", "shell", "systemd", "nginx", "dockerfile", "requirements")


def main() -> int:
    options = _arguments()
    found = entries()
    jobs = [
        job(entry, example, options.django)
        for entry, example in pairs(found)
        if options.django in releases(entry, example) and example.scope.value != "text"
    ]
    chosen = choose(jobs, _documented(found), options.seed, int(options.count * SPARE))
    asked = [wanted for job, broken in chosen for wanted in (job, mutated(job, broken))]
    results = run(options.django, asked)
    tried = [(job, broken) for job, broken in chosen if not results[job["id"]]["error"]]
    tried = tried[: options.count]
    lived = []
    for job_, broken in tried:
        error = results[job_["id"] + "!"]["error"]
        if options.verbose or not error:
            lines = str(error).splitlines() or [""]
            state = lines[-1][:150] if error else "SURVIVED"
            print(f"{job_['id']}:{broken.line}: {_said(broken)}: {state}")
        if not error:
            lived.append(broken)
    print(f"Django {options.django}, seed {options.seed}: {_summary(tried, lived)}")
    return 0 if len(tried) - len(lived) >= 0.95 * len(tried) else 1


def choose(
    jobs: list[dict[str, Any]], hooks: frozenset[str], seed: int, count: int
) -> list[tuple[dict[str, Any], Broken]]:
    """A seeded choice of examples, each with its mutation."""
    rng = random.Random(seed)
    chosen: list[tuple[dict[str, Any], Broken]] = []
    for wanted in rng.sample(jobs, len(jobs)):
        code = _code(wanted)
        broken = break_one(code, points(code, wanted["scope"], hooks), rng, hooks)
        if broken is not None:
            chosen.append((wanted, broken))
        if len(chosen) == count:
            break
    return chosen


def points(code: str, scope: str, hooks: frozenset[str]) -> Iterator[Point]:
    if scope in FILES:
        yield from getattr(files, scope)(code)
    else:
        yield from python.points(code, scope, hooks)


def mutated(wanted: dict[str, Any], broken: Broken) -> dict[str, Any]:
    """The job with the broken code, split into imports and body as before."""
    count = wanted["imports"].count("\n") + 1 if wanted["imports"] else 0
    lines = broken.code.split("\n")
    imports, body = lines[:count], lines[count + 1 if count else 0 :]
    parts = {"imports": "\n".join(imports), "body": "\n".join(body)}
    return {**wanted, **parts, "id": wanted["id"] + "!"}


def _code(wanted: dict[str, Any]) -> str:
    body: str = wanted["body"]
    return f"{wanted['imports']}\n\n{body}" if wanted["imports"] else body


def _documented(found: list[Entry]) -> frozenset[str]:
    """The last words of all symbols: names that Django looks for."""
    symbols = [s for e in found for s in (*e.symbols, *(o.symbol for o in e.options))]
    return frozenset(s.rpartition(":")[2].rpartition(".")[2] for s in symbols)


def _said(broken: Broken) -> str:
    return f"{broken.kind} {broken.old.strip()!r} -> {broken.new.strip()!r}"


def _summary(tried: list[tuple[dict[str, Any], Broken]], lived: list[Broken]) -> str:
    return f"{len(tried) - len(lived)} of {len(tried)} broken examples caught"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--django", default="5.2")
    parser.add_argument("--verbose", action="store_true", help="list what was caught as well")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
