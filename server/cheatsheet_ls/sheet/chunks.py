"""Cuts a page before each `#` and `##` heading outside code; the pieces are parsed one by one.

No Markdown construct goes on across such a heading, so nothing changes but this: memory stays
bounded, and what is broken (a code block nobody closes, lists a hundred levels deep) spoils its own
section only. An unclosed block ends where the next heading or the next block begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_REPAIRS = (
    50  # after so many unclosed blocks the page is no Markdown; the last one has the rest
)

_ENDINGS = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_CUT = re.compile(r"##?\s")
_HEADING = re.compile(r"#{2,6}\s+\S")


@dataclass(frozen=True, slots=True)
class Chunk:
    """`first` is the 1-based line of `lines[0]`; `open_fence` the line of a block nobody closes."""

    first: int
    lines: list[str]
    open_fence: int | None = None


def lines_of(text: str) -> list[str]:
    """Lines as editors count them: `\\f` and U+2028 are characters like any other."""
    text = text.removeprefix("\ufeff")
    return _ENDINGS.split(text) if "\r" in text else text.split("\n")


def chunks(lines: list[str]) -> Iterator[Chunk]:
    start = at = repaired = 0
    while at < len(lines):
        if _opens(lines[at]):
            end, closed = _end_of_fence(lines, at, repair=repaired < MOST_REPAIRS)
            if not closed:
                repaired += 1
                yield Chunk(start + 1, lines[start:end], at + 1)
                start = end
            at = end
        elif at > start and _CUT.match(lines[at]):
            yield Chunk(start + 1, lines[start:at])
            start, at = at, at + 1
        else:
            at += 1
    if start < len(lines):
        yield Chunk(start + 1, lines[start:])


def _opens(line: str) -> str:
    """The marks of an opening fence; "```a`b" is text, says CommonMark."""
    mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
    if mark is None or (mark[1][0] == "`" and "`" in mark[2]):
        return ""
    return mark[1]


def _end_of_fence(lines: list[str], opened: int, *, repair: bool) -> tuple[int, bool]:
    """The line after a fence, and whether it was closed: an opening within tells that it was
    not.
    """
    marks, heading = _opens(lines[opened]), None
    for number in range(opened + 1, len(lines)):
        line = lines[number]
        if heading is None and _HEADING.match(line) and not lines[number - 1].strip():
            heading = number
        if not (found := _opens(line)).startswith(marks):
            continue
        if line.strip() == found:
            return number + 1, True
        if repair:
            return heading or number, False
    return (heading if repair and heading else len(lines)), False
