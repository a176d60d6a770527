"""Edits of one document as the client takes them: by version where it can, else by URI."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.lsp.client import Client
from cheatsheet_ls.lsp.convert import to_range

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.documents import Opened


def workspace_edit(
    client: Client, opened: Opened, edits: Iterable[TextEdit]
) -> types.WorkspaceEdit:
    uri = opened.document.uri
    changes = [
        types.TextEdit(to_range(opened.lines, edit.span, client.encoding), edit.text)
        for edit in edits
    ]
    if not client.document_changes:
        return types.WorkspaceEdit(changes={uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, opened.document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(changes))])
