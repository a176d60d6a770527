"""The address of a view: the one it has, else one that its name and its parameters suggest."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.homes import module_of
from cheatsheet_ls.features.actions.pages.addresses import key_of, pattern_of
from cheatsheet_ls.features.actions.pages.kinds import ALL, Kind
from cheatsheet_ls.features.actions.routing import Address, Target, add_route, address_of, has_route
from cheatsheet_ls.features.actions.words import parts, snake
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model, model_of
from cheatsheet_ls.language.project.views import FunctionNode, View, attribute
from cheatsheet_ls.language.python.resolver import Resolver

_HOMES = ("index", "home")
_NUMBERS = re.compile(r"(?:pk|id|\w+_pk|\w+_id|year|month|day|week|page|number|num)$")
_SLUGS = re.compile(r"(?:\w+_)?slug$")
_PARENT = re.compile(r"^(?:Base|Abstract)[A-Z]|(?:Base|Mixin)$")
_ANNOTATED = {"int": "int", "str": "str", "UUID": "uuid", "uuid.UUID": "uuid"}


def is_page(view: View) -> bool:
    """Whether it is for an address of its own: no parent of other views, no set of them, none
    that needs a date.
    """
    dated = view.is_a("BaseDateListView") or view.is_a("BaseDateDetailView")
    return not (_PARENT.search(view.name) or view.is_a("ViewSetMixin") or dated)


def model_of_view(view: View) -> Model | None:
    return model_of(Resolver(), view.model) if view.model is not None else None


def kind_of(view: View) -> Kind | None:
    """Which page of a model a generic view is."""
    if view.model is None:
        return None
    return next((one for one in ALL if view.is_a(one.generic)), None)


def is_routed(asked: Asked, app: App, view: View) -> bool:
    """Whether a route leads to the view, or a URLconf names it in another way."""
    named = re.compile(rf"\b{view.name}\b")
    known = [asked.workspace.source(path) for path in asked.urls.files]
    return has_route(asked, app, view.name) or any(named.search(source) for source in known)


def address_for_view(asked: Asked, drafts: Drafts, app: App, view: View) -> Address:
    """Its address; the route is made where there is none."""
    known = address_of(asked, app, view.name)
    if known is not None:
        return known
    if is_routed(asked, app, view) or view.path is None:
        raise CannotEdit(f"the route of {view.name} has no name that is known")
    model, kind = model_of_view(view), kind_of(view)
    target = Target(view.name, view.is_class, module_of(asked.workspace, app, view.path, view.name))
    pattern = _stem(asked, app, view) + _parameters(view)
    if model is not None and kind is not None and not _keys(view):
        pattern = pattern_of(asked, app, model, kind)
    return add_route(asked, drafts, app, pattern, target, route_name(view))


def route_name(view: View) -> str:
    return snake(view.name.removesuffix("View")) if view.is_class else view.name


def _stem(asked: Asked, app: App, view: View) -> str:
    """`book-list/`; the first page of an app has the app's own address."""
    name = route_name(view)
    free = all(route.pattern for route in asked.urls.routes if app.folder in route.file.parents)
    return "" if name in _HOMES and free else "-".join(parts(name)) + "/"


def _keys(view: View) -> list[str]:
    """The names that a class-based view gives its parameters."""
    found = (attribute(Resolver(), view, f"{key}_url_kwarg") for key in ("slug", "pk"))
    return [one for one in found if one is not None]


def _parameters(view: View) -> str:
    if view.is_class and (keys := _keys(view)):
        return f"<{_converter(keys[0], None)}:{keys[0]}>/"
    node = _answering(view)
    if node is not None:
        return "".join(f"<{kind}:{name}>/" for name, kind in _taken(node))
    model = model_of_view(view)
    one_object = any(view.is_a(one) for one in ("DetailView", "UpdateView", "DeleteView"))
    return f"<{key_of(model) if model is not None else 'int:pk'}>/" if one_object else ""


def _answering(view: View) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function that takes the parameters: the view, or `get()` or `post()` of a class."""
    if isinstance(view.node, FunctionNode):
        return view.node
    methods = {one.name: one for one in view.node.body if isinstance(one, FunctionNode)}
    node = methods.get("get") or methods.get("post")
    return node if node is not None and node.args.kwarg is None else None


def _taken(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[str, str]]:
    """The parameters behind `request` that have no default, each with its converter."""
    known = [*node.args.posonlyargs, *node.args.args]
    known = known[: len(known) - len(node.args.defaults)]
    names = [one.arg for one in known]
    start = names.index("request") + 1 if "request" in names else 1
    return [(one.arg, _converter(one.arg, one.annotation)) for one in known[start:]]


def _converter(name: str, annotation: ast.expr | None) -> str:
    stated = _ANNOTATED.get(ast.unparse(annotation)) if annotation is not None else None
    if stated not in (None, "str"):
        return str(stated)
    if _SLUGS.fullmatch(name):
        return "slug"
    if stated is None and _NUMBERS.fullmatch(name):
        return "int"
    return "uuid" if name in ("uuid", "guid") and stated is None else "str"
