"""A small line scanner for reStructuredText: directives, targets and section titles, in order.

It knows just enough to say what Sphinx would make an anchor of. Literal text (code blocks, and what
follows a paragraph ending in `::`) is skipped, so that documentation about rst does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DIRECTIVE = re.compile(
    r"^(?P<indent> *)(?:[*-] )?\.\. (?P<name>[a-z][\w:-]*)::(?: +(?P<argument>.*))?$"
)
TARGET = re.compile(r"^(?P<indent> *)\.\. _(?P<name>`[^`]+`|[^:]+):\s*$")
CHECK = re.compile(r"^\* \*\*([a-z0-9_]+\.[DIWEC]\d{3})\*\*")
UNDERLINE = re.compile(r"^([=\-~^\"'#*+.:`_])\1{2,}\s*$")
LITERAL = {
    "code-block",
    "code",
    "console",
    "parsed-literal",
    "highlight",
    "literalinclude",
    "raw",
    "math",
}


@dataclass
class Node:
    """`kind` is a directive's name, "target" or "section"; `text` its argument, label or title."""

    kind: str
    text: str
    indent: int
    line: int
    arguments: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    level: str = ""  # a section's adornment
    body: str = ""  # the first paragraph that follows, on one line
    bare: bool = False  # that paragraph is not part of the directive


def nodes(text: str) -> Iterator[Node]:
    lines = text.expandtabs(8).splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        if directive := DIRECTIVE.match(line):
            node, number = read_directive(lines, number, directive)
            yield node
            if node.kind in LITERAL:
                number = skip_block(lines, number, node.indent)
        elif target := TARGET.match(line):
            yield Node("target", target["name"].strip("`"), len(target["indent"]), number + 1)
            number += 1
        elif check := CHECK.match(line):
            yield Node("check", check[1], 0, number + 1)
            number += 1
        elif is_title(lines, number):
            adornment = lines[number + 1][0]
            over = number > 0 and UNDERLINE.match(lines[number - 1]) is not None
            level = adornment * 2 if over else adornment
            body = paragraph(lines, number + 2)
            yield Node("section", line.strip(), 0, number + 1, level=level, body=body)
            number += 2
        elif line.rstrip().endswith("::") and not line.lstrip().startswith(".. "):
            number = skip_block(lines, number + 1, indent_of(line))
        else:
            number += 1


def read_directive(lines: list[str], number: int, match: re.Match[str]) -> tuple[Node, int]:
    """The directive with its argument and options; and the number of the line after them."""
    indent = len(match["indent"])
    node = Node(match["name"], (match["argument"] or "").strip(), indent, number + 1)
    parts = [node.text] if node.text else []
    number += 1
    while number < len(lines) and lines[number].strip() and indent_of(lines[number]) > indent:
        stripped = lines[number].strip()
        option = re.match(r":([\w-]+):\s*(.*)$", stripped)
        if option:
            node.options[option[1]] = option[2]
        elif parts and parts[-1].endswith("\\"):
            parts[-1] = parts[-1][:-1] + stripped
        else:
            parts.append(stripped)
        number += 1
    node.arguments = parts
    node.body = paragraph(lines, number)
    after = skip_blank(lines, number)
    node.bare = after >= len(lines) or indent_of(lines[after]) <= indent
    return node, number


def is_title(lines: list[str], number: int) -> bool:
    if number + 1 >= len(lines) or not lines[number].strip() or lines[number][0] == " ":
        return False
    under = UNDERLINE.match(lines[number + 1])
    if not under or UNDERLINE.match(lines[number]):
        return False
    return len(lines[number + 1].rstrip()) >= len(lines[number].rstrip())


def skip_block(lines: list[str], number: int, indent: int) -> int:
    """The first line after what is indented deeper than `indent`."""
    while number < len(lines) and (not lines[number].strip() or indent_of(lines[number]) > indent):
        number += 1
    return number


def skip_blank(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number


def paragraph(lines: list[str], number: int) -> str:
    """The next paragraph on one line: enough to read a default from."""
    number = skip_blank(lines, number)
    found = []
    while number < len(lines) and lines[number].strip():
        found.append(lines[number].strip())
        number += 1
    return " ".join(found)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
