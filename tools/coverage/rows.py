"""The rows of `tests/content/rows/*.toml`: an item of the list, and what answers it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/content/rows"


# Corrections that say what the list left out, with the entries that fill the gap.
LEFT_OUT = {
    4: [
        "commands/files#startproject",
        "commands/files#startapp",
        "commands/database#sqlmigrate",
        "commands/database#squashmigrations",
        "commands/database#optimizemigration",
        "commands/files#makemessages",
        "commands/files#compilemessages",
        "commands/database#createcachetable",
        "commands/project#clearsessions",
        "commands/project#sendtestemail",
        "commands/files#findstatic",
        "commands/project#diffsettings",
        "commands/project#testserver",
        "commands/database#remove-stale-contenttypes",
    ],
    40: [
        "templates/structure#comment",
        "templates/tags#cycle",
        "templates/structure#filter",
        "templates/tags#firstof",
        "templates/tags#ifchanged",
        "templates/tags#lorem",
        "templates/tags#querystring",
        "templates/structure#partialdef",
        "templates/structure#partial",
        "templates/tags#regroup",
        "templates/structure#spaceless",
        "templates/structure#verbatim",
        "templates/tags#csp-nonce-attr",
        "templates/tags#ifequal",
        "templates/list-filters#length-is",
    ],
}


@dataclass(frozen=True)
class Answer:
    """`models/fields#charfield`, an option (`:max_length`) or an example of it (`/a-title`)."""

    entry: str
    option: str | None = None
    example: str | None = None

    @classmethod
    def read(cls, text: str) -> Answer:
        page, _, rest = text.partition("#")
        if ":" in rest:
            name, _, option = rest.partition(":")
            return cls(f"{page}#{name}", option=option)
        name, _, example = rest.partition("/")
        return cls(f"{page}#{name}", example=example or None)


@dataclass(frozen=True)
class Row:
    """`text` has a cursor `<|>` on the API the row names; `chapter` is the file it stands in."""

    id: str
    chapter: str
    answer: Answer
    corrections: tuple[int, ...] = ()
    file: str | None = None
    text: str | None = None


def rows() -> list[Row]:
    return [row for path in sorted(FOLDER.glob("*.toml")) for row in _read(path)]


def _read(path: Path) -> Iterator[Row]:
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("row", [])
    for table in tables:
        yield _row(table, path.stem)


def _row(table: dict[str, Any], chapter: str) -> Row:
    marked = table.get("correction", [])
    corrections = tuple(marked) if isinstance(marked, list) else (marked,)
    answer = Answer.read(table["answer"])
    return Row(table["id"], chapter, answer, corrections, table.get("file"), table.get("text"))
