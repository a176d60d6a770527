"""Records of a generated file, decoded when they are first asked for.

The file is JSON with a record a line. There are thousands, and a session asks for a few: the rest
costs its characters alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


class Records(Mapping[str, Any]):
    """Lines of a file or of a section of it, by their key."""

    __slots__ = ("_decoded", "_lines")

    def __init__(self, lines: Iterable[str]) -> None:
        """Lines are `"KEY":VALUE`, a comma at the end or not."""
        pairs = (line.partition('":') for line in lines)
        self._lines = {key[1:]: value for key, _, value in pairs if key}
        self._decoded: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        line = self._lines[key]
        if line:
            self._decoded[key] = json.loads(line.rstrip(","))
            self._lines[key] = ""  # after the other: two threads may ask at once
        return self._decoded[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self._lines else default

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
