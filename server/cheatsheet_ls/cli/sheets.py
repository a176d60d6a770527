"""The index a command works on: the sheets it was given, else the shipped one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index


def index_of(paths: Sequence[str]) -> Index:
    """With paths: those sheets alone."""
    from cheatsheet_ls.sheet.load import load_index

    return load_index(paths, shipped=not paths)


def written(path: Path) -> str:
    """A path as one would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):
        return str(path)
