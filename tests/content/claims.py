"""What the sheet claims about real Django: which symbols a release has, and which defaults."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cheatsheet_ls.model import Entry, Versions

from .environments import RELEASES, as_number
from .jobs import harness

NEWEST = RELEASES[-1]


def claims(entries: Iterable[Entry], release: str) -> Iterator[dict[str, Any]]:
    """Each symbol and each option exists exactly between its `since` and its `removed`."""
    for entry in entries:
        where = f"content/{entry.origin.page}:{entry.origin.line}"
        for symbol in entry.symbols:
            yield _claim(symbol, _there(release, entry.versions), None, where)
        for option in entry.options:
            there = _there(release, entry.versions, option.versions)
            default = option.default if release == NEWEST else None
            yield _claim(
                option.symbol, there, default, f"content/{entry.origin.page}:{option.line}"
            )


def _claim(symbol: str, there: bool, default: str | None, where: str) -> dict[str, Any]:
    return {"symbol": symbol, "exists": there, "default": default, "where": where}


def _there(release: str, *marks: Versions) -> bool:
    now = as_number(release)
    return all(
        (versions.since is None or as_number(versions.since) <= now)
        and (versions.removed is None or now < as_number(versions.removed))
        for versions in marks
    )


def ask(release: str, asked: list[dict[str, Any]]) -> list[str]:
    """The claims that do not hold, each with its page and line."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "claims.json"), Path(folder, "results.jsonl")
        source.write_text(json.dumps(asked), encoding="utf-8")
        ended = harness(release, "harness.truth", source, target)
        lines = target.read_text(encoding="utf-8").splitlines() if target.exists() else []
    if len(lines) != len(asked):
        raise RuntimeError(ended.stderr[-4000:])
    answers = [json.loads(line) for line in lines]
    return [
        f"{claim['where']}: {claim['symbol']} on Django {release}: {answer['error']}"
        for claim, answer in zip(asked, answers, strict=True)
        if answer["error"]
    ]
