"""Pages as tests write them: indented text becomes entries and problems."""

from __future__ import annotations

from textwrap import dedent

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.parse import Parsed, parse


def page(text: str, name: str = "models/fields.md") -> Parsed:
    """The page `text` parsed; common indentation is removed, lines count from the first written."""
    return parse(dedent(text.removeprefix("\n")), name)


def entry(text: str) -> Entry:
    """The one entry of a page without problems."""
    parsed = page(text)
    assert parsed.problems == (), parsed.problems
    (only,) = parsed.entries
    return only


def shown(problems: tuple[Problem, ...]) -> list[str]:
    """Problems as `check` prints them, without their page."""
    return [f"{problem.line}: {problem.rule}: {problem.message}" for problem in problems]
