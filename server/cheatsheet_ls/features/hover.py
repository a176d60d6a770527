"""The hover: what the sheet says about the thing under the cursor, in the project's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features.answer import Answer, answer
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import Card, Style, card_text
from cheatsheet_ls.features.render.entry import entry_card, option_card
from cheatsheet_ls.features.render.links import DJANGO_DOCS, docs_release
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import NOTHING, Span, Symbol, Versions

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Found, Index


@dataclass(frozen=True, slots=True)
class HoverOptions:
    """`detail` is "off", "short" or "full"; `references` switches the documentation link."""

    django: Django = field(default_factory=Django)
    detail: str = "short"
    references: bool = True
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class HoverText:
    """`text` is written in the style that was asked for."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """The identity of a hover: which entry answered, for what."""

    id: str
    symbols: tuple[Symbol, ...]
    kind: str


def hover(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> HoverText | None:
    found = _answer(index, document, offset, workspace, options)
    if found is None:
        return None
    card = _card(found, options)
    if not options.references:
        card = replace(card, link=None)
    return HoverText(card_text(card, options.detail, options.style), found.match.span)


def resolve(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> Resolved | None:
    """None exactly where `hover` is."""
    found = _answer(index, document, offset, workspace, options)
    if found is None:
        return None
    return Resolved(_identity(found), found.match.symbols, _kind(found))


def _answer(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    options: HoverOptions,
) -> Answer | None:
    return None if options.detail == "off" else answer(index, document, offset, workspace)


def _identity(answer: Answer) -> str:
    if answer.found is not None:
        return answer.found.entry.id
    return f"facts#{answer.known.symbol if answer.known else answer.match.symbols[0]}"


def _kind(answer: Answer) -> str:
    if answer.found is not None and answer.found.option is None:
        return answer.found.entry.kind
    return answer.known.kind if answer.known is not None else answer.match.kind


def _card(answer: Answer, options: HoverOptions) -> Card:
    if answer.found is not None:
        return _found_card(answer.found, options, answer.match.context)
    from cheatsheet_ls.features.facts_card import fact_card

    assert answer.known is not None
    return fact_card(answer.known, options.django, answer.match.context)


def card_of_symbol(index: Index | None, symbol: str, options: HoverOptions) -> str | None:
    """The card of a symbol that stands in no document, for a completion list."""
    from cheatsheet_ls.features.facts_card import fact_card, known

    found = index.find((Symbol(symbol),)) if index is not None else None
    if found is not None:
        return card_text(_found_card(found, options, NOTHING), options.detail, options.style)
    fact = known(Symbol(symbol))
    if fact is None:
        return None
    return card_text(fact_card(fact, options.django, NOTHING), options.detail, options.style)


def _found_card(found: Found, options: HoverOptions, context: Mapping[str, str]) -> Card:
    full, django = options.detail == "full", options.django
    if found.option is not None:
        own = found.option.docs or found.entry.docs
        docs = _page(own, found.symbol, found.option.versions, django)
        return option_card(found.entry, found.option, django, full=full, context=context, docs=docs)
    docs = _page(found.entry.docs, found.symbol, found.entry.versions, django)
    return entry_card(found.entry, django, full=full, context=context, docs=docs)


def _page(own: str | None, symbol: Symbol, versions: Versions, django: Django) -> str | None:
    """The exact place in the manual of the release; pages elsewhere are the writer's choice."""
    from cheatsheet_ls.facts.docs import address

    if own is not None and DJANGO_DOCS not in own:
        return own
    return address(symbol, docs_release(versions, django)) or own
