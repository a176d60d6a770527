""" "Insert example: …": what is offered at the cursor, best first, and the edits of one of them.

On a name the sheet knows, the examples of its entry, where the place allows them; on an empty line
of a known place, examples for that place. What stands there already is not offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features import ranking
from cheatsheet_ls.features.actions.action import TITLE
from cheatsheet_ls.features.actions.spot import Spot, end_of_imports, line_spot, python_spots
from cheatsheet_ls.features.actions.write import written
from cheatsheet_ls.features.answer import answer
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import TextEdit, newline_of
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import after_colon
from cheatsheet_ls.features.scopes import may_stand, scopes_at
from cheatsheet_ls.features.taken import stands_there, without_repeats
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Example, Kind, Place, Scope, Span

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Index

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Offer:
    entry: Entry
    example: Example
    spot: Spot
    place: Place
    named_by_entry: bool = False

    @property
    def title(self) -> str:
        own = after_colon(self.example.title)
        return TITLE + (f"{self.entry.title}, {own}" if self.named_by_entry else own)


def offers(
    index: Index | None,
    document: Document,
    offset: int,
    workspace: Workspace,
    django: Django,
) -> Iterator[Offer]:
    if index is None:
        return
    found = answer(index, document, offset, workspace)
    if found is not None and found.found is not None:
        candidates = _of_entry(found.found.entry, document, offset, workspace)
    elif found is None and _is_open_line(document, offset, workspace):
        candidates = _of_place(index, document, offset, workspace)
    else:
        return
    yield from _usable(candidates, document, workspace, django)


def _is_open_line(document: Document, offset: int, workspace: Workspace) -> bool:
    """Whether the line is empty and code may stand there: between imports none belongs."""
    if not line_spot(document.text, offset).on_empty_line:
        return False
    if document.kind is not Kind.PYTHON:
        return True
    return offset >= end_of_imports(workspace.module_of(document).tree)


def offers_of(
    entry: Entry, document: Document, offset: int, workspace: Workspace, django: Django
) -> Iterator[Offer]:
    """The examples of an entry that was found elsewhere, where they may stand near the cursor."""
    if line_spot(document.text, offset).on_empty_line:
        candidates = _at_place(entry, document, offset, workspace)
    else:
        candidates = _of_entry(entry, document, offset, workspace)
    yield from _usable(candidates, document, workspace, django)


def _usable(
    candidates: Iterator[Offer], document: Document, workspace: Workspace, django: Django
) -> Iterator[Offer]:
    """Those that the project's Django runs and that do not stand there already."""
    for offer in candidates:
        gone = django.is_past(offer.entry.versions.removed) or not fits(offer.example, django)
        if gone or stands_there(document.text, offer.example):
            continue
        example = without_repeats(_bound(offer, document, workspace), offer.place.taken)
        if example is not None and not stands_there(document.text, example):
            yield replace(offer, example=example)


def _bound(offer: Offer, document: Document, workspace: Workspace) -> Example:
    """The example in the project's words."""
    from cheatsheet_ls.features.binding import bind, is_about_sample, project_at

    if not is_about_sample(offer.example):
        return offer.example
    return bind(offer.example, project_at(document, workspace, offer.place))


def edits_for(offer: Offer, document: Document, workspace: Workspace) -> tuple[TextEdit, ...]:
    return written(offer.example, offer.spot, document, workspace)


def _of_entry(
    entry: Entry, document: Document, offset: int, workspace: Workspace
) -> Iterator[Offer]:
    """Each example at the innermost spot whose place allows it."""
    open_ = list(entry.examples)
    for spot in _spots(document, offset, workspace):
        if not open_:
            return
        if not any(may_stand(example.scope, spot.holder) for example in open_):
            continue
        place = _place_below(document, offset, spot, workspace)
        if place is None:
            continue
        allowed = scopes_at(place.scope)
        for example in [one for one in open_ if one.scope in allowed]:
            open_.remove(example)
            yield Offer(entry, example, spot, place)


def _of_place(
    index: Index, document: Document, offset: int, workspace: Workspace
) -> Iterator[Offer]:
    here = _place_here(document, offset, workspace)
    if here is None:
        return
    place, spot = here
    for scope in scopes_at(place.scope):
        best = sorted(index.examples(scope), key=lambda pair: ranking.key(index, "", scope, *pair))
        for entry, example in best:
            if example.prefix is not None:
                yield Offer(entry, example, spot, place, named_by_entry=True)


def _at_place(
    entry: Entry, document: Document, offset: int, workspace: Workspace
) -> Iterator[Offer]:
    here = _place_here(document, offset, workspace)
    if here is None:
        return
    place, spot = here
    allowed = scopes_at(place.scope)
    for example in entry.examples:
        if example.scope in allowed:
            yield Offer(entry, example, spot, place)


def _place_here(document: Document, offset: int, workspace: Workspace) -> tuple[Place, Spot] | None:
    """The empty line of the cursor, where code or a bare word may stand in it."""
    from cheatsheet_ls.language.recognise import place_at

    place = place_at(document, offset, workspace)
    if place is None or place.trigger not in ("statement", "word"):
        return None
    return place, replace(line_spot(document.text, offset), indent=place.indent)


def _spots(document: Document, offset: int, workspace: Workspace) -> Iterator[Spot]:
    if document.kind is Kind.PYTHON:
        yield from python_spots(workspace.module_of(document).tree, offset)
    elif document.kind in (Kind.TEMPLATE, Kind.SHELL, Kind.REQUIREMENTS):
        yield line_spot(document.text, offset)


def _place_below(document: Document, offset: int, spot: Spot, workspace: Workspace) -> Place | None:
    """What may stand on a new line at the spot."""
    from cheatsheet_ls.language.recognise import place_beside

    if document.kind is Kind.TEMPLATE:
        return Place(Scope.TEMPLATE, _NOWHERE, spot.indent)
    if document.kind is Kind.PYTHON and not spot.in_list:
        place = place_beside(document, offset, spot.level, spot.indent, workspace)
    else:
        place = _imagined(document, spot, workspace)
    return place if place is not None and place.trigger == "statement" else None


def _imagined(document: Document, spot: Spot, workspace: Workspace) -> Place | None:
    """Asked of the document as it would be with the line; that takes time."""
    from cheatsheet_ls.language.recognise import place_at

    newline = newline_of(document.text)
    comma = "," if spot.in_list else ""
    line = newline + spot.indent + comma
    text = document.text[: spot.offset] + line + document.text[spot.offset :]
    at = spot.offset + len(newline) + len(spot.indent)
    return place_at(replace(document, text=text, cache={}), at, workspace)
