"""The index a command works on: the sheets it was given, else what the editor would use here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index


def index_of(paths: Sequence[str]) -> Index:
    """With paths: those sheets alone; without: the shipped one alone."""
    from cheatsheet_ls.sheet.load import load_index

    return load_index(paths, shipped=not paths)


def index_here() -> Index:
    """The shipped sheet below those that the project around the current folder names."""
    from cheatsheet_ls.lsp.config import read
    from cheatsheet_ls.lsp.project_file import settings_of, sheets_inside
    from cheatsheet_ls.sheet.load import load_index
    from cheatsheet_ls.sheet.locate import Source

    root = _project()
    if root is None:
        return load_index()
    named = read(settings_of(root)[0]).config.sheets
    inside, _ = sheets_inside(root, named)
    return load_index([Source(path, root) for path in inside])


def written(path: Path) -> str:
    """A path as one would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):
        return str(path)


def _project() -> Path | None:
    """The nearest folder with a `pyproject.toml`, from the current one upwards."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was deleted under us
        return None
    return next((folder for folder in (here, *here.parents) if _has_file(folder)), None)


def _has_file(folder: Path) -> bool:
    try:
        return (folder / "pyproject.toml").is_file()
    except OSError:
        return False
