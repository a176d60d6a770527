"""Markdown for people in a terminal: bold and code in colour, paragraphs wrapped, code left
alone.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator

BOLD, DIM, CODE, LINK, OFF = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[4m", "\x1b[0m"
WIDEST = 100

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+")
_INLINE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|\[(?P<text>[^\]]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def rendered(markdown: str, width: int | None = None) -> str:
    """`width` is that of the terminal unless told; sheets are data: no escape codes pass
    through.
    """
    columns = width or min(shutil.get_terminal_size().columns, WIDEST)
    return "\n".join(_lines(_CONTROL.sub("", markdown).split("\n"), columns))


def _lines(lines: list[str], width: int) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            else:
                yield f"  {CODE}{line}{OFF}" if line else ""
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.match(line):
            yield f"{BOLD}{inline(heading[1])}{OFF}"
        else:
            yield from _wrapped(line, width)


def _wrapped(line: str, width: int) -> Iterator[str]:
    """Wrapped before it is coloured, so that escape codes count for nothing."""
    if not line.strip():
        yield ""
        return
    item = _ITEM.match(line)
    indent = " " * (len(item[0]) if item else len(line) - len(line.lstrip()))
    pieces = textwrap.wrap(
        _spaces_kept(line),
        max(width, 20),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from inline("\n".join(pieces)).replace("\xa0", " ").split("\n")


def _spaces_kept(line: str) -> str:
    """Code, bold text and links stay on one line: what is marked must not be cut in two."""
    return _INLINE.sub(lambda found: found[0].replace(" ", "\xa0"), line)


def inline(text: str) -> str:
    return _INLINE.sub(_coloured, text)


def _coloured(found: re.Match[str]) -> str:
    if found["code"]:
        return f"{CODE}{found['code']}{OFF}"
    if found["bold"]:
        return f"{BOLD}{inline(found['bold'])}{OFF}"
    if found["url"] is not None:
        return f"{found['text']}: {LINK}{found['url']}{OFF}"
    return found["escaped"]
