"""Actions on the `class` line of a model, the most useful first."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.models import admin, text

ACTIONS = (admin, text)


def offers(asked: Asked) -> Iterator[Action]:
    if asked.model is None or asked.model.path is None or asked.app is None:
        return
    for action in ACTIONS:
        yield from action.offers(asked, asked.model, asked.app)
