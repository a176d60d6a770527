"""Settings, their keys, and the strings that mean something in them: apps, middleware …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cheatsheet_ls.features.completion.item import Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.model import Symbol, Versions


def settings(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    owner = request.place.owner or ""
    if owner.startswith("setting:"):
        keys: Iterable[str] = names.keys_of(owner.removeprefix("setting:"))
        prefix = owner.removeprefix("setting:") + "."
    else:
        keys, prefix = (name for name in names.names("setting") if "." not in name), ""
    for key in keys:
        facts = names.setting(prefix + key)
        if facts is not None:
            symbol = Symbol(f"setting:{prefix}{key}")
            found = Name(key, symbol, "constant", "setting", versions=facts.versions)
            yield told(request, found)


def strings(request: Request) -> Iterator[Name]:
    """Words inside quotes that mean something: apps, middleware, converters, keys of a setting."""
    from cheatsheet_ls.facts import names

    owner = request.place.owner or ""
    if owner == "setting:INSTALLED_APPS":
        for name in names.names("app"):
            facts = names.app(name)
            versions = facts.versions if facts else Versions()
            symbol = Symbol(f"app:{name}")
            yield told(request, Name(name, symbol, "module", "app", versions=versions))
    elif owner == "setting:MIDDLEWARE":
        yield from _paths(request, ".middleware.", "middleware")
    elif owner == "setting:AUTHENTICATION_BACKENDS":
        yield from _paths(request, ".backends.", "authentication backend")
    elif owner.startswith("setting:"):
        yield from settings(request)


def _paths(request: Request, part: str, detail: str) -> Iterator[Name]:
    from cheatsheet_ls.facts import api

    word = {"middleware": "Middleware"}.get(detail, "Backend")
    for path in api.all_paths():
        if part in path and path.endswith(word) and "Base" not in path:
            yield told(request, Name(path, Symbol(path), "class", detail))
