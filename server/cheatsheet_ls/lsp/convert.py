"""Positions: the client's lines and code units to code-point offsets, once in and once out.

Lines end as editors end them, at `\\n`, `\\r\\n` or `\\r`; form feeds and U+2028 are ordinary
characters here (`str.splitlines` and pygls disagree with editors about those).
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from cheatsheet_ls.language.lines import line_starts
from cheatsheet_ls.model import Span


class Lines:
    """Where the lines of one text begin; between `\\r` and `\\n` is the end of the line."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = line_starts(text)

    def line(self, number: int) -> str:
        """The line without its end."""
        start = self.starts[number]
        last = number + 1 == len(self.starts)
        row = self.text[start:] if last else self.text[start : self.starts[number + 1]]
        return row if last else row.rstrip("\r\n")

    def offset(self, line: int, character: int, encoding: str) -> int:
        """Positions past the end of a line or of the text count as that end."""
        if line >= len(self.starts):
            return len(self.text)
        if line < 0:
            return 0
        return self.starts[line] + code_points(self.line(line), max(0, character), encoding)

    def position(self, offset: int, encoding: str) -> tuple[int, int]:
        offset = min(max(0, offset), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        return line, units(self.line(line)[: offset - self.starts[line]], encoding)


def units(text: str, encoding: str) -> int:
    """How many code units of `encoding` the text takes."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)


def code_points(row: str, character: int, encoding: str) -> int:
    """The column in code points; inside a character its beginning, past the end the end."""
    if encoding == "utf-32" or row.isascii():
        return min(character, len(row))
    if encoding == "utf-8":
        head = row.encode("utf-8", "surrogatepass")[:character]
        return len(head.decode("utf-8", "ignore"))
    taken = 0
    for column, one in enumerate(row):
        taken += 2 if one > "\uffff" else 1
        if taken > character:
            return column
    return len(row)


def to_offset(lines: Lines, position: types.Position, encoding: str) -> int:
    return lines.offset(position.line, position.character, encoding)


def to_range(lines: Lines, span: Span, encoding: str) -> types.Range:
    start = lines.position(span.start, encoding)
    end = lines.position(span.end, encoding)
    return types.Range(types.Position(*start), types.Position(*end))


def changed(lines: Lines, change: types.TextDocumentContentChangeEvent, encoding: str) -> str:
    """The text after one change; a change without a range is the whole text."""
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    text = lines.text
    start = to_offset(lines, change.range.start, encoding)
    end = to_offset(lines, change.range.end, encoding)
    return text[: min(start, end)] + change.text + text[max(start, end) :]
