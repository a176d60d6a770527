"""Cut Python source at its top-level statements, so that one keystroke costs one block.

A block is a top-level statement with its decorators, `else`/`except` parts and the comments in front
of it. The cut is by characters, not by grammar: it survives any syntax error, and an unclosed bracket
ends at the next line that can only be a new statement.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
    (?P<string>[rRbBuUfFtT]{0,2}(?:
        \"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:\"\"\"|\Z)
      | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\Z)
      | "(?:[^"\\\r\n]|\\(?:\r\n|.))*(?:"|(?=[\r\n])|\Z)
      | '(?:[^'\\\r\n]|\\(?:\r\n|.))*(?:'|(?=[\r\n])|\Z)))
    | (?P<comment>\#[^\r\n]*)
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<joined>\\(?:\r\n|\n|\r))
    | (?P<cut>(?:\r\n|\n|\r(?!\n))(?=[^\s\#)\]}]))
    """,
    re.VERBOSE | re.DOTALL,
)
_FRESH = re.compile(r"(?:class|def|import|from)[ \t]|async[ \t]+def[ \t]|@")
_CONTINUES = re.compile(r"(?:else|elif|except|finally)\b")


def cut(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Half-open spans of the blocks of `text` from `start` on; they cover it without a gap."""
    spans: list[tuple[int, int]] = []
    for begin, end in _pieces(text, start):
        if spans and (_CONTINUES.match(text, begin) or _only_decorators(text, *spans[-1])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def _pieces(text: str, start: int) -> list[tuple[int, int]]:
    pieces = []
    depth = 0
    begin = start
    for token in _TOKEN.finditer(text, start):
        group = token.lastgroup
        if group == "open":
            depth += 1
        elif group == "close":
            depth = max(0, depth - 1)
        elif group == "cut" and (depth == 0 or _FRESH.match(text, token.end())):
            pieces.append((begin, token.end()))
            begin, depth = token.end(), 0
    if begin < len(text):
        pieces.append((begin, len(text)))
    return pieces


def _only_decorators(text: str, begin: int, end: int) -> bool:
    if text[begin : begin + 1] != "@":
        return False
    lines = text[begin:end].splitlines()
    last = next((line for line in reversed(lines) if line.strip() and line[0] != "#"), "@")
    if any(line.startswith(("def ", "class ", "async ")) for line in lines):
        return False
    return last[0] in "@)]}" or last[0].isspace()
