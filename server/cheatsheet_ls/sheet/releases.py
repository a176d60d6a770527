"""Release lines of a sheet: "5.1" in facts and fences, "since 5.0, removed 6.0, use x" in
tables.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cheatsheet_ls.model import Versions
from cheatsheet_ls.sheet.blocks import Problems

_RELEASE = re.compile(r"\d{1,4}(\.\d{1,3}){0,2}")
_CHANGE = re.compile(r"\b(since|deprecated|removed)(?:\s+(?:in|since))?\s+(\d+(?:\.\d+)*)", re.I)
_INSTEAD = re.compile(r"\buse\s+(.+)$", re.I | re.S)


def release(value: str | None, line: int, problems: Problems) -> str | None:
    if not value:
        return None
    plain = value.strip().strip("`").removeprefix("Django").strip()
    if not _RELEASE.fullmatch(plain):
        problems.add(line, "version", f"{value!r} is no release line such as 5.1")
        return None
    return plain


def versions_of(cell: str, line: int, problems: Problems) -> Versions:
    """What the `Versions` column of an option says."""
    if not cell.strip():
        return Versions()
    changes = {name.lower(): number for name, number in _CHANGE.findall(cell)}
    if not changes:
        problems.add(
            line, "version", f"{cell!r}: write `since 5.0`, `deprecated 6.0`, `removed 6.1`"
        )
    instead = _INSTEAD.search(cell)
    found = Versions(changes.get("since"), changes.get("deprecated"), changes.get("removed"))
    return replace(found, instead=instead[1].strip()) if instead else found


def release_key(value: str) -> tuple[int, ...]:
    """For comparing: "5.10" is after "5.2"."""
    return tuple(int(part) for part in value.split("."))
