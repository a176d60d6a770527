"""Management commands and their flags, and the packages of a requirements file."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.completion.item import Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.model import Symbol


def commands(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    owner = (request.place.owner or "").removeprefix("command:")
    found = names.command(owner) if owner else None
    if found is not None:
        for option in (*found.options, *names.common_options()):
            symbol = Symbol(f"command:{owner} {option.name}")
            flag = Name(option.name, symbol, "property", f"flag of {owner}", "", option.versions)
            yield told(request, flag)
        return
    for name in names.names("command"):
        facts = names.command(name)
        if facts is not None:
            symbol = Symbol(f"command:{name}")
            command = Name(name, symbol, "keyword", "command", versions=facts.versions)
            yield told(request, command)


def packages(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("package"):
        yield told(request, Name(name, Symbol(f"package:{name}"), "module", "package"))
