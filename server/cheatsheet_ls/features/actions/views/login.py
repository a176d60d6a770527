"""Only for known users: `@login_required`, or `LoginRequiredMixin` before all other bases."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.viewing.protection import asks_for_login, may_be_guarded
from cheatsheet_ls.features.code.definitions import with_base, with_decorator
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.views import View

ID = "view-login"

DECORATOR = "from django.contrib.auth.decorators import login_required"
MIXIN = "from django.contrib.auth.mixins import LoginRequiredMixin"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    if not may_be_guarded(asked, view) or asks_for_login(asked, view):
        return

    def build(drafts: Drafts) -> None:
        assert view.path is not None
        draft = drafts.open(view.path)
        if view.is_class:
            draft.text = with_base(draft.text, view.name, "LoginRequiredMixin", (MIXIN,))
        else:
            draft.text = with_decorator(draft.text, view.name, "@login_required", (DECORATOR,))

    yield from answered(asked, ID, f"login for {view.name}", build)
