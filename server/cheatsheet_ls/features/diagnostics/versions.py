"""Which release had a name, as far as problems are told of it; where versions do not count."""

from __future__ import annotations

import re

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.diagnostics.older import OLDER
from cheatsheet_ls.features.diagnostics.subject import FileSubject, Node
from cheatsheet_ls.model import Versions

# A file that asks for Django's version has code for several.
_ASKS = re.compile(
    r"\b(?:DJANGO_?VERSION|django_version|django\.VERSION|get_version|import VERSION"
    r"|RemovedIn\w+|ignore_warnings|filterwarnings|catch_warnings)\b",
    re.IGNORECASE,
)


def where_versions_count(at: Node) -> bool:
    """Whether code at this place is meant for the project's release alone."""
    return not at.guarded and at.file.django.known and not asks_for_version(at.file)


def asks_for_version(file: FileSubject) -> bool:
    if "asks" not in file.memo:
        file.memo["asks"] = _ASKS.search(file.document.text) is not None
    return bool(file.memo["asks"])


def told(path: str) -> Versions | None:
    """Only of names that were deprecated or have a successor: others were never public."""
    if path in OLDER:
        removed, instead = OLDER[path]
        return Versions(deprecated=removed, removed=removed, instead=instead or None)
    versions = api.versions(path)
    if versions.deprecated or (versions.removed and versions.instead):
        return versions
    return None
