"""Which app a file belongs to: its folder, its dotted name, its label, its URL namespace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.language.workspace import Workspace

_SIGNS = ("apps.py", "models.py", "models", "migrations", "admin.py", "views.py")
_INNER = frozenset(
    {"models", "views", "admin", "forms", "tests", "serializers", "api", "management", "commands"}
    | {"templatetags", "migrations"}
)
_NAME = re.compile(r"""^[ \t]+name\s*=\s*["']([\w.]+)["']""", re.MULTILINE)
_LABEL = re.compile(r"""^[ \t]+label\s*=\s*["'](\w+)["']""", re.MULTILINE)
_NAMESPACE = re.compile(r"""^app_name\s*(?::\s*\w+\s*)?=\s*["']([\w-]+)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class App:
    """`name` is what stands in `INSTALLED_APPS`, `label` what names its tables and templates."""

    folder: Path
    name: str
    label: str


def app_of(workspace: Workspace, path: Path | None) -> App | None:
    """The app a file lies in; None where no folder around it looks like one."""
    if path is None:
        return None
    folder = path.parent
    while folder.name in _INNER and folder != workspace.root and folder != folder.parent:
        folder = folder.parent
    if not any(workspace.exists(folder / sign) for sign in _SIGNS):
        return None
    config = workspace.source(folder / "apps.py")
    named = _NAME.search(config)
    name = named[1] if named else workspace.dotted_name(folder / "__init__.py") or folder.name
    labelled = _LABEL.search(config)
    return App(folder, name, labelled[1] if labelled else name.rpartition(".")[2])


def url_namespace(source: str) -> str | None:
    """The `app_name` that a `urls.py` sets."""
    found = _NAMESPACE.search(source)
    return found[1] if found else None
