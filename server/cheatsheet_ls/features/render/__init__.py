"""Entries of the sheet as text: the short card of a hover, the full one of a terminal."""

from __future__ import annotations

from typing import Protocol

from cheatsheet_ls.features.django import Django, Range
from cheatsheet_ls.features.render import layout
from cheatsheet_ls.features.render.card import Card
from cheatsheet_ls.features.render.entry import entry_card, option_card
from cheatsheet_ls.features.render.layout import Style
from cheatsheet_ls.model import Entry, Option, Symbol

__all__ = ["Card", "FoundInSheet", "Style", "card_text", "entry_markdown"]


class FoundInSheet(Protocol):
    """`sheet.index.Found`, of which only this is needed here."""

    @property
    def entry(self) -> Entry: ...
    @property
    def option(self) -> Option | None: ...
    @property
    def symbol(self) -> Symbol: ...


def card_text(card: Card, detail: str, style: Style) -> str:
    return layout.full(card, style) if detail == "full" else layout.short(card, style)


def entry_markdown(
    found: FoundInSheet, version: Range | str | None = None, detail: str = "full"
) -> str:
    """What an editor shows for `found`; for the command line and the search panel."""
    django, full = Django.of(version), detail == "full"
    if found.option is not None:
        card = option_card(found.entry, found.option, django, full=full)
    else:
        card = entry_card(found.entry, django, full=full)
    return card_text(card, detail, Style(template_fence="htmldjango"))
