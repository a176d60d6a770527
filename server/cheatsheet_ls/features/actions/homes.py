"""Which file of an app a thing belongs to, and how that file imports what the app has."""

from __future__ import annotations

import re
from pathlib import Path

from cheatsheet_ls.features.code.lists import literals, with_string
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.statements import with_imports
from cheatsheet_ls.features.drafts import Draft, Drafts
from cheatsheet_ls.features.imports.wanted import OWN
from cheatsheet_ls.language.project.apps import App, app_of
from cheatsheet_ls.language.workspace import Workspace


def home_of(workspace: Workspace, app: App, name: str) -> Path:
    """`admin.py` of the app, or `admin/__init__.py` where the app has a package of that name."""
    package = app.folder / name / "__init__.py"
    return package if workspace.exists(package) else app.folder / f"{name}.py"


def part_of(workspace: Workspace, app: App, name: str, part: str) -> Path:
    """Where new code goes: `views.py`, or a file of its own (`views/book.py`) in a package."""
    home = home_of(workspace, app, name)
    return home.with_name(f"{part}.py") if home.name == "__init__.py" else home


def handed_on(drafts: Drafts, app: App, path: Path, name: str) -> None:
    """A name of `views/book.py` becomes one of `views`, unless the package is used otherwise."""
    package = path.parent / "__init__.py"
    if path.parent == app.folder or not drafts.workspace.exists(package):
        return
    draft = drafts.open(package)
    is_known = re.search(rf"\b{name}\b|import \*", draft.text)
    if is_known or _used_by_module(drafts, app, path.parent.name, draft.text):
        return
    line = f"from .{path.stem} import {name}"
    draft.text = with_imports(draft.text, (line,))[0]
    if literals(parsed(draft.text, package.name), "__all__"):
        draft.text = with_string(draft.text, "__all__", name)


def _used_by_module(drafts: Drafts, app: App, package: str, text: str) -> bool:
    """Whether the app's URLconf imports the modules of a package, and the package nothing."""
    urls = drafts.open(home_of(drafts.workspace, app, "urls")).text
    own = rf"(?:\.|{re.escape(app.name)}\.){package}"
    if re.search(r"^from \.", text, re.MULTILINE):
        return False
    if re.search(rf"^from {own}\.\w+ import", urls, re.MULTILINE):
        return True
    found = re.search(rf"^from {own} import (?:\(([^)]*)\)|(.*))", urls, re.MULTILINE)
    names = re.findall(r"\w+", (found[1] or found[2]) if found else "")
    folder = app.folder / package
    return any(drafts.workspace.exists(folder / f"{one}.py") for one in names)


def import_from_app(
    workspace: Workspace, app: App, source: Path, target: Path, text: str, name: str
) -> str:
    """The import line of a name of the app's file `source` for the app's file `target`: absolute
    where `text`, the target's, imports the app so, else relative.
    """
    return import_line(app, module_of(workspace, app, source, name), target, text, name)


def import_line(app: App, module: str, target: Path, text: str, name: str) -> str:
    """The same for a module of the app, `forms`; `module` is "" for the app itself."""
    absolute = f"{app.name}.{module}".rstrip(".")
    if re.search(rf"^(?:from|import) {re.escape(app.name)}\b", text, re.MULTILINE):
        return f"from {absolute} import {name}{OWN}"
    depth = len(target.parent.relative_to(app.folder).parts)
    return f"from {'.' * (depth + 1)}{module} import {name}"


def import_of(
    workspace: Workspace, app: App, source: Path, target: Path, text: str, name: str
) -> str:
    """The import line of a name that may belong to another app."""
    if source.is_relative_to(app.folder):
        return import_from_app(workspace, app, source, target, text, name)
    other = app_of(workspace, source)
    if other is None:
        return f"from {workspace.dotted_name(source)} import {name}{OWN}"
    return f"from {other.name}.{module_of(workspace, other, source, name)} import {name}{OWN}"


def module_of(
    workspace: Workspace, app: App, source: Path, name: str, package: str | None = None
) -> str:
    """`models`, also for a file of a `models` package that hands the name on; `package` is the
    text of its `__init__.py` where that is about to change.
    """
    parts = source.relative_to(app.folder).with_suffix("").parts
    if parts[-1] == "__init__":
        parts = parts[:-1]
    if len(parts) > 1:
        if package is None:
            package = workspace.source(app.folder / parts[0] / "__init__.py")
        if re.search(rf"\b{name}\b|import \*", package):
            return parts[0]
    return ".".join(parts)


def module_of_draft(drafts: Drafts, app: App, path: Path, name: str) -> str:
    """The same for a name that was written just now."""
    package = path.parent / "__init__.py"
    text = drafts.open(package).text if path.parent != app.folder else None
    return module_of(drafts.workspace, app, path, name, text)


def defines(draft: Draft, name: str) -> bool:
    """Whether a file has a class, function or value of that name at its top level."""
    pattern = rf"^(?:class\s+{name}\b|(?:async\s+)?def\s+{name}\b|{name}\s*(?::[^=\n]+)?=)"
    return re.search(pattern, draft.text, re.MULTILINE) is not None
