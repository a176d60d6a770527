"""Everything wrong with sheets on disk: what the reader found, and the rules of our own format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.effort import Effort
from cheatsheet_ls.sheet.locate import LIMIT, Source, content_folder, pages
from cheatsheet_ls.sheet.pages import parse_pages
from cheatsheet_ls.sheet.parse import parse


@dataclass(frozen=True, slots=True)
class Linted:
    """`files` leads from a page's name to its path; `read` are the pages that could be read."""

    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...]
    files: Mapping[str, Path]
    read: frozenset[str]

    def path_of(self, problem: Problem) -> Path:
        return self.files.get(problem.page, Path(problem.page))


def lint(paths: Sequence[Path], effort: Effort | None = None) -> Linted:
    """Sheets are read together: a prefix taken on one page is taken on all.

    Pages of the shipped sheet are judged among all the others; told is what is wrong with these.
    """
    content = content_folder().resolve()
    if all(path.exists() and path.resolve().is_relative_to(content) for path in paths):
        return _only(_lint([content], (), effort), [path.resolve() for path in paths])
    from cheatsheet_ls.sheet.load import load_index

    return _lint(paths, load_index().entries, effort)


def lint_page(text: str, path: Path) -> tuple[Problem, ...]:
    """What is wrong with one page as it stands in an editor, among the shipped ones."""
    from cheatsheet_ls.sheet.checks import check

    content = content_folder().resolve()
    shipped = path.resolve().is_relative_to(content)
    page = path.resolve().relative_to(content).as_posix() if shipped else path.name
    parsed = parse(text, page)
    own = [entry for entry in parsed.entries if entry.id in parsed.own]
    elsewhere = [entry for entry in _shipped() if not (shipped and entry.origin.page == page)]
    found = [*parsed.problems, *check(own, elsewhere)]
    return tuple(sorted(found, key=lambda problem: problem.line))


@lru_cache(maxsize=1)
def _shipped() -> Sequence[Entry]:
    from cheatsheet_ls.sheet.load import load_index

    return load_index().entries


def _lint(paths: Iterable[Path], elsewhere: Sequence[Entry], effort: Effort | None) -> Linted:
    from cheatsheet_ls.sheet.checks import check

    problems: list[Problem] = []
    entries: list[Entry] = []
    own: list[Entry] = []
    files: dict[str, Path] = {}
    read: set[str] = set()
    left = LIMIT
    for path in paths:
        found, unread = pages(Source(path), left)
        left -= sum(len(file.data) for file in found)
        parsed = parse_pages(found, effort)
        problems += [*unread, *parsed.problems]
        entries += parsed.entries
        own += [entry for entry in parsed.entries if entry.id in parsed.own]
        files |= {file.name: file.path for file in found}
        files |= {problem.page: _place(path, problem) for problem in unread}
        read |= {file.name for file in found}
    problems += check(own, elsewhere)
    in_order = sorted(problems, key=lambda problem: (problem.page, problem.line))
    return Linted(tuple(in_order), tuple(entries), files, frozenset(read))


def _only(linted: Linted, wanted: Sequence[Path]) -> Linted:
    """What concerns the files and folders in `wanted`."""
    files = {
        name: path
        for name, path in linted.files.items()
        if any(path.resolve().is_relative_to(one) for one in wanted)
    }
    return Linted(
        tuple(problem for problem in linted.problems if problem.page in files),
        tuple(entry for entry in linted.entries if entry.origin.page in files),
        files,
        linted.read & files.keys(),
    )


def _place(path: Path, problem: Problem) -> Path:
    """Where a page lies that could not be read."""
    return path / problem.page if path.is_dir() and problem.page != path.name else path
