"""What the facts say about template tags, filters and libraries, as recognisers ask for it."""

from __future__ import annotations

from functools import cache

from cheatsheet_ls.model import Symbol

BUILTIN = "builtin"

# Libraries that packages keep for their own templates: no documentation names what they hold.
INTERNAL = frozenset(
    {"admin_filters", "admin_list", "admin_modify", "admin_urls", "auth", "log"}
    | {"debug_toolbar", "rest_framework"}
)

# Names under which the library `static` was loaded before Django 3.0.
RENAMED = {"staticfiles": "static", "admin_static": "static"}

# One tag under two names.
ALIASES = {
    "trans": "translate",
    "translate": "trans",
    "blocktrans": "blocktranslate",
    "blocktranslate": "blocktrans",
}


def tag_symbols(tag: str, library: str) -> tuple[Symbol, ...]:
    """The symbols of a tag, its other name included.

    A tag of another package than Django is told by the library it comes from: two packages may
    both have a tag of that name.
    """
    names = (tag, ALIASES[tag]) if tag in ALIASES else (tag,)
    symbols = tuple(Symbol(f"tag:{name}") for name in names)
    return symbols if is_of_django(library) else (Symbol(f"library:{library}"), *symbols)


def filter_symbols(name: str, library: str) -> tuple[Symbol, ...]:
    symbol = Symbol(f"filter:{name}")
    return (symbol,) if is_of_django(library) else (Symbol(f"library:{library}"), symbol)


@cache
def tags_of(library: str) -> frozenset[str]:
    from cheatsheet_ls.facts import names

    facts = None if library in INTERNAL else names.library(library)
    return frozenset(facts.tags) if facts else frozenset()


@cache
def filters_of(library: str) -> frozenset[str]:
    from cheatsheet_ls.facts import names

    facts = None if library in INTERNAL else names.library(library)
    return frozenset(facts.filters) if facts else frozenset()


@cache
def is_library(name: str) -> bool:
    from cheatsheet_ls.facts import names

    return name != BUILTIN and names.library(name) is not None


@cache
def is_of_django(library: str) -> bool:
    from cheatsheet_ls.facts import names

    facts = names.library(library)
    return facts is not None and facts.package == "django"


@cache
def is_variable(name: str) -> bool:
    """Whether a context processor, a generic view or a tag gives templates this name."""
    from cheatsheet_ls.facts import names

    return names.variable(name) is not None


@cache
def is_setting(name: str) -> bool:
    from cheatsheet_ls.facts import names

    return names.setting(name) is not None


@cache
def closing(tag: str) -> str:
    """The end tag that a tag of Django needs, empty where there is none."""
    return _blocks().get(tag, ("", frozenset[str]()))[0]


@cache
def inner_tags(tag: str) -> frozenset[str]:
    """The tags that may stand in the body of a tag as parts of it: `elif`, `else` of `if`."""
    return _blocks().get(tag, ("", frozenset[str]()))[1]


@cache
def is_inner(name: str) -> bool:
    return any(name in inner for _, inner in _blocks().values())


@cache
def _blocks() -> dict[str, tuple[str, frozenset[str]]]:
    from cheatsheet_ls.facts import names

    return {
        tag.name: (tag.closing, frozenset(tag.intermediate))
        for name in names.names("tag")
        for tag in names.tag(name)
        if tag.closing and tag.package == "django"
    }
