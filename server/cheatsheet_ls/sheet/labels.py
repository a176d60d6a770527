"""The facts of an entry: a bullet list with bold labels.

- **Symbol:** `django.db.models.CharField`
- **Since:** 5.0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from cheatsheet_ls.model import Recipe, Symbol, Versions
from cheatsheet_ls.sheet import words
from cheatsheet_ls.sheet.blocks import Block, Item, Problems, What
from cheatsheet_ls.sheet.releases import release
from cheatsheet_ls.sheet.symbols import spelled

LABELS = tuple(words.LABELS)

_FACT = re.compile(r"\*\*([^*:]+):\*\*\s*(.*)", re.S)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"\[([^\]]*)\]\(\s*<?([^\s>]+)>?[^)]*\)")
_STABLE = re.compile(r"(?<=//docs\.djangoproject\.com/en/)(?:stable|dev|\d+\.\d+)(?=/)")


@dataclass(frozen=True, slots=True)
class Facts:
    """The values by label, with the line each stands on."""

    values: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def value(self, *labels: str) -> str:
        return next((self.values[label] for label in labels if label in self.values), "")

    def line(self, *labels: str) -> int:
        return next((self.lines[label] for label in labels if label in self.lines), 0)


def is_facts(block: Block) -> bool:
    """A list that begins with labels and values, one of the labels ours."""
    return any(_label(item) in LABELS for item in _leading(block))


def split_facts(block: Block) -> tuple[Block, Block | None]:
    """The facts, and what follows: Markdown makes one list of two with only an empty line
    between.
    """
    facts = _leading(block)
    if len(facts) == len(block.items):
        return block, None
    line = block.items[len(facts)].line
    source = "\n".join(block.source.split("\n")[line - block.line :])
    rest = replace(block, line=line, source=source, items=block.items[len(facts) :])
    return replace(block, items=facts), rest


def _leading(block: Block) -> tuple[Item, ...]:
    if block.what is not What.LIST:
        return ()
    return tuple(takewhile(_label, block.items))


def _label(item: Item) -> str:
    found = _FACT.match(item.text)
    return found[1].strip() if found else ""


def read_facts(block: Block, problems: Problems) -> Facts:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for item in block.items:
        found = _FACT.match(item.text)
        if found is None:
            continue
        label = found[1].strip()
        if label not in LABELS:
            problems.add(item.line, "label", f"unknown label {label!r}; known: {', '.join(LABELS)}")
        elif label in values:
            problems.add(item.line, "label", f"{label!r} stands here twice")
        else:
            values[label], lines[label] = " ".join(found[2].split()), item.line
    return Facts(values, lines)


def symbols_of(facts: Facts, problems: Problems) -> tuple[Symbol, ...]:
    return _spelled(facts.value("Symbol", "Symbols"), facts.line("Symbol", "Symbols"), problems)


def recipe_of(facts: Facts, problems: Problems) -> Recipe | None:
    title = facts.value("Sets up", "Inserts")
    if not title:
        return None
    offered = facts.value("Offered on"), facts.line("Offered on")
    too_late = tuple(name for _, name in _CODE.findall(facts.value("Too late with")))
    return Recipe(title, "Inserts" in facts.values, _spelled(*offered, problems), too_late)


def _spelled(value: str, line: int, problems: Problems) -> tuple[Symbol, ...]:
    if not value:
        return ()
    names = [name.strip() for _, name in _CODE.findall(value)]
    if not names:
        problems.add(line, "symbol", "write symbols in backticks")
        names = [name.strip() for name in value.split(",")]
    found: list[Symbol] = []
    for name in names:
        symbol = spelled(name)
        if symbol is None:
            problems.add(line, "symbol", f"{name!r} is neither a dotted path nor kind:name")
        elif symbol not in found:
            found.append(symbol)
    return tuple(found)


def versions_of_facts(facts: Facts, problems: Problems) -> Versions:
    since, deprecated, removed = (
        release(facts.value(label), facts.line(label), problems)
        for label in ("Since", "Deprecated", "Removed")
    )
    return Versions(since, deprecated, removed, facts.value("Instead") or None)


def docs_of(facts: Facts, problems: Problems) -> str | None:
    """The address of the page; where Django's release stands in it, `{version}`."""
    value = facts.value("Docs")
    if not value:
        return None
    link = _LINK.search(value)
    if link is None:
        problems.add(facts.line("Docs"), "docs", "write one Markdown link: [title](https://…)")
        return None
    return _STABLE.sub("{version}", link[2])


def see_also_of(facts: Facts) -> tuple[str, ...]:
    value = facts.value("See also")
    names = [name.strip() for _, name in _CODE.findall(value)]
    return tuple(names or [name.strip() for name in value.split(",") if name.strip()])


def requires_of(facts: Facts) -> tuple[str, ...]:
    return tuple(facts.value("Requires").replace("`", "").replace(",", " ").split())
