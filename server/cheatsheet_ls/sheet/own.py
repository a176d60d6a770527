"""Reads one `##` section written in our own format (content/README.md) as an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cheatsheet_ls.model import Entry, Example, Option, Origin, Symbol
from cheatsheet_ls.sheet import labels, tables
from cheatsheet_ls.sheet.blocks import Block, Problems, Section, What
from cheatsheet_ls.sheet.fence import example, has_own_attributes
from cheatsheet_ls.sheet.slug import Unique, page_id, slug
from cheatsheet_ls.sheet.symbols import kind_of

_OUR_FACT = re.compile(r"^ {0,3}[-*+]\s+\*\*(?:Symbols?|Kind|Sets up|Inserts):\*\*", re.M)
_NOTE = re.compile(r"\*\*(Trap|Tip):\*\*\s*", re.I)


def is_own_page(text: str) -> bool:
    return _OUR_FACT.search(text) is not None


def is_own(section: Section, own_page: bool) -> bool:
    """Facts or a fence with our attributes make a section ours; so does prose on a page of ours."""
    if section.heading is None or section.heading.level != 2:
        return False
    if any(labels.is_facts(block) or has_own_attributes(block) for block in section.blocks):
        return True
    foreign = (What.FENCE, What.LIST, What.HEADING)
    return own_page and not any(block.what in foreign for block in section.blocks)


def read(section: Section, page: str, problems: Problems, unique: Unique) -> Entry:
    heading = section.heading
    assert heading is not None
    title = heading.text.strip()
    parts = _sorted(section, title, problems)
    facts = labels.read_facts(parts.facts, problems) if parts.facts else labels.Facts()
    symbols = labels.symbols_of(facts, problems)
    owner = symbols[0] if symbols else None
    options, text = _options(parts.text, owner, problems)
    if parts.tip:
        text.append(f"**Tip:** {parts.tip}")
    return Entry(
        id=_id(page, heading, problems, unique),
        title=title,
        kind=facts.value("Kind") or (kind_of(owner) if owner else ""),
        symbols=symbols,
        summary=parts.summary,
        text="\n\n".join(text),
        versions=labels.versions_of_facts(facts, problems),
        docs=labels.docs_of(facts, problems),
        options=options,
        examples=tuple(parts.examples),
        origin=Origin(page, heading.line),
        trap=parts.trap,
        see_also=labels.see_also_of(facts),
        requires=labels.requires_of(facts),
        recipe=labels.recipe_of(facts, problems),
    )


@dataclass(slots=True)
class _Parts:
    """The blocks of a section by what they are for."""

    summary: str = ""
    facts: Block | None = None
    text: list[Block] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    trap: str | None = None
    tip: str | None = None


def _sorted(section: Section, entry_title: str, problems: Problems) -> _Parts:
    parts, ids, title = _Parts(), Unique(), ""
    for block in section.blocks:
        if block.what is What.HEADING:
            title = block.text.strip()
        elif block.what is What.FENCE:
            parts.examples.append(_example(block, title or entry_title, ids, problems))
        elif block.what is What.PARAGRAPH and not parts.summary and not parts.facts and not title:
            parts.summary = " ".join(block.text.split())
        elif parts.facts is None and labels.is_facts(block):
            parts.facts, rest = labels.split_facts(block)
            parts.text += [rest] if rest else []
        elif block.what is What.QUOTE and _NOTE.match(block.text):
            _note(block, parts, problems)
        else:
            parts.text.append(block)
    return parts


def _example(block: Block, title: str, ids: Unique, problems: Problems) -> Example:
    id_, first = ids.take(slug(title))
    if not first:
        problems.add(block.line, "example-id", f"a second example is called {title!r}")
    return example(block, title, id_, problems)


def _note(block: Block, parts: _Parts, problems: Problems) -> None:
    found = _NOTE.match(block.text)
    assert found is not None
    name = found[1].lower()
    note = " ".join(block.text[found.end() :].split())
    if getattr(parts, name) is not None:
        problems.add(block.line, "note", f"a second {found[1]} in one entry")
        note = f"{getattr(parts, name)} {note}"
    setattr(parts, name, note)


def _options(
    blocks: list[Block], owner: Symbol | None, problems: Problems
) -> tuple[tuple[Option, ...], list[str]]:
    """The option rows, and the source of what is text."""
    options: list[Option] = []
    text: list[str] = []
    for block in blocks:
        rows = tables.options(block, owner, problems) if block.what is What.TABLE else ()
        options += rows
        if not rows and not (block.what is What.TABLE and tables.says_what(block)):
            text.append(block.source)
    return tuple(options), text


def _id(page: str, heading: Block, problems: Problems, unique: Unique) -> str:
    wanted = f"{page_id(page)}#{slug(heading.text)}"
    id_, first = unique.take(wanted)
    if not first:
        problems.add(heading.line, "duplicate-id", f"{wanted} is taken; this entry is {id_}")
    return id_
