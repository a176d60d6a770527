"""Actions on the `def` or `class` line of a view, the most useful first."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.views import cache, login, path, permission, template, test_case

ACTIONS = (path, template, test_case, login, permission, cache)


def offers(asked: Asked) -> Iterator[Action]:
    if asked.view is None or asked.view.path is None or asked.app is None:
        return
    path = asked.view.path
    if asked.app.folder not in path.parents or path.name.startswith(("test", "conftest")):
        return
    for action in ACTIONS:
        yield from action.offers(asked, asked.view, asked.app)
