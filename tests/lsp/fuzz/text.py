"""An editor's idea of a text, written without a look at the server's: lines, code units, edits.

Whatever the server keeps of a document must stay equal to this model of it.
"""

from __future__ import annotations

import re
from typing import Any

ENDS = re.compile(r"\r\n|\n|\r")
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}

Position = dict[str, int]


class Outside(Exception):
    """A position that is not in the text, or edits that overlap."""


def rows(text: str) -> list[tuple[int, str]]:
    """Where each line begins, and the line without its end."""
    found, start = [], 0
    for end in ENDS.finditer(text):
        found.append((start, text[start : end.start()]))
        start = end.end()
    return [*found, (start, text[start:])]


def units(text: str, encoding: str) -> int:
    codec, width = CODECS[encoding]
    return len(text.encode(codec, "surrogatepass")) // width


def position(text: str, offset: int, encoding: str) -> Position:
    """Of an offset that does not stand between a carriage return and its line feed."""
    lines = rows(text)
    number = max(at for at, (start, _) in enumerate(lines) if start <= offset)
    start, row = lines[number]
    return {"line": number, "character": units(row[: max(0, offset - start)], encoding)}


def offset(text: str, where: Position, encoding: str) -> int:
    """Raises `Outside` for what no editor could show."""
    lines = rows(text)
    line, character = where["line"], where["character"]
    if not 0 <= line < len(lines):
        raise Outside(f"line {line} of {len(lines)}")
    start, row = lines[line]
    codec, width = CODECS[encoding]
    head = row.encode(codec, "surrogatepass")
    if not 0 <= character * width <= len(head):
        raise Outside(f"character {character} in line {line}: {row[:80]!r}")
    try:
        return start + len(head[: character * width].decode(codec, "surrogatepass"))
    except UnicodeDecodeError:
        raise Outside(f"{where} cuts a character of {row[:80]!r}") from None


def applied(text: str, edits: list[dict[str, Any]], encoding: str) -> str:
    """The text after edits that all speak of the text before; they may touch, not overlap."""
    spans = []
    for edit in edits:
        start = offset(text, edit["range"]["start"], encoding)
        end = offset(text, edit["range"]["end"], encoding)
        spans.append((start, end, edit["newText"]))
    spans.sort(key=lambda span: span[:2])
    result, at = [], 0
    for start, end, new in spans:
        if start < at or end < start:
            raise Outside(f"edits overlap: {spans}")
        result += [text[at:start], new]
        at = end
    return "".join([*result, text[at:]])
