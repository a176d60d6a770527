"""Arguments that Django's functions and classes have dropped or will drop."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.diagnostics import aging
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.calls import called
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix
from cheatsheet_ls.features.diagnostics.edit_calls import renamed
from cheatsheet_ls.features.diagnostics.older import ARGUMENTS
from cheatsheet_ls.features.diagnostics.replacements import KEYWORDS
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import where_versions_count
from cheatsheet_ls.model import Span, Versions

RULES = aging.RULES
NODES = (ast.Call,)


def check(at: Node) -> Iterator[Diagnostic]:
    call = at.node
    assert isinstance(call, ast.Call)
    if not call.keywords or not where_versions_count(at):
        return
    path = called(at)
    if path is None or not path.startswith("django."):
        return
    for argument in call.keywords:
        if argument.arg is None:
            continue
        owner, versions = _declared(path, argument.arg, argument.value)
        if versions.deprecated or versions.removed:
            yield from _told(at, call, argument, (owner, argument.arg), versions)


def _declared(path: str, name: str, value: ast.expr) -> tuple[str, Versions]:
    """Who takes the argument, and since when not any more."""
    release, names = ARGUMENTS.get(path, ("", ()))
    if name in names:
        as_default = isinstance(value, ast.Constant) and not value.value
        return path, Versions() if as_default else Versions(deprecated=release, instead="using")
    declared = api.keyword(path, name)
    return (declared[0], declared[1].versions) if declared else (path, Versions())


def _told(
    at: Node, call: ast.Call, argument: ast.keyword, key: tuple[str, str], versions: Versions
) -> Iterator[Diagnostic]:
    new = KEYWORDS.get(key)
    taken = any(one.arg == new for one in call.keywords)
    fixes = [Fix(f"Use {new}", (renamed(at, argument, new),))] if new and not taken else []
    start = at.span(argument).start
    span = Span(start, start + len(key[1]))
    if new and not versions.instead:
        versions = Versions(versions.since, versions.deprecated, versions.removed, new)
    symbol = f"kwarg:{key[0]}.{key[1]}"
    title = f"{key[1]} of {key[0].rpartition('.')[2]}"
    found = aging.problem(Aged(title, symbol, versions), span, at.file.django, fixes)
    if found is not None:
        yield found
