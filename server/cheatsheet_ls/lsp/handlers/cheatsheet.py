"""`cheatsheet/resolve`, `cheatsheet/search`, `cheatsheet/entry`: the sheet for tests and panels.

Custom requests carry whatever a client sends, so their parameters are read with care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cheatsheet_ls.lsp.convert import Lines

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer


def resolve(ls: CheatsheetServer, params: Any) -> dict[str, Any] | None:
    from cheatsheet_ls.features.hover import resolve as find
    from cheatsheet_ls.lsp.handlers.hover import options

    state = ls.state
    opened = document(ls, params)
    offset = offset_in(opened.lines, params, state.client.encoding) if opened else None
    if opened is None or offset is None:
        return None
    found = find(
        state.loader.get(), opened.document, offset, opened.folder.workspace, options(state, opened)
    )
    if found is None:
        return None
    return {"id": found.id, "symbols": list(found.symbols), "kind": found.kind}


def search(ls: CheatsheetServer, params: Any) -> list[dict[str, Any]]:
    from cheatsheet_ls.features.search import search as find

    query, limit = value(params, "query"), value(params, "limit")
    if not isinstance(query, str):
        return []
    index = ls.state.loader.get()
    return find(index, query, limit if isinstance(limit, int) and limit > 0 else 50)


def entry(ls: CheatsheetServer, params: Any) -> dict[str, Any] | None:
    from cheatsheet_ls.features.django import Django
    from cheatsheet_ls.features.search import entry as find

    name, uri = value(params, "id"), value(params, "uri")
    if not isinstance(name, str):
        return None
    opened = ls.state.documents.get(uri) if isinstance(uri, str) else None
    django = ls.state.django(opened) if opened else Django()
    return find(ls.state.loader.get(), name, django)


def document(ls: CheatsheetServer, params: Any) -> Opened | None:
    uri = value(value(params, "textDocument"), "uri")
    return ls.state.documents.get(uri) if isinstance(uri, str) else None


def offset_in(lines: Lines, params: Any, encoding: str) -> int | None:
    position = value(params, "position")
    line, character = value(position, "line"), value(position, "character")
    if not isinstance(line, int) or not isinstance(character, int):
        return None
    return lines.offset(line, character, encoding)


def value(params: Any, name: str) -> Any:
    """A member of a dictionary or of an object, whichever the protocol made of it."""
    return params.get(name) if isinstance(params, dict) else getattr(params, name, None)
