"""The project that the editors open: a fresh copy of our own example."""

from __future__ import annotations

import shutil
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[2] / "examples/library"


def library(home: Path) -> Path:
    return Path(shutil.copytree(LIBRARY, home / "library"))
