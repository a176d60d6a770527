"""A card: what a hover says, before it is written as Markdown or as plain text.

Inline texts are Markdown as sheets write it; the writers in this package make it safe. A card knows
nothing of clients, so one card serves the editor, the terminal and the search panel.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """`**title** (kind): lead`, then the parts below in this order; empty parts are left out.

    `rest` is Markdown in blocks (paragraphs, lists, code) that only the full card has.
    """

    title: str
    kind: str
    lead: str
    notes: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    rest: str = ""
    codes: tuple[Code, ...] = ()
    link: Link | None = None
