"""Lists of texts in a settings module, as far as they are written down in one place."""

from __future__ import annotations

import ast

from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.settings import is_settings


def setting_at(at: Node) -> str | None:
    """The setting that a top-level assignment gives its value, nothing else changing it."""
    node = at.node
    if not isinstance(node, ast.Assign) or at.around or at.scope.kind != "module":
        return None
    target = node.targets[0]
    if not isinstance(target, ast.Name) or not target.id.isupper() or len(node.targets) > 1:
        return None
    if len(at.scope.find(target.id)) != 1 or not is_settings(at.file.module):
        return None
    return target.id


def texts(node: ast.expr) -> list[ast.Constant]:
    """The elements of a list or tuple that are plain texts."""
    if not isinstance(node, (ast.List, ast.Tuple)):
        return []
    return [
        one for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def is_changed_later(at: Node, name: str) -> bool:
    """Whether the module speaks of the setting again: `MIDDLEWARE += …`, `MIDDLEWARE.insert(…)`."""
    count = 0
    for block in at.file.module.tree.blocks:
        count += name in block.text
    return count > 1
