"""Files nobody wants problems of: history, other people's code, and what a machine wrote."""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.kinds import is_jinja_file

_FOLDERS = frozenset(
    {
        "migrations",
        "south_migrations",
        "vendor",
        "vendored",
        "_vendor",
        "third_party",
        "extern",
        "site-packages",
        "dist-packages",
        "node_modules",
        "__pycache__",
    }
)
_GENERATED = re.compile(
    r"\b(?:generated (?:by|from|with|file)|auto-?generated|do not edit|@generated)", re.IGNORECASE
)
HEAD = 600  # characters in which a generator says its name


def is_not_ours(document: Document) -> bool:
    path = document.path
    if path is not None and (_FOLDERS & set(path.parts) or _is_pattern(path)):
        return True
    if is_jinja_file(document.language_id.lower(), path):
        return True
    return _GENERATED.search(document.text[:HEAD]) is not None


def _is_pattern(path: PurePath) -> bool:
    """A file that another is made from: `{{ project_name }}/settings.py`, `settings.py-tpl`."""
    return "{" in str(path) or path.suffix.endswith("-tpl")
