"""One small adapter per request; this table is all that the server registers.

A row is the method, its handler `(server, params)`, what to answer after a surprise, and its
options. Handlers import their feature when first called: an editor that never completes never loads
completion.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from cheatsheet_ls.lsp.handlers import (
    cheatsheet,
    code_action,
    commands,
    completion,
    diagnostics,
    documents,
    hover,
    session,
    workspace,
)

Row = tuple[str, Callable[..., Any], Callable[[], Any], Any]


def _none() -> None:
    return None


FEATURES: tuple[Row, ...] = (
    (types.INITIALIZE, session.initialize, _none, None),
    (types.INITIALIZED, session.initialized, _none, None),
    (types.TEXT_DOCUMENT_DID_OPEN, documents.did_open, _none, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, documents.did_change, _none, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, documents.did_close, _none, None),
    (types.TEXT_DOCUMENT_DID_SAVE, documents.did_save, _none, None),
    (types.TEXT_DOCUMENT_HOVER, hover.hover, _none, None),
    (types.TEXT_DOCUMENT_COMPLETION, completion.complete, _none, completion.OPTIONS),
    (types.COMPLETION_ITEM_RESOLVE, completion.resolve, _none, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, code_action.actions, list, code_action.OPTIONS),
    (types.CODE_ACTION_RESOLVE, code_action.resolve, _none, None),
    (
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostics.diagnostics,
        diagnostics.nothing,
        diagnostics.OPTIONS,
    ),
    (types.WORKSPACE_SYMBOL, workspace.symbols, list, None),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, workspace.configuration_changed, _none, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, workspace.files_changed, _none, None),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, workspace.folders_changed, _none, None),
    ("cheatsheet/resolve", cheatsheet.resolve, _none, None),
    ("cheatsheet/search", cheatsheet.search, list, None),
    ("cheatsheet/entry", cheatsheet.entry, _none, None),
    ("cheatsheet/insertion", cheatsheet.insertion, _none, None),
)

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("djangoCheatsheet.insertExample", commands.insert_example),
    ("djangoCheatsheet.moreExamples", commands.more_examples),
    ("djangoCheatsheet.applyFix", commands.apply_fix),
    ("djangoCheatsheet.showEntry", commands.show_entry),
    ("djangoCheatsheet.search", commands.search),
)
