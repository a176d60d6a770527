"""Make a block that does not parse (the user is typing) parse, without moving what is there.

Text is only added at the ends of lines or replaced by text of the same length, so the position of
every node left in the tree is its position in the user's file.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from operator import itemgetter

from cheatsheet_ls.language.python.repair_brackets import close_lines
from cheatsheet_ls.language.python.repair_lines import mend

_FEW_ROUNDS = 2
_FEW_ERRORS = 4
_MAX_ROUNDS = 60
_MAX_WORK = 400_000  # characters parsed again, all rounds together
_WORD = re.compile(r"\w+|[^\w\s]")


def parse_quietly(source: str) -> ast.Module:
    """`ast.parse` without the warnings it gives about the user's code."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def parse_tolerant(source: str) -> tuple[list[ast.stmt], bool]:
    """The statements of a block and whether it had to be repaired. Never raises."""
    text = source.replace("\x00", " ")
    try:
        return parse_quietly(text).body, False
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    try:
        return _parse_repaired(text), True
    except (RecursionError, MemoryError):
        return [], True


def _parse_repaired(text: str) -> list[ast.stmt]:
    """What a few changes repair is closest to what is being typed; else a word may be too many."""
    mended = _Mended(close_lines(text.split("\n")))
    few = mended.parsed(_FEW_ROUNDS)
    return few or _without_words(text) or mended.parsed(_MAX_ROUNDS)


class _Mended:
    """Lines that are changed, round after round, where the parser complains."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.masked: set[int] = set()
        self.work = 0  # characters parsed

    def parsed(self, rounds: int) -> list[ast.stmt]:
        for _ in range(rounds):
            text = "\n".join(self.lines)
            self.work += len(text)
            try:
                return parse_quietly(text).body
            except SyntaxError as error:
                if self.work > _MAX_WORK or not mend(self.lines, error, self.masked):
                    return []
            except ValueError:
                return []
        return []


def _without_words(text: str) -> list[ast.stmt]:
    """Without the words that the parser stumbles over, the ones before them, or their lines."""
    try:
        return parse_quietly(text).body
    except SyntaxError as error:
        found = error
    except ValueError:
        return []
    for _ in range(_FEW_ERRORS):
        tried: list[tuple[int, str, SyntaxError]] = []
        for blank in _blanked(text, found):
            try:
                return parse_quietly(blank).body
            except SyntaxError as error:
                tried.append((error.lineno or 0, blank, error))
        _, text, found = max(tried, key=itemgetter(0))  # the parser came farthest
    return []


def _blanked(text: str, error: SyntaxError) -> Iterator[str]:
    """The text with spaces for the word before an error (it may stand on the line above), for the
    one there, or for its line.
    """
    start, end = _line_of(text, (error.lineno or 1) - 1)
    at = start + max(0, (error.offset or 1) - 1)
    above = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    spans = [found.span() for found in _WORD.finditer(text, above, end)]
    near = [span for span in spans if span[0] <= at][-2:]
    for left, right in (*near, (start, end)):
        yield text[:left] + " " * (right - left) + text[right:]


def _line_of(text: str, number: int) -> tuple[int, int]:
    """Where a line (0-based) begins and ends."""
    start = 0
    for _ in range(number):
        start = text.find("\n", start) + 1
    end = text.find("\n", start)
    return start, end if end >= 0 else len(text)
