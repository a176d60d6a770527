"""What a running server does when settings, files or sheets change: take, watch, load anew."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp import diagnosing, uris
from cheatsheet_ls.lsp.config import SECTION
from cheatsheet_ls.lsp.guard import report
from cheatsheet_ls.lsp.progress import Progress
from cheatsheet_ls.sheet.locate import content_folder

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
    files = (*(source.path for source in paths), content_folder())
    if files != ls.state.documents.sheets:
        ls.state.documents.sheets = files
        ls.state.documents.place_anew()
    progress = Progress(ls, "Reading sheets")
    ls.state.loader.start(paths, progress.tell, progress.end)


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
    take(ls, ls.state.editor, again=False)


def ask_configuration(ls: CheatsheetServer) -> None:
    """Editors that answer are asked; the others sent `initializationOptions`."""
    if not ls.state.client.configuration:
        return
    item = types.ConfigurationItem(section=SECTION)
    future = ls.protocol.send_request(
        types.WORKSPACE_CONFIGURATION, types.ConfigurationParams([item])
    )

    def answered(done: Future[Any]) -> None:
        if done.cancelled() or done.exception():
            return
        try:
            for settings in done.result() or ():
                take(ls, settings)
        except Exception as error:
            report(error, "workspace/configuration", done)

    future.add_done_callback(answered)


def take(ls: CheatsheetServer, settings: Any, *, again: bool = True) -> None:
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
    diagnosing.everything_changed(ls)
    if again and ls.state.sheets() != before:
        load_sheets(ls)


def changed_on_disk(ls: CheatsheetServer, changed: Iterable[str]) -> None:
    paths = [path for path in map(uris.to_path, changed) if path]
    before, _ = ls.state.sheets()
    for folder in ls.state.folders.all():
        folder.forget()
        if any(path.endswith("pyproject.toml") for path in paths):
            ls.state.folders.read_project(folder)
            ls.state.configure(ls.state.editor)
    diagnosing.everything_changed(ls)
    sheets, _ = ls.state.sheets()
    if sheets != before or any(_belongs(path, sheet.path) for path in paths for sheet in sheets):
        load_sheets(ls)


def _belongs(changed: str, sheet: Path) -> bool:
    """Whether the file is the sheet, or one of its pages."""
    return changed == str(sheet) or changed.startswith(str(sheet) + os.sep)
