"""Names of an example that would go unnoticed: in code nobody calls, in members nobody reads."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
from typing import Any

from . import world
from .example import Example, Failed
from .vocabulary import unknown

# Names the scopes put above the example's code.
GIVEN = {"models", "forms", "admin", "serializers", "generic", "View", "path", "re_path", "include"}
GIVEN |= {"views", "reverse", "reverse_lazy", "settings", "self", "user", "request", "AppConfig"}
GIVEN |= {"BaseCommand", "CommandError", "__file__", "__name__"}
# Calls whose keywords are names of the writer's own choice.
FREE_KEYWORDS = {"dict", "annotate", "alias", "aggregate", "format", "update", "SimpleNamespace"}
FREE_KEYWORDS |= {"send", "send_robust", "asend", "asend_robust", "partial", "extra"}
Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def check(example: Example, made: list[type]) -> None:
    """Fails for an undefined name, an attribute or keyword nothing has, an unread member."""
    tree = example.tree
    _undefined(example, tree)
    used = _attributes(tree) | _keywords(tree)
    lost = unknown(used - _own_words(tree), example.filename)
    if lost:
        raise Failed(f"nothing has the name {', '.join(sorted(lost))}")
    for cls in made:
        _members(cls, example)


def _undefined(example: Example, tree: ast.Module) -> None:
    given = set(dir(builtins)) | GIVEN | set(world.NAMES) | {n.lower() for n in world.NAMES}
    given |= _bound(tree)
    if example.scope == "settings":
        import config.settings

        given |= set(vars(config.settings))
    loaded = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} - given
    if loaded and "import *" not in example.code:
        raise Failed(f"{', '.join(sorted(loaded))}: defined nowhere")


def _bound(tree: ast.Module) -> set[str]:
    """Names the example binds anywhere; where exactly is left to the run."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, (*Function, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names.add(node.asname or node.name.partition(".")[0])
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            names.add(node.name)
    return names


def _attributes(tree: ast.Module) -> set[str]:
    loads = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute)]
    return {n.attr for n in loads if isinstance(n.ctx, ast.Load)}


def _keywords(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if ast.unparse(node.func).rpartition(".")[2] not in FREE_KEYWORDS:
                found |= {p for k in node.keywords for p in (k.arg or "").split("__")[:1]}
    return found - {""}


def _own_words(tree: ast.Module) -> set[str]:
    """What the example itself defines: names, attributes it sets, annotations, keys."""
    words = _bound(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            words.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.update(re.findall(r"\w+", node.value))
        elif isinstance(node, ast.Call):
            if ast.unparse(node.func).rpartition(".")[2] in FREE_KEYWORDS:
                words.update(k.arg for k in node.keywords if k.arg)
    return words


def _members(cls: type, example: Example) -> None:
    """A member that is nearly one of the base classes', or that nothing could read."""
    inherited = {n for base in cls.__mro__[1:] if base is not object for n in dir(base)}
    inherited |= {"get", "post", "put", "patch", "delete"} & set(_handlers(cls))
    if not inherited:
        return
    for name in _plain_members(cls.__name__, example):
        if name in inherited or _mentions(example.code, name) > 1:
            continue
        near = difflib.get_close_matches(name, inherited | {"Meta", "Media"}, n=1, cutoff=0.85)
        if near and unknown({name}, example.filename):
            raise Failed(f"{cls.__name__}.{name} is read by nothing; {near[0]} would be")


def _handlers(cls: type) -> list[str]:
    return list(getattr(cls, "http_method_names", ()))


def _mentions(code: str, name: str) -> int:
    return len(re.findall(rf"\b{name}\b", code))


def _plain_members(owner: str, example: Example) -> set[str]:
    """Methods, inner classes and plain values; what a call makes is a field under a free name."""
    bodies = [
        n.body for n in ast.walk(example.tree) if isinstance(n, ast.ClassDef) and n.name == owner
    ]
    bodies = bodies or [example.tree.body]
    names: set[str] = set()
    for node in (n for body in bodies for n in body):
        if isinstance(node, (*Function, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign) and not _is_field(node.value):
            names.update(t.id for t in node.targets if isinstance(t, ast.Name))
    return {name for name in names if not name.startswith("_")}


def _is_field(value: Any) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2][:1].isupper()
