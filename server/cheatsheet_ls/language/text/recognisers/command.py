"""Commands, flags, arguments: `manage.py migrate --fake`, `django-admin startproject shop`."""

from __future__ import annotations

from pathlib import PurePath

from cheatsheet_ls.language.text.commands import (
    Invocation,
    argument_of,
    flag_of,
    invocation,
    is_command,
)
from cheatsheet_ls.language.text.lines import Word, words_at
from cheatsheet_ls.model import Kind, Match, Span, Symbol


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    call = invocation(words_at(source, offset))
    if call is None or call.command is None:
        return None
    for word in (call.command, *call.arguments):
        if word.start <= offset <= word.end:
            return (
                _command(call, word)
                or _flag(call.command.text, word, offset)
                or _argument(call, word)
            )
    return None


def _command(call: Invocation, word: Word) -> Match | None:
    """The command itself, and the one that `manage.py help …` is asked about."""
    helped = call.command is not None and call.command.text == "help"
    named = word == call.command or (helped and word in call.arguments[:1])
    if not named or not is_command(word.text):
        return None
    return Match((Symbol(f"command:{word.text}"),), Span(word.start, word.end), "command")


def _flag(command: str, word: Word, offset: int) -> Match | None:
    found = flag_of(command, word.text) if is_command(command) else None
    if found is None or offset > word.start + found[1]:
        return None
    flag, length = found
    # Flags that every command has are told of once, at `help`.
    found_at = tuple(Symbol(f"command:{name} {flag}") for name in (command, "help"))
    return Match(found_at, Span(word.start, word.start + length), "command_option")


def _argument(call: Invocation, word: Word) -> Match | None:
    name = argument_of(call, word)
    if name is None or call.command is None:
        return None
    symbol = Symbol(f"command:{call.command.text} {name}")
    return Match((symbol,), Span(word.start, word.end), "command_argument")
