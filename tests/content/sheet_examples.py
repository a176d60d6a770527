"""The entries of the shipped sheet, parsed afresh: what was just typed is what is tried."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cheatsheet_ls.model import Entry
from cheatsheet_ls.sheet.parse import parse

from .environments import ROOT

CONTENT = ROOT / "content"
NOT_SHEETS = {"README.md", "COVERAGE.md"}


def pages() -> list[Path]:
    return [p for p in sorted(CONTENT.rglob("*.md")) if p.name not in NOT_SHEETS]


def entries(paths: Iterable[Path] | None = None) -> list[Entry]:
    found: list[Entry] = []
    for path in pages() if paths is None else paths:
        name = path.resolve().relative_to(CONTENT).as_posix()
        found += parse(path.read_text(encoding="utf-8"), name).entries
    return found
