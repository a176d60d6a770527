"""Give names inside f-strings their real positions on Python 3.10 and 3.11.

Before 3.12 `ast` reports wrong columns inside f-strings. Here each f-string becomes a bracketed
tuple of its expressions, of the same length in UTF-8: `f"a{b}c"` turns into `(   b  )`-like
text that parses the same way everywhere and keeps every column.
"""

from __future__ import annotations

import re

_STRING = re.compile(
    r"""
      \"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:\"\"\"|\Z)
    | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\Z)
    | "(?:[^"\\\n]|\\.)*"?
    | '(?:[^'\\\n]|\\.)*'?
    | \#[^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)
_HINT = re.compile(r"[fF][rR]?[\"']|[rR][fF][\"']")
_PREFIX = re.compile(r"(?<!\w)(?:[fF][rR]?|[rR][fF])\Z")


def flatten_fstrings(source: str) -> str:
    """`source` with each f-string that holds an expression replaced, columns unchanged."""
    if not _HINT.search(source):
        return source
    out: list[str] = []
    done = 0
    for found in _STRING.finditer(source):
        start = found.start()
        prefix = _PREFIX.search(source, max(0, start - 3), start) if source[start] != "#" else None
        if prefix is not None and "{" in found.group():
            out += (source[done : prefix.start()], _flatten(source[prefix.start() : found.end()]))
            done = found.end()
    out.append(source[done:])
    return "".join(out)


def _flatten(literal: str) -> str:
    out = [
        char if char == "\n" else " " * len(char.encode("utf-8", "surrogatepass"))
        for char in literal
    ]
    depth, start, index = 0, 0, 0
    first = True
    while index < len(literal):
        char = literal[index]
        if depth == 0 and literal[index : index + 2] in ("{{", "}}"):
            index += 2
            continue
        if char == "{":
            if depth == 0:
                start = index
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                _keep(literal, start + 1, index, out)
                out[start] = "(" if first else ","
                first = False
        index += 1
    if first:
        return literal
    out[-1] = ")"
    return "".join(out)


def _keep(literal: str, start: int, end: int, out: list[str]) -> None:
    """Copy one replacement field's expression, without conversion and format."""
    depth = 0
    for index in range(start, end):
        char = literal[index]
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif (
            depth == 0 and (char == ":" or (char == "!" and literal[index + 1 : index + 2] != "="))
        ) or (depth == 0 and char == "=" and index == end - 1):
            break
        out[index] = char
