"""Writes the tables as JSON, one name a line: a new release is then a readable difference."""

from __future__ import annotations

import json
import sys
from typing import Any

from .releases import DATA


def write(files: dict[str, Any]) -> int:
    for name, table in files.items():
        path = DATA / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(table), encoding="utf-8", newline="\n")
        print(f"{name}: {len(table)} names, {path.stat().st_size:,} bytes")
    return 0


def compare(files: dict[str, Any]) -> int:
    stale = [name for name, table in files.items() if committed(name) != text_of(table)]
    for name in stale:
        print(f"{name} differs from what the installed releases say", file=sys.stderr)
    return 1 if stale else 0


def committed(name: str) -> str:
    path = DATA / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def text_of(table: dict[str, Any]) -> str:
    lines = [f"{json.dumps(name)}: {compact(value)}" for name, value in table.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
