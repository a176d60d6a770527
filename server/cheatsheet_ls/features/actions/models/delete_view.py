"""The page that asks before it deletes an object: view, path and template."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.pages import kinds, page
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model

ID = "model-delete"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    def build(drafts: Drafts) -> None:
        page.make(asked, drafts, model, app, kinds.DELETE)

    yield from answered(asked, ID, f"delete view for {model.name}", build)
