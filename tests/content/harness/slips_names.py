"""Names in code that the run may not have reached: each must be bound, each attribute exist."""

from __future__ import annotations

import ast
import builtins
import difflib
from collections.abc import Iterator, Sequence
from typing import Any

from . import slips_keywords
from .example import Failed
from .made import Made, Ran
from .truth_text import names_spoken_of, set_anywhere

Function = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
ABSENT = object()


def check(ran: Ran, made: Sequence[Made]) -> None:
    tree = ast.parse(ran.source)
    inside = list(_inside_functions(tree))
    bound = _bound(tree) | set(ran.names) | set(dir(builtins))
    local = _bound(ast.Module(_outermost_functions(tree), [])) | _bound_again(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in bound:
            raise Failed(f"the name {node.id} is bound nowhere")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            _check_attribute(node, ran.names, local)
        elif isinstance(node, ast.Call):
            slips_keywords.check(node, _value(node.func, ran.names, local))
    stored = _stored(tree)
    for one in made:
        if definition := one.node(ran.source):
            _check_self(one.cls, definition, stored)
    _check_requests(inside, stored)
    _check_objects(inside, stored | _words(tree))


def _inside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    for statement in _outermost_functions(tree):
        yield from ast.walk(statement)


def _outermost_functions(tree: ast.AST) -> list[Any]:
    """The functions of the code that stand in no other function."""
    found, todo = list[Any](), list(ast.iter_child_nodes(tree))
    while todo:
        node = todo.pop()
        if isinstance(node, Function):
            found.append(node)
        else:
            todo.extend(ast.iter_child_nodes(node))
    return found


def _bound(tree: ast.AST) -> set[str]:
    """Every name that any statement binds."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs)) and node.name:
            names.add(node.name)
    return names


def _bound_again(tree: ast.AST) -> set[str]:
    """Names with another value earlier: only the last one is known."""
    found = [n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and _is_stored(n)]
    return {name for name in found if found.count(name) > 1}


def _is_stored(node: ast.Name) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _check_attribute(node: ast.Attribute, names: dict[str, Any], local: set[str]) -> None:
    """`module.Class.member`, as long as the values are known without running."""
    value = _value(node.value, names, local)
    if value is ABSENT or _member(value, node.attr) is not ABSENT:
        return
    if type(value).__name__.endswith("Proxy"):  # it stands for something else every time
        return
    if type(value).__name__ == "LazySettings":  # a project has settings of its own
        near = difflib.get_close_matches(node.attr, dir(value), n=1, cutoff=0.8)
        if node.attr in names_spoken_of() or not near:
            return
    raise Failed(f"{ast.unparse(node)}: there is no {node.attr}")


def _value(node: ast.expr, names: dict[str, Any], local: set[str]) -> Any:
    chain = _chain(node)
    if chain is None or chain[0] in local or chain[0] not in names:
        return ABSENT
    value = names[chain[0]]
    for step in chain[1:]:
        value = _member(value, step)
    return value


def _member(value: Any, name: str) -> Any:
    try:
        return getattr(value, name, ABSENT)
    except Exception:  # a property that wants more than the example has here
        return None


def _chain(node: ast.expr) -> list[str] | None:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute) and (before := _chain(node.value)):
        return [*before, node.attr]
    return None


def _stored(tree: ast.AST) -> set[str]:
    """Attributes the code itself sets, on whatever object."""
    found = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setattr"):
            found |= {str(a.value) for a in node.args if isinstance(a, ast.Constant)}
    return found


def _check_self(cls: type, definition: ast.ClassDef, stored: set[str]) -> None:
    """`self.x` in a class of the framework's: set by the class, by a base, or by Django."""
    if cls.__mro__[1:] == (object,) or cls.__mro__[1].__module__ == cls.__module__:
        return
    inner = {id(n) for d in definition.body if isinstance(d, ast.ClassDef) for n in ast.walk(d)}
    for node in ast.walk(definition):
        if id(node) in inner or not isinstance(node, ast.Attribute):
            continue
        owner = ast.unparse(node.value)
        if owner == "super()" and not any(hasattr(base, node.attr) for base in cls.__mro__[1:]):
            raise Failed(f"super().{node.attr}: no base of {cls.__name__} has it")
        known = hasattr(cls, node.attr) or node.attr in stored | set_anywhere()
        if owner == "self" and not known:
            raise Failed(f"self.{node.attr}: {cls.__name__} has no such attribute")


def _check_requests(nodes: Sequence[ast.AST], stored: set[str]) -> None:
    """`request.x`: of a request of Django's or REST framework's, or set on one somewhere."""
    from django.core.handlers.wsgi import WSGIRequest

    known = set(dir(WSGIRequest)) | stored | set_anywhere()
    for node in nodes:
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in (
            "request",
            "self.request",
        ):
            if node.attr not in known | REST:
                raise Failed(f"request.{node.attr}: a request has no such attribute")


def _words(tree: ast.AST) -> set[str]:
    """Keywords and texts of the example: names that a query may have added to its rows."""
    keywords = {n.arg for n in ast.walk(tree) if isinstance(n, ast.keyword) and n.arg}
    return keywords | {str(n.value) for n in ast.walk(tree) if isinstance(n, ast.Constant)}


def _check_objects(nodes: Sequence[ast.AST], added: set[str]) -> None:
    """`book.x`, `user.x`, `User.x`: by these names examples mean the project's objects."""
    from django.contrib.auth import get_user_model
    from library import models

    meant = {name.lower(): getattr(models, name, None) for name in ("Author", "Book", "Review")}
    meant |= {"user": get_user_model(), "User": get_user_model()}
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            model = meant.get(node.value.id)
            if model is not None and not hasattr(model, node.attr) and node.attr not in added:
                raise Failed(f"{ast.unparse(node)}: {model.__name__} has no {node.attr}")


REST = {"query_params", "data", "auth", "authenticators", "accepted_renderer", "version"}
