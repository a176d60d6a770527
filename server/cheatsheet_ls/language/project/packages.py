"""Whether a project uses a package: by its settings, its manifests or its own imports."""

from __future__ import annotations

import re
from pathlib import Path

from cheatsheet_ls.language.environment import PROJECTS, REQUIREMENTS, listed
from cheatsheet_ls.language.project.layout import Layout, chain
from cheatsheet_ls.language.workspace import Workspace

_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


def requires(workspace: Workspace, layout: Layout | None, package: str) -> bool:
    """Whether a manifest beside `manage.py` or at the top of the workspace names the package."""
    tops = {layout.base if layout is not None else None, workspace.root} - {None}
    parts = "[-_.]".join(map(re.escape, re.split(r"[-_.]", package)))
    named = re.compile(rf"(?<![\w-]){parts}(?![\w-])", re.IGNORECASE)
    texts = (workspace.source(path) for top in tops if top for path in _manifests(top))
    return any(named.search(_COMMENT.sub("", text)) for text in texts)


def mentioned_in_settings(workspace: Workspace, layout: Layout | None, word: str) -> bool:
    if layout is None or layout.settings is None:
        return False
    return any(word in workspace.source(path) for path in chain(workspace, layout.settings))


def _manifests(folder: Path) -> list[Path]:
    found = [path for pattern in REQUIREMENTS for path in listed(folder, pattern)]
    return found + [folder / name for name, _ in PROJECTS]
