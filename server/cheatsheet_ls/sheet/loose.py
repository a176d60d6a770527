"""Reads a sheet of any other shape: every bullet becomes an entry, every code block an example.

    ### Form Fields
    *   `CharField`: For text input.
    *   `DateField`, `DateTimeField`: For date and time input.

A bullet that begins with code defines what it names. A section with prose or code is an entry of
its own; its symbols are what the code uses, so they answer only where nothing defines the name
(`weak`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cheatsheet_ls.model import Entry, Example, Origin, Symbol, Versions
from cheatsheet_ls.sheet.blocks import Block, Item, Problems, Section, What, walk
from cheatsheet_ls.sheet.bullets import CODE, lead, title_of
from cheatsheet_ls.sheet.fence import attributes
from cheatsheet_ls.sheet.imports import split_imports
from cheatsheet_ls.sheet.mentions import is_python, mentioned
from cheatsheet_ls.sheet.scopes import guessed
from cheatsheet_ls.sheet.shapes import named
from cheatsheet_ls.sheet.slug import Unique, page_id, slug
from cheatsheet_ls.sheet.symbols import kind_of

_MARKER = re.compile(r"\[\[?_?toc_?\]?\]", re.I)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: its page and the headings above it, the nearest first."""

    page: str
    headings: tuple[str, ...]


@dataclass(slots=True)
class _Part:
    heading: Block | None
    headings: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)


def read(
    section: Section, title: Block | None, page: str, problems: Problems, unique: Unique
) -> list[Entry]:
    found: list[Entry] = []
    for part in _parts(section, title):
        found += _entries(part, _Place(page, part.headings), problems, unique)
    return found


def _parts(section: Section, title: Block | None) -> Iterator[_Part]:
    """A section cut at all its headings."""
    above = [title] if title is not None else []
    part = _Part(None, tuple(block.text for block in above))
    for block in ([section.heading] if section.heading else []) + list(section.blocks):
        if block.what is not What.HEADING:
            part.blocks.append(block)
            continue
        yield part
        above = [one for one in above if one.level < block.level] + [block]
        part = _Part(block, tuple(one.text.strip() for one in reversed(above)))
    yield part


def _entries(part: _Part, place: _Place, problems: Problems, unique: Unique) -> Iterator[Entry]:
    text = [block for block in part.blocks if _is_text(block)]
    fences = [block for block in part.blocks if block.what is What.FENCE]
    if text or fences:
        yield _section_entry(part, text, fences, place, unique)
    for block in part.blocks:
        for item in filter(_says_something, _items(block)):
            yield _bullet(item, place, unique)


def _is_text(block: Block) -> bool:
    if block.what in (What.FENCE, What.LIST, What.HEADING):
        return False
    return bool(block.source.strip("-*_ \t")) and not _MARKER.fullmatch(block.text.strip())


def _says_something(item: Item) -> bool:
    return bool(item.text.strip() or item.blocks)


def _items(block: Block) -> Iterator[Item]:
    """The bullets of a list, nested ones after the one they belong to; rows of a table of names."""
    if block.what is What.TABLE:
        for row in block.rows[1:]:
            if row.cells[0].startswith("`"):
                yield Item(row.line, f"{row.cells[0]}: {' – '.join(filter(None, row.cells[1:]))}")
    for item in block.items:
        yield item
        for inner in item.blocks:
            yield from _items(inner)


# --- a section with prose or code


def _section_entry(
    part: _Part, text: list[Block], fences: list[Block], place: _Place, unique: Unique
) -> Entry:
    heading = part.heading or part.blocks[0]
    title = part.heading.text.strip() if part.heading else page_id(place.page).rsplit("/", 1)[-1]
    examples, symbols = _examples(part, title)
    summary = next((block.text for block in text if block.what is What.PARAGRAPH), "")
    rest = [block.source for block in text if block.text != summary or not summary]
    return Entry(
        id=_id(place, title, unique, own_title=True),
        title=title,
        kind=_kind_of_section(place),
        symbols=symbols or _in_text(text, place),
        summary=_flat(summary),
        text="\n\n".join(rest),
        versions=Versions(),
        docs=None,
        options=(),
        examples=examples,
        origin=Origin(place.page, heading.line),
        weak=True,
    )


