"""Where a project's templates lie, and which base an app's pages extend, by which block."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.layout import Layout, chain
from cheatsheet_ls.language.workspace import Workspace

MOST_SIBLINGS = 20
_EXTENDS = re.compile(r"""\{%-?\s*extends\s+["']([^"']+)["']""")
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_CONTENT = ("content", "main", "body", "page_content")
_TITLES = ("title", "page_title", "head_title")


@dataclass(frozen=True, slots=True)
class Base:
    """The template to extend, its block for the page and, where it has one, for the title."""

    name: str
    block: str
    title: str | None = None


def project_folders(workspace: Workspace, layout: Layout | None) -> list[Path]:
    """The folders that `DIRS` of the settings names and that are there."""
    found: list[Path] = []
    if layout is None or layout.settings is None:
        return found
    for settings in chain(workspace, layout.settings):
        for parts in _named_dirs(workspace.source(settings)):
            for top in (layout.base, settings.parent):
                folder = top.joinpath(*parts)
                if parts and folder not in found and workspace.exists(folder):
                    found.append(folder)
    return found


def _named_dirs(source: str) -> Iterator[tuple[str, ...]]:
    """The words of each path in `DIRS`: `BASE_DIR / "web" / "templates"`."""
    for found in re.finditer(r"""["']DIRS["']\s*:\s*(\[[^\]]*\])""", source):
        try:
            listed = ast.parse(found[1], mode="eval").body
        except (SyntaxError, ValueError):
            continue
        for one in listed.elts if isinstance(listed, ast.List) else ():
            words = (n.value for n in ast.walk(one) if isinstance(n, ast.Constant))
            yield tuple(word.strip("/") for word in words if isinstance(word, str))


def installed_folders(workspace: Workspace, layout: Layout | None) -> list[Path]:
    """Those of the apps beside `manage.py` that the settings speak of."""
    if layout is None or layout.settings is None:
        return []
    settings = "".join(workspace.source(path) for path in chain(workspace, layout.settings))
    found = files_in(layout.base, "*/templates")
    return [one for one in found if re.search(rf"[\"']{one.parent.name}\b", settings)]


def app_folder(app: App) -> Path:
    return app.folder / "templates"


def find(workspace: Workspace, folders: list[Path], name: str) -> Path | None:
    return next((one / name for one in folders if workspace.exists(one / name)), None)


def extended_by(source: str) -> str | None:
    """The template that a template extends."""
    found = _EXTENDS.search(source)
    return found[1] if found else None


def base_of(workspace: Workspace, app: App, folders: list[Path]) -> Base | None:
    """What the app's own pages extend most, else a `base.html` with a block for the content."""
    siblings = Counter(_extended(workspace, app, folders))
    if siblings:
        return siblings.most_common(1)[0][0]
    for name in (f"{app.label}/base.html", "base.html", "layout.html"):
        path = find(workspace, folders, name)
        if path is not None:
            found = _base(name, workspace.source(path))
            if found is not None:
                return found
    return None


def _extended(workspace: Workspace, app: App, folders: list[Path]) -> Iterator[Base]:
    for folder in folders:
        for path in files_in(folder / app.label, "*.html")[:MOST_SIBLINGS]:
            source = workspace.source(path)
            named = _EXTENDS.search(source)
            found = _base(named[1], source) if named else None
            if found is not None:
                base = find(workspace, folders, found.name)
                in_base = _base(found.name, workspace.source(base)) if base else None
                yield Base(found.name, found.block, in_base.title if in_base else found.title)


def _base(name: str, source: str) -> Base | None:
    blocks = _BLOCK.findall(source)
    content = next((one for one in _CONTENT if one in blocks), None)
    title = next((one for one in _TITLES if one in blocks), None)
    return Base(name, content, title) if content is not None else None


def files_in(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []
