"""How the demo looks: rules, boxes and diffs, coloured where a terminal reads them."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import sys
import textwrap
import unicodedata

COLOUR = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
WIDTH = max(60, min(100, shutil.get_terminal_size((96, 40)).columns))
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^]]+)\]\(https?://[^)]*\)")
CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "cyan": "36", "inverse": "7"}


def paint(text: str, *styles: str) -> str:
    if not COLOUR:
        return text
    return f"\033[{';'.join(CODES[style] for style in styles)}m{text}\033[0m"


def headline(text: str) -> None:
    print(f"\n{paint(text, 'bold')}\n{paint('─' * WIDTH, 'dim')}")


def source(path: str, text: str, start: int, end: int) -> None:
    """The line of the file, the place under the pointer underlined."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first:last]
    number = text.count("\n", 0, start) + 1
    print(f"\n{paint(f'{path}:{number}', 'cyan')}")
    print(f"  {line}\n  {' ' * (start - first)}{paint('▔' * (end - start), 'bold')}")


def box(text: str) -> None:
    """The pop-up: bold words and links drawn, wrapped as a narrow editor would."""
    inner = WIDTH - 4
    print(f"  ╭{'─' * inner}╮")
    is_code = False
    for line in text.splitlines():
        is_code = is_code != line.startswith("```")
        line = line if is_code else LINK.sub(r"\1 ↗", line)
        lines = [line] if is_code or not line else textwrap.wrap(line, inner - 2)
        for part in lines:
            plain = part if is_code else BOLD.sub(r"\1", part)
            drawn = part if is_code else BOLD.sub(lambda word: paint(word[1], "bold"), part)
            print(f"  │ {drawn}{' ' * (inner - 2 - columns(plain))} │")
    print(f"  ╰{'─' * inner}╯")


def columns(text: str) -> int:
    """How wide a terminal draws it."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def menu(rows: list[tuple[str, str]], chosen: str) -> None:
    """A completion list: labels and details, the chosen one marked."""
    wide = max((len(label) for label, _ in rows), default=0)
    for label, detail in rows:
        line = f"{'▸' if label == chosen else ' '} {label:<{wide}}  {detail}"
        print("  " + (paint(line, "inverse") if label == chosen else line))


def diff(path: str, before: str, after: str) -> None:
    lines = difflib.unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"{path} (before)",
        f"{path} (after)",
        "",
        "",
        3,
        "",
    )
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        print("  " + (paint(line, colours[line[0]]) if line[:1] in colours else line))
