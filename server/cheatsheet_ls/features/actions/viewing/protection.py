"""Who may see a view: what its decorators, its bases and the URLconf say."""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.pages.kinds import CREATE, DELETE, UPDATE
from cheatsheet_ls.features.actions.viewing.addresses import kind_of
from cheatsheet_ls.features.actions.words import parts
from cheatsheet_ls.language.project.packages import mentioned_in_settings
from cheatsheet_ls.language.project.views import View

_ACCESS = "django.contrib.auth.mixins.AccessMixin"
_LOGIN = re.compile(
    r"\b\w*(?:login|staff|member|superuser|permission)\w*_required|user_passes_test"
)
_PERMISSION = re.compile(
    r"permission_required|user_passes_test|(?:staff|superuser|admin)\w*_required"
)
_MIXIN = re.compile(r"(?:Login|Permission|Staff|Superuser)\w*Required|UserPassesTest|AccessMixin")
_VERBS = {
    "add": ("add", "create", "new"),
    "change": ("change", "edit", "update"),
    "delete": ("delete", "remove"),
}
PERSONAL = re.compile(r"\brequest\.(?:user|session)\b|\bmessages\.|self\.request\.(?:user|session)")


def asks_for_login(asked: Asked, view: View) -> bool:
    """Whether only known users see the view, for all that can be told."""
    wrapped = re.compile(rf"{_LOGIN.pattern}\)?\(\s*(?:\w+\.)*{view.name}\b")
    return (
        _is_protected(view, _LOGIN)
        or mentioned_in_settings(asked.workspace, asked.layout, "LoginRequiredMiddleware")
        or any(wrapped.search(asked.workspace.source(path)) for path in asked.urls.files)
    )


def asks_for_permission(view: View) -> bool:
    if view.is_class:
        return any(one.rpartition(".")[2] in _STRICT for one in view.bases) or _decorated(
            view, _PERMISSION
        )
    return _decorated(view, _PERMISSION)


_STRICT = ("PermissionRequiredMixin", "UserPassesTestMixin")


def _is_protected(view: View, words: re.Pattern[str]) -> bool:
    mixed = view.is_class and (_ACCESS in view.bases or bool(_MIXIN.search(_head(view))))
    return mixed or _decorated(view, words)


def _head(view: View) -> str:
    """The `class` line."""
    found = re.search(r"^class [^:]*:", view.source, re.MULTILINE)
    return found.group() if found else ""


def _decorated(view: View, words: re.Pattern[str]) -> bool:
    return any(words.search(one) for one in view.decorators)


def is_rest(view: View) -> bool:
    return view.is_rest or any("api_view" in one for one in view.decorators)


def may_be_guarded(asked: Asked, view: View) -> bool:
    """Whether Django's decorators of `auth` take it: not an API; not a coroutine before 5.1."""
    is_async = isinstance(view.node, ast.AsyncFunctionDef)
    return not is_rest(view) and (not is_async or asked.django.is_past("5.1"))


def verb_of(view: View) -> str:
    """The permission of Django that fits what the view does: `view`, `add`, `change`, `delete`."""
    kind = kind_of(view)
    known = {CREATE: "add", UPDATE: "change", DELETE: "delete"}
    if kind is not None:
        return known.get(kind, "view")
    words = set(parts(view.name))
    return next((verb for verb, names in _VERBS.items() if words & set(names)), "view")
