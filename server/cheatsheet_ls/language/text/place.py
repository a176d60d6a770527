"""What may be inserted at an offset of a text document.

| Trigger | The cursor is | Owner, taken |
| --- | --- | --- |
| `command` | after `manage.py` or `django-admin` | |
| `option` | in a flag of a command | the command, the flags that are there |
| `package` | where a requirement begins | taken: the names in the file |
| `word`, `statement` | in the first word of a line, on an empty line | |
"""

from __future__ import annotations

import re
from pathlib import PurePath

from cheatsheet_ls.language.text.commands import Invocation, flag_of, invocation, is_command
from cheatsheet_ls.language.text.kinds import is_env, scope_of
from cheatsheet_ls.language.text.lines import in_comment, line_at, words_at
from cheatsheet_ls.model import Kind, Place, Scope, Span, Symbol

MIN_WORD = 2  # characters typed before the first word of a line is completed

_FIRST_WORD = re.compile(r"(?P<indent>[ \t]*)(?P<word>[A-Za-z][\w.-]*)?")
_NAME = re.compile(r"^\s*([A-Za-z0-9][\w.-]*)", re.MULTILINE)


def place_at_text(
    source: str, offset: int, kind: Kind, path: PurePath | None = None
) -> Place | None:
    if kind not in (Kind.SHELL, Kind.REQUIREMENTS) or not 0 <= offset <= len(source):
        return None
    if in_comment(source, offset) or (path is not None and is_env(path)):
        return None
    return _in_command(source, offset) or _at_line_start(source, offset, scope_of(path, kind), path)


def _in_command(source: str, offset: int) -> Place | None:
    words = [word for word in words_at(source, offset) if word.start <= offset]
    call = invocation(words)
    if call is None or call.launcher.end >= offset:
        return None
    typed = next((word.start for word in words if word.end >= offset), offset)
    if call.command is None or call.command.end >= offset:
        return _place(source, offset, typed, Scope.SHELL, "command")
    return _option(source, offset, typed, call)


def _option(source: str, offset: int, typed: int, call: Invocation) -> Place | None:
    """Flags begin with a dash: before it is typed, the word may be anything."""
    command = call.command.text if call.command else ""
    if not is_command(command) or "=" in source[typed:offset]:
        return None
    if typed < offset and not source.startswith("-", typed):
        return None
    flags = (flag_of(command, word.text) for word in call.arguments if word.start != typed)
    taken = frozenset(flag[0] for flag in flags if flag)
    owner = Symbol(f"command:{command}")
    return _place(source, offset, typed, Scope.SHELL, "option", owner, taken)


def _at_line_start(source: str, offset: int, scope: Scope, path: PurePath | None) -> Place | None:
    start, line = line_at(source, offset)
    first = _FIRST_WORD.match(line[: offset - start])
    if first is None or first.end() != offset - start:
        return None
    word = first["word"] or ""
    typed = offset - len(word)
    if scope is Scope.REQUIREMENTS:
        return _package(source, offset, typed, path)
    if not word:
        return _place(source, offset, typed, scope, "statement") if not line.strip() else None
    return _place(source, offset, typed, scope, "word") if len(word) >= MIN_WORD else None


def _package(source: str, offset: int, typed: int, path: PurePath | None) -> Place | None:
    """In files that hold one requirement a line; TOML has its own grammar around them."""
    if path is not None and path.suffix.lower() not in (".txt", ".in"):
        return None
    taken = frozenset(name[1].lower() for name in _NAME.finditer(source) if name.start(1) != typed)
    return _place(source, offset, typed, Scope.REQUIREMENTS, "package", None, taken)


def _place(
    source: str,
    offset: int,
    typed: int,
    scope: Scope,
    trigger: str,
    owner: Symbol | None = None,
    taken: frozenset[str] = frozenset(),
) -> Place:
    _, line = line_at(source, offset)
    indent = line[: len(line) - len(line.lstrip())]
    return Place(scope, Span(typed, offset), indent, trigger, owner, taken)
