"""From what was found to the symbols of a `Match`, spelled as the public surface has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python.documented import is_documented
from cheatsheet_ls.language.python.members import ApiMember
from cheatsheet_ls.model import NOTHING, Match, Span, Symbol

TEST_RESPONSE = (
    "django.test.Response."  # what the documentation calls a response with the client's extras
)
QUERYSET = "django.db.models.query.QuerySet"


def match(
    symbols: Iterable[str], span: Span, kind: str, context: Mapping[str, str] = NOTHING
) -> Match:
    unique = dict.fromkeys(symbols)
    return Match(tuple(Symbol(symbol) for symbol in unique), span, kind, context)


def of_path(path: str) -> list[str]:
    """An API object: the path people import, then the one it is defined at."""
    defined = api.canonical(path) or path
    if defined.rpartition(".")[2] != path.rpartition(".")[2]:
        return [path, api.public(defined), defined]  # a second name of its own
    return [api.public(defined), defined]


def of_member(found: ApiMember) -> list[str]:
    """As documented, else by the nearest API class; QuerySet methods by QuerySet."""
    name = found.member.name
    spelled = [f"{api.public(owner)}.{name}" for owner in found.through]
    real = [symbol for symbol in spelled if not symbol.startswith(TEST_RESPONSE)]
    first = next((symbol for symbol in real if is_documented(symbol)), None)
    if found.owner == QUERYSET:
        first = f"{api.public(QUERYSET)}.{name}"
    return [
        *([first] if first else []),
        *real,
        *spelled,
        f"{found.owner}.{name}",
        *_of_bases(found.owner, name),
    ]


def _of_bases(owner: str, name: str) -> list[str]:
    """The definitions it overrides: what is not said of it is said of them."""
    bases = [base for base in api.mro(owner)[1:] if _has(base, name)]
    return [f"{api.public(base)}.{name}" for base in bases]


def _has(path: str, name: str) -> bool:
    facts = api.class_(path)
    return facts is not None and name in facts.members


def has_docs(found: ApiMember) -> bool:
    return any(is_documented(f"{api.public(owner)}.{found.member.name}") for owner in found.through)


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
