"""The cache middleware in an order that hands one user's page to another, or caches nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.lists import is_changed_later, setting_at, texts
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit

RULE = Rule(
    "cache-order",
    Severity.WARNING,
    "Responses pass the middleware from the last to the first. `UpdateCacheMiddleware` must stand "
    "before those that add `Vary` headers and `FetchFromCacheMiddleware` behind them: else one "
    "user's page may be kept for another.",
    "django.middleware.cache.UpdateCacheMiddleware",
)
RULES = (RULE,)
NODES = (ast.Assign,)

CACHE = "django.middleware.cache."
UPDATE, FETCH = f"{CACHE}UpdateCacheMiddleware", f"{CACHE}FetchFromCacheMiddleware"
# What makes a response depend on the request, and says so in `Vary` on its way out.
VARYING = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
)


def check(at: Node) -> Iterator[Diagnostic]:
    if setting_at(at) != "MIDDLEWARE" or is_changed_later(at, "MIDDLEWARE"):
        return
    node = at.node
    assert isinstance(node, ast.Assign)
    found = texts(node.value)
    if not isinstance(node.value, (ast.List, ast.Tuple)) or len(found) != len(node.value.elts):
        return
    order = [str(one.value) for one in found]
    if order.count(UPDATE) == 1:
        yield from _update(at, found, order)
    if order.count(FETCH) == 1:
        yield from _fetch(at, found, order)


def _update(at: Node, found: list[ast.Constant], order: list[str]) -> Iterator[Diagnostic]:
    place = order.index(UPDATE)
    before = [path for path in order[:place] if path in VARYING]
    if before:
        message = f"UpdateCacheMiddleware must stand before {_last(before[0])}."
        yield _problem(at, found, place, order.index(before[0]), message)


def _fetch(at: Node, found: list[ast.Constant], order: list[str]) -> Iterator[Diagnostic]:
    place = order.index(FETCH)
    behind = [path for path in order[place + 1 :] if path in (*VARYING, UPDATE)]
    if behind:
        message = f"FetchFromCacheMiddleware must stand behind {_last(behind[-1])}."
        yield _problem(at, found, place, order.index(behind[-1]), message)


def _problem(
    at: Node, found: list[ast.Constant], place: int, goal: int, message: str
) -> Diagnostic:
    fixes = (Fix("Put it in its place", _moved(at, found, place, goal), safe=False),)
    return RULE.at(at.span(found[place]), message, at.release, fixes)


def _moved(at: Node, found: list[ast.Constant], place: int, goal: int) -> tuple[TextEdit, ...]:
    """The texts change places; what stands around them (commas, comments) stays where it is."""
    step = 1 if goal > place else -1
    source = [at.text(at.span(one)) for one in found]
    edits = [
        TextEdit(at.span(found[index]), source[index + step]) for index in range(place, goal, step)
    ]
    edits.append(TextEdit(at.span(found[goal]), source[place]))
    return tuple(sorted(edits, key=lambda edit: edit.span.start))


def _last(path: str) -> str:
    return path.rpartition(".")[2]
