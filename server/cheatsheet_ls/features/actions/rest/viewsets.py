"""The model's viewset: the one that is there, else a new one that only known users write with."""

from __future__ import annotations

from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    import_from_app,
    import_line,
    module_of,
    module_of_draft,
    part_of,
)
from cheatsheet_ls.features.actions.rest.use import file_of, home_of_viewsets
from cheatsheet_ls.features.actions.routing import Target
from cheatsheet_ls.features.actions.samples import manager_of
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model
from cheatsheet_ls.language.project.packages import mentioned_in_settings
from cheatsheet_ls.language.project.views import View
from cheatsheet_ls.language.python.resolver import Resolver

_OPEN = "DEFAULT_PERMISSION_CLASSES"  # where the project has decided, the viewset does not


def add_viewset(asked: Asked, drafts: Drafts, model: Model, app: App, serializer: str) -> Target:
    """Its name and its module are the answer."""
    assert model.path is not None
    found = next((one for one in asked.views if _is_set_of(one, model)), None)
    if found is not None and found.path is not None:
        module = module_of(asked.workspace, app, found.path, found.name)
        return Target(found.name, True, module)
    name, path = f"{model.name}ViewSet", _home(asked, app, model)
    draft = drafts.open(path)
    if not defines(draft, name):
        own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
        other = import_line(app, "serializers", path, draft.text, serializer)
        code, needed = _code(asked, model, name, serializer)
        imports = (f"from rest_framework import {needed}", own, other)
        draft.text = with_code(draft.text, imports, code)
        handed_on(drafts, app, path, name)
    return Target(name, True, module_of_draft(drafts, app, path, name))


def _is_set_of(view: View, model: Model) -> bool:
    about = view.model is not None and view.model.node.name == model.name
    return about and view.is_rest and view.is_a("ViewSetMixin")


def _home(asked: Asked, app: App, model: Model) -> Path:
    module = home_of_viewsets(asked, app)
    if "." in module:
        return file_of(app, module)
    return part_of(asked.workspace, app, module, snake(model.name))


def _code(asked: Asked, model: Model, name: str, serializer: str) -> tuple[str, str]:
    """The class, and what it needs of DRF."""
    lines = [
        f"class {name}(viewsets.ModelViewSet):",
        f"    queryset = {model.name}.{manager_of(Resolver(), model)}.all()",
        f"    serializer_class = {serializer}",
    ]
    if mentioned_in_settings(asked.workspace, asked.layout, _OPEN):
        return "\n".join(lines), "viewsets"
    lines.append("    permission_classes = [permissions.IsAuthenticatedOrReadOnly]")
    return "\n".join(lines), "permissions, viewsets"
