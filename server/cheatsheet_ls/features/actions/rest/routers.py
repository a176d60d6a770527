"""A viewset gets its addresses: in the router that is there, else in a new one."""

from __future__ import annotations

import re

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.rest.use import MODULE
from cheatsheet_ls.features.actions.routing import Target, include, reference, urlconf
from cheatsheet_ls.features.actions.words import parts, plural
from cheatsheet_ls.features.code.lists import literals, with_string
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.routes import with_route
from cheatsheet_ls.features.code.statements import with_code_before, with_imports
from cheatsheet_ls.features.drafts import CannotEdit, Draft, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.layout import assigned_in
from cheatsheet_ls.language.project.models import Model

_INSIDE = re.compile(r"^[ \t]+\w+\s*=\s*(?:\w+\.)*(?:Default|Simple)Router\(", re.MULTILINE)
_ROUTER = re.compile(r"^(\w+)\s*=\s*(?:\w+\.)*(?:Default|Simple)Router\(", re.MULTILINE)


def register(asked: Asked, drafts: Drafts, model: Model, app: App, target: Target) -> None:
    viewset = target.view
    known = [asked.workspace.source(path) for path in asked.urls.files]
    if any(re.search(rf"\.register\([^)]*\b{viewset}\b", source) for source in known):
        return
    draft = urlconf(asked, drafts, app)
    router = _ROUTER.search(draft.text)
    if router is None and _INSIDE.search(draft.text):
        raise CannotEdit("the router of urls.py is made inside of other code")
    imports, view = reference(app, draft, viewset, target.module)
    name = router[1] if router else "router"
    prefix = plural("-".join(parts(model.name)))
    base = _basename(asked, model, draft)
    line = f'{name}.register("{prefix}", {view}{base})'
    if router:
        draft.text = _with_line_behind(draft.text, imports, name, line)
    else:
        draft.text = _new_router(draft.text, imports, line)
    include(asked, drafts, app)
    _install(asked, drafts)


def _basename(asked: Asked, model: Model, draft: Draft) -> str:
    """Another one where the names the router makes are taken: it makes `book-list`."""
    names = {route.name for route in asked.urls.routes if route.file == draft.path}
    taken = {f"{model.lower}-list", f"{model.lower}-detail"} & names
    return f', basename="{model.lower}-api"' if taken else ""


def _with_line_behind(text: str, imports: tuple[str, ...], router: str, line: str) -> str:
    """Below the last line that registers something with the router, else below its own."""
    text, line = with_imports(text, imports, line)
    file = parsed(text, "urls.py")
    ends = [
        file.span(block, node)[1]
        for block, node in file.mentioning(router)
        if text[slice(*file.span(block, node))].startswith((f"{router}.register(", f"{router} ="))
    ]
    if not ends:
        raise CannotEdit(f"{router} is made inside of other code")
    return text[: ends[-1]] + _newline(text) + line + text[ends[-1] :]


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _new_router(text: str, imports: tuple[str, ...], line: str) -> str:
    item = 'path("api/", include(router.urls))'
    text = with_route(text, ("from django.urls import include",), "api/", item)
    needed = ("from rest_framework.routers import DefaultRouter", *imports)
    return with_code_before(text, "urlpatterns", needed, f"router = DefaultRouter()\n{line}")


def _install(asked: Asked, drafts: Drafts) -> None:
    """DRF among the installed apps: its pages need their templates."""
    settings = asked.layout.settings if asked.layout is not None else None
    path = assigned_in(asked.workspace, settings, "INSTALLED_APPS") if settings else None
    if path is None or MODULE in asked.workspace.source(path):
        return
    draft = drafts.open(path)
    if literals(parsed(draft.text, path.name), "INSTALLED_APPS"):
        draft.text = with_string(draft.text, "INSTALLED_APPS", MODULE)
