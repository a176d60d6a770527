"""Field lookups in keywords: `title__icont▮ains=` of a QuerySet method or of `Q`.

A part is a lookup only where it cannot be a relation or a field: certain words always, words
that are common field names (`date`, `year`) only behind a known plain field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import classes, members, symbols
from cheatsheet_ls.language.python.values import Api, Method, UserInstance, Value
from cheatsheet_ls.model import Match, Span

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.cursor import Cursor

_METHODS = frozenset(
    {"filter", "exclude", "get", "aget", "get_or_create", "update_or_create", "complex_filter"}
)
_Q = frozenset({"django.db.models.query_utils.Q"})
_CERTAIN = frozenset(
    [
        "exact",
        "iexact",
        "contains",
        "icontains",
        "in",
        "gt",
        "gte",
        "lt",
        "lte",
        "startswith",
        "istartswith",
        "endswith",
        "iendswith",
        "range",
        "isnull",
        "regex",
        "iregex",
        "week_day",
        "iso_week_day",
        "iso_year",
    ]
)


def lookup_at(cursor: Cursor, callee: Value, name: str) -> Match | None:
    if not takes_lookups(callee):
        return None
    parts = list(re.finditer(r"[^_]+(?:_[^_]+)*", name))
    inside = cursor.offset - cursor.span.start
    part = next(
        (p for p in parts[1:] if p.start() <= inside <= p.end()),
        parts[-1] if len(parts) > 1 else None,
    )
    if part is None or not facts.lookup(part.group()):
        return None
    if part.group() not in _CERTAIN and not _behind_plain_field(
        cursor, callee, [p.group() for p in parts], part.group()
    ):
        return None
    start = cursor.span.start + part.start()
    return symbols.match(
        [f"lookup:{part.group()}"], Span(start, start + len(part.group())), "lookup"
    )


def takes_lookups(callee: Value) -> bool:
    if isinstance(callee, Api):
        return callee.path in _Q
    return isinstance(callee, Method) and callee.member.name in _METHODS


def _behind_plain_field(cursor: Cursor, callee: Value, parts: list[str], name: str) -> bool:
    """`published__year` where the model is known and `published` is a date of it."""
    receiver = callee.receiver if isinstance(callee, Method) else None
    elem = getattr(receiver, "elem", None)
    if not isinstance(elem, UserInstance) or parts.index(name) != 1:
        return False
    found = members.find(cursor.resolver, elem, parts[0])
    if not isinstance(found, members.UserMember):
        return False
    scope = members.body_of(found.owner)
    field = cursor.resolver.evaluate(found.binding.value, scope, found.block)
    return field is not None and "django.db.models.fields.DateField" in classes.mro(
        cursor.resolver, field
    )
