"""System check ids in the source: where each stands and how serious it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import project

ID = re.compile(r"[a-z0-9_]+\.[DIWEC]\d{3}")


def collect(which: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for folder in project.folders(which):
        for path in sorted(folder.rglob("*.py")):
            if "/tests/" not in path.as_posix():
                scan(path, module_name(path, folder), found)
    return found


def module_name(path: Path, folder: Path) -> str:
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def scan(path: Path, module: str, found: dict[str, Any]) -> None:
    text = path.read_text(encoding="utf-8")
    if "id=" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        name = id_of(node)
        if name:
            found.setdefault(name, {"module": module, "package": project.package_of(module)})


def id_of(node: ast.AST) -> str | None:
    """The check id in `id="…"`."""
    if not isinstance(node, ast.keyword) or node.arg not in ("id", "error_code"):
        return None
    value = node.value.value if isinstance(node.value, ast.Constant) else None
    return value if isinstance(value, str) and ID.fullmatch(value) else None
