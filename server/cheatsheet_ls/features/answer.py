"""What is known about the thing under the cursor: the decision behind hover, resolve, actions.

The sheet answers first, then the facts; where both are silent nothing is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cheatsheet_ls.features.edits import line_start
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Match

if TYPE_CHECKING:
    from cheatsheet_ls.features.facts_card import Known
    from cheatsheet_ls.sheet.index import Found, Index


@dataclass(frozen=True, slots=True)
class Answer:
    """`found` is from the sheet; where it is None, `known` is from the facts."""

    match: Match
    found: Found | None = None
    known: Known | None = None


# `status = models.CharField`, with the cursor somewhere behind the equals sign.
_ASSIGNED = re.compile(r"\s*(\w+)\s*(?::[^=]*)?=\s*[\w.]*\Z")


def answer(
    index: Index | None, document: Document, offset: int, workspace: Workspace
) -> Answer | None:
    from cheatsheet_ls.language.recognise import recognise

    match = recognise(document, offset, workspace)
    if match is None or not match.symbols:
        return None
    match = _with_assigned_name(match, document)
    found = index.find(match.symbols) if index is not None else None
    if found is not None:
        return Answer(match, found=found)
    from cheatsheet_ls.features.facts_card import known

    fact = next(filter(None, map(known, match.symbols)), None)
    return Answer(match, known=fact) if fact is not None else None


def _with_assigned_name(match: Match, document: Document) -> Match:
    """The name a value is given, for cards that speak of `get_FOO_display()`."""
    if document.kind is not Kind.PYTHON or "field" in match.context:
        return match
    start = line_start(document.text, match.span.start)
    found = _ASSIGNED.match(document.text[start : match.span.start])
    return replace(match, context={**match.context, "field": found[1]}) if found else match
