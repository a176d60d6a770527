"""Folders, configuration, watched files, and the sheet as workspace symbols."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp import uris
from cheatsheet_ls.lsp.config import SECTION
from cheatsheet_ls.lsp.guard import report

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer

logger = logging.getLogger("cheatsheet_ls")

WATCHED = (
    "**/*.py",
    "**/*.md",
    "**/{pyproject.toml,setup.cfg,Pipfile,Pipfile.lock,poetry.lock,uv.lock,pdm.lock}",
    "**/*requirements*.{txt,in}",
    "**/requirements/*.{txt,in}",
)


def load_sheets(ls: CheatsheetServer) -> None:
    paths, wrong = ls.state.sheets()
    for message in wrong:
        ls.tell(message)
    ls.state.loader.start(paths)


def watch(ls: CheatsheetServer) -> None:
    client = ls.state.client
    wanted: list[types.Registration] = []
    if client.watches_files:
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options: Any = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        wanted.append(types.Registration("cheatsheet-files", method, options))
    if client.watches_configuration:
        options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        wanted.append(types.Registration("cheatsheet-settings", method, options))
    if wanted:
        ls.client_register_capability(types.RegistrationParams(wanted))


def tell_problems(ls: CheatsheetServer) -> None:
    for folder in ls.state.folders.all():
        for problem in folder.problems:
            ls.tell(problem)
    _take(ls, ls.state.editor, again=False)


def ask_configuration(ls: CheatsheetServer) -> None:
    """Editors that answer are asked; the others sent `initializationOptions`."""
    if not ls.state.client.configuration:
        return
    item = types.ConfigurationItem(section=SECTION)
    future = ls.protocol.send_request_async(
        types.WORKSPACE_CONFIGURATION, types.ConfigurationParams([item])
    )

    def answered(done: asyncio.Future[Any]) -> None:
        if done.cancelled() or done.exception():
            return
        try:
            for settings in done.result() or ():
                _take(ls, settings)
        except Exception as error:
            report(error, "workspace/configuration", done)

    future.add_done_callback(answered)


def configuration_changed(ls: CheatsheetServer, params: types.DidChangeConfigurationParams) -> None:
    """Some editors send the settings with the notification, others want to be asked."""
    if ls.state.client.configuration:
        ask_configuration(ls)
    elif isinstance(params.settings, dict) and params.settings:
        _take(ls, params.settings)


def _take(ls: CheatsheetServer, settings: Any, *, again: bool = True) -> None:
    """Use the settings and say once what is wrong with them; null: the editor has none."""
    if settings is None or (again and settings == ls.state.editor):
        return
    before = ls.state.sheets()
    reading = ls.state.configure(settings)
    for message in reading.wrong:
        ls.tell(message)
    for message in reading.unknown:
        logger.warning("%s", message)
    ls.state.documents.place_anew()
    if again and ls.state.sheets() != before:
        load_sheets(ls)


def files_changed(ls: CheatsheetServer, params: types.DidChangeWatchedFilesParams) -> None:
    changed_on_disk(ls, [change.uri for change in params.changes])


def changed_on_disk(ls: CheatsheetServer, changed: Iterable[str]) -> None:
    paths = [path for path in map(uris.to_path, changed) if path]
    for folder in ls.state.folders.all():
        folder.forget()
        if any(path.endswith("pyproject.toml") for path in paths):
            ls.state.folders.read_project(folder)
            ls.state.configure(ls.state.editor)
    sheets, _ = ls.state.sheets()
    if any(path.startswith(str(sheet)) for path in paths for sheet in sheets):
        load_sheets(ls)


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
    from cheatsheet_ls.features.search import search

    found = search(ls.state.loader.get(), params.query[3:], 50)
    return [_symbol(one) for one in found if one["origin"]["path"]]


def _symbol(found: dict[str, Any]) -> types.WorkspaceSymbol:
    line = max(0, int(found["origin"]["line"]) - 1)
    start = types.Position(line, 0)
    location = types.Location(uris.from_path(found["origin"]["path"]), types.Range(start, start))
    return types.WorkspaceSymbol(
        location=location,
        name=found["title"],
        kind=types.SymbolKind.Key,
        container_name=found["kind"].replace("_", " "),
    )
