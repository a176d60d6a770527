"""Two relations of a model to the same other model that want the same name there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.classes import is_model
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, UserClass

RULE = Rule(
    "fields.E304",
    Severity.ERROR,
    "The other model gets one attribute for each relation to it; without a `related_name` both "
    "would have the same name.",
)
RULES = (RULE,)
NODES = (ast.ClassDef,)

RELATED = "django.db.models.fields.related."
RELATIONS = {f"{RELATED}{name}" for name in ("ForeignKey", "OneToOneField", "ManyToManyField")}


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.ClassDef)
    cls = UserClass(node, at.scope, at.block)
    relations = list(_relations(at, cls)) if is_model(at, cls) else []
    names: dict[tuple[str, str], list[ast.Call]] = {}
    for target, name, call in relations:
        names.setdefault((target, name), []).append(call)
    for (target, _), calls in names.items():
        for call in calls if len(calls) > 1 else ():
            message = (
                f"Another relation to {target} wants the same name there: give a related_name."
            )
            yield RULE.at(at.span(call.func), message, at.release)


def _relations(at: Node, cls: UserClass) -> Iterator[tuple[str, str, ast.Call]]:
    """Target, the name it gets (by kind where Django makes it) and the call."""
    scope = child_scope(cls.scope, cls.node, cls.block)
    r = Resolver(at.file.module)
    for statement in cls.node.body:
        call = statement.value if isinstance(statement, ast.Assign) else None
        if not isinstance(call, ast.Call) or any(one.arg is None for one in call.keywords):
            continue
        value = r.evaluate(call.func, scope, cls.block)
        if not isinstance(value, Api) or value.path not in RELATIONS:
            continue
        given = {one.arg: one.value for one in call.keywords}
        target = _target(call.args[0] if call.args else given.get("to"), cls)
        name = _name(value.path, given)
        if value.path.endswith("ManyToManyField") and target == cls.node.name:
            continue  # symmetrical: the other side has no name
        if target and name:
            yield target, name, call


def _target(node: ast.expr | None, cls: UserClass) -> str:
    if node is None or isinstance(node, (ast.Starred, ast.Call)):
        return ""
    name = text(node)
    if name is None:
        return ast.unparse(node)
    return cls.node.name if name == "self" else name


def _name(path: str, given: dict[str | None, ast.expr]) -> str:
    """ "" where it is hidden or computed."""
    node = given.get("related_name")
    if node is not None:
        name = text(node)
        return name if name and not name.endswith("+") and "%(" not in name else ""
    return "one" if path.endswith("OneToOneField") else "set"
