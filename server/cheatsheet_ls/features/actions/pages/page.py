"""One page of a model made whole: the view, its route, its template, each where it is missing."""

from __future__ import annotations

import re

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.fields import listed as names_of
from cheatsheet_ls.features.actions.homes import home_of, import_line, module_of, part_of
from cheatsheet_ls.features.actions.markup import add_template
from cheatsheet_ls.features.actions.pages.addresses import add_address, address_for
from cheatsheet_ls.features.actions.pages.kinds import (
    CREATE,
    DELETE,
    LIST,
    UPDATE,
    Kind,
)
from cheatsheet_ls.features.actions.pages.texts import TEXTS, Addresses, heading
from cheatsheet_ls.features.actions.pages.views import add_view, view_for
from cheatsheet_ls.features.actions.routing import Address, Target
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model, inherited
from cheatsheet_ls.language.project.views import View, attribute
from cheatsheet_ls.language.python.resolver import Resolver

_EDITED = (CREATE, UPDATE)


def make(asked: Asked, drafts: Drafts, model: Model, app: App, kind: Kind) -> Address | None:
    """Its address is the answer; None where it has a route without a name."""
    found = view_for(asked, model, kind)
    addresses = {one: address_for(asked, app, model, one) for one in TEXTS if one is not kind}
    if found is None and _goes_to_the_list(model, kind) and addresses[LIST] is None:
        addresses[LIST] = make(asked, drafts, model, app, LIST)
    target = _target(asked, app, found) or _new_view(asked, drafts, model, app, kind, addresses)
    address = add_address(asked, drafts, app, model, kind, target)
    template = _template(model, app, kind, found)
    if template is not None:
        given = _given(model, kind, found)
        body = TEXTS[kind](model, given, addresses)
        add_template(asked, drafts, app, template, heading(model, kind, given), body)
    return address


def _target(asked: Asked, app: App, found: View | None) -> Target | None:
    if found is None or found.path is None:
        return None
    module = module_of(asked.workspace, app, found.path, found.name)
    return Target(found.name, found.is_class, module)


def _goes_to_the_list(model: Model, kind: Kind) -> bool:
    """Whether a new view needs to be told where one goes afterwards."""
    own = "get_absolute_url"
    has_page = own in model.members or (model.cls and inherited(Resolver(), model.cls, own))
    return kind is DELETE or (kind in _EDITED and not has_page)


def _new_view(
    asked: Asked, drafts: Drafts, model: Model, app: App, kind: Kind, addresses: Addresses
) -> Target:
    body: list[str] = []
    imports: list[str] = []
    if kind in _EDITED:
        body, imports = _form(asked, drafts, model, app)
    if _goes_to_the_list(model, kind):
        listed = addresses[LIST]
        if listed is None or listed.parameters:
            raise CannotEdit(f"nothing says where to go after the {kind.name}")
        body.append(f'success_url = reverse_lazy("{listed.name}")')
        imports.append("from django.urls import reverse_lazy")
    return add_view(asked, drafts, model, app, kind, body, imports)


def _form(asked: Asked, drafts: Drafts, model: Model, app: App) -> tuple[list[str], list[str]]:
    """The model's own form where the app has one, else its fields."""
    name, home = f"{model.name}Form", home_of(asked.workspace, app, "forms")
    if re.search(rf"\b{name}\b", asked.workspace.source(home)):
        views = part_of(asked.workspace, app, "views", snake(model.name))
        line = import_line(app, "forms", views, drafts.open(views).text, name)
        return [f"form_class = {name}"], [line]
    return [f"fields = {names_of(model)}"], []


def _template(model: Model, app: App, kind: Kind, found: View | None) -> str | None:
    """The template the view shows; None where only the view knows."""
    if found is None:
        return kind.template_of(model, app.label)
    if not found.is_a(kind.generic) or "get_template_names" in found.source:
        return None
    r = Resolver()
    suffix = attribute(r, found, "template_name_suffix") or kind.suffix
    return attribute(r, found, "template_name") or f"{app.label}/{model.lower}{suffix}.html"


def _given(model: Model, kind: Kind, found: View | None) -> str:
    """The name by which the view gives the object or the list to its template."""
    named = attribute(Resolver(), found, "context_object_name") if found is not None else None
    return named or (f"{model.lower}_list" if kind is LIST else model.lower)
