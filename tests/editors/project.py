"""The project that the editors open: a fresh copy of our own example, as a clone of it would be."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[2] / "examples/library"


def library(home: Path) -> Path:
    """Emacs takes the root of the version control for the project's."""
    project = Path(shutil.copytree(LIBRARY, home / "library"))
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    return project
