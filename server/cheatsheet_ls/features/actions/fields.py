"""The fields of a model that people fill in, and lists of them as source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cheatsheet_ls.language.project.models import Field, Model

# What tells one object from another, the likeliest name first.
_NAMES = ("name", "title", "label", "subject", "username", "email", "code", "slug")
_TEXT = frozenset({"CharField", "EmailField", "SlugField", "URLField", "TextField"})
_AUTOMATIC = frozenset(
    {"AutoField", "BigAutoField", "SmallAutoField", "GeneratedField", "BinaryField"}
)
_SECRET = re.compile(r"password|passwd|_pass$|secret|token|api_key|private_key")
WIDTH = 88


def telling(model: Model) -> Field | None:
    """The field that people know an object by."""
    named = (model.field(name) for name in _NAMES)
    known = [one for one in named if one is not None and one.kind in _TEXT]
    texts = [one for one in model.fields if one.kind in _TEXT and not one.is_true("null")]
    return next(iter(known or texts), None)


def is_automatic(one: Field) -> bool:
    """Whether Django or the database gives the value."""
    given = any(one.is_true(option) for option in ("auto_now", "auto_now_add"))
    return given or one.kind in _AUTOMATIC


def is_secret(one: Field) -> bool:
    """Whether it is nothing to show around."""
    return bool(_SECRET.search(one.name))


def filled_in(model: Model) -> list[Field]:
    """The fields of a form."""
    return [
        one
        for one in model.fields
        if not is_automatic(one)
        and one.options.get("editable") != "False"
        and "through" not in one.options
        and not (one.is_true("primary_key") and "default" in one.options)
    ]


def listed(model: Model) -> str:
    """`["title", "author"]`, broken over lines where it is long; all of a model with unknown parts
    are only known to Django.
    """
    names = [one.name for one in filled_in(model)]
    if not names or not model.complete or model.unknown:
        return '"__all__"'
    return sequence(names)


def sequence(names: Iterable[str]) -> str:
    """A list of strings; over lines where it would not fit behind `fields = ` in a class."""
    quoted = [f'"{name}"' for name in names]
    line = ", ".join(quoted)
    if len(line) + 20 <= WIDTH:
        return f"[{line}]"
    return "[\n" + "".join(f"    {one},\n" for one in quoted) + "]"
