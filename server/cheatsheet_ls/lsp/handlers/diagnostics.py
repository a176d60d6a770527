"""`textDocument/diagnostic`: the problems of a document, for a client that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.lsp import diagnosing
from cheatsheet_ls.lsp.problems import to_lsp

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer

Report = types.RelatedFullDocumentDiagnosticReport

OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=False, identifier="djangoCheatsheet"
)


async def diagnostics(ls: CheatsheetServer, params: types.DocumentDiagnosticParams) -> Report:
    """Of the document as it is when nobody types any more."""
    uri = params.text_document.uri
    while True:
        await diagnosing.quiet(ls)
        opened = ls.state.documents.get(uri)
        if opened is None or not diagnosing.wanted(ls, opened):
            return nothing()
        found = await diagnosing.problems_of(ls, opened)
        if found is not None:
            return Report(items=[to_lsp(ls.state, opened, one) for one in found])


def nothing() -> Report:
    return Report(items=[])
