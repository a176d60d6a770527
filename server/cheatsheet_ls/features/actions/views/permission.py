"""Only for users with the permission that fits what the view does: `library.change_book`.

Who is not logged in is asked to; who is and may not gets a 403, not the login page again.
"""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.viewing.addresses import model_of_view
from cheatsheet_ls.features.actions.viewing.protection import (
    asks_for_login,
    asks_for_permission,
    may_be_guarded,
    verb_of,
)
from cheatsheet_ls.features.code.definitions import with_attribute, with_base, with_decorator
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App, app_of
from cheatsheet_ls.language.project.views import View

ID = "view-permission"

_DECORATORS = "from django.contrib.auth.decorators import {}"
_MIXIN = "from django.contrib.auth.mixins import PermissionRequiredMixin"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    model = model_of_view(view)
    owner = app_of(asked.workspace, model.path) if model is not None else None
    if model is None or owner is None or asks_for_permission(view):
        return
    if not may_be_guarded(asked, view):
        return
    name = f"{owner.label}.{verb_of(view)}_{model.lower}"

    def build(drafts: Drafts) -> None:
        assert view.path is not None
        draft = drafts.open(view.path)
        if view.is_class:
            base = "PermissionRequiredMixin"
            login = "LoginRequiredMixin"
            draft.text = with_base(draft.text, view.name, base, (_MIXIN,), behind=login)
            draft.text = with_attribute(draft.text, view.name, f'permission_required = "{name}"')
            return
        line = f'@permission_required("{name}", raise_exception=True)'
        imports = (_DECORATORS.format("permission_required"),)
        draft.text = with_decorator(draft.text, view.name, line, imports, above="cache|vary_on")
        if not asks_for_login(asked, view):
            imports = (_DECORATORS.format("login_required"),)
            draft.text = with_decorator(draft.text, view.name, "@login_required", imports)

    yield from answered(asked, ID, f"permission {name} for {view.name}", build)
