"""Fill a block of the base that this template leaves as it is."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.templates.bases import base_named
from cheatsheet_ls.features.actions.templates.spot import Spot

ID = "template-block"


def offers(asked: Asked, spot: Spot) -> Iterator[Action]:
    """Between the blocks of a template that extends another one: text elsewhere is never shown."""
    if spot.extends is None or spot.around:
        return
    base = base_named(asked, spot.path, spot.extends)
    missing = next((one for one in base.blocks if one not in spot.blocks), None)
    if missing is not None:
        code = f"{{% block {missing} %}}\n    {{{{ block.super }}}}\n{{% endblock %}}"
        title = f"fill the block {missing} of {base.name}"
        yield from answered(asked, ID, title, spot.builder(code))
