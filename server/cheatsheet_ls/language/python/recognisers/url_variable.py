"""Names that Django looks for in a URL module: `urlpatterns`, `app_name`, `handler404` …"""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.model import Match

_MODULE = "django.conf.urls"
NAMES = frozenset(
    {"urlpatterns", "app_name", "handler400", "handler403", "handler404", "handler500"}
)
_IMPORTS = ("from django.urls", "from django.conf.urls", "from django.conf import urls")


def recognise(cursor: Cursor) -> Match | None:
    if (
        cursor.word not in NAMES
        or not isinstance(cursor.node, ast.Name)
        or cursor.scope.kind != "module"
    ):
        return None
    if not any(block.text.startswith(_IMPORTS) for block in cursor.module.tree.blocks):
        return None
    return symbols.match([f"{_MODULE}.{cursor.word}"], cursor.span, "url variable")
