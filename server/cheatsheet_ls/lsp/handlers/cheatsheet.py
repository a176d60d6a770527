"""`cheatsheet/resolve`, `cheatsheet/search`, `cheatsheet/entry`: the sheet for tests and panels.

Custom requests carry whatever a client sends, so their parameters are read with care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cheatsheet_ls.lsp.convert import Lines
from cheatsheet_ls.lsp.sheet_requests import entry, search, value

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer


def resolve(ls: CheatsheetServer, params: Any) -> dict[str, Any] | None:
    from cheatsheet_ls.features.hover import resolve as find

    state = ls.state
    opened = document(ls, params)
    offset = offset_in(opened.lines, params, state.client.encoding) if opened else None
    if opened is None or offset is None:
        return None
    found = find(
        state.loader.get(),
        opened.document,
        offset,
        opened.folder.workspace,
        state.hover_options(opened),
    )
    if found is None:
        return None
    return {"id": found.id, "symbols": list(found.symbols), "kind": found.kind}


def document(ls: CheatsheetServer, params: Any) -> Opened | None:
    uri = value(value(params, "textDocument"), "uri")
    return ls.state.documents.get(uri) if isinstance(uri, str) else None


def offset_in(lines: Lines, params: Any, encoding: str) -> int | None:
    position = value(params, "position")
    line, character = value(position, "line"), value(position, "character")
    if not isinstance(line, int) or not isinstance(character, int):
        return None
    return lines.offset(line, character, encoding)


__all__ = ["entry", "resolve", "search"]
