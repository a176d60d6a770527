"""Further arguments in a call of the user's file, in the way the call is written."""

from __future__ import annotations

from collections.abc import Sequence

from cheatsheet_ls.features.code.lists import comma_behind
from cheatsheet_ls.features.edits import TextEdit, line_end, line_start, newline_of
from cheatsheet_ls.model import Span

Offsets = tuple[int, int]


def with_arguments(
    text: str, call: Offsets, given: Sequence[Offsets], further: Sequence[str]
) -> TextEdit:
    """The edit that adds them behind the last one: on its line, or each on a line of its own where
    the last one has one.
    """
    close = call[1] - 1
    if not given:
        opening = text.rindex("(", call[0], close)
        return TextEdit(Span(opening + 1, opening + 1), ", ".join(further))
    start, end = max(given, key=lambda one: one[1])
    comma = comma_behind(text, end, close)
    first = line_start(text, start)
    if text[first:start].strip() or "\n" not in text[end:close]:
        if comma is None:
            return TextEdit(Span(end, end), "".join(f", {one}" for one in further))
        return TextEdit(Span(comma + 1, comma + 1), "".join(f" {one}," for one in further))
    return _on_lines(text, Span(start, end), comma, [*further])


def _on_lines(text: str, last: Span, comma: int | None, further: list[str]) -> TextEdit:
    """Below the last one and the comment behind it, which stays where it is."""
    newline = newline_of(text)
    indent = text[line_start(text, last.start) : last.start]
    stop = line_end(text, last.end if comma is None else comma)
    lines = "".join(f"{newline}{indent}{one}," for one in further)
    if comma is not None:
        return TextEdit(Span(stop, stop), lines)
    return TextEdit(Span(last.end, stop), "," + text[last.end : stop] + lines)
