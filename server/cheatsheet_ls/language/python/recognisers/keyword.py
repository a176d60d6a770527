"""Keyword arguments: `max_leng▮th=200` of the callable really called, settings given by keyword,
lookups.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import callables, classes, members, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.lookups import lookup_at
from cheatsheet_ls.language.python.values import Api, Foreign, Method, Super, UserClass, Value
from cheatsheet_ls.model import Match

_TAKE_SETTINGS = frozenset(
    {
        "django.test.utils.override_settings",
        "django.test.testcases.SimpleTestCase.settings",
        "django.conf.UserSettingsHolder.configure",
        "django.conf.LazySettings.configure",
        "django.test.utils.modify_settings",
        "django.test.testcases.SimpleTestCase.modify_settings",
    }
)


def recognise(cursor: Cursor) -> Match | None:
    keyword = cursor.node
    if not isinstance(keyword, ast.keyword) or keyword.arg is None:
        return None
    if cursor.span.start != cursor.node_span(keyword).start:
        return None
    call = cursor.around(ast.Call)
    if not isinstance(call, ast.Call) or keyword not in call.keywords:
        return None
    scope = cursor.scope
    callee = cursor.resolver.evaluate(call.func, scope, cursor.block)
    if callee is None:
        return None
    return of_keyword(cursor, callee, keyword.arg)


def of_keyword(cursor: Cursor, callee: Value, name: str) -> Match | None:
    path = callables.path_of(callee)
    if path in _TAKE_SETTINGS:
        known = facts.setting(name)
        return symbols.match([f"setting:{name}"], cursor.span, "setting") if known else None
    if isinstance(callee, Method) and callee.member.name == "as_view":
        return _view_attribute(cursor, callee.receiver, name)
    found = callables.keyword_owner(cursor.resolver, callee, name)
    if found is not None:
        return symbols.match(
            symbols.of_keyword(*found[:1], name, found[1]), cursor.span, "argument"
        )
    if "__" in name:
        return lookup_at(cursor, callee, name)
    return None


def _view_attribute(cursor: Cursor, view: Value, name: str) -> Match | None:
    """`as_view(template_name=…)` sets an attribute of the view."""
    if isinstance(view, Super) or not isinstance(view, (Api, UserClass, Foreign)):
        return None
    found = members.find(cursor.resolver, view, name)
    if isinstance(found, members.UserMember):
        found = members.find(cursor.resolver, view, name, skip_user=True)
    if not isinstance(found, members.ApiMember):
        return None
    nearest = next(
        (a for a in classes.mro(cursor.resolver, view) if isinstance(a, str)), found.owner
    )
    extra = [f"kwarg:{api.public(nearest)}.as_view.{name}"]
    return symbols.match([*symbols.of_member(found), *extra], cursor.span, "argument")
