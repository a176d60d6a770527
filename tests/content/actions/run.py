"""`python -m tests.content.actions.run [FOLDER]`: every action on a project, for each Django.

The project is started by Django itself, each action of `steps.py` is applied through the real
server and written to disk, and then Django says whether all of it is right: system checks,
migrations made and applied, none left to make, and the tests that the actions wrote. Applied
again, no action is offered. With a folder the projects are left there to be looked at.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.content.actions import project
from tests.content.actions.editor import Editor, NoPlace
from tests.content.actions.project import CONFIG
from tests.content.actions.steps import PLANS, Plan, Step, discovered
from tests.content.environments import python_of

RELEASES = ("4.2", "5.2", "6.1")
# A database that is not on this machine: what asks for no connection.
OFFLINE = {"settings_postgresql": (("check", "--fail-level", "WARNING"),)}
SECRET = {"DJANGO_SECRET_KEY": "x" * 50}  # what production settings ask the environment for
COMMANDS = (
    ("check", "--fail-level", "WARNING"),
    ("makemigrations",),
    ("migrate", "--verbosity", "0"),
    ("makemigrations", "--check", "--dry-run"),
    ("test",),
)


@dataclass
class Outcome:
    """`problems` are empty where all went well; `tests` is how many Django ran."""

    release: str
    plan: Plan
    applied: list[Step] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    tests: int = 0
    seconds: float = 0.0


def run(release: str, root: Path, plan: Plan) -> Outcome:
    started, outcome = time.monotonic(), Outcome(release, plan)
    project.start(root, release)
    with Editor(root) as editor:
        for step in plan.steps:
            _apply(editor, step, outcome)
        for step in outcome.applied:
            if step.id in editor.offers(step.file, step.mark):
                outcome.problems.append(f"{step.id} is offered again at {step.mark!r} in the end")
            editor.close(step.file)
    for settings in plan.settings:
        for command in OFFLINE.get(settings, COMMANDS):
            _manage(root, settings, command, outcome)
    outcome.seconds = time.monotonic() - started
    return outcome


def _apply(editor: Editor, step: Step, outcome: Outcome) -> None:
    try:
        offered = editor.offers(step.file, step.mark)
    except NoPlace as missing:
        outcome.problems.append(f"{step.id}: {missing}")
        return
    offer = offered.get(step.id)
    if offer is None or offer.disabled is not None:
        disabled = [f"{one.title}: {one.disabled}" for one in offered.values() if one.disabled]
        outcome.problems.append(f"{step.id} is not offered at {step.mark!r}; {disabled}")
        editor.close(step.file)
        return
    if not editor.apply(step.file, offer):
        outcome.problems.append(f"{step.id} changed nothing at {step.mark!r}")
    outcome.applied.append(step)
    if step.id in editor.offers(step.file, step.mark):
        outcome.problems.append(f"{step.id} is offered again at {step.mark!r}")
    editor.close(step.file)


def _manage(root: Path, settings: str, command: tuple[str, ...], outcome: Outcome) -> None:
    python = str(python_of(outcome.release))
    words = [python, "-W", "error::DeprecationWarning", "manage.py", *command]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": f"{CONFIG}.{settings}", **SECRET}
    ended = subprocess.run(words, cwd=root, env=env, capture_output=True, text=True, check=False)
    said = ended.stdout + ended.stderr
    if ended.returncode:
        outcome.problems.append(
            f"{settings}: manage.py {' '.join(command)} failed:\n{said[-6000:]}"
        )
    if command == ("test",):
        outcome.tests += next((int(w) for w in said.partition("Ran ")[2].split()[:1]), 0)
        if not outcome.tests:
            outcome.problems.append(f"{settings}: no test was run")


def main() -> int:
    outcomes = []
    keep = sys.argv[1] if len(sys.argv) > 1 else None
    for release, plan in itertools.product(RELEASES, PLANS):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(keep or folder).resolve() / plan.name / f"django-{release}"
            root.mkdir(parents=True)
            outcomes.append(run(release, root, plan))
    for one in outcomes:
        print(
            f"Django {one.release}, {one.plan.name}: {len(one.applied)} actions applied"
            f" ({len({step.id for step in one.applied})} kinds), {one.tests} tests of theirs passed"
            f", {len(one.problems)} problems, {one.seconds:.0f} s"
        )
        for problem in one.problems:
            print("  -", problem)
    kinds = len(discovered())
    print(f"{kinds} actions × {len(RELEASES)} releases = {kinds * len(RELEASES)}")
    return 1 if any(one.problems for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
