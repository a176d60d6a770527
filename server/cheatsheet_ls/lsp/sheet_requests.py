"""The sheet without a document: what the custom requests and the commands of that name answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cheatsheet_ls.lsp.server import CheatsheetServer


def search(ls: CheatsheetServer, params: Any) -> list[dict[str, Any]]:
    from cheatsheet_ls.features.search import search as find

    query, limit = value(params, "query"), value(params, "limit")
    if not isinstance(query, str):
        return []
    index = ls.state.loader.get()
    return find(index, query, limit if isinstance(limit, int) and limit > 0 else 50)


def entry(ls: CheatsheetServer, params: Any) -> dict[str, Any] | None:
    from cheatsheet_ls.features.django import Django
    from cheatsheet_ls.features.search import entry as find

    name, uri = value(params, "id"), value(params, "uri")
    if not isinstance(name, str):
        return None
    opened = ls.state.documents.get(uri) if isinstance(uri, str) else None
    django = ls.state.django(opened) if opened else Django()
    return find(ls.state.loader.get(), name, django)


def value(params: Any, name: str) -> Any:
    """A member of a dictionary or of an object, whichever the protocol made of it."""
    return params.get(name) if isinstance(params, dict) else getattr(params, name, None)
