"""Places inside a call that is known: a keyword, what a keyword takes, a lookup of a field."""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import lookups
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.owners import owner_of_callable
from cheatsheet_ls.language.python.place_stand_in import Written
from cheatsheet_ls.language.python.scope_of import scope_of
from cheatsheet_ls.language.python.shapes import fields_of, follow
from cheatsheet_ls.language.python.values import Method, Value
from cheatsheet_ls.model import Place, Scope, Span, Symbol


def argument(cursor: Cursor, written: Written) -> Place | None:
    call = cursor.around(ast.Call)
    if not isinstance(call, ast.Call) or not _starts_argument(cursor):
        return None
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    if callee is None:
        return None
    found = scope_of(cursor)
    scope = found[0] if found is not None else Scope.BODY
    if lookups.takes_lookups(callee):
        return _condition(cursor, written, call, callee, scope)
    owner = owner_of_callable(callee)
    if owner is None:
        return None
    taken = frozenset(k.arg for k in call.keywords if k.arg)
    return Place(scope, written.typed, written.indent, "argument", owner, taken)


def _condition(
    cursor: Cursor, written: Written, call: ast.Call, callee: Value, scope: Scope
) -> Place | None:
    """`title__▮` and `auth▮` in a call that takes lookups: the model says what may follow."""
    typed = cursor.module.tree.text[written.typed.start : written.typed.end]
    *passed, _ = typed.split("__")
    start = written.typed.end - len(typed.rpartition("__")[2])
    model = _model_of(cursor, call, callee)
    context = _behind(cursor, model, passed)
    owner = owner_of_callable(callee)
    if not passed and "names" not in context and owner is None:
        return None
    taken = frozenset(k.arg for k in call.keywords if k.arg) if not passed else frozenset()
    trigger = "lookup" if passed else "argument"
    span = Span(start, written.typed.end)
    return Place(scope, span, written.indent, trigger, owner, taken, context)


def _model_of(cursor: Cursor, call: ast.Call, callee: Value) -> Value | None:
    """What the conditions are about; a `Q` is about what the query around it is about."""
    if isinstance(callee, Method):
        return getattr(callee.receiver, "elem", None)
    for outer in reversed(cursor.path):
        if isinstance(outer, ast.Call) and outer is not call:
            found = cursor.resolver.evaluate(outer.func, cursor.scope, cursor.block)
            if isinstance(found, Method) and lookups.takes_lookups(found):
                return getattr(found.receiver, "elem", None)
    return None


def _behind(cursor: Cursor, model: Value | None, passed: list[str]) -> dict[str, str]:
    """`names` of the fields of the model that was reached, `field` where a field was."""
    behind, field = follow(cursor.resolver, model, passed)
    context = {"field": field.path} if field is not None else {}
    names = fields_of(cursor.resolver, behind) if behind is not None else ()
    if names:
        context["names"] = ",".join(f"{one.name}:{one.kind}" for one in names)
    return context


def keyword_value(cursor: Cursor, keyword: ast.keyword, written: Written) -> Place | None:
    """After `on_delete=` in a known call."""
    call = cursor.around(ast.Call)
    callee = (
        cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
        if isinstance(call, ast.Call)
        else None
    )
    owner = owner_of_callable(callee) if callee is not None else None
    if owner is None:
        return None
    symbol = Symbol(f"kwarg:{owner}.{keyword.arg}")
    return Place(Scope.BODY, written.typed, written.indent, "keyword-value", symbol)


def _starts_argument(cursor: Cursor) -> bool:
    before = cursor.module.tree.text[: cursor.span.start].rstrip(" \t\r\n*")
    return before.endswith(("(", ","))
