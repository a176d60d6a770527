"""An example as LSP snippet syntax, with its fill words as tab stops, and as plain text.

title = models.CharField(max_length=200)        fill="title 200"
${1:title} = models.CharField(max_length=${2:200})$0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cheatsheet_ls.model import Example

_SPECIAL = re.compile(r"[\\$}]")


def occurrences(code: str, word: str) -> Iterator[int]:
    """Where `word` stands in `code` as a word of its own, or as a part of `title__icontains`.

    `title` is neither in `subtitle` nor in `title_en`.
    """
    yield from _starts(code, word)


@lru_cache(maxsize=8192)  # every example on offer is asked about at every keystroke
def _starts(code: str, word: str) -> tuple[int, ...]:
    before = r"(?:(?<!\w)|(?<=__))" if _is_word(word[:1]) else ""
    after = r"(?:(?!\w)|(?=__))" if _is_word(word[-1:]) else ""
    found = re.finditer(before + re.escape(word) + after, code) if word in code else ()
    return tuple(one.start() for one in found)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def snippet(example: Example) -> str:
    """The body in snippet syntax; the imports are not part of it, they are edits of their own."""
    return to_snippet(example.body, example.fill)


def to_snippet(code: str, fill: Sequence[str]) -> str:
    """`fill` words become `${1:word}`, their repeats mirrors; where two overlap, the longer
    wins.
    """
    parts: list[str] = []
    end, met = 0, set[str]()
    for start, word in _places(code, fill):
        if start < end:
            continue
        number = fill.index(word) + 1
        parts.append(escape(code[end:start]))
        end = start + len(word)
        parts.append(_mirror(number, code[end : end + 1]) if word in met else _stop(number, word))
        met.add(word)
    return "".join(parts) + escape(code[end:]) + "$0"


def _stop(number: int, word: str) -> str:
    return f"${{{number}:{escape(word)}}}"


def _mirror(number: int, following: str) -> str:
    """`$1` before a digit would be another tab stop."""
    return f"${{{number}}}" if following.isdigit() else f"${number}"


def escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def _places(code: str, fill: Sequence[str]) -> list[tuple[int, str]]:
    places = [(start, word) for word in fill for start in occurrences(code, word)]
    return sorted(places, key=lambda place: (place[0], -len(place[1])))
