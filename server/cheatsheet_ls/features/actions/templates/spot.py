"""The empty line of a template that the cursor is on, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.features.edits import indent_unit, line_end, line_start, newline_of
from cheatsheet_ls.language.project.templates import extended_by
from cheatsheet_ls.language.recognise import place_at
from cheatsheet_ls.language.template.jinja import is_jinja

_BLOCK = re.compile(r"\{%-?\s*block\s+([\w-]+)")


@dataclass(frozen=True, slots=True)
class Spot:
    """`around` are the names of the blocks around the line, the innermost first."""

    path: Path
    text: str
    offset: int
    indent: str
    around: tuple[str, ...]

    @property
    def extends(self) -> str | None:
        return extended_by(self.text)

    @property
    def blocks(self) -> list[str]:
        return blocks_in(self.text)

    def builder(self, code: str) -> Callable[[Drafts], None]:
        """Puts code, written with four spaces, on the line."""

        def build(drafts: Drafts) -> None:
            draft = drafts.open(self.path)
            start, end = line_start(self.text, self.offset), line_end(self.text, self.offset)
            written = in_style_of(self.text, code, self.indent)
            draft.text = self.text[:start] + written + self.text[end:]

        return build


def spot_of(asked: Asked) -> Spot | None:
    """None off an empty line, and where tags mean nothing."""
    text, path = asked.document.text, asked.document.path
    place = place_at(asked.document, asked.offset, asked.workspace)
    if path is None or place is None or place.trigger != "statement" or is_jinja(text):
        return None
    around = tuple(filter(None, place.context.get("around", "").split(",")))
    return Spot(path, text, asked.offset, place.indent, around)


def blocks_in(text: str) -> list[str]:
    return list(dict.fromkeys(_BLOCK.findall(text)))


def in_style_of(text: str, code: str, indent: str = "") -> str:
    """Two spaces a level, as HTML has them, unless the file has other ones."""
    unit = indent_unit(text) if re.search(r"^[ \t]+\S", text, re.MULTILINE) else "  "
    lines = []
    for line in code.split("\n"):
        depth = (len(line) - len(line.lstrip())) // 4
        lines.append(indent + unit * depth + line.lstrip() if line else "")
    return newline_of(text).join(lines)
