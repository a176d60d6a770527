"""Documents as the editor has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp import diagnosing, upkeep
from cheatsheet_ls.lsp.warm import warm

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer


def did_open(ls: CheatsheetServer, params: types.DidOpenTextDocumentParams) -> None:
    warm(ls.state.documents.open(params.text_document).document.kind)
    diagnosing.opened(ls, params.text_document.uri)
    ls.resting.touched()


def did_change(ls: CheatsheetServer, params: types.DidChangeTextDocumentParams) -> None:
    ls.state.documents.change(params)
    diagnosing.changed(ls, params.text_document.uri)
    ls.resting.touched()


def did_close(ls: CheatsheetServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.state.documents.close(params.text_document.uri)
    diagnosing.closed(ls, params.text_document.uri)


def did_save(ls: CheatsheetServer, params: types.DidSaveTextDocumentParams) -> None:
    """Some editors watch no files for us: what a save may have changed is read anew."""
    upkeep.changed_on_disk(ls, [params.text_document.uri])
