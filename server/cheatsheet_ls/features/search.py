"""The sheet without a document: search and whole entries, as plain data for clients."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import Style, card_text
from cheatsheet_ls.features.render.entry import entry_card
from cheatsheet_ls.features.render.links import docs_release, link
from cheatsheet_ls.model import Entry, Symbol
from cheatsheet_ls.sheet.export import summary_json

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index


def search(index: Index | None, query: str, limit: int) -> list[dict[str, Any]]:
    if index is None:
        return []
    return [summary_json(entry) for entry in index.search(query, limit)]


def located(index: Index | None, query: str, limit: int) -> list[tuple[Entry, Path]]:
    """The entries of a search with the files they were written in, for editors that open them."""
    found = index.search(query, limit) if index is not None else []
    paths = ((entry, index.path_of(entry)) for entry in found) if index is not None else ()
    return [(entry, path) for entry, path in paths if path is not None]


def entry(index: Index | None, name: str, django: Django) -> dict[str, Any] | None:
    """By id, or by symbol where no entry has that id; `facts#…` are cards of the facts."""
    found = _find(index, name)
    if found is None:
        return _of_facts(name.removeprefix("facts#"), django)
    page = link(found.docs, found.title, docs_release(found.versions, django))
    card = entry_card(found, django, full=True)
    return {
        "id": found.id,
        "title": found.title,
        "markdown": card_text(card, "full", Style(template_fence="htmldjango")),
        "docs": page.url if page else None,
        "examples": [_example(one) for one in found.examples],
        "origin": {"page": found.origin.page, "line": found.origin.line},
    }


def _find(index: Index | None, name: str) -> Entry | None:
    if index is None:
        return None
    found = index.entry(name)
    if found is None:
        by_symbol = index.find((Symbol(name),))
        found = by_symbol.entry if by_symbol else None
    return found


def _of_facts(symbol: str, django: Django) -> dict[str, Any] | None:
    from cheatsheet_ls.features.facts_card import fact_card, known

    fact = known(Symbol(symbol))
    if fact is None:
        return None
    card = fact_card(fact, django, {})
    return {
        "id": f"facts#{symbol}",
        "title": fact.title,
        "markdown": card_text(card, "full", Style()),
        "docs": card.link.url if card.link else None,
        "examples": [],
        "origin": None,
    }


def _example(example: Any) -> dict[str, Any]:
    return {
        "id": example.id,
        "title": example.title,
        "language": example.language,
        "scope": example.scope.value,
        "code": example.code,
    }
