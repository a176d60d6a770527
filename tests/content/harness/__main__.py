"""`python -m harness JOBS RESULTS`: runs every example of JOBS, one result a line."""

from __future__ import annotations

import json
import sys
from importlib.metadata import distributions
from pathlib import Path

from . import scopes, world
from .example import Example
from .isolate import run_isolated
from .truth_text import names_spoken_of, set_anywhere


def main(jobs: str, results: str) -> None:
    examples = [
        Example(**{**job, "symbols": tuple(job["symbols"]), "requires": tuple(job["requires"])})
        for job in json.loads(Path(jobs).read_text(encoding="utf-8"))
    ]
    scopes.load()
    names_spoken_of(), set_anywhere()  # once, for all forks
    world.start()
    installed = {str(d.metadata["Name"]).lower().replace("_", "-") for d in distributions()}
    with open(results, "w", encoding="utf-8") as out:
        for example in examples:
            missing = [r for r in example.requires if _name(r) not in installed]
            if missing:
                result = {"error": f"requires {missing[0]}: add it to requirements/examples.in"}
            else:
                result = dict(run_isolated(scopes.runner(example), example))
            out.write(json.dumps({"id": example.id, **result}) + "\n")


def _name(requirement: str) -> str:
    return requirement.partition("[")[0].lower().replace("_", "-")


if __name__ == "__main__":
    main(*sys.argv[1:3])
