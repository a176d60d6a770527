"""Examples of the sheet as actions on the document they are offered in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cheatsheet_ls.features.actions.action import Action, Changes
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.insert_example import Offer, edits_for, offers
from cheatsheet_ls.features.drafts import FileEdit


def actions(asked: Asked) -> Iterator[Action]:
    found = offers(asked.index, asked.document, asked.offset, asked.workspace, asked.django)
    for offer in found:
        id = f"{offer.entry.id}/{offer.example.id}"
        yield Action(id, offer.title, changes=partial(_changes, offer, asked))


def _changes(offer: Offer, asked: Asked) -> Changes:
    """In the document alone, whether or not it is a file yet."""
    edits = edits_for(offer, asked.document, asked.workspace)
    return (FileEdit(asked.document.path, edits),)
