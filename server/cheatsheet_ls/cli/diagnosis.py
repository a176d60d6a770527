"""What the server sees of one workspace, as plain data; reads files, runs nothing."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from cheatsheet_ls import __version__

MOST_FOLDERS = 20
_ENVIRONMENTS = (".venv", "venv", "env", ".env")


def diagnosis(root_given: str) -> dict[str, Any]:
    from cheatsheet_ls.lsp.folders import Folders

    root = Path(os.path.abspath(Path(root_given).expanduser()))
    folder = Folders().add(str(root))
    problems = list(folder.problems)
    if not root.is_dir():
        problems.insert(0, f"{root} is no folder")
    sheets, wrong = _sheets(root, folder.project.sheets)
    return {
        "root": str(root),
        "kind": _kind(root, has_django=folder.has_django()),
        "django": _django(root, folder.project.django_version),
        "interpreter": _interpreter(root, folder.project.python_interpreter),
        "templates": _templates(folder.workspace, root),
        "sheets": sheets,
        "settings": _settings(folder.project),
        "problems": [*problems, *wrong],
        "server": _server(),
    }


def _server() -> dict[str, str | None]:
    from cheatsheet_ls.sheet.locate import cache_folder

    return {
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(terse=True),
        "cache": str(cache_folder()) if cache_folder() else None,
    }


def _manage(root: Path) -> Path:
    """The project's `manage.py`: at the root, or in a folder right below as many keep it."""
    here = root / "manage.py"
    return here if here.is_file() else next(iter(sorted(root.glob("*/manage.py"))), here)


def _kind(root: Path, *, has_django: bool) -> str:
    if _manage(root).is_file():
        return "a Django project"
    return "a package for Django" if has_django else "nothing of Django found"


def _django(root: Path, configured: str) -> dict[str, Any] | None:
    from cheatsheet_ls.language.environment import django_version

    if configured != "auto":
        told = "the setting djangoVersion"
        return {"low": configured, "high": configured, "source": told, "line": None}
    found = django_version(_manage(root), root)
    if found is None:
        return None
    line = getattr(found, "line", None)
    return {"low": found.low, "high": found.high, "source": str(found.source), "line": line}


def _interpreter(root: Path, configured: str | None) -> dict[str, str | None]:
    """The environment whose installed packages are read; it is never run."""
    if configured:
        return {"path": configured, "why": "the setting python.interpreter; read, never run"}
    for name in _ENVIRONMENTS:
        if (root / name / "pyvenv.cfg").is_file():
            return {
                "path": str(root / name),
                "why": f"{name} lies in the workspace; read, never run",
            }
    return {"path": None, "why": "none configured and none in the workspace; none is needed"}


def _templates(workspace: Any, root: Path) -> list[str]:
    """Folders called `templates` that hold pages."""
    found: dict[str, None] = {}
    for path in islice(workspace.walk(".html"), 5000):
        for parent in path.parents:
            if parent.name == "templates":
                found[
                    str(parent.relative_to(root)) if parent.is_relative_to(root) else str(parent)
                ] = None
    return list(found)[:MOST_FOLDERS]


def _sheets(root: Path, names: tuple[str, ...]) -> tuple[list[dict[str, Any]], list[str]]:
    from cheatsheet_ls.lsp.project_file import sheets_inside
    from cheatsheet_ls.sheet.load import load_source
    from cheatsheet_ls.sheet.locate import Source, content_folder

    inside, outside = sheets_inside(root, names)
    sources = [(Source(path, root), "named by the project") for path in inside]
    sources.append((Source(content_folder()), "shipped"))
    sheets, problems = [], list(outside)
    for source, why in sources:
        store, _ = load_source(source)
        sheets.append({"path": str(source.path), "entries": len(store), "why": why})
        problems += [f"{one.page}:{one.line}: {one.rule}: {one.message}" for one in store.problems]
    return sheets, problems


def _settings(config: Any) -> dict[str, Any]:
    """What the project's own `pyproject.toml` sets differently."""
    default = asdict(type(config)())
    return {name: value for name, value in asdict(config).items() if value != default[name]}
