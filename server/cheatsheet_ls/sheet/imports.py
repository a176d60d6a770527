"""The import statements a Python example begins with, apart from the rest of it."""

from __future__ import annotations

import re

_IMPORT = re.compile(r"(from\s+[\w.]+\s+import\b|import\s+[\w.])")


def split_imports(code: str) -> tuple[tuple[str, ...], str]:
    """Each import statement as one string, and the code after them.

    A statement over several lines stays one string, with its line breaks.
    """
    lines = code.strip("\n").split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        if not _IMPORT.match(lines[at]):
            break
        end = _end(lines, at)
        found.append("\n".join(lines[at:end]).rstrip())
        at = end
    return tuple(found), "\n".join(lines[at:])


def _end(lines: list[str], start: int) -> int:
    """The line after the statement: brackets and trailing backslashes carry it on."""
    depth = 0
    for number in range(start, len(lines)):
        code = lines[number].split("#", 1)[0].rstrip()
        depth += code.count("(") - code.count(")")
        if depth <= 0 and not code.endswith("\\"):
            return number + 1
    return start + 1
