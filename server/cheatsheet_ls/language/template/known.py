"""What the facts say about template tags, filters and libraries, in the shape recognisers ask for."""

from __future__ import annotations

from functools import cache

from cheatsheet_ls.model import Symbol

BUILTIN = "builtin"

# Libraries that packages keep for their own templates: no documentation names their tags and filters.
INTERNAL = frozenset(
    {"admin_list", "admin_modify", "admin_urls", "log", "admin_filters", "rest_framework", "toolbar"}
)

# Names under which a library was loaded in older releases.
RENAMED = {"staticfiles": "static", "admin_static": "static"}

# One tag under two names.
ALIASES = {
    "trans": "translate",
    "translate": "trans",
    "blocktrans": "blocktranslate",
    "blocktranslate": "blocktrans",
}


def tag_symbols(tag: str) -> tuple[Symbol, ...]:
    names = (tag, ALIASES[tag]) if tag in ALIASES else (tag,)
    return tuple(Symbol(f"tag:{name}") for name in names)


@cache
def tags_of(library: str) -> frozenset[str]:
    from cheatsheet_ls.facts import names

    facts = names.library(RENAMED.get(library, library))
    return frozenset(facts.tags) if facts and library not in INTERNAL else frozenset()


@cache
def filters_of(library: str) -> frozenset[str]:
    from cheatsheet_ls.facts import names

    facts = names.library(RENAMED.get(library, library))
    return frozenset(facts.filters) if facts and library not in INTERNAL else frozenset()


@cache
def is_library(name: str) -> bool:
    from cheatsheet_ls.facts import names

    return name != BUILTIN and (name in RENAMED or names.library(name) is not None)


@cache
def libraries() -> frozenset[str]:
    from cheatsheet_ls.facts import names

    return frozenset(names.names("library")) - INTERNAL - {BUILTIN}


@cache
def closing(tag: str) -> str:
    """The end tag a tag needs, empty where it needs none or the tag is not known."""
    return _blocks().get(tag, ("", frozenset()))[0]


@cache
def inner_tags(tag: str) -> frozenset[str]:
    """The tags that may stand between a tag and its end tag as parts of it: `elif`, `else` of `if`."""
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
        if tag.closing
    }
