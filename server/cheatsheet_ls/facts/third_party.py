"""What widely used packages derive from the API's classes; generated, read per package when first
asked.

derived("mptt.models.MPTTModel").bases      ("django.db.models.base.Model",)

Only names: the API classes a class derives from and the members of the API that it overrides,
whose documentation would be the package's, not ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cheatsheet_ls.facts.records import Records

_DATA = Path(__file__).parent / "data" / "third_party"


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """A class (`bases` and `own`), or an object (`instance_of`) of another package."""

    path: str
    bases: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    instance_of: str | None = None


def derived(path: str) -> ThirdParty | None:
    """The record of a dotted path; None where the package or the name is not known."""
    record = _table(path.partition(".")[0]).get(path)
    if record is None:
        return None
    if isinstance(record, str):
        return ThirdParty(path, instance_of=record)
    return ThirdParty(path, tuple(record[0]), frozenset(record[1]))


@cache
def _packages() -> frozenset[str]:
    try:
        return frozenset(file.stem for file in _DATA.glob("*.json"))
    except OSError:
        return frozenset()


@cache
def _table(top: str) -> Mapping[str, Any]:
    if top not in _packages():
        return {}
    try:
        lines = (_DATA / f"{top}.json").read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    return Records(lines[1:-2])
