"""The model's viewset: the one that is there, else a new one that only known users write with."""

from __future__ import annotations

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    import_from_app,
    import_line,
    part_of,
)
from cheatsheet_ls.features.actions.rest.use import home_of_viewsets
from cheatsheet_ls.features.actions.samples import manager_of
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model
from cheatsheet_ls.language.project.packages import mentioned_in_settings
from cheatsheet_ls.language.python.resolver import Resolver

_OPEN = "DEFAULT_PERMISSION_CLASSES"  # where the project has decided, the viewset does not


def add_viewset(asked: Asked, drafts: Drafts, model: Model, app: App, serializer: str) -> str:
    """Its name is the answer."""
    assert model.path is not None
    about = [v for v in asked.views if v.is_rest and v.model is not None and v.is_a("ViewSetMixin")]
    found = next((v for v in about if v.model and v.model.node.name == model.name), None)
    if found is not None:
        return found.name
    name = f"{model.name}ViewSet"
    path = part_of(asked.workspace, app, home_of_viewsets(asked, app), snake(model.name))
    draft = drafts.open(path)
    if not defines(draft, name):
        own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
        other = import_line(app, "serializers", path, draft.text, serializer)
        code, needed = _code(asked, model, name, serializer)
        imports = (f"from rest_framework import {needed}", own, other)
        draft.text = with_code(draft.text, imports, code)
        handed_on(drafts, app, path, name)
    return name


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
