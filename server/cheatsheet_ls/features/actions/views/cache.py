"""The page kept in the cache for a quarter of an hour, each user's own where it is personal.

Not offered for views that take a form, because the token in it belongs to one user, nor for those
that change something or show no page.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.viewing.answers import answer_of
from cheatsheet_ls.features.actions.viewing.protection import PERSONAL, asks_for_login, is_rest
from cheatsheet_ls.features.code.definitions import with_decorator
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.views import View

ID = "view-cache"

_CACHED = re.compile(r"\bcache_page\b|\bnever_cache\b|\bcache_control\b")
_FORM = re.compile(
    r"\brequest\.(?:POST|FILES|method)\b|\brequire_POST\b|\bdef (?:post|put|patch)\("
)
_CHANGES = re.compile(
    r"\.(?:save|delete|create|update|bulk_\w+|get_or_create|update_or_create|add|remove|set)\("
    r"|\bmessages\.|\w*form\w*\s*=|\bsession\b"
)
_PAGE = "from django.views.decorators.cache import cache_page"
_VARY = "from django.views.decorators.vary import vary_on_cookie"
_METHOD = "from django.utils.decorators import method_decorator"
_TIME = "60 * 15"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    if not _may_be_cached(asked, view):
        return
    personal = asks_for_login(asked, view) or bool(PERSONAL.search(view.source))

    def build(drafts: Drafts) -> None:
        assert view.path is not None
        draft = drafts.open(view.path)
        write = _on_class if view.is_class else _on_function
        draft.text = write(draft.text, view.name, personal)

    yield from answered(asked, ID, f"cache for {view.name}", build)


def _on_class(text: str, name: str, personal: bool) -> str:
    both = f"[cache_page({_TIME}), vary_on_cookie]" if personal else f"cache_page({_TIME})"
    imports = (_METHOD, _PAGE, *((_VARY,) if personal else ()))
    return with_decorator(text, name, f'@method_decorator({both}, name="dispatch")', imports)


def _on_function(text: str, name: str, personal: bool) -> str:
    """Below all other decorators, so that who may not see the page is told so first."""
    text = with_decorator(text, name, f"@cache_page({_TIME})", (_PAGE,), above="")
    if personal:
        text = with_decorator(text, name, "@vary_on_cookie", (_VARY,), above="")
    return text


def _may_be_cached(asked: Asked, view: View) -> bool:
    if is_rest(view) or view.is_a("FormMixin") or view.is_a("DeletionMixin"):
        return False
    if isinstance(view.node, ast.AsyncFunctionDef) or _FORM.search(view.source):
        return False
    answer = answer_of(asked, view, ignoring_login=True)
    if answer is None or not answer.shows or _CHANGES.search(view.source):
        return False
    known = (asked.workspace.source(path) for path in asked.urls.files)
    wrapped = re.compile(rf"cache_page\([^)]*\)\(\s*(?:\w+\.)*{view.name}\b")
    return not _CACHED.search(view.source) and not any(wrapped.search(one) for one in known)
