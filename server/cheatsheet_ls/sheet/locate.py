"""Where sheets, the index built for the wheel, and the cache lie; and what counts as a sheet.

`pages` reads a file or folder into texts and problems. It never raises, and it never reads more
than the limit, devices, or what a link leads out of the folder to.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.model import Problem

LIMIT = 64 * 1024 * 1024  # bytes of all further sheets together
BUILT = "index.sheet"  # beside the packaged pages

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SUFFIXES = (".md", ".markdown")
_NO_SHEETS = frozenset({"readme.md", "coverage.md", "contributing.md", "changelog.md"})
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder of sheets; `inside` is the folder its files must not lead out of."""

    path: Path
    inside: Path | None = None


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page as it was read: its name below the source, and its bytes."""

    name: str
    path: Path
    data: bytes


def content_folder() -> Path:
    """The shipped pages: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "content"
    return packaged if packaged.is_dir() else package.parents[1] / "content"


def cache_folder() -> Path | None:
    """The user's cache folder for this program; None where there is no home."""
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return base / "django-cheatsheet-ls" if base.is_absolute() else None


def pages(source: Source, limit: int = LIMIT) -> tuple[list[PageFile], list[Problem]]:
    """The pages of a source in order of their names; what could not be read is a problem."""
    found: list[PageFile] = []
    problems: list[Problem] = []
    left = limit
    for path, written in _files(source, problems):
        name = os.fsencode(written).decode("utf-8", "replace")  # names need not be text
        data, wrong = _read(path, left, source.inside)
        if data is None:
            problems.append(Problem(name, 1, "unreadable", wrong))
            continue
        left -= len(data)
        found.append(PageFile(name, path, data))
    return found, problems


def files(source: Source) -> Iterator[Path]:
    """The files that `pages` would read."""
    return (path for path, _ in _files(source, []))


def _files(source: Source, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Paths and names of the pages: a file is one whatever its name, a folder has them at any
    depth.
    """
    path = source.path
    try:
        folder = path.is_dir()
        exists = folder or path.exists()
    except OSError:
        folder = exists = False
    if not exists:
        problems.append(
            Problem(path.name or str(path), 1, "missing", f"there is no sheet at {path}")
        )
    elif not folder:
        yield path, path.name
    else:
        yield from _in_folder(path, problems)


def _in_folder(folder: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    names: list[str] = []
    for at, folders, files in os.walk(folder, onerror=None):
        folders[:] = [one for one in folders if not one.startswith(".") and one not in _SKIPPED]
        for name in files:
            if name.lower().endswith(_SUFFIXES) and name.lower() not in _NO_SHEETS:
                names.append(os.path.relpath(os.path.join(at, name), folder).replace(os.sep, "/"))
    if not names:
        problems.append(Problem(folder.name, 1, "missing", f"there is no sheet in {folder}"))
    for name in sorted(names):
        yield folder / name, name


def _read(path: Path, limit: int, inside: Path | None) -> tuple[bytes | None, str]:
    """The bytes of a page, or why there are none."""
    try:
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            return None, f"{path} lies outside {inside}"
        # Opened without waiting: a pipe of that name must not hang the server.
        descriptor = os.open(path, _READ)
        with open(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                return None, f"{path} is no file"
            if found.st_size > limit:
                return None, f"not read: further sheets may have {LIMIT // 2**20} MB in all"
            return file.read(found.st_size), ""
    except (OSError, RuntimeError, ValueError) as error:
        return None, f"{path} cannot be read: {getattr(error, 'strerror', None) or error}"
