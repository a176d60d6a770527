"""Everything wrong with sheets on disk: what the reader found, and the rules of our own format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.locate import LIMIT, Source, pages
from cheatsheet_ls.sheet.pages import parse_pages


@dataclass(frozen=True, slots=True)
class Linted:
    """`files` leads from a page's name to its path."""

    problems: tuple[Problem, ...]
    files: Mapping[str, Path]
    pages: int
    entries: int

    def path_of(self, problem: Problem) -> Path:
        return self.files.get(problem.page, Path(problem.page))


def lint(paths: Iterable[Path]) -> Linted:
    """Sheets are read together: a prefix taken on one page is taken on all."""
    from cheatsheet_ls.sheet.checks import check

    problems: list[Problem] = []
    entries: list[Entry] = []
    own: list[Entry] = []
    files: dict[str, Path] = {}
    left, count = LIMIT, 0
    for path in paths:
        found, unread = pages(Source(path), left)
        left -= sum(len(file.data) for file in found)
        count += len(found)
        parsed = parse_pages(found)
        problems += [*unread, *parsed.problems]
        entries += parsed.entries
        own += [entry for entry in parsed.entries if entry.id in parsed.own]
        files |= {file.name: file.path for file in found}
        files |= {problem.page: _place(path, problem) for problem in unread}
    problems += check(own)
    in_order = sorted(problems, key=lambda problem: (problem.page, problem.line))
    return Linted(tuple(in_order), files, count, len(entries))


def _place(path: Path, problem: Problem) -> Path:
    """Where a page lies that could not be read."""
    return path / problem.page if path.is_dir() and problem.page != path.name else path
