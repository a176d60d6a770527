"""`python -m tools.inventory FILE` prints how much of an inventory the sheet and the facts answer.

"By facts" are those without prose that the facts answer, "silent" those that nothing answers.
"Not seen" counts names that no recogniser finds where they stand, whatever is written about them.
`--missing` lists what has no prose with an example instead, the most used first;
`--missing recogniser` what is not seen.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.load import load_index
from tools.inventory.answers import Answer, answer
from tools.inventory.records import Record, load

COLUMNS = ("total", "with prose", "with example", "by facts", "silent", "not seen")


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    records = [one for one in load(options.file) if _wanted(one, options.tier, options.kind)]
    index, workspace = load_index([]), Workspace(None)
    answers = [answer(index, workspace, record) for record in records]
    for line in _missing(answers, options.missing) if options.missing else _table(answers):
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.inventory", description=__doc__)
    parser.add_argument("file", type=Path, help="the inventory")
    parser.add_argument("--tier", type=int, action="append", help="only this one; may be repeated")
    parser.add_argument("--kind", help="only kinds that match, such as 'drf-*'")
    parser.add_argument(
        "--missing",
        nargs="?",
        const="example",
        choices=("example", "prose", "facts", "recogniser"),
        help="list what lacks it",
    )
    return parser


def _wanted(record: Record, tiers: list[int] | None, kind: str | None) -> bool:
    return (not tiers or record.tier in tiers) and (not kind or fnmatchcase(record.kind, kind))


def _missing(answers: Iterable[Answer], what: str) -> Iterator[str]:
    """One line per record: tier, uses, grade, id and what the recognisers made of it."""
    lacking = {
        "example": ("nothing", "facts", "prose"),
        "prose": ("nothing", "facts"),
        "facts": ("nothing",),
        "recogniser": ("nothing", "facts", "prose", "example"),
    }[what]
    found = [a for a in answers if a.grade in lacking and (what != "recogniser" or not a.is_seen)]
    for one in sorted(found, key=lambda one: (one.record.tier, -one.record.frequency)):
        seen = " ".join(one.symbols[:2]) if one.is_seen else "not seen"
        record = one.record
        yield f"{record.tier} {record.frequency:6} {one.grade:7} {record.id}  ({seen})"


def _table(answers: list[Answer]) -> Iterator[str]:
    rows = {(one.record.kind, one.record.tier) for one in answers}
    yield f"{'kind':28} tier " + " ".join(f"{column:>12}" for column in COLUMNS)
    for kind, tier in sorted(rows):
        one_row = [a for a in answers if (a.record.kind, a.record.tier) == (kind, tier)]
        yield _row(kind, str(tier), one_row)
    for tier in sorted({tier for _, tier in rows}):
        yield _row("all", str(tier), [a for a in answers if a.record.tier == tier])
    yield _row("all", "1-3", answers)


def _row(kind: str, tier: str, answers: list[Answer]) -> str:
    grades = Counter(one.grade for one in answers)
    example = grades["example"]
    unseen = sum(not one.is_seen for one in answers)
    prose = example + grades["prose"]
    counts = (len(answers), prose, example, grades["facts"], grades["nothing"], unseen)
    return f"{kind:28} {tier:>4} " + " ".join(f"{count:12}" for count in counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
