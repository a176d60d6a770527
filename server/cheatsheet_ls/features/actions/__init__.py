"""Code actions: what is offered at the cursor, and the changes of files each one makes.

Actions that finish a job come first, then examples of the sheet for the thing or the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions import (
    examples,
    fill_in,
    models,
    recipes,
    templates,
    views,
)
from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.insert_example import Offer, edits_for, offers, offers_of

__all__ = ["Action", "Asked", "Offer", "actions", "any_action", "edits_for", "offers", "offers_of"]

# In the order they are offered.
_SOURCES = (
    models.offers,
    views.offers,
    recipes.offers,
    templates.offers,
    examples.actions,
    fill_in.offers,
)


def actions(asked: Asked) -> Iterator[Action]:
    for source in _SOURCES:
        yield from source(asked)


def any_action(asked: Asked) -> bool:
    """Whether one of them can be done. Asked at each hover, so examples come first: to find one
    needs no file but the document's.
    """
    sources = sorted(_SOURCES, key=lambda source: source is not examples.actions)
    return any(action.disabled is None for source in sources for action in source(asked))
