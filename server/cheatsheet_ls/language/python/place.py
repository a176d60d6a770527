"""What may be written at the cursor in a Python file: a closed set of cases, decided on the syntax
tree.

The block with the cursor is parsed with a stand-in name where nothing has been typed yet, so
that `title = ▮`, `models.▮` and `filter(▮)` are ordinary nodes. Half-written code is repaired
as for hover.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import classes, settings
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.owners import owner_of
from cheatsheet_ls.language.python.place_call import argument, keyword_value
from cheatsheet_ls.language.python.place_def import define, hook
from cheatsheet_ls.language.python.place_stand_in import STAND_IN, Written, stand_in, written_at
from cheatsheet_ls.language.python.place_string import in_string
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scope_of import scope_of
from cheatsheet_ls.model import Place, Scope, Span


def place_at_python(module: Module, offset: int) -> Place | None:
    """The place at a code-point offset; None where nothing of ours may be written."""
    text = module.tree.text
    if not 0 <= offset <= len(text):
        return None
    written = written_at(text, offset)
    if written.typed.end > written.typed.start and text[written.typed.start].isdigit():
        return None
    if (found := define(module, written)) is not None:
        return found
    cursor = stand_in(module, written)
    return _decide(cursor, written) if cursor is not None else None


def place_beside(module: Module, offset: int, level: int, indent: str) -> Place | None:
    """What may be written in a line of its own beside the statement around the offset, `level`
    statements out from the innermost one.
    """
    block, path = module.tree.path_at(offset)
    ends = [at for at, node in enumerate(path, 1) if isinstance(node, ast.stmt)]
    if level >= len(ends):
        return None
    around = path[: ends[-1 - level]]
    here = Span(offset, offset)
    scope = module.scope_at(block, around)
    cursor = Cursor(module, Resolver(module), offset, "", here, block, tuple(around), scope)
    return _statement(cursor, Written(here, indent, True, True))


def _decide(cursor: Cursor, written: Written) -> Place | None:
    node, parent = cursor.node, cursor.path[-2] if len(cursor.path) > 1 else None
    if isinstance(node, ast.Constant):
        return in_string(cursor, node, written)
    if isinstance(node, ast.Attribute):
        return _after_dot(cursor, node, written)
    if not isinstance(node, ast.Name) or cursor.node_span(node).start != cursor.span.start:
        return None
    if _in_f_string(cursor) and not isinstance(parent, (ast.Set, ast.Dict)):
        return None
    if isinstance(parent, ast.Expr) or parent is None:
        return _statement(cursor, written)
    if node in getattr(parent, "decorator_list", ()):
        return _simple(cursor, written, "decorator")
    if isinstance(parent, (ast.Assign, ast.AnnAssign)) and parent.value is node:
        return _value(cursor, parent, written)
    if isinstance(parent, ast.keyword) and parent.arg:
        return keyword_value(cursor, parent, written)
    if isinstance(parent, (ast.Call, ast.Starred)):
        return argument(cursor, written)
    if isinstance(parent, (ast.List, ast.Tuple)) and settings.assigned_name(cursor.path) is None:
        return _url_item(cursor, written)
    return None


def _in_f_string(cursor: Cursor) -> bool:
    """`f"{▮}"`, which the parser is given as a plain expression."""
    return cursor.module.tree.text[: cursor.span.start].rstrip(" \t").endswith("{")


def _statement(cursor: Cursor, written: Written) -> Place | None:
    found = scope_of(cursor) if written.alone else None
    if found is None:
        return hook(cursor, written) if written.alone else None
    scope, owner = found
    return Place(
        scope, written.typed, written.indent, "statement", owner, _bound(cursor), _names(cursor)
    )


def _bound(cursor: Cursor) -> frozenset[str]:
    """Names that the body assigns or defines already."""
    return frozenset(name for name in cursor.scope.bindings if name != STAND_IN)


def _names(cursor: Cursor) -> dict[str, str]:
    """The class around, and in its body the API classes it is built on."""
    around = cursor.scope.enclosing("class")
    if around is not None and getattr(around.node, "name", "") == "Meta" and around.parent:
        around = around.parent.enclosing("class") or around
    node = around.node if around is not None else None
    found = {"class": node.name} if isinstance(node, ast.ClassDef) else {}
    cls = cursor.enclosing_class()
    if cls is not None:
        found["bases"] = ",".join(classes.api_ancestors(cursor.resolver, cls))
    return found


def _simple(cursor: Cursor, written: Written, trigger: str) -> Place | None:
    found = scope_of(cursor)
    scope, owner = found if found is not None else (Scope.MODULE, None)
    return Place(scope, written.typed, written.indent, trigger, owner)


def _value(cursor: Cursor, statement: ast.Assign | ast.AnnAssign, written: Written) -> Place | None:
    """After `name = `: a field in a body that declares fields, a value in settings and `Meta`."""
    found = scope_of(cursor)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    if found is None or not isinstance(target, ast.Name):
        return None
    context = {**_names(cursor), "name": target.id}
    return Place(found[0], written.typed, written.indent, "value", found[1], context=context)


def _after_dot(cursor: Cursor, node: ast.Attribute, written: Written) -> Place | None:
    value = cursor.resolver.evaluate(node.value, cursor.scope, cursor.block)
    owner = owner_of(cursor.resolver, value)
    if owner is None:
        return None
    found = scope_of(cursor)
    trigger = "decorator" if node in _decorators(cursor) else "attribute"
    alone = "yes" if _ends_value(cursor, node) else ""
    scope = found[0] if found is not None else Scope.MODULE
    context = {**_names(cursor), "value": alone}
    return Place(scope, written.typed, written.indent, trigger, owner, context=context)


def _decorators(cursor: Cursor) -> list[ast.expr]:
    return [d for outer in cursor.path for d in getattr(outer, "decorator_list", ())]


def _ends_value(cursor: Cursor, node: ast.Attribute) -> bool:
    """`title = models.▮`: the whole value of an assignment."""
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    return isinstance(parent, ast.Assign) and parent.value is node


def _url_item(cursor: Cursor, written: Written) -> Place | None:
    for node in cursor.path:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id == "urlpatterns":
            return Place(Scope.URL_LIST, written.typed, written.indent, "statement")
    return None
