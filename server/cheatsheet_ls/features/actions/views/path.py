"""The route of a view in `urls.py`, which the root URLconf includes."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.viewing.addresses import (
    address_for_view,
    is_page,
    is_routed,
)
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.views import View

ID = "view-path"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    if not is_page(view) or is_routed(asked, app, view):
        return

    def build(drafts: Drafts) -> None:
        address_for_view(asked, drafts, app, view)

    yield from answered(asked, ID, f"path for {view.name}", build)
