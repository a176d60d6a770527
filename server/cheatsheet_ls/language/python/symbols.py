"""From what was found to the symbols of a `Match`, spelled as the public surface has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python.members import ApiMember
from cheatsheet_ls.model import NOTHING, Match, Span, Symbol

QUERYSET = "django.db.models.query.QuerySet"


def match(symbols: Iterable[str], span: Span, kind: str, context: Mapping[str, str] = NOTHING) -> Match:
    unique = dict.fromkeys(symbols)
    return Match(tuple(Symbol(symbol) for symbol in unique), span, kind, context)


def of_path(path: str) -> list[str]:
    """An API object: the path people import, then the one it is defined at."""
    return [api.public(path), path]


def of_member(found: ApiMember) -> list[str]:
    """A member, by the nearest API class first; a manager's QuerySet methods by QuerySet."""
    name = found.member.name
    owners = list(found.through)
    if found.owner == QUERYSET:
        owners.insert(0, QUERYSET)
    symbols = [f"{api.public(owner)}.{name}" for owner in owners]
    return [*symbols, f"{found.owner}.{name}"]


def of_keyword(callee: str, name: str, owner: str) -> list[str]:
    """A keyword argument, by the callable called first."""
    return [
        f"kwarg:{_public_callable(callee)}.{name}",
        f"kwarg:{_public_callable(owner)}.{name}",
        f"kwarg:{owner}.{name}",
    ]


def _public_callable(path: str) -> str:
    if api.kind(path) == "member":
        owner, _, name = path.rpartition(".")
        return f"{api.public(owner)}.{name}"
    return api.public(path)
