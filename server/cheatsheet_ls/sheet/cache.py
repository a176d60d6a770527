"""Keeps parsed sheets in the user's cache folder. It may be deleted or spoilt at any time:
nothing fails.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from cheatsheet_ls.sheet.locate import cache_folder

KEPT = 12  # files: some workspaces, some versions
_SUFFIX = ".sheet"


def read(key: str) -> bytes | None:
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return (folder / (key + _SUFFIX)).read_bytes()
    except OSError:
        return None


def write(key: str, data: bytes) -> None:
    """Whole or not at all: another server may read or write the same file now."""
    import tempfile  # costs more than all else here, and is needed after a change only

    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            os.replace(name, folder / (key + _SUFFIX))
        except OSError:
            os.unlink(name)
        _forget_old(folder)


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob("*" + _SUFFIX), key=_age, reverse=True)
    leftovers = [file for file in folder.glob("*.part") if _age(file) < _age(folder) - 3600]
    for file in [*files[KEPT:], *leftovers]:
        with contextlib.suppress(OSError):
            file.unlink()


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