def _kind_of_section(place: _Place) -> str:
    return place.headings[1] if len(place.headings) > 1 else ""


def _examples(part: _Part, title: str) -> tuple[tuple[Example, ...], tuple[Symbol, ...]]:
    """Each code block, called by the sentence before it ("In templates:"), else by the heading."""
    unique, found = Unique(), list[Example]()
    symbols: dict[Symbol, None] = {}
    before = ""
    for block in part.blocks:
        if block.what is What.FENCE:
            example = _example(block, before or title, unique)
            symbols.update(dict.fromkeys(mentioned(example.language, block.text)))
            found.append(example)
        before = _caption(block)
    return tuple(found), tuple(symbols)


def _caption(block: Block) -> str:
    text = _flat(block.text)
    return (
        text.rstrip(":").replace("`", "")
        if block.what is What.PARAGRAPH and len(text) <= 80
        else ""
    )


def _example(block: Block, title: str, unique: Unique) -> Example:
    language, _, _ = attributes(block.info)
    imports, body = split_imports(block.text) if is_python(language) else ((), block.text)
    return Example(
        id=unique.take(slug(title))[0],
        title=title,
        language=language,
        scope=guessed(language, block.text),
        prefix=None,
        body=body,
        imports=imports,
        line=block.line,
    )


def _in_text(blocks: list[Block], place: _Place) -> tuple[Symbol, ...]:
    found: dict[Symbol, None] = {}
    for block in blocks:
        found.update(dict.fromkeys(_in_prose(block.text, place)))
    return tuple(found)


# --- a bullet


def _bullet(item: Item, place: _Place, unique: Unique) -> Entry:
    names, rest = lead(item.text)
    symbols = [symbol for name in names for symbol in named(name, place.headings)]
    weak = not symbols
    found = tuple(dict.fromkeys(symbols)) or _in_prose(item.text, place)
    title = title_of(names, symbols, item.text)
    fences = [block for block in walk(item.blocks) if block.what is What.FENCE]
    ids = Unique()
    return Entry(
        id=_id(place, title, unique),
        title=title,
        kind=_kind_of_bullet(found, place) if not weak else _kind_of_section(place),
        symbols=found,
        summary=_flat(rest if names else item.text),
        text="\n\n".join(block.source for block in item.blocks if block.what is What.PARAGRAPH),
        versions=Versions(),
        docs=None,
        options=(),
        examples=tuple(_example(block, title, ids) for block in fences),
        origin=Origin(place.page, item.line),
        weak=weak,
    )


def _in_prose(text: str, place: _Place) -> tuple[Symbol, ...]:
    """What a sentence mentions in code, where its shape alone tells what it is."""
    found: dict[Symbol, None] = {}
    for code in CODE.finditer(text):
        found.update(dict.fromkeys(named(code[2], place.headings)))
    return tuple(found)


def _kind_of_bullet(symbols: Sequence[Symbol], place: _Place) -> str:
    """The chapter in the singular, as it would stand in brackets: "Model Fields" is "model
    field".
    """
    if symbols and kind_of(symbols[0]):
        return kind_of(symbols[0])
    return place.headings[0].lower().removesuffix("s") if place.headings else ""


def _id(place: _Place, title: str, unique: Unique, *, own_title: bool = False) -> str:
    """The headings below the page's title, then the name: `sheet#forms-form-fields-charfield`."""
    path = list(reversed(place.headings))[1 if len(place.headings) > 1 else 0 :]
    if not own_title:
        path.append(title)
    return unique.take(f"{page_id(place.page)}#{slug(' '.join(path) or title)}")[0]


def _flat(text: str) -> str:
    return " ".join(text.split())
