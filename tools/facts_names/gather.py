"""Runs the collectors inside each installation; each result is kept as one file of raw facts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .interpreters import python_for
from .releases import NEWEST, RELEASES, addons_environment, environment, part

COLLECT = Path(__file__).with_name("collect")


def gather_all() -> None:
    for release in RELEASES:
        gather(release, environment(release), "django", release)
    gather(NEWEST, addons_environment(), "addons", "addons")


def gather(release: str, folder: Path, which: str, name: str) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(python_for(release)), str(COLLECT), which]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    part(name).parent.mkdir(parents=True, exist_ok=True)
    part(name).write_text(done.stdout, encoding="utf-8")
