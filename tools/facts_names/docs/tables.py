"""The anchors of all releases as one table: the newest in full, each older one as a difference.

A page lists its names by what they begin with, so that little is written twice:
`{"ref/models/fields": {"django.db.models.": ["CharField", …]}}`. An anchor that does not follow
from the name stands behind it: `"CONN_MAX_AGE#std-setting-CONN_MAX_AGE"`.
"""

from __future__ import annotations

import re
from typing import Any

from ..releases import NEWEST, RELEASES
from . import elsewhere, links
from .anchors import Anchor

Places = dict[str, tuple[str, str]]  # symbol → page, anchor
PREFIXES = {
    "module": "module-",
    "setting": "std-setting-",
    "tag": "std-templatetag-",
    "filter": "std-templatefilter-",
    "lookup": "std-fieldlookup-",
    "env": "envvar-",
}


def build(documented: dict[str, list[Anchor]], aliases: dict[str, str]) -> dict[str, Any]:
    places = {release: places_of(documented[release]) for release in RELEASES}
    table: dict[str, Any] = {NEWEST: {"pages": pages(places[NEWEST])}}
    for newer, release in zip(reversed(RELEASES), list(reversed(RELEASES))[1:], strict=False):
        here, there = places[release], places[newer]
        changed = {symbol: place for symbol, place in here.items() if there.get(symbol) != place}
        gone = sorted(symbol for symbol in there if symbol not in here)
        table[release] = {"gone": gone, "pages": pages(changed)}
    known = {symbol for release in places.values() for symbol in release}
    everywhere = sorted({**aliases, **links.ALIASES}.items())
    aliases = {public: path for public, path in everywhere if path in known and public not in known}
    return {"anchors": table, "aliases": aliases, "elsewhere": elsewhere.ELSEWHERE}


def places_of(anchors: list[Anchor]) -> Places:
    """The first place of each name; labels and sections serve those that are told where to look."""
    found: Places = {}
    labels: Places = {}
    for anchor in anchors:
        kind = anchor.symbol.partition(":")[0]
        (labels if kind in ("label", "section") else found).setdefault(
            anchor.symbol, (anchor.page, anchor.anchor)
        )
    for symbol, place in list(found.items()):
        if symbol.startswith("lookup:") and "." in symbol:  # documented with the field that has it
            found.setdefault(f"lookup:{symbol.rpartition('.')[2]}", place)
    on_pages = {page for page, _ in found.values()} | {page for page, _ in labels.values()}
    for symbol, wanted in links.DJANGO.items():
        for target in wanted if isinstance(wanted, tuple) else (wanted,):
            known = found.get(target) or labels.get(target)
            if known is None and target in on_pages:
                known = (target, "")
            if known and symbol not in found:
                found[symbol] = known
    return found


def pages(places: Places) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = {}
    for symbol, (page, anchor) in sorted(places.items()):
        name = symbol if anchor == expected(symbol) else f"{symbol}#{anchor}"
        start = re.match(r"(.*[.: ])?", symbol)
        prefix = start[0] if start else ""
        table.setdefault(page, {}).setdefault(prefix, []).append(name[len(prefix) :])
    return dict(sorted(table.items()))


def expected(symbol: str) -> str:
    """The anchor a symbol has if nothing else is said; the loader has the same rule."""
    kind, colon, name = symbol.partition(":")
    if not colon:
        return symbol
    if kind == "command":
        command, _, flag = name.partition(" ")
        words = ("cmdoption", command if command != "*" else "", flag.lstrip("-"))
        return "-".join(word for word in words if word) if flag else f"django-admin-{command}"
    return PREFIXES.get(kind, f"{kind}-") + name
