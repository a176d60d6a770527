"""Extend a base: what the page says goes into its block; a project without a base gets one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.templates.bases import Base, base_for, folders_of
from cheatsheet_ls.features.actions.templates.spot import Spot, in_style_of
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.features.edits import newline_of

ID = "template-extends"

_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_NEW = Base("base.html", ("title", "content"))
_BASE = """\
<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{% block title %}{% endblock %}</title>
    </head>
    <body>
        <main>{% block content %}{% endblock %}</main>
    </body>
</html>
"""


def offers(asked: Asked, spot: Spot) -> Iterator[Action]:
    """On a page that is a part of nothing yet; what blocks it has itself would get lost inside."""
    if spot.extends is not None or spot.blocks or _WHOLE_PAGE.search(spot.text):
        return
    if spot.text.strip() and spot.text[: spot.offset].strip():
        return  # it goes to the top, so it is offered there
    base = base_for(asked, spot.path) or _NEW

    def build(drafts: Drafts) -> None:
        if base is _NEW:
            _make(asked, drafts, spot)
        if base.content is None:
            raise CannotEdit(f"{base.name} has no block for the content")
        drafts.open(spot.path).text = _extended(spot.text, base, base.content)

    yield from answered(asked, ID, f"extend {base.name}", build)


def _make(asked: Asked, drafts: Drafts, spot: Spot) -> None:
    folders = folders_of(asked, spot.path)
    if not folders:
        raise CannotEdit("there is no folder of templates")
    draft = drafts.open(folders[0] / _NEW.name)
    draft.text = in_style_of("", _BASE)


def _extended(text: str, base: Base, block: str) -> str:
    body = text.strip("\r\n \t") or "<h1></h1>"
    lines = [f'{{% extends "{base.name}" %}}', ""]
    if base.title is not None:
        lines += [f"{{% block {base.title} %}}{_heading(text)}{{% endblock %}}", ""]
    lines += [f"{{% block {block} %}}", *body.splitlines(), "{% endblock %}", ""]
    return newline_of(text).join(lines)


def _heading(text: str) -> str:
    """What the first heading says, where it is plain text."""
    found = re.search(r"<h1[^>]*>([^<]*)</h1>", text)
    return found[1].strip() if found else ""
