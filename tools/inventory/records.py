"""The records of an inventory file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """`path` is how a project writes it: an import path, `{% load i18n %}`, `CACHES[…]['TIMEOUT']`.

    `library` is what a tag or filter is loaded from, `keyword` is true for arguments.
    """

    id: str
    kind: str
    name: str
    path: str
    tier: int
    frequency: int = 0
    library: str = ""
    keyword: bool = False


def load(file: Path) -> tuple[Record, ...]:
    found = json.loads(file.read_text(encoding="utf-8"))
    return tuple(map(_record, found["symbols"]))


def _record(raw: dict[str, Any]) -> Record:
    library = raw.get("library") or ""
    return Record(
        raw["id"],
        raw["kind"],
        raw["name"],
        next(iter(raw.get("public_paths") or ()), raw["name"]),
        raw["tier"],
        raw.get("freq") or 0,
        "" if library == "builtin" else library,
        raw.get("type") == "keyword",
    )
