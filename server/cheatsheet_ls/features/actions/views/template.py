"""The template that a view shows and nobody has written yet, with what the view gives it."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.viewing.protection import is_rest
from cheatsheet_ls.features.actions.viewing.templates import is_missing, make_template, template_of
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.views import View

ID = "view-template"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    if asked.cursor is None or is_rest(view):
        return
    shown = template_of(asked, app, view, asked.cursor.module)
    if shown is None or not is_missing(asked, app, shown):
        return

    def build(drafts: Drafts) -> None:
        make_template(asked, drafts, app, view, shown)

    yield from answered(asked, ID, f"template for {view.name}", build)
