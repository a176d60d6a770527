"""Settings, their keys, and the strings that mean something in them: apps, middleware …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cheatsheet_ls.features.completion.backends import ALIASES, values_of
from cheatsheet_ls.features.completion.code_item import assignment
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.features.completion.overrides import is_plain
from cheatsheet_ls.model import Symbol, Versions

_POSITION = re.compile(r"(?<=\. )[A-Z].*")


def settings(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    owner = request.place.owner or ""
    if owner.startswith("setting:"):
        keys: Iterable[str] = names.keys_of(owner.removeprefix("setting:"))
        prefix = owner.removeprefix("setting:") + "."
    else:
        keys, prefix = (name for name in names.names("setting") if "." not in name), ""
    for key in filter(request.wanted, keys):
        facts = names.setting(prefix + key)
        if facts is not None and not request.lacks_package(facts.package):
            symbol = Symbol(f"setting:{prefix}{key}")
            found = Name(key, symbol, "constant", "setting", versions=facts.versions)
            yield told(request, found)


def assignments(request: Request) -> Iterator[Item]:
    """`SESSION_COOKIE_AGE = ${1:1209600}`: with the default of the project's release."""
    from cheatsheet_ls.facts import names

    django = request.options.django
    for name in settings(request):
        facts = names.setting(name.name)
        gone = django.lacks(name.versions) or name.name in request.place.taken
        if facts is None or gone or not request.wanted(name.name):
            continue
        default = facts.default_in(django.high)
        value = default if default is not None and is_plain(default) else "None"
        yield assignment(request, name, "constant", value)


def strings(request: Request) -> Iterator[Name]:
    """Words inside quotes that mean something: apps, middleware, backends, keys of a setting."""
    owner = (request.place.owner or "").removeprefix("setting:")
    if "alias" in request.place.context:
        yield from (_alias(owner, alias) for alias in ALIASES.get(owner, ()))
    elif "key" in request.place.context:
        yield from settings(request)
    elif owner == "INSTALLED_APPS":
        yield from _apps(request)
    else:
        for path, detail in values_of(owner):
            if not request.lacks_package(distribution_of(path)):
                name = told(request, Name(path, Symbol(path), "class", detail))
                yield replace(name, detail=_position(name.summary) or detail)


def _position(summary: str) -> str:
    """The sheet says of a middleware what it does, then where it must stand."""
    found = _POSITION.search(summary)
    words = found.group().replace("`", "") if found else ""
    return words if words.startswith(_PLACES) else ""


_PLACES = ("After", "Before", "First", "Last", "At the", "The very", "Anywhere", "Near", "Above")


def _apps(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("app"):
        facts = names.app(name)
        if facts is None or not request.lacks_package(facts.package):
            versions = facts.versions if facts else Versions()
            symbol = Symbol(f"app:{name}")
            yield told(request, Name(name, symbol, "module", "app", versions=versions))


def _alias(owner: str, name: str) -> Name:
    return Name(name, Symbol(f"setting:{owner}"), "constant", "name")


def distribution_of(path: str) -> str:
    from cheatsheet_ls.facts.types import DISTRIBUTIONS

    return DISTRIBUTIONS.get(path.partition(".")[0], "django")
