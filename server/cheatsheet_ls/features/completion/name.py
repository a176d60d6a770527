"""One legal name at a place, and how names become items: what is taken or gone is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import usage
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.model import Symbol, Versions

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index


# What a name is ranked by, the lowest first; behind these comes what is used more, see `told`.
ROWS, IN_SHEET, ONLY_FACTS = 0, 60, 80


@dataclass(frozen=True, slots=True)
class Name:
    """One legal name. What the sheet says about it comes before what the facts say."""

    name: str
    symbol: Symbol
    kind: str
    detail: str
    summary: str = ""
    versions: Versions = field(default_factory=Versions)
    rank: int = ONLY_FACTS


def as_items(
    request: Request, names: Iterable[Name], *, suffix: str = "", last: bool = False
) -> Iterator[Item]:
    django = request.options.django
    for name in sorted(names, key=lambda one: one.rank):
        if name.name in request.place.taken or django.lacks(name.versions):
            continue
        if request.wanted(name.name):
            yield Item(
                label=name.name + suffix,
                kind=name.kind,
                insert=name.name + suffix,
                span=request.place.typed,
                detail=name.detail,
                summary=name.summary,
                filters=(name.name,),
                rank=name.rank,
                last=last,
                deprecated=django.reaches(name.versions.deprecated),
                symbol=name.symbol,
            )


def rows_of(index: Index | None, symbol: Symbol | None) -> Iterator[Name]:
    """The options of the entry of a symbol, in the order their writer chose."""
    found = index.find((symbol,)) if index is not None and symbol else None
    if found is None or found.option is not None:
        return
    for rank, option in enumerate(found.entry.options):
        kind, _, _ = option.symbol.partition(":")
        name = option.symbol.rpartition(".")[2]
        detail = f"{found.entry.title} {'argument' if kind == 'kwarg' else 'member'}"
        yield Name(
            name,
            option.symbol,
            "property",
            detail,
            option.summary,
            option.versions,
            min(ROWS + rank, 40),
        )


def told(request: Request, name: Name) -> Name:
    """With what the sheet says, which moves it before what only the facts know; of both the names
    come first that are used most.
    """
    if not request.wanted(name.name):
        return name  # it will be left out, whatever is said of it
    used = usage.level(name.symbol)
    found = request.index.find((name.symbol,)) if request.index is not None else None
    if found is None:
        return replace(name, rank=ONLY_FACTS - used)
    option = found.option
    summary = option.summary if option else found.entry.summary
    detail = name.detail if option else kind_words(found.entry.kind) or name.detail
    versions = option.versions if option else found.entry.versions
    known = versions if versions != Versions() else name.versions
    return replace(name, detail=detail, summary=summary, versions=known, rank=IN_SHEET - used)
