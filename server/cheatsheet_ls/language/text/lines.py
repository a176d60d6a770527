r"""The command line that an offset stands in, cut into words.

>>> [word.text for word in words_at('CMD ["python", "manage.py", "migrate"]', 8)]
['CMD', 'python', 'manage.py', 'migrate']

One rule serves shells, Makefiles, Dockerfiles, YAML, unit files and JSON: quotes, brackets and
commas part words, `;`, `&&`, `|` and the end of a line part commands, unless a `\` continues it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LINES = 50  # of one command continued over lines

_WORD = re.compile(r"[^\s\"'`;&|()\[\],<>\\]+")
_BREAK = re.compile(r"[;&|()`<>]")
_COMMENT = re.compile(r"(?:^|(?<=\s))#")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")


class Word(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def words_at(source: str, offset: int) -> list[Word]:
    """The words of the simple command around the offset; none in a comment."""
    if in_comment(source, offset):
        return []
    start, end = logical_line(source, offset)
    for found in _BREAK.finditer(source, start, end):
        if found.start() >= offset:
            end = found.start()
            break
        start = found.end()
    return [Word(found.group(), found.start()) for found in _WORD.finditer(source, start, end)]


def logical_line(source: str, offset: int) -> tuple[int, int]:
    """From the first to the last of the lines that a `\\` at their end makes one."""
    start = source.rfind("\n", 0, offset) + 1
    for _ in range(MAX_LINES):
        before = source[max(0, start - 3) : start].rstrip("\r\n")
        if start == 0 or not before.endswith("\\"):
            break
        start = source.rfind("\n", 0, start - 1) + 1
    end = _line_end(source, offset)
    for _ in range(MAX_LINES):
        if end >= len(source) or not source[start:end].rstrip("\r").endswith("\\"):
            break
        end = _line_end(source, end + 1)
    return start, end


def line_at(source: str, offset: int) -> tuple[int, str]:
    """Where the line of an offset begins, and its text without the line end."""
    start = source.rfind("\n", 0, offset) + 1
    return start, source[start : _line_end(source, offset)].rstrip("\r")


def in_comment(source: str, offset: int) -> bool:
    start, line = line_at(source, offset)
    bare = _QUOTED.sub(lambda quoted: "x" * len(quoted.group()), line)
    comment = _COMMENT.search(bare)
    return comment is not None and start + comment.start() < offset


def _line_end(source: str, offset: int) -> int:
    end = source.find("\n", offset)
    return len(source) if end < 0 else end
