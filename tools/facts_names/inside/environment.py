"""Environment variables that the package itself reads: `os.environ.get("DJANGO_COLORS")`.

A name that is put together from a prefix ends with a star: `DJANGO_SUPERUSER_*`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import project

_NAME = re.compile(r"DJANGO_[A-Z_]*[A-Z]")
_PREFIX = re.compile(r"DJANGO_[A-Z_]+_")


def collect(which: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for folder in project.folders(which):
        for path in sorted(folder.rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if "environ" not in text and "ENVIRONMENT_VARIABLE" not in text:
                continue
            module = ".".join(path.relative_to(folder.parent).with_suffix("").parts)
            for name in sorted(set(names(ast.parse(text)))):
                found.setdefault(name, {"module": module.removesuffix(".__init__")})
    return found


def names(tree: ast.Module) -> Iterator[str]:
    """Strings that are looked up in the environment, and constants that are named for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _NAME.fullmatch(node.value):
                yield node.value
        elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
            prefix = node.left.value
            if isinstance(prefix, str) and _PREFIX.fullmatch(prefix):
                yield f"{prefix}*"
