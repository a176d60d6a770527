"""Which Django a file's project is on, and where that is written; read from disk, nothing is run.

The nearest folder that says something decides. In it the installed package comes first, then the
lock file, requirements, `pyproject.toml`, `setup.cfg` and the Pipfile. A range is narrowed by what
is installed further up, where that lies inside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cheatsheet_ls.language import manifests
from cheatsheet_ls.language.manifests import Pin
from cheatsheet_ls.language.reading import read_bytes
from cheatsheet_ls.language.releases import compare, release_key

LARGEST = 16 * 1024 * 1024  # bytes of a manifest; lock files of big projects have a few million
DEEPEST = 40  # folders looked at on the way up
MOST_INCLUDES = 20
ENVIRONMENTS = (".venv", "venv", "env", ".env", "virtualenv")
SITE_PACKAGES = (
    "lib/python3*/site-packages",
    "lib64/python3*/site-packages",
    "lib/python3/dist-packages",
    "lib/python3*/dist-packages",
    "Lib/site-packages",
)
LOCKS: tuple[tuple[str, Callable[[str], Pin | None]], ...] = (
    ("uv.lock", manifests.lock),
    ("poetry.lock", manifests.lock),
    ("pdm.lock", manifests.lock),
    ("pylock.toml", manifests.lock),
    ("Pipfile.lock", manifests.pipfile_lock),
)
PROJECTS: tuple[tuple[str, Callable[[str], Pin | None]], ...] = (
    ("pyproject.toml", manifests.pyproject),
    ("setup.cfg", manifests.setup_cfg),
    ("Pipfile", manifests.pipfile),
    ("setup.py", manifests.setup_py),
)
REQUIREMENTS = ("requirements*.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in")

MAIN = ("requirements", "base", "common", "main", "prod", "production")


@dataclass(frozen=True, slots=True)
class DjangoVersion:
    """Release lines, equal where one is certain. `source` is a folder where `line` is 0."""

    low: str
    high: str
    source: Path
    line: int = 0

    @property
    def release(self) -> str:
        """The one that counts where only one can: the newest the project may run."""
        return self.high

    @property
    def exact(self) -> bool:
        return self.low == self.high


def django_version(path: Path, root: Path, interpreter: Path | None = None) -> DjangoVersion | None:
    """The Django of the project a file belongs to, looked for up to `root`."""
    said: DjangoVersion | None = None
    for folder in upwards(path, root):
        here = installed_in(folder)
        if said is None:
            said = here or written_in(folder, root)
        elif here and within(here, said):
            said = here
        if said and said.exact:
            return said
    if interpreter and (chosen := behind(interpreter)) and (not said or within(chosen, said)):
        return chosen
    return said


def within(one: DjangoVersion, other: DjangoVersion) -> bool:
    return compare(other.low, one.low) <= 0 <= compare(other.high, one.high)


def upwards(path: Path, root: Path) -> Iterator[Path]:
    """The folders from a file up to the workspace folder; none for a file outside."""
    try:
        top, folder = root.resolve(), path.resolve()
    except (OSError, RuntimeError, ValueError):
        return
    if not folder.is_relative_to(top):
        return
    folder = folder if folder.is_dir() else folder.parent
    for _ in range(DEEPEST):
        yield folder
        if folder == top or top not in folder.parents:
            return
        folder = folder.parent


def installed_in(folder: Path) -> DjangoVersion | None:
    """Django in a virtual environment that lies in this folder."""
    for name in ENVIRONMENTS:
        if found := in_environment(folder / name):
            return found
    return None


def behind(interpreter: Path) -> DjangoVersion | None:
    """Django in the environment of an interpreter. It is looked at, not started."""
    return in_environment(interpreter.parent.parent)


def in_environment(prefix: Path) -> DjangoVersion | None:
    for pattern in SITE_PACKAGES if prefix.is_dir() else ():
        for packages in listed(prefix, pattern):
            for entry in listed(packages, "[Dd]jango-*-info"):
                if release := manifests.installed(entry.name):
                    return DjangoVersion(release, release, entry)
    return None


def written_in(folder: Path, root: Path) -> DjangoVersion | None:
    """What the manifests of one folder say, in the order they count."""
    for name, parse in LOCKS:
        if found := parsed(folder / name, parse, root):
            return found
    if found := required_in(folder, root):
        return found
    for name, parse in PROJECTS:
        if found := parsed(folder / name, parse, root):
            return found
    return None


def required_in(folder: Path, root: Path) -> DjangoVersion | None:
    """Requirements files: the main one, else a single release before a range.

    Files that pin different releases are a test matrix, and count from the lowest to the highest.
    """
    found = list(required(folder, root))
    main = [version for version in found if version.source.stem in MAIN]
    exact = [version for version in found if version.exact]
    counting = main[:1] or exact or found[:1]
    if not counting:
        return None
    low = min(counting, key=lambda version: release_key(version.low))
    high = max(counting, key=lambda version: release_key(version.high))
    return replace(low, high=high.high)


def required(folder: Path, root: Path) -> Iterator[DjangoVersion]:
    """What each requirements file says, and each that it includes."""
    pending = [path for pattern in REQUIREMENTS for path in listed(folder, pattern)]
    pending.sort(key=lambda path: path.stem not in MAIN)
    seen = set(pending)
    most = len(seen) + MOST_INCLUDES
    while pending:
        path = pending.pop(0)
        if version := parsed(path, manifests.requirements, root):
            yield version
        for name in manifests.includes(text_of(path, root) or ""):
            other = Path(os.path.normpath(path.parent / name))
            if other not in seen and len(seen) < most:
                seen.add(other)
                pending.append(other)


def parser_of(name: str) -> Callable[[str], Pin | None] | None:
    """How a manifest of that name is read; requirements have many names."""
    known = dict((*LOCKS, *PROJECTS))
    if name in known:
        return known[name]
    return manifests.requirements if name.endswith((".txt", ".in")) else None


def parsed(path: Path, parse: Callable[[str], Pin | None], root: Path) -> DjangoVersion | None:
    text = text_of(path, root)
    pin = remembered(parse, text) if text else None
    return DjangoVersion(pin.low, pin.high, path, pin.line) if pin else None


@lru_cache(maxsize=16)
def remembered(parse: Callable[[str], Pin | None], text: str) -> Pin | None:
    return parse(text)


def text_of(path: Path, root: Path) -> str | None:
    """A manifest's text, where it lies inside the workspace and is of a sensible size."""
    if not path.is_file():  # most are not there; following links is for those that are
        return None
    content = read_bytes(path, LARGEST, root)
    if content is None:
        return None
    return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def listed(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern)) if folder.is_dir() else []
    except (OSError, RuntimeError, ValueError):
        return []
