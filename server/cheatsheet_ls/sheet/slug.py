"""Ids of entries and examples: stable, readable and unique within their page."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(title: str) -> str:
    """ "Store a title" is `store-a-title`, "Meta.ordering" is `meta-ordering`."""
    return _OTHER.sub("-", title.lower()).strip("-") or "untitled"


def page_id(page: str) -> str:
    """`models/fields.md` is `models/fields`."""
    path = PurePosixPath(page)
    return str(path.with_suffix("")) if path.suffix.lower() in (".md", ".markdown") else str(path)


class Unique:
    """Hands out ids; the second of a name gets `-2`."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> tuple[str, bool]:
        """The id to use, and whether it is the one that was wanted."""
        if wanted not in self._seen:
            self._seen.add(wanted)
            return wanted, True
        number = self._next.get(wanted, 2)
        while f"{wanted}-{number}" in self._seen:
            number += 1
        self._next[wanted] = number + 1
        self._seen.add(f"{wanted}-{number}")
        return f"{wanted}-{number}", False
