"""`cheatsheet/resolve`, `…/search`, `…/entry`, `…/insertion`: the sheet for tests and panels.

Custom requests carry whatever a client sends, so their parameters are read with care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.convert import Lines
from cheatsheet_ls.lsp.sheet_requests import entry, search, value
from cheatsheet_ls.lsp.workspace_edit import workspace_edit

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


def insertion(ls: CheatsheetServer, params: Any) -> types.WorkspaceEdit | None:
    """The edit that puts an example of any entry near a position; None where it may not stand."""
    from cheatsheet_ls.features.actions import edits_for, offers_of
    from cheatsheet_ls.features.drafts import FileEdit

    state, index = ls.state, ls.state.loader.get()
    opened = document(ls, params)
    offset = offset_in(opened.lines, params, state.client.encoding) if opened else None
    found = index.entry(str(value(params, "entry"))) if index else None
    if opened is None or offset is None or found is None:
        return None
    workspace = opened.folder.workspace
    for offer in offers_of(found, opened.document, offset, workspace, state.django(opened)):
        if offer.example.id == value(params, "example"):
            edits = edits_for(offer, opened.document, workspace)
            return workspace_edit(state, opened, (FileEdit(opened.document.path, edits),))
    return None


def document(ls: CheatsheetServer, params: Any) -> Opened | None:
    uri = value(value(params, "textDocument"), "uri")
    return ls.state.documents.get(uri) if isinstance(uri, str) else None


def offset_in(lines: Lines, params: Any, encoding: str) -> int | None:
    position = value(params, "position")
    line, character = value(position, "line"), value(position, "character")
    if not isinstance(line, int) or not isinstance(character, int):
        return None
    return lines.offset(line, character, encoding)


__all__ = ["entry", "insertion", "resolve", "search"]
