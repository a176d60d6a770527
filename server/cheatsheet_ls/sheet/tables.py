"""The option tables of an entry; the header of the first column says what the rows are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cheatsheet_ls.model import Option, Symbol
from cheatsheet_ls.sheet.blocks import Block, Problems, Row
from cheatsheet_ls.sheet.releases import versions_of
from cheatsheet_ls.sheet.symbols import is_path, last_part, whole

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_BARE = re.compile(r"[^\s(=]+")


def _argument(name: str, owner: Symbol) -> Symbol | None:
    if is_path(owner):
        return Symbol(f"kwarg:{owner}.{name}")
    return _flag(name, owner) or _key(name, owner)


def _member(name: str, owner: Symbol) -> Symbol | None:
    return Symbol(f"{owner}.{name}") if is_path(owner) else None


def _key(name: str, owner: Symbol) -> Symbol | None:
    return Symbol(f"{owner}.{name}") if owner.startswith("setting:") else None


def _flag(name: str, owner: Symbol) -> Symbol | None:
    return Symbol(f"{owner} {name}") if owner.startswith("command:") else None


HEADERS: dict[str, Callable[[str, Symbol], Symbol | None]] = {
    **dict.fromkeys(("option", "argument"), _argument),
    **dict.fromkeys(("attribute", "method", "member"), _member),
    "key": _key,
    "flag": _flag,
}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the table has none of it."""

    default: int | None
    meaning: int
    versions: int | None
    count: int


def options(block: Block, owner: Symbol | None, problems: Problems) -> tuple[Option, ...]:
    """The rows that are options; () for a table whose rows are text."""
    header = block.rows[0]
    columns = _columns(header)
    found: list[Option] = []
    for row in block.rows[1:]:
        _check_width(row, columns, block, problems)
        found += _options_of(row, header.cells[0], columns, owner, problems)
    return tuple(found)


def says_what(block: Block) -> bool:
    """Whether the header names rows of ours: then each row has to be one."""
    return _word(block.rows[0].cells[0]) in HEADERS if block.rows and block.rows[0].cells else False


def _columns(header: Row) -> _Columns:
    words = [cell.strip().lower() for cell in header.cells]
    default = words.index("default") if "default" in words else None
    versions = words.index("versions") if "versions" in words else None
    taken = {0, default, versions}
    meaning = next((n for n in range(len(words)) if n not in taken), 0)
    return _Columns(default, meaning, versions, len(words))


def _word(header: str) -> str:
    return header.strip().lower().removesuffix("s")


def _options_of(
    row: Row, header: str, columns: _Columns, owner: Symbol | None, problems: Problems
) -> Iterator[Option]:
    rule = HEADERS.get(_word(header))
    for written in _names(row.cells[0]):
        symbol = whole(written)
        name = last_part(symbol) if symbol else _plain(written)
        if symbol is None and rule is not None:
            symbol = rule(name, owner) if owner else None
            if symbol is None:
                problems.add(row.line, "table", f"{written!r} has no symbol under {header!r} here")
        if symbol is not None:
            yield _option(name, symbol, row, columns, problems)


def _option(name: str, symbol: Symbol, row: Row, columns: _Columns, problems: Problems) -> Option:
    cells = row.cells
    default = cells[columns.default].strip() if columns.default is not None else ""
    versions = cells[columns.versions] if columns.versions is not None else ""
    return Option(
        name=name,
        symbol=symbol,
        default=_uncoded(default) or None,
        summary=cells[columns.meaning].strip() if columns.meaning else "",
        versions=versions_of(versions, row.line, problems),
        line=row.line,
    )


def _names(cell: str) -> list[str]:
    return [name.strip() for _, name in _CODE.findall(cell)]


def _plain(written: str) -> str:
    """`get_absolute_url()` and `blank=True` are rows about a name; flags keep theirs."""
    if written.startswith("-"):
        return written.split(" ", 1)[0].split("=", 1)[0]
    found = _BARE.match(written)
    return found[0] if found else written


def _uncoded(cell: str) -> str:
    found = _CODE.fullmatch(cell)
    return found[2].strip() if found else cell


def _check_width(row: Row, columns: _Columns, block: Block, problems: Problems) -> None:
    """Markdown fills missing cells and drops surplus ones; the source tells."""
    source = block.source.split("\n")
    at = row.line - block.line
    written = source[at].strip() if at < len(source) else ""
    cells = len(re.split(r"(?<!\\)\|", written.strip("|"))) if written else columns.count
    if cells != columns.count:
        message = f"the row has {cells} cells, the header {columns.count}: write | in a cell as \\|"
        problems.add(row.line, "table", message)
