"""The model's serializer: the one that is there, else a new one."""

from __future__ import annotations

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.fields import filled_in, is_secret, sequence
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    home_of,
    import_from_app,
    part_of,
)
from cheatsheet_ls.features.actions.pages.addresses import primary_key
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model


def add_serializer(asked: Asked, drafts: Drafts, model: Model, app: App) -> str:
    """Its name is the answer."""
    assert model.path is not None
    name = f"{model.name}Serializer"
    if name in asked.workspace.source(home_of(asked.workspace, app, "serializers")):
        return name
    path = part_of(asked.workspace, app, "serializers", snake(model.name))
    draft = drafts.open(path)
    if not defines(draft, name):
        own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
        imports = ("from rest_framework import serializers", own)
        draft.text = with_code(draft.text, imports, code_of(model, name))
        handed_on(drafts, app, path, name)
    return name


def code_of(model: Model, name: str) -> str:
    fields = _fields(model).replace("\n", "\n        ")
    return (
        f"class {name}(serializers.ModelSerializer):\n"
        f"    class Meta:\n"
        f"        model = {model.name}\n"
        f"        fields = {fields}"
    )


def _fields(model: Model) -> str:
    if not model.complete or model.unknown:
        return '"__all__"'
    key = primary_key(model)
    names = [one.name for one in filled_in(model) if not is_secret(one)]
    first = key.name if key is not None else "id"
    return sequence([first, *(name for name in names if name != first)])
