"""The arguments a call cannot do without, and a first value for each.

A signature says what Python asks for; Django's checks ask for more: a `CharField` for its
`max_length`, a `DecimalField` for its digits.
"""

from __future__ import annotations

from dataclasses import dataclass

from cheatsheet_ls.facts.types import Param

ANYTHING = "..."  # it compiles, and nobody takes it for a value

_FIELDS = "django.db.models.fields"
# What Django's system checks want beyond the signature (fields.E120, E130, E132).
_CHECKED = {
    f"{_FIELDS}.CharField": ("max_length",),
    f"{_FIELDS}.DecimalField": ("max_digits", "decimal_places"),
}
_VALUES = {
    "to": '"self"',
    "on_delete": "models.CASCADE",
    "max_length": "200",
    "max_digits": "8",
    "decimal_places": "2",
    "route": '""',
    "template_name": '"page.html"',
    "name": '"name"',
    "choices": "[]",
    "fields": "[]",
    "regex": 'r""',
    "path": '""',
    "viewname": '"name"',
    "url": '"/"',
    "db_persist": "True",
    "output_field": "models.CharField(max_length=200)",
}
_IMPORTS = {
    "on_delete": "from django.db import models",
    "output_field": "from django.db import models",
}


@dataclass(frozen=True, slots=True)
class Required:
    """`imports` are the lines its value needs; `position` counts what may be given without a name,
    None for what must be named.
    """

    name: str
    value: str
    position: int | None = None
    imports: tuple[str, ...] = ()


def required(canonical: str, release: str) -> tuple[Required, ...]:
    """Of a class's constructor or a function; by canonical path."""
    from cheatsheet_ls.facts import api, defaults

    found = api.function(canonical)
    params = found.params if found else _constructor(canonical)
    there = [one for one in params if defaults.exists(one.versions, release) and not one.kind]
    asked = _CHECKED.get(canonical, ())
    wanted = [
        _of(one.name, None if one.keyword_only else at)
        for at, one in enumerate(there)
        if one.required or one.name in asked
    ]
    named = {one.name for one in wanted}
    return (*wanted, *(_of(name, None) for name in asked if name not in named))


def _constructor(canonical: str) -> tuple[Param, ...]:
    from cheatsheet_ls.facts import api

    ancestors = (api.class_(path) for path in api.mro(canonical))
    return next((one.init for one in ancestors if one is not None and one.init is not None), ())


def _of(name: str, position: int | None) -> Required:
    needs = (_IMPORTS[name],) if name in _IMPORTS else ()
    return Required(name, _VALUES.get(name, ANYTHING), position, needs)
