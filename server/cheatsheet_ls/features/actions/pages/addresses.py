"""The addresses of a model's pages: those that are there, else new ones beside them."""

from __future__ import annotations

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.pages.kinds import DETAIL, LIST, Kind
from cheatsheet_ls.features.actions.pages.views import view_for
from cheatsheet_ls.features.actions.routing import (
    Address,
    Target,
    add_route,
    address_of,
    has_route,
    include,
)
from cheatsheet_ls.features.actions.words import parts, plural
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Field, Model
from cheatsheet_ls.language.project.urls import Route

_KEYS = {"UUIDField": "uuid", "CharField": "str", "SlugField": "slug"}
_BY_NUMBER = ("AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField")


def address_for(asked: Asked, app: App, model: Model, kind: Kind) -> Address | None:
    """The address of a page of the model that is there already."""
    view = view_for(asked, model, kind)
    return address_of(asked, app, view.name) if view is not None else None


def add_address(
    asked: Asked, drafts: Drafts, app: App, model: Model, kind: Kind, target: Target
) -> Address | None:
    """The address of the page, made where it is missing; None where it has no name."""
    if has_route(asked, app, target.view):
        include(asked, drafts, app)
        return address_of(asked, app, target.view)
    pattern = pattern_of(asked, app, model, kind)
    return add_route(asked, drafts, app, pattern, target, kind.function_of(model))


def pattern_of(asked: Asked, app: App, model: Model, kind: Kind) -> str:
    """`books/<slug:slug>/update/`, with the beginning that the model's other pages have."""
    shown = _route(asked, app, model, DETAIL)
    listed = _route(asked, app, model, LIST)
    start = plural("-".join(parts(model.name))) + "/"
    if listed is not None and not listed.is_regex and listed.pattern.endswith("/"):
        start = listed.pattern
    one = f"<{key_of(model)}>/"
    if shown is not None and not shown.is_regex and set(shown.parameters) <= {"pk", "slug"}:
        start, bracket, rest = shown.pattern.partition("<")
        one = bracket + rest
    tail = "" if kind in (LIST, DETAIL) else f"{kind.name}/"
    return start + (one if kind.of_one else "") + tail


def _route(asked: Asked, app: App, model: Model, kind: Kind) -> Route | None:
    view = view_for(asked, model, kind)
    return asked.urls.of_view(view.name, app.folder) if view is not None else None


def key_of(model: Model) -> str:
    """What tells one object from another in an address: a unique slug, else the primary key."""
    slug = model.field("slug")
    if slug is not None and slug.kind == "SlugField" and slug.is_true("unique"):
        return "slug:slug"
    return f"{converter_of(primary_key(model))}:pk"


def primary_key(model: Model) -> Field | None:
    return next((one for one in model.fields if one.is_true("primary_key")), None)


def converter_of(key: Field | None) -> str:
    if key is None or key.kind in _BY_NUMBER:
        return "int"
    return _KEYS.get(key.kind, "str")
