"""Give names inside f-strings their real positions on Python 3.10 and 3.11.

Before 3.12 `ast` reports wrong columns inside f-strings. Here each f-string becomes a bracketed tuple
of its expressions, of the same length in UTF-8: `f"a{b}c"` turns into `(   b  )`-like text that parses the same
way everywhere and keeps every column.
"""

from __future__ import annotations

import re

_STRING = re.compile(
    r"""(?P<plain>(?<![\w])[rRbBuU]{0,2}(?:\"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:\"\"\"|\Z)
      | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\Z)
      | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'?))
    | (?P<f>(?<![\w])(?:[fF][rR]?|[rR][fF])(?P<body>\"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"\"\"
      | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'))
    | \#[^\n]*""",
    re.VERBOSE | re.DOTALL,
)
_HINT = re.compile(r"\b(?:[fF][rR]?|[rR][fF])[\"']")


def flatten_fstrings(source: str) -> str:
    """`source` with each f-string that holds an expression replaced, columns unchanged."""
    if not _HINT.search(source):
        return source
    return _STRING.sub(lambda m: _flatten(m.group()) if m.lastgroup in ("f", "body") and m["f"] else m.group(), source)


def _flatten(literal: str) -> str:
    if "{" not in literal:
        return literal
    out = [char if char == "\n" else " " * len(char.encode("utf-8", "surrogatepass")) for char in literal]
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
        elif depth == 0 and (char == ":" or (char == "!" and literal[index + 1 : index + 2] != "=")):
            break
        elif depth == 0 and char == "=" and index == end - 1:
            break
        out[index] = char
