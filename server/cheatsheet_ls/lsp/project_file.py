"""`[tool.django-cheatsheet]` of a project's `pyproject.toml`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from cheatsheet_ls.language.reading import read_bytes

MAX_SIZE = 1_000_000


def settings_of(root: Path) -> tuple[Any, str | None]:
    """The table as written and what is wrong with the file; (None, None) where there is neither."""
    path = root / "pyproject.toml"
    if not path.exists():
        return None, None
    content = read_bytes(path, MAX_SIZE, root)
    if content is None:
        return None, f"{path}: cannot be read, or is too large, or lies elsewhere."
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, f"{path}: {error}"
    if "django-cheatsheet" not in text:
        return None, None
    return _table(text, path)


def _table(text: str, path: Path) -> tuple[Any, str | None]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, f"{path}: {error}"
    tool = data.get("tool")
    return (tool.get("django-cheatsheet") if isinstance(tool, dict) else None), None


def sheets_inside(root: Path, names: tuple[str, ...]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Sheets a project names, and a message for each that lies outside of it."""
    inside: list[Path] = []
    outside: list[str] = []
    real_root = root.resolve()
    for name in names:
        path = (root / name).resolve()
        if path == real_root or real_root in path.parents:
            inside.append(path)
        else:
            outside.append(
                f"pyproject.toml: the sheet {name} lies outside of the project, ignored."
            )
    return tuple(inside), tuple(outside)
