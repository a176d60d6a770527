"""What a view answers to a plain GET of somebody unknown, where its source says so for sure."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.viewing.protection import asks_for_login
from cheatsheet_ls.language.project.views import FunctionNode, View

_GENERIC = ("ListView", "DetailView", "CreateView", "UpdateView", "DeleteView", "TemplateView")
_SHOWS = frozenset({"render", "TemplateResponse", "HttpResponse", "JsonResponse", "FileResponse"})
_SENDS = frozenset({"redirect", "HttpResponseRedirect"})


@dataclass(frozen=True, slots=True)
class Answer:
    """`does` ends the name of a test: `test_it_is_shown`; `shows` says whether a page comes."""

    status: int
    does: str
    shows: bool = False


SHOWN = Answer(200, "is_shown", shows=True)
_SENT = Answer(302, "leads_elsewhere")
_LOGIN = Answer(302, "asks_for_login")
_FORBIDDEN = Answer(403, "is_forbidden_to_others")
_REFUSED = Answer(405, "refuses_get")


def answer_of(asked: Asked, view: View, *, ignoring_login: bool = False) -> Answer | None:
    """None where only running it would tell; with `ignoring_login` what known users see."""
    first = next(iter(view.decorators), "")
    if first == "require_POST" or first in ("require_http_methods(['POST'])",):
        return _REFUSED
    if not ignoring_login and asks_for_login(asked, view):
        return _protected(view)
    if view.is_class:
        return _of_class(view)
    return _of_function(view.node)


def _protected(view: View) -> Answer:
    logs_in = any("login_required" in one for one in view.decorators)
    return _FORBIDDEN if "raise_exception" in view.source and not logs_in else _LOGIN


def _of_class(view: View) -> Answer | None:
    methods = {one.name: one for one in getattr(view.node, "body", ()) if hasattr(one, "name")}
    if "dispatch" in methods or "setup" in methods or (view.decorators and not _is_known(view)):
        return None
    get = methods.get("get")
    if isinstance(get, FunctionNode):
        return _of_function(get)
    return SHOWN if any(view.is_a(one) for one in (*_GENERIC, "FormView")) else None


def _is_known(view: View) -> bool:
    return all("cache_page" in one or "vary_on" in one for one in view.decorators)


def _of_function(node: ast.AST) -> Answer | None:
    """What it returns in the end: what comes before is for other methods or other cases."""
    last = node.body[-1] if isinstance(node, FunctionNode) else None
    call = last.value if isinstance(last, ast.Return) else None
    name = ast.unparse(call.func).rpartition(".")[2] if isinstance(call, ast.Call) else ""
    if name in _SHOWS and not any(one.arg == "status" for one in getattr(call, "keywords", ())):
        return SHOWN
    return _SENT if name in _SENDS else None
