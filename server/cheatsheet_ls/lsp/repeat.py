"""What is needed to repeat a request that failed: itself and the document it was about, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cheatsheet_ls.lsp.sheet_requests import value

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer

MOST = 200_000  # characters of the document; a log is no archive


def recorded(ls: CheatsheetServer, method: str, params: Any) -> str:
    """One line for the log: `{"method": …, "params": …, "document": …}`."""
    plain = ls.protocol.plain(params)
    record = {"method": method, "params": plain, "document": _document(ls, plain)}
    return json.dumps(record, default=repr)


def _document(ls: CheatsheetServer, params: Any) -> dict[str, Any] | None:
    """The text as the server had it: what a client would open to be in the same place."""
    for holder in ("textDocument", "data"):
        uri = value(value(params, holder), "uri")
        opened = ls.state.documents.get(uri) if isinstance(uri, str) else None
        if opened is not None:
            known = opened.document
            document = {"uri": known.uri, "languageId": known.language_id}
            return {**document, "version": known.version, "text": known.text[:MOST]}
    return None
