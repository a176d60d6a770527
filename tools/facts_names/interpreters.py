"""Finds a Python that can run a given Django: on PATH, among pyenv's versions, among uv's."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NAMES = ("python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python3", "python")


def python_for(release: str) -> Path:
    """An interpreter for that Django: 3.2 needs 3.10 at most, 6.x 3.12 at least.

    5.x runs on both, but has an option of `test` on 3.12 only.
    """
    low, high = ((3, 12), (3, 13)) if int(release.split(".")[0]) >= 5 else ((3, 10), (3, 10))
    fitting = [python for python in candidates() if low <= version_of(python) <= high]
    if not fitting:
        wanted = " to ".join(".".join(map(str, edge)) for edge in (low, high))
        raise SystemExit(f"Django {release}: no Python {wanted} on this machine")
    return min(fitting, key=version_of)


def candidates() -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    for folder in version_folders():
        yield from sorted(folder.glob("*/bin/python3"))
        yield from sorted(folder.glob("*/python.exe"))


def version_folders() -> tuple[Path, ...]:
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    return (pyenv / "versions", home / ".local" / "share" / "uv" / "python")


@cache
def version_of(python: Path) -> tuple[int, ...]:
    """(3, 12) of an interpreter; (0, 0) of one that does not run."""
    code = "import sys; print(*sys.version_info[:2])"
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    return tuple(int(number) for number in done.stdout.split()) or (0, 0)
