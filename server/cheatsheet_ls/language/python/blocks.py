"""Cut Python source at its top-level statements, so that one keystroke costs one block.

A block is a top-level statement with its decorators, `else`/`except` parts and the comments in
front of it. The cut is by characters, not by grammar: it survives any syntax error, and an
unclosed bracket ends at the next line that can only be a new statement.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Every alternative begins with a literal character, which lets `re` skip the rest at full speed.
_PATTERN = r"""
      \"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:\"\"\"|\Z)
    | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\Z)
    | "(?:[^"\\\r\n]|\\(?:\r\n|.))*(?:"|(?=[\r\n])|\Z)
    | '(?:[^'\\\r\n]|\\(?:\r\n|.))*(?:'|(?=[\r\n])|\Z)
    | \#[^\r\n]*
    | \([^()\[\]{}'"\#\\\r\n]*\)
    | [(\[{)\]}]
    | \\(?:\r\n|\n|\r)?
    | \n(?=INDENT[^\s\#)\]}])
    | \r(?:\n(?=INDENT[^\s\#)\]}])|(?=INDENT[^\s\#)\]}]))
    """
_FRESH = re.compile(r"[ \t]*(?:(?:class|def|import|from)[ \t]|async[ \t]+def[ \t]|@)")
_CONTINUES = re.compile(r"[ \t]*(?:else|elif|except|finally)\b")


@lru_cache(maxsize=32)
def _token(indent: str) -> re.Pattern[str]:
    return re.compile(
        _PATTERN.replace("INDENT", indent.replace(" ", "[ ]").replace("\t", "\\t")),
        re.VERBOSE | re.DOTALL,
    )


def cut(text: str, start: int = 0, indent: str = "") -> list[tuple[int, int]]:
    """Half-open spans of the statements of `text` that stand at `indent`; they cover it without a
    gap.
    """
    spans: list[tuple[int, int]] = []
    for begin, end in _pieces(text, start, indent):
        if spans and (
            _CONTINUES.match(text, begin) or _only_decorators(text[slice(*spans[-1])], indent)
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def _pieces(text: str, start: int, indent: str) -> list[tuple[int, int]]:
    pieces = []
    depth = 0
    begin = start
    for token in _token(indent).finditer(text, start):
        first = text[token.start()]
        if first in "([{":
            depth += token.end() - token.start() == 1  # else closed again on the same line
        elif first in ")]}":
            depth = max(0, depth - 1)
        elif first in "\r\n" and (depth == 0 or _FRESH.match(text, token.end())):
            pieces.append((begin, token.end()))
            begin, depth = token.end(), 0
    if begin < len(text):
        pieces.append((begin, len(text)))
    return pieces


def goes_on(piece: str, following: str, indent: str = "") -> bool:
    """Whether a piece at the end of a cut would not end there, were what follows cut with it: an
    open triple quote, or an open bracket before a line that may stand inside of it.
    """
    depth = 0
    for token in _token(indent).finditer(piece):
        text = token.group()
        if text[:3] in ('"""', "'''"):
            if token.end() == len(piece) and (len(text) < 6 or text[-3:] != text[:3]):
                return True
        elif text in ("(", "[", "{"):
            depth += 1
        elif text in (")", "]", "}"):
            depth = max(0, depth - 1)
        elif text[0] in "\r\n" and (depth == 0 or _FRESH.match(piece, token.end())):
            depth = 0
    return depth > 0 and not _FRESH.match(following)


def _only_decorators(piece: str, indent: str) -> bool:
    if not piece.startswith(indent + "@"):
        return False
    lines = [line.removeprefix(indent) for line in piece.splitlines()]
    last = next((line for line in reversed(lines) if line.strip() and line[0] != "#"), "@")
    if any(line.lstrip().startswith(("def ", "class ", "async ")) for line in lines):
        return False
    return last[0] in "@)]}" or last[0].isspace()
