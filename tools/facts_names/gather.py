"""Runs the collectors inside each installation; each result is kept as one file of raw facts."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from .interpreters import python_for
from .releases import NEWEST, RELEASES, addons_environment, environment, part

INSIDE = Path(__file__).with_name("inside")


def gather_all(documented: dict[str, list[str]]) -> None:
    """Also what other paths there are to `documented` names, which it lists by release."""
    for release in RELEASES:
        gather(release, environment(release), "django", release)
    gather(NEWEST, addons_environment(), "addons", "addons")
    part("aliases").write_text(json.dumps(aliases(documented)), encoding="utf-8")


def aliases(paths: dict[str, list[str]]) -> dict[str, str]:
    """Other paths to documented names, of each release that has some; the newest release wins."""
    found: dict[str, str] = {}
    for release, wanted in paths.items():
        done = run(release, environment(release), "aliases.py", json.dumps(wanted))
        found |= json.loads(done)
    return found


def gather(release: str, folder: Path, which: str, name: str) -> None:
    text = run(release, folder, "collect.py", "", which)
    part(name).parent.mkdir(parents=True, exist_ok=True)
    part(name).write_text(text, encoding="utf-8")


def run(release: str, folder: Path, script: str, given: str, *arguments: str) -> str:
    surroundings = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(python_for(release)), str(INSIDE / script), *arguments]
    done = subprocess.run(
        command, env=surroundings, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"Django {release}, {script}: {done.stderr}")
    return done.stdout
