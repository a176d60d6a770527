"""All fields of a model, where they are known for certain."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from cheatsheet_ls.features.diagnostics.classes import MODEL, is_complete, mro
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.values import ApiInstance, Builtin, UserClass, UserInstance

FIELD = "django.db.models.fields.Field"
MANY = "django.db.models.fields.related.ManyToManyField"
TO_ONE = "django.db.models.fields.related.ForeignKey"


@dataclass(frozen=True, slots=True)
class Fields:
    """Names as `Meta` may use them: `columns` with their `_id`, `many` are relations to many."""

    columns: frozenset[str]
    many: frozenset[str]
    others: frozenset[str]  # whatever else the class has


def fields_of(at: Node, cls: UserClass) -> Fields | None:
    """None where something may add a field that is not seen."""
    if not is_complete(at, cls) or cls.node.decorator_list:
        return None
    r, columns, many, others = Resolver(at.file.module), {"pk"}, set[str](), set[str]()
    for ancestor in mro(at, cls):
        if isinstance(ancestor, UserClass):
            scope = child_scope(ancestor.scope, ancestor.node, ancestor.block)
            link = f"{ancestor.node.name.lower()}_ptr"  # to the row of a parent with a table
            columns |= {link, f"{link}_id"}
            if not _collect(r, ancestor, scope, columns, many, others):
                return None
        elif isinstance(ancestor, str) and ancestor not in (MODEL, "builtins.object"):
            if (
                ancestor.startswith("django.db.models.")
                or ancestor == "django.db.models.utils.AltersData"
            ):
                continue
            return None  # a model of Django's own brings fields of its own
    if not _has_key(cls):
        columns.add("id")
    return Fields(frozenset(columns), frozenset(many), frozenset(others))


def _has_key(cls: UserClass) -> bool:
    """Whether some field may be the primary key instead of `id`: then `id` may not be there."""
    return "primary_key" in ast.unparse(cls.node)


def _collect(
    r: Resolver,
    cls: UserClass,
    scope: Scope,
    columns: set[str],
    many: set[str],
    others: set[str],
) -> bool:
    """Whether every attribute of one class is understood."""
    if any(not _is_simple(statement) for statement in cls.node.body):
        return False
    for name, found in scope.bindings.items():
        block, binding = found[-1]
        if binding.how in ("def", "class"):
            others.add(name)
        elif not _value(r, scope, block, name, binding, columns, many, others):
            return False
    return True


def _is_simple(node: ast.stmt) -> bool:
    plain = (ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return isinstance(node, (*plain, ast.Pass)) or docstring


def _value(
    r: Resolver,
    scope: Scope,
    block: int,
    name: str,
    binding: Binding,
    columns: set[str],
    many: set[str],
    others: set[str],
) -> bool:
    if binding.value is None or isinstance(binding.value, ast.Constant):
        others.add(name)
        return True
    value = r.evaluate(binding.value, scope, block)
    if isinstance(binding.value, ast.Call):
        if not isinstance(value, (ApiInstance, UserInstance)):
            return False  # a field of another package may bring several
        order = classes.mro(r, value)
        if isinstance(value, UserInstance) and FIELD in order:
            return False  # an own field may do so, too
        if MANY in order:
            many.add(name)
        elif FIELD in order:
            columns |= {name, f"{name}_id"} if TO_ONE in order else {name}
        else:
            others.add(name)
        return isinstance(value, UserInstance) is False or FIELD not in order
    others.add(name)
    return (
        isinstance(binding.value, (ast.List, ast.Tuple, ast.Dict, ast.Set))
        or isinstance(value, Builtin)
        or isinstance(binding.value, (ast.Name, ast.Attribute))
    )
