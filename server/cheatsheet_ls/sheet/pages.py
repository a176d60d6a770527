"""The pages of a source, parsed one after the other into entries whose ids are unique."""

from __future__ import annotations

from collections.abc import Sequence

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet.effort import Effort
from cheatsheet_ls.sheet.locate import PageFile
from cheatsheet_ls.sheet.parse import Parsed, parse


def parse_pages(files: Sequence[PageFile], effort: Effort | None = None) -> Parsed:
    effort = effort or Effort()
    done, size = 0, sum(len(file.data) for file in files)
    entries: list[Entry] = []
    problems: list[Problem] = []
    own: set[str] = set()
    for file in files:
        parsed = parse_bytes(file.data, file.name, effort)
        done += len(file.data)
        effort.tell(done, size)
        entries += parsed.entries
        problems += parsed.problems
        own |= parsed.own
    return Parsed(tuple(entries), tuple(problems), frozenset(own))


def parse_bytes(data: bytes, page: str, effort: Effort | None = None) -> Parsed:
    """A page that is not UTF-8 is read as far as it goes, with a problem at its first wrong
    byte.
    """
    try:
        return parse(data.decode("utf-8"), page, effort)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(page, line, "encoding", "the sheet is not UTF-8 from here on")
    if b"\0" in data[:4096]:
        return Parsed((), (problem,))
    parsed = parse(data.decode("utf-8", errors="replace"), page, effort)
    return Parsed(parsed.entries, (problem, *parsed.problems), parsed.own)
