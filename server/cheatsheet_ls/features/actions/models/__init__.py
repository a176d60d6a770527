"""Actions on the `class` line of a model, the most useful first."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.models import (
    absolute_url,
    admin,
    create_view,
    delete_view,
    detail_view,
    form,
    list_view,
    manager,
    meta,
    serializer,
    signals,
    test_case,
    text,
    update_view,
)

ACTIONS = (
    admin,
    list_view,
    detail_view,
    form,
    test_case,
    text,
    absolute_url,
    meta,
    create_view,
    update_view,
    delete_view,
    serializer,
    manager,
    signals,
)


def offers(asked: Asked) -> Iterator[Action]:
    if asked.model is None or asked.model.path is None or asked.app is None:
        return
    for action in ACTIONS:
        yield from action.offers(asked, asked.model, asked.app)
