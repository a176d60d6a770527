"""Which file of an app a thing belongs to, and how that file imports the app's models."""

from __future__ import annotations

import re
from pathlib import Path

from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.workspace import Workspace


def home_of(workspace: Workspace, app: App, name: str) -> Path:
    """`admin.py` of the app, or `admin/__init__.py` where the app has a package of that name."""
    package = app.folder / name / "__init__.py"
    return package if workspace.exists(package) else app.folder / f"{name}.py"


def import_from_app(
    workspace: Workspace, app: App, source: Path, target: Path, text: str, name: str
) -> str:
    """The import line of a name of the app's file `source` for the app's file `target`: absolute
    where `text`, the target's, imports the app so, else relative.
    """
    module = _module(workspace, app, source, name)
    depth = len(target.parent.relative_to(app.folder).parts)
    absolute = f"{app.name}.{module}"
    if re.search(rf"^(?:from|import) {re.escape(app.name)}\.\w", text, re.MULTILINE):
        return f"from {absolute} import {name}"
    return f"from {'.' * (depth + 1)}{module} import {name}"


def _module(workspace: Workspace, app: App, source: Path, name: str) -> str:
    """`models`, also for a file of a `models` package that hands the name on."""
    parts = source.relative_to(app.folder).with_suffix("").parts
    if parts[-1] == "__init__":
        parts = parts[:-1]
    if len(parts) > 1:
        package = workspace.source(app.folder / parts[0] / "__init__.py")
        if re.search(rf"\b{name}\b|import \*", package):
            return parts[0]
    return ".".join(parts)
