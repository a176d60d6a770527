"""Routes as Django's system checks look at them: patterns in `path()`, classes for views."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.calls import called, is_open, keywords
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, UserClass
from cheatsheet_ls.model import Span

PATTERN = Rule(
    "2_0.W001",
    Severity.WARNING,
    "`path()` takes its route as it stands: signs of a regular expression are matched letter by "
    "letter, so the page is never found.",
    "django.urls.path",
)
CUT = Rule(
    "urls.W001",
    Severity.WARNING,
    "`$` ends the pattern before what is included: none of its pages is found.",
    "django.urls.include",
)
COLON = Rule(
    "urls.W003",
    Severity.WARNING,
    "A colon parts a namespace from a name: such a name cannot be reversed.",
    "django.urls.reverse",
)
CLASS = Rule(
    "urls.E009",
    Severity.ERROR,
    "A class is no view: `as_view()` makes the function that answers requests.",
    "django.views.generic.base.View.as_view",
)
RULES = (PATTERN, CUT, COLON, CLASS)
NODES = (ast.Call,)

PATH, RE_PATH, INCLUDE = "django.urls.path", "django.urls.re_path", "django.urls.conf.include"
VIEW = "django.views.generic.base.View"


def check(at: Node) -> Iterator[Diagnostic]:
    call = at.node
    assert isinstance(call, ast.Call)
    path = called(at)
    if path not in (PATH, RE_PATH, "django.urls.conf.path", "django.urls.conf.re_path"):
        return
    if is_open(call) or not call.args or not _is_listed(at):
        return
    route = text(call.args[0])
    if route is not None and path.endswith(".path"):
        yield from _pattern(at, call.args[0], route)
    elif (
        route is not None and _ends(route) and len(call.args) > 1 and _is_include(at, call.args[1])
    ):
        start, end = at.span(call.args[0]).start, at.span(call.args[0]).end
        edit = TextEdit(Span(end - 2, end - 1), "")
        fixes = (Fix("Remove $", (edit,)),) if at.text(Span(end - 2, end - 1)) == "$" else ()
        message = "$ ends the route before the included ones."
        yield CUT.at(Span(start, end), message, at.release, fixes)
    yield from _name(at, call)
    yield from _view(at, call)


def _is_listed(at: Node) -> bool:
    """In the list `urlpatterns`: what stands elsewhere may never be checked."""
    assigned = next(
        (one for one in at.around if isinstance(one, (ast.Assign, ast.AugAssign))), None
    )
    target = None
    if isinstance(assigned, ast.Assign):
        target = assigned.targets[0]
    elif assigned is not None:
        target = assigned.target
    return isinstance(target, ast.Name) and target.id == "urlpatterns" and at.scope.kind == "module"


def _ends(route: str) -> bool:
    return route.endswith("$") and not route.endswith("\\$")


def _is_include(at: Node, node: ast.expr) -> bool:
    value = at.value(node.func) if isinstance(node, ast.Call) else None
    return isinstance(value, Api) and value.path == INCLUDE


def _pattern(at: Node, node: ast.expr, route: str) -> Iterator[Diagnostic]:
    if "(?P<" in route or route.startswith("^") or route.endswith("$"):
        message = "path() takes no regular expression: use re_path() or path converters."
        yield PATTERN.at(at.span(node), message, at.release, _plain(at, node, route))


def _plain(at: Node, node: ast.expr, route: str) -> tuple[Fix, ...]:
    plain = route.removeprefix("^").removesuffix("$")
    source = at.text(at.span(node))
    if "(" in plain or "\\" in plain or source.count(route) != 1:
        return ()
    return (Fix("Remove the signs", (TextEdit(at.span(node), source.replace(route, plain)),)),)


def _name(at: Node, call: ast.Call) -> Iterator[Diagnostic]:
    node = keywords(call).get("name")
    name = text(node)
    if node is not None and name is not None and ":" in name:
        message = "The name of a route must not hold a colon."
        yield COLON.at(at.span(node), message, at.release)


def _view(at: Node, call: ast.Call) -> Iterator[Diagnostic]:
    view = call.args[1] if len(call.args) > 1 else keywords(call).get("view")
    value = at.value(view)
    is_class = isinstance(value, UserClass) or (
        isinstance(value, Api) and value.path.rpartition(".")[2][:1].isupper()
    )
    if view is None or not is_class or not isinstance(view, (ast.Name, ast.Attribute)):
        return
    assert value is not None
    if VIEW not in classes.mro(Resolver(at.file.module), value):
        return
    end = at.span(view).end
    fix = Fix("Add .as_view()", (TextEdit(Span(end, end), ".as_view()"),))
    message = f"{ast.unparse(view)} is a class: pass {ast.unparse(view)}.as_view()."
    yield CLASS.at(at.span(view), message, at.release, (fix,))
