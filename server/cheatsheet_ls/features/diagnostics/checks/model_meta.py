"""`class Meta` of a model as Django's system checks look at it: orders, pairs, names of indexes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.classes import (
    body_class,
    class_of_scope,
    is_complete,
    is_model,
)
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.fields import literal_strings
from cheatsheet_ls.features.diagnostics.model_fields import Fields, fields_of
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python.values import UserClass

PAIRS = Rule("models.E010", Severity.ERROR, "Django reads a list of groups of fields here.")
MISSING = Rule(
    "models.E012", Severity.ERROR, "No such field is there to be unique or to have an index."
)
MANY = Rule(
    "models.E013",
    Severity.ERROR,
    "A relation to many rows has no column that could be part of an index.",
)
TEXT = Rule(
    "models.E014", Severity.ERROR, "Django reads a list here, also where one field gives the order."
)
UNKNOWN = Rule("models.E015", Severity.ERROR, "Rows cannot be ordered by what they do not have.")
BOTH = Rule(
    "models.E021",
    Severity.ERROR,
    "`order_with_respect_to` gives the order already: there cannot be another one.",
)
RULES = (PAIRS, MISSING, MANY, TEXT, UNKNOWN, BOTH)
NODES = (ast.Assign,)

TOGETHER = ("unique_together", "index_together")


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.Assign)
    target = node.targets[0]
    if not isinstance(target, ast.Name) or target.id not in (*TOGETHER, "ordering"):
        return
    meta = body_class(at)
    model = class_of_scope(meta.scope) if meta and meta.node.name == "Meta" else None
    if model is None or at.guarded or not is_model(at, model) or not is_complete(at, model):
        return
    if target.id == "ordering":
        yield from _ordering(at, node, model)
    else:
        yield from _together(at, node, model, target.id)


def _ordering(at: Node, node: ast.Assign, model: UserClass) -> Iterator[Diagnostic]:
    if at.scope.find("order_with_respect_to"):
        message = "ordering and order_with_respect_to cannot be used together."
        yield BOTH.at(at.span(node.targets[0]), message, at.release)
        return
    if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        fix = Fix("Make it a list", _wrapped(at, node.value))
        message = "ordering must be a list or tuple, also for one field."
        yield TEXT.at(at.span(node.value), message, at.release, (fix,))
        return
    names = list(literal_strings(node.value))
    fields = fields_of(at, model) if names and not _is_abstract(at) else None
    for one in names if fields else []:
        name = str(one.value).removeprefix("-")
        if (
            fields
            and "__" not in name
            and name not in ("?", "")
            and not _is_known(at, fields, name)
        ):
            message = f"The model has no field {name} to order by."
            yield UNKNOWN.at(at.span(one), message, at.release)


def _is_known(at: Node, fields: Fields, name: str) -> bool:
    """A field, or the name by which another model's rows are reached."""
    if name in fields.columns:
        return True
    if name in fields.many:
        return False
    if name == "_order" or name.lower() in at.file.workspace.relations():
        return True
    return f".{name}" in at.file.workspace.relations()


def _together(at: Node, node: ast.Assign, model: UserClass, option: str) -> Iterator[Diagnostic]:
    value = node.value
    if isinstance(value, (ast.Set, ast.Constant)):
        if not (isinstance(value, ast.Constant) and not value.value):
            message = f"{option} must be a list or tuple."
            rule = PAIRS
            yield rule.at(at.span(value), message, at.release)
        return
    if not isinstance(value, (ast.List, ast.Tuple)) or option != "unique_together":
        return
    groups = value.elts
    if groups and not isinstance(groups[0], (ast.List, ast.Tuple)):
        groups = [value] if isinstance(groups[0], ast.Constant) else []
    for group in groups:
        if isinstance(group, ast.Constant):
            message = "Each group of unique_together must be a list or tuple of fields."
            yield MISSING.at(at.span(group), message, at.release)
            return
    fields = None if _is_abstract(at) else fields_of(at, model)
    for one in (name for group in groups for name in literal_strings(group)):
        if fields is not None:
            yield from _column(at, one, str(one.value), fields, option)


def _column(
    at: Node, node: ast.expr, name: str, fields: Fields, option: str
) -> Iterator[Diagnostic]:
    if name in fields.many:
        message = f"{name} is a relation to many rows, which {option} cannot name."
        yield MANY.at(at.span(node), message, at.release)
    elif name not in fields.columns and name not in fields.others:
        yield MISSING.at(at.span(node), f"The model has no field {name}.", at.release)


def _is_abstract(at: Node) -> bool:
    return bool(at.scope.find("abstract"))


def _wrapped(at: Node, node: ast.expr) -> tuple[TextEdit, ...]:
    span = at.span(node)
    return (TextEdit(span, f"[{at.text(span)}]"),)
