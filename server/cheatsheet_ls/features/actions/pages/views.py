"""The view of a page: the one that is there, else a new generic one in the app's views."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    import_from_app,
    module_of_draft,
    part_of,
)
from cheatsheet_ls.features.actions.pages.kinds import Kind
from cheatsheet_ls.features.actions.routing import Target
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model
from cheatsheet_ls.language.project.views import View

_GENERIC = re.compile(r"^from django\.views import (?:.*\b)?generic\b", re.MULTILINE)


def view_for(asked: Asked, model: Model, kind: Kind) -> View | None:
    """The view of the app that shows this page, by its kind or else by its name."""
    of_kind = [one for one in asked.views if one.is_a(kind.generic) and _is_about(one, model)]
    names = (kind.view_of(model), f"{model.name}{kind.name.capitalize()}", kind.function_of(model))
    named = [one for one in (*of_kind, *asked.views) if one.name in names and not one.is_rest]
    return next((one for one in (*named, *of_kind) if _fits(one, model)), None)


def _is_about(view: View, model: Model) -> bool:
    same = view.model is not None and view.model.node.name == model.name
    return same and not view.is_rest


def _fits(view: View, model: Model) -> bool:
    """A function's name says more than the first model it asks for."""
    return not view.is_class or view.model is None or _is_about(view, model)


def add_view(
    asked: Asked,
    drafts: Drafts,
    model: Model,
    app: App,
    kind: Kind,
    body: Iterable[str] = (),
    imports: Iterable[str] = (),
) -> Target:
    """The class is written; its name is the answer, and where a URLconf finds it. `body` follows
    `model = …`.
    """
    assert model.path is not None
    name = kind.view_of(model)
    path = part_of(asked.workspace, app, "views", snake(model.name))
    draft = drafts.open(path)
    if defines(draft, name):
        raise CannotEdit(f"{path.name} has another {name}")
    generic = _generic(draft.text, kind.generic)
    own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
    lines = [f"class {name}({generic[1]}):", f"    model = {model.name}"]
    code = "\n".join([*lines, *("    " + line.replace("\n", "\n    ") for line in body)])
    draft.text = with_code(draft.text, (generic[0], *imports, own), code)
    handed_on(drafts, app, path, name)
    return Target(name, True, module_of_draft(drafts, app, path, name))


def _generic(text: str, name: str) -> tuple[str, str]:
    """The import and the spelling of a generic view in a file."""
    if _GENERIC.search(text):
        return "from django.views import generic", f"generic.{name}"
    return f"from django.views.generic import {name}", name
