"""A view gets its address: a route in the app's `urls.py`, which the root URLconf includes.

Both are made where they are missing; a route that is there, wherever it stands, is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.homes import home_of, import_line
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.routes import with_route
from cheatsheet_ls.features.drafts import CannotEdit, Draft, Drafts
from cheatsheet_ls.features.imports.existing import Bound
from cheatsheet_ls.language.project.apps import App, url_namespace

_NAMES = re.compile(r"""\bname\s*=\s*["']([\w-]+)["']""")

_BEGUN = """\
from django.urls import path

app_name = "{}"

urlpatterns = []
"""


@dataclass(frozen=True, slots=True)
class Address:
    """What reverses a route: its name with the namespace, and its parameters by converter."""

    name: str
    parameters: dict[str, str]


def address_of(asked: Asked, app: App, view: str) -> Address | None:
    """The address that a view has already, where its route has a name."""
    route = asked.urls.of_view(view, app.folder)
    if route is None or route.full_name is None:
        return None
    return Address(route.full_name, route.parameters)


def has_route(asked: Asked, app: App, view: str) -> bool:
    return asked.urls.of_view(view, app.folder) is not None


def urls_file(asked: Asked, app: App) -> Path:
    return home_of(asked.workspace, app, "urls")


@dataclass(frozen=True, slots=True)
class Target:
    """A view as a route needs it; `module` is where it is, seen from the app (`views`)."""

    view: str
    is_class: bool
    module: str = "views"


def add_route(
    asked: Asked, drafts: Drafts, app: App, pattern: str, target: Target, name: str
) -> Address:
    """The route of a view that has none, in the file's own style."""
    draft = urlconf(asked, drafts, app)
    name = styled(draft.text, name)
    imports, call = reference(app, draft, target.view, target.module)
    call += ".as_view()" if target.is_class else ""
    item = f'path("{pattern}", {call}, name="{name}")'
    draft.text = with_route(draft.text, imports, pattern, item)
    include(asked, drafts, app)
    parameters = {one: kind or "str" for kind, one in re.findall(r"<(?:(\w+):)?(\w+)>", pattern)}
    return Address(":".join((*namespaces(asked, app, draft), name)), parameters)


def styled(text: str, name: str) -> str:
    """`book-list` where the names of the file are written so."""
    names = _NAMES.findall(text)
    dashed = any("-" in one for one in names) and not any("_" in one for one in names)
    dashed = dashed and ".register(" not in text  # the names of a router have dashes
    return name.replace("_", "-") if dashed else name


def namespaces(asked: Asked, app: App, draft: Draft) -> tuple[str, ...]:
    """The namespaces of what stands in the app's URLconf, also of one that is made just now."""
    known = asked.urls.files.get(draft.path)
    if known is not None:
        return known
    own = url_namespace(draft.text)
    return (own,) if own else ()


def urlconf(asked: Asked, drafts: Drafts, app: App) -> Draft:
    """The app's URLconf, begun where it is missing."""
    config = asked.workspace.source(app.folder / "apps.py")
    if "def get_urls" in config:
        raise CannotEdit("apps.py makes the addresses of this app")
    draft = drafts.open(urls_file(asked, app))
    if draft.is_new and not draft.text:
        draft.text = (
            f'from django.urls import path\n\napp_name = "{app.label}"\n\nurlpatterns = []\n'
        )
    return draft


def reference(
    app: App, draft: Draft, view: str, module: str = "views"
) -> tuple[tuple[str, ...], str]:
    """The imports and the expression by which a URLconf names a view of the app."""
    bound = Bound(parsed(draft.text, draft.path.name).tree)
    ours = (f".{module}", f"{app.name}.{module}", f"{app.label}.{module}")
    alias = next((name for name, paths in bound.imported.items() if set(paths) & set(ours)), None)
    if alias is not None:
        return (), f"{alias}.{view}"
    package, _, last = module.rpartition(".")
    by_name = any(path.startswith(tuple(f"{one}." for one in ours)) for path in _paths(bound))
    if by_name or bound.paths(last):
        return (import_line(app, module, draft.path, draft.text, view),), view
    return (import_line(app, package, draft.path, draft.text, last),), f"{last}.{view}"


def _paths(bound: Bound) -> list[str]:
    return [path for paths in bound.imported.values() for path in paths]


def include(asked: Asked, drafts: Drafts, app: App) -> None:
    """The root URLconf includes the app's, unless some URLconf does or there is no root."""
    own, root = urls_file(asked, app), asked.layout.urls if asked.layout else None
    if root is None or own in asked.urls.reached or _is_named(asked, f"{app.name}.urls"):
        return
    draft = drafts.open(root)
    pattern = app.label.replace("_", "-") + "/"
    item = f'path("{pattern}", include("{app.name}.urls"))'
    draft.text = with_route(draft.text, ("from django.urls import include",), pattern, item)


def _is_named(asked: Asked, module: str) -> bool:
    """Whether a URLconf names the module, be it in a way that could not be followed."""
    return any(module in asked.workspace.source(path) for path in asked.urls.reached)
