"""Python interpreters where they usually are: PATH, pyenv's versions, uv's, the py launcher."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

VERSIONS = ("3.10", "3.11", "3.12", "3.13", "3.14")


def find(versions: tuple[str, ...]) -> Path | None:
    """The first interpreter of one of these versions, the earlier version preferred."""
    known = interpreters()
    return next((known[version] for version in versions if version in known), None)


@lru_cache(maxsize=1)
def interpreters() -> dict[str, Path]:
    """One working interpreter a version. One that cannot make environments is not counted."""
    found: dict[str, Path] = {}
    for path in _candidates():
        version = _version(path)
        if version in VERSIONS:
            found.setdefault(version, path)
    return found


def _candidates() -> Iterator[Path]:
    yield Path(getattr(sys, "_base_executable", None) or sys.executable)
    for version in VERSIONS:
        if named := shutil.which(f"python{version}"):
            yield Path(named)
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv")) / "versions"
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", home / ".local/share/uv/python"))
    yield from sorted(pyenv.glob("3.*/bin/python"))
    yield from sorted(uv.glob("cpython-3.*/bin/python3"))
    if launcher := shutil.which("py"):
        yield from _launched(launcher)


def _launched(launcher: str) -> Iterator[Path]:
    listed = subprocess.run([launcher, "-0p"], capture_output=True, text=True, check=False)
    for line in listed.stdout.splitlines():
        words = line.split()
        if words and words[-1].lower().endswith(".exe"):
            yield Path(words[-1])


def _version(path: Path) -> str | None:
    code = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    try:
        asked = subprocess.run(
            [str(path), "-c", code], capture_output=True, text=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() or None if asked.returncode == 0 else None
