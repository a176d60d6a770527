"""Actions in a template: extend a base, a form with its token, pages of a list, a block."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.templates import block, extends, form, pagination
from cheatsheet_ls.features.actions.templates.spot import spot_of
from cheatsheet_ls.model import Kind

ACTIONS = (extends, block, form, pagination)


def offers(asked: Asked) -> Iterator[Action]:
    if asked.document.kind is not Kind.TEMPLATE or asked.document.path is None:
        return
    spot = spot_of(asked)
    if spot is not None:
        for action in ACTIONS:
            yield from action.offers(asked, spot)
