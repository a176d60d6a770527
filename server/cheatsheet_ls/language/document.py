"""A document of the user, as the editor has it at one version."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cheatsheet_ls.model import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """`text` is the editor's text, unchanged; `version` grows with each edit; `cache` lives as
    long as it.
    """

    uri: str
    path: Path | None
    kind: Kind
    text: str
    version: int = 0
    language_id: str = ""
    cache: dict[str, Any] = field(default_factory=dict)
