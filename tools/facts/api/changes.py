"""Defaults and values over the releases: one for all of them, or `[release, value]` per change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

REQUIRED = "required"  # stands where a release has the parameter without a default
Record = dict[str, Any]
Value = str | None
Steps = Value | list[list[Value]]


def of(versions: Sequence[str], records: Sequence[Record | None]) -> Record:
    """`defaults` and `value` of one thing, from its record in each release."""
    pairs = [(v, record) for v, record in zip(versions, records, strict=False) if record]
    found: Record = {}
    names = {word.strip("/*=") for _, record in pairs for word in words(record)}
    if names:
        found["defaults"] = {name: steps(defaults(name, pairs)) for name in sorted(names)}
    if any("value" in record for _, record in pairs):
        found["value"] = steps((version, record.get("value")) for version, record in pairs)
    return found


def defaults(name: str, pairs: Iterable[tuple[str, Record]]) -> Iterable[tuple[str, Value]]:
    for version, record in pairs:
        if name in (word.strip("/") for word in words(record)):
            yield version, REQUIRED
        elif f"{name}=" in (word.strip("/") for word in words(record)):
            yield version, record.get("defaults", {}).get(name)


def words(record: Record) -> Sequence[str]:
    """Its parameters as tokens."""
    return record.get("init") or record.get("params") or ()


def steps(values: Iterable[tuple[str, Value]]) -> Steps:
    """
    >>> steps([("4.2", "1"), ("5.0", "1"), ("5.1", "2")])
    [['4.2', '1'], ['5.1', '2']]
    >>> steps([("4.2", "1"), ("5.0", "1")])
    '1'
    """
    found: list[list[Value]] = []
    for version, value in values:
        if not found or found[-1][1] != value:
            found.append([version, value])
    return found[0][1] if len(found) == 1 else found
