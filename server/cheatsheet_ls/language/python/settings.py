"""Is a file a settings module, and which setting does a node of it belong to?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python.module import Module

_FILE = re.compile(
    r"(?:^|_)settings(?:_|$)|^(?:local|base|dev|development|prod|production|staging|common|test|testing|ci)$"
)
_ASSIGNMENT = re.compile(r"([A-Z][A-Z0-9_]*)[ \t]*(?::[^=\n]+)?\+?=(?!=)")
_TELLING = frozenset(
    {
        "INSTALLED_APPS",
        "MIDDLEWARE",
        "MIDDLEWARE_CLASSES",
        "ROOT_URLCONF",
        "DATABASES",
        "TEMPLATES",
        "SECRET_KEY",
        "WSGI_APPLICATION",
    }
)


def is_settings(module: Module) -> bool:
    """By its name and by the settings it assigns; a file that assigns three telling ones is one
    anyway.
    """
    known = module.memo.get("settings")
    if known is None:
        known = _decide(module)
        module.memo["settings"] = known
    return bool(known)


def _decide(module: Module) -> bool:
    assigned = _assigned(module)
    telling = sum(name in _TELLING for name in assigned)
    if telling >= 3:
        return True
    if module.path is None:
        return telling > 0
    stem, folder = module.path.stem.lower(), module.path.parent.name.lower()
    named = "settings" in re.split(r"[_\-.]", stem) or stem.endswith("settings")
    named = named or (folder in ("settings", "config", "conf") and bool(_FILE.search(stem)))
    if not named and folder != "settings":
        return False
    if not assigned and stem.startswith("settings"):
        return True
    return telling > 0 or _extends_settings(module) or _share_known(assigned) >= 0.4


def _assigned(module: Module) -> set[str]:
    """Upper-case names assigned at the top level, by their first characters alone."""
    found = (_ASSIGNMENT.match(block.text) for block in module.tree.blocks)
    return {match.group(1) for match in found if match}


def _extends_settings(module: Module) -> bool:
    """`from .base import *` and nothing that speaks of another framework."""
    for _, binding in module.scope.stars:
        node = binding.node
        if isinstance(node, ast.ImportFrom):
            last = (node.module or "").rpartition(".")[2].lower()
            if last.endswith("settings") or _FILE.search(last):
                return True
    return False


def _share_known(assigned: set[str]) -> float:
    return (
        sum(facts.setting(name) is not None for name in assigned) / len(assigned)
        if assigned
        else 0.0
    )


def assigned_name(path: Iterable[ast.AST]) -> str | None:
    """The upper-case name that the statement around a node assigns, extends or fills."""
    for node in path:
        target: ast.AST | None = None
        if isinstance(node, ast.Assign) and node.targets:
            target = node.targets[0]
        elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
            target = node.target
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            called = node.value.func
            target = called.value if isinstance(called, ast.Attribute) else None
        while isinstance(target, ast.Subscript):
            target = target.value
        if isinstance(target, ast.Name) and target.id.isupper():
            return target.id
    return None


def key_path(path: list[ast.AST], leaf: ast.AST) -> list[str]:
    """The string keys of the dictionaries around `leaf`, outermost first; `leaf` last when it is a
    key.
    """
    keys: list[str] = []
    for parent, child in zip(path, [*path[1:], leaf], strict=False):
        if isinstance(parent, ast.Dict):
            key = _key_of(parent, child)
            if key is not None:
                keys.append(key)
        elif isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Subscript):
            keys.extend(_subscript_keys(parent.targets[0]))
    return keys


def _key_of(node: ast.Dict, child: ast.AST) -> str | None:
    for key, value in zip(node.keys, node.values, strict=True):
        if (
            (child is key or child is value)
            and isinstance(key, ast.Constant)
            and isinstance(key.value, str)
        ):
            return key.value
    return None


def _subscript_keys(node: ast.expr) -> list[str]:
    keys: list[str] = []
    while isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            keys.insert(0, node.slice.value)
        node = node.value
    return keys


def nested_symbol(name: str, keys: list[str]) -> str | None:
    """`setting:DATABASES.CONN_MAX_AGE` for the innermost key; aliases such as "default" in between
    are skipped.
    """
    for start in range(len(keys)):
        dotted = ".".join([name, *keys[start:]])
        if facts.setting(dotted):
            return f"setting:{dotted}"
    return f"setting:{name}.{keys[-1]}" if keys and facts.setting(f"{name}.{keys[-1]}") else None
