"""Code within the line length of the file it goes into: what is too long is broken at a bracket.

books = Book.objects.filter(title="Winter").order_by("title")    becomes
books = Book.objects.filter(title="Winter").order_by(
    "title"
)
"""

from __future__ import annotations

import ast
import io
import tokenize
from functools import lru_cache

USUAL = (79, 88, 100, 120)
FEW = 20  # lines of a file that tell nothing yet
_STEP = "    "


@lru_cache(maxsize=2)  # a list of completions asks a hundred times about one text
def limit_of(text: str) -> int:
    """The shortest usual length that all lines of the file keep; 88 for a short file."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    if len(lines) < FEW:
        return max(88, min(longest, USUAL[-1]))
    return next((one for one in USUAL if longest <= one), USUAL[-1])


def within(code: str, limit: int) -> str:
    """`code` with four spaces a level; what cannot be broken safely stays as long as it is."""
    if all(len(line) <= limit for line in code.split("\n")):
        return code
    broken = "\n".join(_broken(line, limit) for line in code.split("\n"))
    return broken if _same(code, broken) else code


def _broken(line: str, limit: int) -> str:
    bare = line.lstrip(" ")
    indent = line[: len(line) - len(bare)]
    pair = _last_pair(bare) if len(line) > limit else None
    if pair is None:
        return line
    head, inside, tail = bare[: pair[0] + 1], bare[pair[0] + 1 : pair[1]], bare[pair[1] :]
    inner = indent + _STEP
    if len(inner) + len(inside) <= limit:
        body = inner + inside
    else:
        parts = _parts(inside)
        body = "\n".join(f"{inner}{part}," for part in parts)
        if len(parts) == 1 or any("for" in part.split() for part in parts):
            return line
    return "\n".join((indent + head, body, indent + tail))


def _tokens(code: str) -> list[tokenize.TokenInfo]:
    try:
        return list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return []


def _last_pair(line: str) -> tuple[int, int] | None:
    """The outermost brackets that are closed last and hold something; None for half a statement."""
    open_: list[int] = []
    found: tuple[int, int] | None = None
    for token in _tokens(line):
        if token.type == tokenize.OP and token.string in "([{":
            open_.append(token.start[1])
        elif token.type == tokenize.OP and token.string in ")]}" and open_:
            start, end = open_.pop(), token.start[1]
            if not open_ and line[start + 1 : end].strip():
                found = start, end
    return found if not open_ else None


def _parts(inside: str) -> list[str]:
    """What stands between the commas."""
    depth, start, parts = 0, 0, []
    for token in _tokens(f"({inside})"):
        if token.type != tokenize.OP:
            continue
        depth += (token.string in "([{") - (token.string in ")]}")
        if token.string == "," and depth == 1:
            parts.append(inside[start : token.start[1] - 1].strip())
            start = token.end[1] - 1
    return [part for part in (*parts, inside[start:].strip()) if part]


def _same(one: str, other: str) -> bool:
    """Whether both mean the same; a fragment such as an item of a list is read as one."""
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except (SyntaxError, ValueError):
        return False
