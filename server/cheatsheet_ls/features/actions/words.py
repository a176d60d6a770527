"""Names in the forms that code, addresses and people use: `BookOrder` → `book_order`, "book order".

>>> snake("BookOrder"), plural("category"), human("isbn_code")
('book_order', 'categories', 'isbn code')
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_IES = re.compile(r"[^aeiou]y$")
_SAME = re.compile(r"(?:[^aisu]s|data|information|equipment)$")  # settings, series
_ES = re.compile(r"(?:s|x|z|ch|sh)$")


def parts(name: str) -> list[str]:
    return [one.lower() for one in _WORD.findall(name)] or [name.lower()]


def snake(name: str) -> str:
    return "_".join(parts(name))


def human(name: str) -> str:
    return " ".join(parts(name))


def title(name: str) -> str:
    """As a heading or label: only the first word begins with a capital."""
    words = human(name)
    return words[:1].upper() + words[1:]


_OWN_PLURAL = {
    "child": "children", "foot": "feet", "half": "halves", "knife": "knives", "leaf": "leaves",
    "life": "lives", "loaf": "loaves", "man": "men", "person": "people", "shelf": "shelves",
    "thief": "thieves", "wife": "wives", "wolf": "wolves", "woman": "women",
}  # fmt: skip
_LAST = re.compile(r"[^\W_]+$")


def plural(word: str) -> str:
    last = _LAST.search(word)
    if last is not None and last[0] in _OWN_PLURAL:
        return word[: last.start()] + _OWN_PLURAL[last[0]]
    if _SAME.search(word):
        return word
    if _IES.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _ES.search(word) else "s")


def article(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"
