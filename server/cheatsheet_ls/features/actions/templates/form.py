"""A form that posts, with its token and its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.templates.spot import Spot

ID = "template-form"

_CODE = """\
<form method="post">
    {% csrf_token %}
    {{ form.as_p }}
    <button type="submit">Save</button>
</form>"""

_TOKEN = re.compile(r"\{%-?\s*csrf_token\b")
_OPEN = re.compile(r"<(/?)form\b", re.IGNORECASE)


def offers(asked: Asked, spot: Spot) -> Iterator[Action]:
    """Once a template, never inside of another form, nor where a child's text is not shown."""
    is_lost = spot.extends is not None and "block" not in spot.around
    before = _OPEN.findall(spot.text[: spot.offset])
    if not (is_lost or _TOKEN.search(spot.text) or (before and not before[-1])):
        yield from answered(asked, ID, "a form with its token", spot.builder(_CODE))
