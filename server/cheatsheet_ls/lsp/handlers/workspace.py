"""Folders, configuration, watched files, and the sheet as workspace symbols."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp import upkeep, uris
from cheatsheet_ls.model import Entry

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer


def configuration_changed(ls: CheatsheetServer, params: types.DidChangeConfigurationParams) -> None:
    """Some editors send the settings with the notification, others want to be asked."""
    if ls.state.client.configuration:
        upkeep.ask_configuration(ls)
    elif isinstance(params.settings, dict) and params.settings:
        upkeep.take(ls, params.settings)


def files_changed(ls: CheatsheetServer, params: types.DidChangeWatchedFilesParams) -> None:
    upkeep.changed_on_disk(ls, [change.uri for change in params.changes])


def folders_changed(ls: CheatsheetServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    for removed in params.event.removed:
        if path := uris.to_path(removed.uri):
            ls.state.folders.remove(path)
    for added in params.event.added:
        if path := uris.to_path(added.uri):
            ls.state.folders.add(path)
    ls.state.configure(ls.state.editor)
    ls.state.documents.place_anew()


def symbols(
    ls: CheatsheetServer, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """Entries for queries such as `dj charfield`; other queries are the editor's own."""
    if not params.query.lower().startswith("dj "):
        return []
    from cheatsheet_ls.features.search import located

    found = located(ls.state.loader.get(), params.query[3:], 50)
    return [_symbol(entry, path) for entry, path in found]


def _symbol(entry: Entry, path: Path) -> types.WorkspaceSymbol:
    start = types.Position(max(0, entry.origin.line - 1), 0)
    location = types.Location(uris.from_path(str(path)), types.Range(start, start))
    return types.WorkspaceSymbol(
        location=location,
        name=entry.title,
        kind=types.SymbolKind.Key,
        container_name=entry.kind,
    )
