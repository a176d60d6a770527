"""A cursor on the word being typed, or on a stand-in where nothing has been typed yet.

`title = ▮`, `models.▮` and `filter(▮)` become ordinary nodes so; the rest of the file stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword

from cheatsheet_ls.language.python.cursor import Cursor, word_at
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.model import Span

STAND_IN = "cheatsheet_stand_in"
_TYPED = re.compile(r"\w*\Z")
_SPACE = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Written:
    """What is being typed: its span in the user's text, the indentation of its line."""

    typed: Span
    indent: str
    alone: bool  # nothing else stands on the line
    ends_line: bool


def written_at(text: str, offset: int) -> Written:
    line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    typed = _TYPED.search(text, line, offset)
    start = typed.start() if typed else offset
    white = _SPACE.match(text, line, start)
    indent = white.group() if white else ""
    after = re.compile(r"[ \t]*(?:[\r\n]|\Z)").match(text, offset)
    ends = after is not None
    return Written(Span(start, offset), indent, line + len(indent) == start and ends, ends)


def stand_in(module: Module, written: Written) -> Cursor | None:
    """A cursor on the typed word, or on a stand-in where nothing is typed."""
    text = module.tree.text
    start, end = written.typed.start, written.typed.end
    rest = word_at(text, end) if _in_longer_word(text, end) else None
    stop = rest.end if rest else end
    typed = text[start:end]
    name = typed + STAND_IN if not typed or iskeyword(typed) else typed
    trial = module if text[start:stop] == name else trial_with(module, start, stop, name)
    if trial.tree.is_repaired_at(start):
        trial = next(_completed(module, start, stop, name), trial)
    block, path = trial.tree.path_at(start)
    if block < 0:
        return None
    span = Span(start, start + len(name))
    scope = trial.scope_at(block, path)
    return Cursor(trial, Resolver(module), start, name, span, block, tuple(path), scope)


def _completed(module: Module, start: int, stop: int, name: str) -> Iterator[Module]:
    """With what may be all that is missing: a comma between items, the value of a new key."""
    trials = [trial_with(module, start, stop, name + ",")]
    quote = module.tree.text[stop : stop + 1]
    if quote in ("'", '"'):
        trials.append(trial_with(module, start, stop + 1, f"{name}{quote}: 0"))
    yield from (trial for trial in trials if not trial.tree.is_repaired_at(start))


def trial_with(module: Module, start: int, stop: int, name: str) -> Module:
    """The module as it would be with `name` in place of the text from `start` to `stop`."""
    text = module.tree.text
    tree = Tree(text[:start] + name + text[stop:], module.tree)
    trial = Module(module.path, tree, module.workspace)
    trial.generation = module.generation
    return trial


def _in_longer_word(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
