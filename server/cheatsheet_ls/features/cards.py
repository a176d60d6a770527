"""The text of a card for an answer or a symbol; the last few are kept, people hover to and fro."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features.answer import Answer
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import Card, Style, card_text
from cheatsheet_ls.features.render.entry import entry_card, option_card
from cheatsheet_ls.features.render.links import DJANGO_DOCS, docs_release
from cheatsheet_ls.features.render.words import PLACEHOLDER
from cheatsheet_ls.model import NOTHING, Entry, Symbol, Versions

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Found, Index

KEPT = 256
LONGEST_DEFAULT = 60


@dataclass(frozen=True, slots=True)
class HoverOptions:
    """`detail` is "off", "short" or "full"; `references` switches the documentation link."""

    django: Django = field(default_factory=Django)
    detail: str = "short"
    references: bool = True
    style: Style = field(default_factory=Style)


def text_of(answer: Answer, options: HoverOptions, notes: tuple[str, ...] = ()) -> str:
    """`notes` are about the project and stand right below the first sentence."""
    context = answer.match.context
    if answer.found is not None:
        if notes:
            return _written(_noted(_card(answer.found, options, context), notes), options)
        return _text_of_found(answer.found, options, context)
    from cheatsheet_ls.features.facts_card import fact_card

    assert answer.known is not None
    card = fact_card(answer.known, options.django, context)
    return _written(_noted(card, notes), options)


def _noted(card: Card, notes: tuple[str, ...]) -> Card:
    return replace(card, notes=(*card.notes, *notes)) if notes else card


def text_of_symbol(index: Index | None, symbol: Symbol, options: HoverOptions) -> str | None:
    """The card of a symbol that stands in no document, for a completion list."""
    from cheatsheet_ls.features.facts_card import fact_card, known

    found = index.find((symbol,)) if index is not None else None
    if found is not None:
        return _text_of_found(found, options, NOTHING)
    fact = known(symbol)
    return _written(fact_card(fact, options.django, NOTHING), options) if fact else None


_Key = tuple[int, Symbol, HoverOptions, tuple[tuple[str, str], ...]]
_kept: dict[_Key, tuple[Entry, str]] = {}  # with the entry, so that its id() stays taken


def _text_of_found(found: Found, options: HoverOptions, context: Mapping[str, str]) -> str:
    if "field" in context and not _speaks_of_fields(found.entry):
        context = {key: value for key, value in context.items() if key != "field"}
    key = (id(found.entry), found.symbol, options, tuple(sorted(context.items())))
    known = _kept.get(key)
    if known is None:
        if len(_kept) >= KEPT:
            _kept.clear()
        text = _written(_card(found, options, context), options)
        known = _kept[key] = (found.entry, text)
    return known[1]


def _speaks_of_fields(entry: Entry) -> bool:
    """Whether the card differs with the name of the user's field."""
    rows = (option.summary for option in entry.options)
    return any(PLACEHOLDER in text for text in (entry.summary, entry.text, *rows))


def _written(card: Card, options: HoverOptions) -> str:
    if not options.references:
        card = replace(card, link=None)
    return card_text(card, options.detail, options.style)


def _card(found: Found, options: HoverOptions, context: Mapping[str, str]) -> Card:
    full, django, entry, option = (
        options.detail == "full",
        options.django,
        found.entry,
        found.option,
    )
    if option is not None:
        docs = _page(option.docs or entry.docs, found.symbol, option.versions, django)
        return option_card(entry, option, django, full=full, context=context, docs=docs)
    docs = _page(entry.docs, found.symbol, entry.versions, django)
    card = entry_card(entry, django, full=full, context=context, docs=docs)
    return replace(card, kind=card.kind + _default_of(found.symbol, django))


def _default_of(symbol: Symbol, django: Django) -> str:
    """Of a setting, in the project's release; long ones stand in the text, if anywhere."""
    if not symbol.startswith("setting:"):
        return ""
    from cheatsheet_ls.features import defaults

    words = defaults.words(symbol, django)
    return words if len(words) <= LONGEST_DEFAULT and "..." not in words else ""


def _page(own: str | None, symbol: Symbol, versions: Versions, django: Django) -> str | None:
    """The exact place in the manual of the release; pages elsewhere are the writer's choice."""
    from cheatsheet_ls.facts.docs import address

    if own is not None and DJANGO_DOCS not in own:
        return own
    return address(symbol, docs_release(versions, django)) or own
