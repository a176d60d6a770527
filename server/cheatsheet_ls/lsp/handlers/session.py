"""`initialize` and `initialized`: who the client is, what it opened; settings and sheet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp import upkeep, uris
from cheatsheet_ls.lsp.client import client_of
from cheatsheet_ls.lsp.connection import watch_parent

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer


def initialize(ls: CheatsheetServer, params: types.InitializeParams) -> None:
    encoding = str(ls.workspace.position_encoding or "utf-16")
    ls.state.connect(
        client_of(params, getattr(encoding, "value", encoding)), params.initialization_options
    )
    for path in _roots(params):
        ls.state.folders.add(path)
    if params.process_id:
        watch_parent(params.process_id, lambda: os._exit(1))


def initialized(ls: CheatsheetServer, params: types.InitializedParams) -> None:
    upkeep.load_sheets(ls)
    upkeep.watch(ls)
    upkeep.tell_problems(ls)
    upkeep.ask_configuration(ls)


def _roots(params: types.InitializeParams) -> list[str]:
    found = [folder.uri for folder in params.workspace_folders or ()]
    if not found and params.root_uri:
        found = [params.root_uri]
    paths = [path for path in map(uris.to_path, found) if path]
    return paths or ([params.root_path] if params.root_path else [])
