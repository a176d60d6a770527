"""The anchors of all releases as one table: the newest in full, the others as differences."""

from __future__ import annotations

from typing import Any

from .anchors import Anchor


def build(documented: dict[str, list[Anchor]]) -> dict[str, Any]:
    return {}
