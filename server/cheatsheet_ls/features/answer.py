"""What is known about the thing under the cursor: the decision behind hover, resolve, actions.

The sheet answers first, then the facts; where both are silent nothing is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Match

if TYPE_CHECKING:
    from cheatsheet_ls.features.facts_card import Known
    from cheatsheet_ls.sheet.index import Found, Index


@dataclass(frozen=True, slots=True)
class Answer:
    """`found` is from the sheet; where it is None, `known` is from the facts."""

    match: Match
    found: Found | None = None
    known: Known | None = None


def answer(
    index: Index | None, document: Document, offset: int, workspace: Workspace
) -> Answer | None:
    from cheatsheet_ls.language.recognise import recognise

    match = recognise(document, offset, workspace)
    if match is None or not match.symbols:
        return None
    found = index.find(match.symbols) if index is not None else None
    if found is not None:
        return Answer(match, found=found)
    from cheatsheet_ls.features.facts_card import known

    fact = next(filter(None, map(known, match.symbols)), None)
    return Answer(match, known=fact) if fact is not None else None
