"""An entry's text cut into blocks: paragraphs, list items, code; other Markdown becomes these.

The reader is small on purpose: tables and quotes turn into lists and paragraphs, because floats
draw them badly, and each block is later written anew, so that nothing unknown passes through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cheatsheet_ls.features.render.escape import one_line

LIMIT = 20_000  # characters; a wall of text helps nobody and must cost nothing

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})\s*([^\s`]*)")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)")
_RULE = re.compile(r"[\s:|-][\s:-]*\|[\s:|-]*")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Block:
    kind: str  # "paragraph", "item", "code"
    text: str
    level: int = 0
    language: str = ""


def blocks(text: str) -> tuple[Block, ...]:
    return _Reader(text[:LIMIT]).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.replace("\r\n", "\n").split("\n")
        self.at = 0
        self.found: list[Block] = []

    def read(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if opening := _FENCE.match(line):
                self._code(opening[1], opening[2])
            elif item := _ITEM.match(line):
                self._item(len(item[1]) // 2, item[2])
            elif line.lstrip().startswith("|"):
                self._row(line)
            elif line.strip():
                self._paragraph()
            else:
                self.at += 1
        return tuple(self.found)

    def _code(self, marks: str, language: str) -> None:
        self.at += 1
        start = self.at
        while self.at < len(self.lines) and not self.lines[self.at].strip().startswith(marks):
            self.at += 1
        code = "\n".join(self.lines[start : self.at])
        self.found.append(Block("code", code, language=language))
        self.at += 1

    def _item(self, level: int, first: str) -> None:
        self.at += 1
        text = [first, *self._wrapped()]
        self.found.append(Block("item", one_line(" ".join(text)), min(level, 2)))

    def _row(self, line: str) -> None:
        self.at += 1
        below = self.lines[self.at] if self.at < len(self.lines) else ""
        if _RULE.fullmatch(line) or _RULE.fullmatch(below):
            return  # the rule below a header, and the header itself
        cells = [cell.strip() for cell in _PIPE.split(line.strip().strip("|"))]
        self.found.append(Block("item", one_line(" · ".join(cell for cell in cells if cell))))

    def _paragraph(self) -> None:
        first = self.lines[self.at].strip()
        self.at += 1
        if first.startswith("#"):
            title = first.lstrip("#").strip()
            if title:
                self.found.append(Block("paragraph", f"**{title}**"))
            return
        text = one_line(" ".join(line.lstrip("> ") for line in [first, *self._wrapped()]))
        if text:
            self.found.append(Block("paragraph", text))

    def _wrapped(self) -> list[str]:
        """The further lines of a paragraph or item: up to an empty line or the next block."""
        taken: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip() or _ITEM.match(line) or _FENCE.match(line):
                break
            if line.lstrip().startswith(("#", "|")):
                break
            taken.append(line.strip())
            self.at += 1
        return taken
