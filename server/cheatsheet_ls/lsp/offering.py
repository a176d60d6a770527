"""Examples on offer at an offset of a document, their names for the way back, their edits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cheatsheet_ls.lsp.workspace_edit import workspace_edit

if TYPE_CHECKING:
    from cheatsheet_ls.features.actions import Offer
    from cheatsheet_ls.lsp.documents import Opened
    from cheatsheet_ls.lsp.server import CheatsheetServer

MORE = "Insert example: more…"


def offers_at(ls: CheatsheetServer, opened: Opened, offset: int) -> Iterator[Offer]:
    from cheatsheet_ls.features.actions import offers

    state = ls.state
    return offers(
        state.loader.get(),
        opened.document,
        offset,
        opened.folder.workspace,
        state.django(opened),
    )


def arguments(opened: Opened, offer: Offer, offset: int) -> dict[str, Any]:
    return {
        "uri": opened.document.uri,
        "version": opened.document.version,
        "offset": offset,
        "entry": offer.entry.id,
        "example": offer.example.id,
    }


def edit(ls: CheatsheetServer, opened: Opened, offer: Offer) -> types.WorkspaceEdit:
    from cheatsheet_ls.features.actions import edits_for

    edits = edits_for(offer, opened.document, opened.folder.workspace)
    return workspace_edit(ls.state.client, opened, edits)


def edit_of(ls: CheatsheetServer, data: Any) -> types.WorkspaceEdit | None:
    """The edit of an offer named by its data; None where the document moved on."""
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        return None
    opened = ls.state.documents.get(data["uri"])
    offset = data.get("offset")
    if opened is None or not isinstance(offset, int):
        return None
    for offer in offers_at(ls, opened, offset):
        if (offer.entry.id, offer.example.id) == (data.get("entry"), data.get("example")):
            return edit(ls, opened, offer)
    return None
