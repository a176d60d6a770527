"""What answers for a record: an entry or a row of the sheet, the facts, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cheatsheet_ls.facts import api
from cheatsheet_ls.features.facts_card import known
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import recognise
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Match, Symbol
from cheatsheet_ls.sheet.index import Found, Index
from tools.inventory.moment import CURSOR, Moment
from tools.inventory.moments import moments
from tools.inventory.records import Record
from tools.inventory.spelling import symbols

_ROOT = Path("/project")


@dataclass(frozen=True, slots=True)
class Answer:
    """`entry` is the sheet's, if any; `is_seen`: a recogniser knows the name where it stands."""

    record: Record
    symbols: tuple[Symbol, ...] = ()
    entry: str = ""
    has_example: bool = False
    has_facts: bool = False
    is_seen: bool = False

    @property
    def grade(self) -> str:
        if self.entry:
            return "example" if self.has_example else "prose"
        return "facts" if self.has_facts else "nothing"


def answer(index: Index, workspace: Workspace, record: Record) -> Answer:
    """The best answer among the places where the name may stand, asked as a hover asks."""
    best = Answer(record)
    for moment in moments(record):
        match = _recognised(moment, workspace)
        if match is None or not match.symbols:
            continue
        found = replace(_answer(index, record, match.symbols), is_seen=True)
        if found.entry:
            return found
        best = max(best, found, key=lambda one: (one.is_seen, one.has_facts))
    written = _answer(index, record, symbols(record))
    return written if written.entry or not best.is_seen else best


def _recognised(moment: Moment, workspace: Workspace) -> Match | None:
    before, _, after = moment.marked.partition(CURSOR)
    path = _ROOT / moment.name
    document = Document(path.as_uri(), path, moment.kind, before + after, 1)
    return recognise(document, len(before), workspace)


def _answer(index: Index, record: Record, asked: tuple[Symbol, ...]) -> Answer:
    found = index.find(asked)
    facts = any(known(symbol) for symbol in asked)
    if found is None:
        return Answer(record, asked, has_facts=facts)
    return Answer(record, asked, found.entry.id, _has_example(index, found), facts)


def _has_example(index: Index, found: Found) -> bool:
    """An example of its own entry, or of the entry of the class it is a member or argument of."""
    if found.entry.examples:
        return True
    owner = found.symbol.removeprefix("kwarg:").rpartition(".")[0]
    canonical = api.canonical(owner) if owner else None
    if canonical is None:
        return False
    classes = [Symbol(one) for base in api.mro(canonical) for one in (api.public(base), base)]
    around = index.find([Symbol(owner), *classes])
    return around is not None and bool(around.entry.examples)
