"""Where in the HTML of a template a word may stand: between elements, not inside one.

Attribute values, scripts, styles and comments are no places for a snippet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.language.template.structure import Template

_MARKUP = re.compile(r"<!--|<(?P<raw>script|style|textarea)\b|</?[A-Za-z]|<!", re.IGNORECASE)
_IN_TAG = re.compile(r"[\"'>]")


def is_between_elements(template: Template, offset: int) -> bool:
    text = "".join(_without_tokens(template, offset))
    position = 0
    while (markup := _MARKUP.search(text, position)) is not None:
        if markup.group() == "<!--":
            position = _after(text, "-->", markup.end())
        else:
            position = _end_of_tag(text, markup.end())
            if markup["raw"] and position >= 0:
                position = _end_of_raw(text, markup["raw"], position)
        if position < 0:
            return False
    return True


def _without_tokens(template: Template, offset: int) -> Iterator[str]:
    """The text up to the offset, tags and variables taken out: a `<` in them is no markup."""
    position = 0
    for token in template.tokens:
        if token.start >= offset:
            break
        yield template.source[position : token.start]
        position = token.end
    yield template.source[position:offset]


def _after(text: str, end: str, position: int) -> int:
    found = text.find(end, position)
    return found + len(end) if found >= 0 else -1


def _end_of_tag(text: str, position: int) -> int:
    while (found := _IN_TAG.search(text, position)) is not None:
        if found.group() == ">":
            return found.end()
        position = _after(text, found.group(), found.end())
        if position < 0:
            return -1
    return -1


def _end_of_raw(text: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(text, position)
    return end.end() if end else -1
