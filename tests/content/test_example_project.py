"""The project under examples/ runs: checks are clean, migrations complete, tests pass."""

from __future__ import annotations

import subprocess

import pytest

from .environments import ROOT, installed, python_of


@pytest.mark.parametrize(
    "command", ["check --fail-level WARNING", "makemigrations --check", "test"]
)
@pytest.mark.parametrize("release", installed())
def test_example_project_runs(release: str, command: str) -> None:
    ended = subprocess.run(
        [str(python_of(release)), "-B", "manage.py", *command.split()],
        cwd=ROOT / "examples/library",
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
