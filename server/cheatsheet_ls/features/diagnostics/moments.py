"""Whether an expression asks for the present moment once, when the file is imported."""

from __future__ import annotations

import ast

from cheatsheet_ls.features.diagnostics.fields import Field
from cheatsheet_ls.language.python.values import Api

_OF_DJANGO = ("django.utils.timezone.now", "django.utils.timezone.localdate")
_OF_PYTHON = ("datetime.now", "datetime.today", "datetime.utcnow", "date.today")


def is_fixed_moment(field: Field, node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or node.args or node.keywords:
        return False
    value = field.at.value(node.func)
    if isinstance(value, Api):
        return value.path in _OF_DJANGO
    return _dotted(field, node.func) in _OF_PYTHON


def _dotted(field: Field, func: ast.expr) -> str:
    """`datetime.now` for each way to import it; "" for what is not the standard library's."""
    words = ast.unparse(func).split(".")
    if len(words) == 3 and words[0] == "datetime" and _comes(field, "datetime", None):
        return ".".join(words[1:])
    if len(words) == 2 and _comes(field, words[0], "datetime"):
        return ".".join(words)
    return ""


def _comes(field: Field, name: str, module: str | None) -> bool:
    """From `import datetime`, or by its own name from that module."""
    found = field.at.file.module.scope.find(name)
    if len(found) != 1:
        return False
    node = found[0][1].node
    if module is None:
        return isinstance(node, ast.Import)
    return isinstance(node, ast.ImportFrom) and node.module == module and not node.level
