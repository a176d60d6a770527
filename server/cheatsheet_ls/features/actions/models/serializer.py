"""A serializer, a viewset and its place in a router, where the project uses DRF."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.rest.routers import register
from cheatsheet_ls.features.actions.rest.serializers import add_serializer
from cheatsheet_ls.features.actions.rest.use import uses_rest
from cheatsheet_ls.features.actions.rest.viewsets import add_viewset
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model

ID = "model-serializer"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    if not uses_rest(asked, app):
        return

    def build(drafts: Drafts) -> None:
        serializer = add_serializer(asked, drafts, model, app)
        viewset = add_viewset(asked, drafts, model, app, serializer)
        register(asked, drafts, model, app, viewset)

    yield from answered(asked, ID, f"serializer and viewset for {model.name}", build)
