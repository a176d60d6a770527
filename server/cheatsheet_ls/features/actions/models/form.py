"""A model form with the fields that people fill in."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.fields import listed
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    home_of,
    import_from_app,
    part_of,
)
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model

ID = "model-form"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    name = f"{model.name}Form"
    if name in asked.workspace.source(home_of(asked.workspace, app, "forms")):
        return

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        path = part_of(asked.workspace, app, "forms", snake(model.name))
        draft = drafts.open(path)
        if defines(draft, name):
            return
        own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
        draft.text = with_code(draft.text, ("from django import forms", own), code_of(model, name))
        handed_on(drafts, app, path, name)

    yield from answered(asked, ID, f"form for {model.name}", build)


def code_of(model: Model, name: str) -> str:
    fields = listed(model).replace("\n", "\n        ")
    return (
        f"class {name}(forms.ModelForm):\n"
        f"    class Meta:\n"
        f"        model = {model.name}\n"
        f"        fields = {fields}"
    )
