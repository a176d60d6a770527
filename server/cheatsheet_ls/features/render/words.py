"""Wording shared by all cards: how a kind is called, how a sentence follows a colon."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Names that keep their capital in the middle of a sentence; others such as HTTP or PostgreSQL
# are known by a capital or digit further in.
_PROPER = frozenset(
    {"Bootstrap", "Celery", "Channels", "Daphne", "Debian", "Django", "Docker", "English", "Git"}
    | {"Gunicorn", "Jinja", "Linux", "Markdown", "Nginx", "Oracle", "Pillow", "Postgres", "Python"}
    | {"Redis", "Sphinx", "Unicode", "Unix", "Uvicorn", "Windows"}
)
_FIRST_WORD = re.compile(r"[A-Z][a-z]*(?!\w|\.\w)")


def kind_words(kind: str) -> str:
    """`model_field` and `model field` read alike."""
    return kind.replace("_", " ").strip()


def after_colon(sentence: str) -> str:
    """ "Text with a limit." becomes "text with a limit.", "HTTP …" and "Django …" stay."""
    first = _FIRST_WORD.match(sentence)
    if first is None or first.group() in _PROPER or first.group() == "I":
        return sentence
    return sentence[0].lower() + sentence[1:]


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut after a sentence if one ends in time, else after a word.

    Code spans are not cut in two: an unclosed backtick would turn the rest into text.
    """
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    sentence = max(head.rfind(". "), head.rfind("; "))
    if sentence > limit // 2:
        return head[:sentence] + "."
    head = head[: head.rfind(" ")] if " " in head else head
    if head.count("`") % 2:
        head = head[: head.rfind("`")]
    return head.rstrip(" ,;:(") + "…"


PLACEHOLDER = "FOO"  # what Django's documentation writes for the name of a field
_FIELD = re.compile(r"(?<=_)FOO(?=_|\b)|\bFOO(?=_)")


def with_user_words(text: str, context: Mapping[str, str]) -> str:
    """`get_FOO_display()` speaks of the user's own field where that is known."""
    field = context.get("field", "")
    if not field.isidentifier():
        return text
    return _FIELD.sub(field, text) if PLACEHOLDER in text else text
