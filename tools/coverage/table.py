"""`content/COVERAGE.md`: one line an item, with a link to what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tools.coverage.rows import LEFT_OUT, Answer, Row

HEAD = """\
# Coverage

Every item of the original cheat sheet and what answers it here. Written by
`python -m tools.coverage` from `tests/content/rows/`; the number is that of the correction, where
the item stated something wrong.
"""


def table(rows: Iterable[Row]) -> str:
    rows = list(rows)
    parts = [
        HEAD,
        f"{len(rows)} items, {sum(bool(row.corrections) for row in rows)} of them corrected.",
    ]
    for chapter, group in groupby(rows, key=lambda row: row.chapter):
        parts += ["", f"## {chapter}", "", *_chapter(group)]
    parts += ["", "## What the list left out", ""]
    for number, entries in LEFT_OUT.items():
        links = ", ".join(link(Answer(entry)) for entry in entries)
        parts.append(f"- Correction {number}: {links}")
    return "\n".join(parts) + "\n"


def _chapter(rows: Iterable[Row]) -> Iterator[str]:
    yield "| Item | Answered by | Correction |"
    yield "| --- | --- | --- |"
    for row in rows:
        numbers = ", ".join(map(str, row.corrections))
        yield f"| `{row.id}` | {link(row.answer)} | {numbers} |"


def link(answer: Answer) -> str:
    """To the heading on the page, as a code host makes its anchors."""
    page, _, name = answer.entry.partition("#")
    target = f"{page}.md#{answer.example or name}"
    words = answer.entry if answer.option is None else f"{answer.entry}: {answer.option}"
    if answer.example:
        words = f"{answer.entry}: {answer.example}"
    return f"[{words}]({target})"
