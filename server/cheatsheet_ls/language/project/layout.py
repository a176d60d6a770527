"""Where a project keeps what concerns all of it: `manage.py`, its settings, its root URLs.

Settings may be split over files: `assigned_in` follows their star imports to the one that assigns a
setting.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.workspace import Workspace

_MODULE = re.compile(r"""DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)["']""")
_ROOT_URLCONF = re.compile(r"""^ROOT_URLCONF\s*=\s*["']([\w.]+)["']""", re.MULTILINE)
_SETTING = re.compile(r"^[A-Z][A-Z0-9_]{3,}\s*(?::[^=\n]+)?\+?=(?!=)", re.MULTILINE)
MAX_CHAIN = 8  # settings files that import each other
MAX_BESIDE = 40  # modules of one folder that are looked at


@dataclass(frozen=True, slots=True)
class Layout:
    """`base` is the folder of `manage.py`; `settings` the module it names, where it is there."""

    base: Path
    settings: Path | None
    urls: Path | None


def layout_of(workspace: Workspace, path: Path | None) -> Layout | None:
    """The project around a file; None where no `manage.py` and no single settings module is."""
    base = _base(workspace, path)
    if base is None:
        return None
    settings = _settings(workspace, base)
    return Layout(base, settings, urls_of(workspace, base, settings))


def assigned_in(workspace: Workspace, settings: Path, name: str) -> Path | None:
    """The file that assigns a setting first: the module itself or one it imports all of."""
    return next(
        (path for path in chain(workspace, settings) if assigns(workspace.source(path), name)), None
    )


def chain(workspace: Workspace, settings: Path) -> Iterator[Path]:
    """A settings module and those it takes everything from, the nearest first."""
    seen: set[Path] = set()
    waiting = [settings]
    while waiting and len(seen) < MAX_CHAIN:
        path = waiting.pop(0)
        module = workspace.read_module(path) if path not in seen else None
        seen.add(path)
        if module is not None:
            yield path
            waiting += _star_imports(module)


def family(workspace: Workspace, files: Iterable[Path]) -> tuple[Path, ...]:
    """Settings modules and those that lie beside them: `base.py`, `dev.py`, `prod.py`."""
    found = dict.fromkeys(files)
    for folder in dict.fromkeys(path.parent for path in tuple(found)):
        for path in sorted(folder.glob("*.py"))[:MAX_BESIDE]:
            if path not in found and sets_anything(workspace.source(path)):
                found[path] = None
    return tuple(found)


def sets_anything(source: str) -> bool:
    return _SETTING.search(source) is not None


def assigns(source: str, name: str) -> bool:
    return re.search(rf"^{name}\s*(?::[^=\n]+)?=(?!=)", source, re.MULTILINE) is not None


def _star_imports(module: Module) -> Iterator[Path]:
    for _, binding in module.scope.stars:
        node = binding.node
        if isinstance(node, ast.ImportFrom):
            found = (
                module.workspace.find_relative(node.level, node.module or "", module.path)
                if node.level
                else module.workspace.find_module(node.module or "", module.path)
            )
            if found is not None and found.path is not None:
                yield found.path


def _base(workspace: Workspace, path: Path | None) -> Path | None:
    """The nearest folder upwards with a `manage.py`, else the only one below the workspace."""
    folder = path.parent if path is not None else workspace.root
    while folder is not None and workspace.holds(folder):
        if workspace.exists(folder / "manage.py"):
            return folder
        folder = folder.parent if folder != workspace.root and folder != folder.parent else None
    found = workspace.managing()
    return found[0].parent if len(found) == 1 else None


def _settings(workspace: Workspace, base: Path) -> Path | None:
    named = _MODULE.search(workspace.source(base / "manage.py"))
    if named is None:
        return None
    found = workspace.find_module(named[1], base / "manage.py")
    return found.path if found is not None else None


def urls_of(workspace: Workspace, base: Path, settings: Path | None) -> Path | None:
    """The file of the root URLs: what `ROOT_URLCONF` names, else `urls.py` beside the settings."""
    if settings is None:
        return None
    for path in chain(workspace, settings):
        named = _ROOT_URLCONF.search(workspace.source(path))
        found = workspace.find_module(named[1], base / "manage.py") if named else None
        if found is not None:
            return found.path
    beside = settings.parent / "urls.py"
    return beside if workspace.exists(beside) else None
