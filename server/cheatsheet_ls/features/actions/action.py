"""What an action is: a title, and the changes of files it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cheatsheet_ls.features.drafts import FileEdit

INSERT = "refactor.insertExample"
SET_UP = "source.setUp"

TITLE = "Insert example: "
SET_UP_TITLE = "Set up: "

Changes = tuple[FileEdit, ...]


def nothing() -> Changes:
    return ()


@dataclass(frozen=True, slots=True)
class Action:
    """`id` finds the action again at the same place; `changes` is called when it is chosen;
    `disabled` is why it cannot be done here.
    """

    id: str
    title: str
    kind: str = INSERT
    changes: Callable[[], Changes] = nothing
    disabled: str | None = None
