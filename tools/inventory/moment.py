"""A few lines of a project with the cursor (`<|>`) on a name: what the server is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cheatsheet_ls.model import Kind
from tools.inventory.records import Record

CURSOR = "<|>"


@dataclass(frozen=True, slots=True)
class Moment:
    """`marked` is the text of the file `name`, with a cursor."""

    name: str
    marked: str
    kind: Kind = Kind.PYTHON


Moments: TypeAlias = "Callable[[Record], Iterator[Moment]]"


def python(marked: str, name: str = "library/code.py") -> Moment:
    return Moment(name, marked)


def settings(marked: str) -> Moment:
    return Moment("config/settings.py", marked)


def template(marked: str, library: str = "") -> Moment:
    load = f"{{% load {library} %}}\n" if library else ""
    return Moment("library/templates/library/page.html", load + marked, Kind.TEMPLATE)
