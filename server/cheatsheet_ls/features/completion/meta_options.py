"""Options of a `class Meta`, each with a value to fill in: `ordering = ["${1:name}"]`.

What the sheet shows an example of comes from there; the rest gets a value of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.completion.code_item import assignment
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.model import Symbol

# What is written where the default is nothing: a snippet's value is a value somebody wants.
_VALUES = {
    "verbose_name": '"name"',
    "verbose_name_plural": '"names"',
    "app_label": '"app"',
    "db_table": '"table"',
    "db_table_comment": '"comment"',
    "db_tablespace": '"tablespace"',
    "get_latest_by": '"pk"',
    "order_with_respect_to": '"pk"',
    "default_related_name": '"%(class)ss"',
    "base_manager_name": '"objects"',
    "default_manager_name": '"objects"',
    "ordering": '["pk"]',
    "fields": '["id"]',
    "exclude": '["id"]',
    "read_only_fields": '["id"]',
    "localized_fields": '["id"]',
    "abstract": "True",
    "proxy": "True",
    "managed": "False",
    "select_on_save": "True",
    "depth": "1",
    "required_db_vendor": '"postgresql"',
    **dict.fromkeys(("widgets", "labels", "help_texts", "error_messages", "extra_kwargs"), "{}"),
    **dict.fromkeys(("field_classes", "filter_overrides"), "{}"),
    **dict.fromkeys(("indexes", "constraints", "permissions", "unique_together"), "[]"),
    **dict.fromkeys(("required_db_features", "validators", "index_together"), "[]"),
}
_NOT_WRITTEN = frozenset({"apps", "auto_created", "swappable"})  # set by Django and for its tests


def items(request: Request, kind: str) -> Iterator[Item]:
    for name in sorted(_options(request, kind), key=lambda one: one.rank):
        gone = request.options.django.lacks(name.versions) or name.name in request.place.taken
        if gone or not request.wanted(name.name):
            continue
        value = _VALUES.get(name.name, "None")
        yield assignment(request, name, "property", value)


def _options(request: Request, kind: str) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for full in names.names("meta"):
        of, _, name = full.partition(".")
        facts = names.meta_option(of, name) if of == kind else None
        if facts is not None and name not in _NOT_WRITTEN:
            symbol = Symbol(f"meta:{full}")
            found = Name(name, symbol, "property", f"{kind} Meta option", versions=facts.versions)
            yield told(request, found)
