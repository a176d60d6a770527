"""Names of the sheet's library project in a recipe, read as those of the user's project.

`config` is the package of `urls.py` and `wsgi.py`; `library` the app, in a recipe with a file of an
app, else the name of the project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cheatsheet_ls.model import Entry

PACKAGE, APP = "config", "library"

_WORDS = re.compile(rf"(?<![\w.-])(?:{PACKAGE}(?=[./])|{APP}\b)")
_GENERAL = frozenset({"config", "conf", "core", "project", "settings", "src", "backend", "app"})


@dataclass(frozen=True, slots=True)
class Words:
    """`names` are dotted names by the sheet's word, `folders` where they lie."""

    base: Path
    names: Mapping[str, str]
    folders: Mapping[str, Path]

    def bound(self, code: str) -> str:
        return _WORDS.sub(lambda found: self.names.get(found[0], found[0]), code)

    def path(self, written: str) -> Path:
        """`library/middleware.py` in the folder of the app."""
        first, *rest = PurePosixPath(written).parts
        if first in self.folders and rest:
            return self.folders[first].joinpath(*rest)
        return self.base / self.bound(written)


def is_for_app(entry: Entry) -> bool:
    """Whether one of the steps goes into a file of an app."""
    return any((one.file or "").startswith(f"{APP}/") for one in entry.examples if one.step)


def project_name(base: Path, package: str | None) -> str:
    """A name for services and files: that of the package where it says something, else the
    folder's.
    """
    if package and package not in _GENERAL:
        return package.partition(".")[0]
    return re.sub(r"\W+", "-", base.name.lower()).strip("-") or "site"
