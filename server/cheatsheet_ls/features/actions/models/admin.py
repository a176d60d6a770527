"""Register a model in the admin, with the columns, search and relations that fit its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.fields import is_secret
from cheatsheet_ls.features.actions.homes import home_of, import_from_app
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Field, Model

ID = "model-admin"
COLUMNS = 4

_WIDE = frozenset({"TextField", "JSONField", "BinaryField", "FileField", "ImageField"})
_WORDS = frozenset({"CharField", "TextField", "EmailField", "SlugField"})


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    def build(drafts: Drafts) -> None:
        assert model.path is not None
        draft = drafts.open(home_of(asked.workspace, app, "admin"))
        if is_registered(draft.text, model.name):
            return
        own = import_from_app(asked.workspace, app, model.path, draft.path, draft.text, model.name)
        imports = ("from django.contrib import admin", own)
        draft.text = with_code(draft.text, imports, code_of(model))

    yield from answered(asked, ID, f"register {model.name} in the admin", build)


def is_registered(source: str, name: str) -> bool:
    """Whether a file registers the model, in a decorator or by a call."""
    return re.search(rf"\bregister\([^)]*\b{name}\b", source) is not None


def code_of(model: Model) -> str:
    columns = [one for one in model.fields if _is_column(one)][:COLUMNS]
    lines = [f"@admin.register({model.name})", f"class {model.name}Admin(admin.ModelAdmin):"]
    options = [
        ("list_display", [one.name for one in columns]),
        ("list_filter", [one.name for one in columns if _is_filter(one)]),
        ("search_fields", [one.name for one in model.fields if _is_searched(one)][:2]),
        ("list_select_related", [one.name for one in columns if one.to_one]),
    ]
    body = [f"    {name} = {_tuple(names)}" for name, names in options if names]
    return "\n".join([*lines, *(body or ["    pass"])])


def _is_column(one: Field) -> bool:
    return not one.to_many and one.kind not in _WIDE and not is_secret(one)


def _is_filter(one: Field) -> bool:
    return one.kind == "BooleanField" or "choices" in one.options


def _is_searched(one: Field) -> bool:
    shown = "choices" not in one.options and not is_secret(one)
    return shown and one.kind in _WORDS and one.kind != "SlugField"


def _tuple(names: list[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"({quoted},)" if len(names) == 1 else f"({quoted})"
