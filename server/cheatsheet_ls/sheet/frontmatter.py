"""Takes front matter off a page without moving any line: other tools want it, readers never see it.

---
title: Django cheat sheet
---
"""

from __future__ import annotations

import re

from cheatsheet_ls.sheet.blocks import Problems

_MARK = re.compile(r"---\s*$")
_LINE = re.compile(r"\s*(#.*)?$|[\w\"'-][^:]*:(\s.*)?$|\s+\S|- ")
_LIMIT = 200  # lines; whatever opens `---` and runs on is a rule above the text


def without_front_matter(lines: list[str], problems: Problems) -> list[str]:
    """The lines with front matter emptied; broken front matter is reported and shown as text."""
    start = next((n for n, line in enumerate(lines[:5]) if line.strip()), None)
    if start is None or not _MARK.match(lines[start]):
        return lines
    if not _looks_like_one(lines, start):
        return lines
    end = _end(lines, start)
    if end is None:
        problems.add(start + 1, "front-matter", "front matter is opened by --- but never closed")
        return _emptied(lines, start, _stop(lines, start))
    for number in range(start + 1, end):
        if not _LINE.match(lines[number]):
            problems.add(
                number + 1, "front-matter", "this line of the front matter is no `key: value`"
            )
    return _emptied(lines, start, end + 1)


def _looks_like_one(lines: list[str], start: int) -> bool:
    """A rule (`---`) may open a page as well: front matter goes on with a key at once."""
    following = lines[start + 1] if start + 1 < len(lines) else ""
    return bool(_MARK.match(following) or (following.strip() and _LINE.match(following)))


def _end(lines: list[str], start: int) -> int | None:
    for number in range(start + 1, min(len(lines), start + _LIMIT)):
        if _MARK.match(lines[number]) or lines[number].rstrip() == "...":
            return number
        if lines[number].startswith(("# ", "## ", "```")) and not lines[number - 1].strip():
            return None
    return None


def _stop(lines: list[str], start: int) -> int:
    """Where unclosed front matter ends as far as one can tell: at the first empty line."""
    for number in range(start + 1, len(lines)):
        if not lines[number].strip() or lines[number].startswith("#"):
            return number
    return len(lines)


def _emptied(lines: list[str], start: int, end: int) -> list[str]:
    return [*lines[:start], *[""] * (end - start), *lines[end:]]
