"""Whether a project uses a package: by its settings, its manifests or its own imports."""

from __future__ import annotations

import re
from pathlib import Path

from cheatsheet_ls.language.environment import PROJECTS, REQUIREMENTS, listed
from cheatsheet_ls.language.project.layout import Layout, chain
from cheatsheet_ls.language.workspace import Workspace


def requires(workspace: Workspace, layout: Layout | None, package: str) -> bool:
    """Whether a manifest beside `manage.py` or at the top of the workspace names the package."""
    tops = {layout.base if layout is not None else None, workspace.root} - {None}
    named = re.compile(rf"(?<![\w-]){re.escape(package)}(?![\w-])", re.IGNORECASE)
    return any(
        named.search(workspace.source(path)) for top in tops if top for path in _manifests(top)
    )


def mentioned_in_settings(workspace: Workspace, layout: Layout | None, word: str) -> bool:
    if layout is None or layout.settings is None:
        return False
    return any(word in workspace.source(path) for path in chain(workspace, layout.settings))


def _manifests(folder: Path) -> list[Path]:
    found = [path for pattern in REQUIREMENTS for path in listed(folder, pattern)]
    return found + [folder / name for name, _ in PROJECTS]
