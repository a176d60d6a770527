"""Invocations of Django's command line: `manage.py migrate --fake`, `python -m django check`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cheatsheet_ls.language.text.lines import Word

if TYPE_CHECKING:
    from cheatsheet_ls.facts.name_types import CommandFacts

_LAUNCHER = re.compile(r"(?:.*[/\\=])?(?:manage\.py|django-admin(?:\.py)?)")


@dataclass(frozen=True, slots=True)
class Invocation:
    """`command` is None while it is not written yet; `arguments` are the words after it."""

    launcher: Word
    command: Word | None
    arguments: tuple[Word, ...]


def invocation(words: list[Word]) -> Invocation | None:
    """The last call of Django's command line among the words of one command."""
    for at in range(len(words) - 1, -1, -1):
        if _is_launcher(words, at):
            following = _without_common(words[at + 1 :])
            if not following:
                return Invocation(words[at], None, ())
            return Invocation(words[at], following[0], tuple(following[1:]))
    return None


def _is_launcher(words: list[Word], at: int) -> bool:
    if words[at].text == "django":
        return at > 0 and words[at - 1].text == "-m"
    return _LAUNCHER.fullmatch(words[at].text) is not None


def _without_common(words: list[Word]) -> list[Word]:
    """Options of every command may stand before its name: `manage.py --settings=x migrate`."""
    at = 0
    while at < len(words) and words[at].text.startswith("--"):
        name, given, _ = words[at].text.partition("=")
        if name not in common_flags():
            break
        at += 1 if given or not common_flags()[name] else 2
    return words[at:]


@cache
def is_command(name: str) -> bool:
    from cheatsheet_ls.facts import names

    return names.command(name) is not None


def flag_of(command: str, word: str) -> tuple[str, int] | None:
    """The long name of the flag that a word begins with, and how many characters spell it there.

    >>> flag_of("migrate", "--database=other")
    ('--database', 10)
    """
    if not word.startswith("-"):
        return None
    written = word.partition("=")[0]
    flags = _flags(command)
    if written in flags:
        return flags[written], len(written)
    short = word[:2]
    return (flags[short], 2) if not word.startswith("--") and short in flags else None


def argument_of(call: Invocation, word: Word) -> str | None:
    """The name of the argument that a word gives: `library` of `migrate library` is `app_label`.

    None behind a flag that nobody knows: it may take a word with it.
    """
    from cheatsheet_ls.facts import names

    known = names.command(call.command.text) if call.command else None
    given = _given(call.arguments, known) if known else []
    if known is None or word not in given:
        return None
    at = given.index(word)
    for argument in known.arguments:
        if at == 0 or argument.nargs in ("*", "+"):
            return argument.name
        at -= 1
    return None


def _given(words: Iterable[Word], known: CommandFacts) -> list[Word]:
    """The words that are neither flags nor their values."""
    from cheatsheet_ls.facts import names

    options = (*names.common_options(), *known.options)
    with_value = {s: one.value is not None for one in options for s in (one.name, *one.aliases)}
    found: list[Word] = []
    is_value = False
    for word in words:
        if is_value or not word.text.startswith("-"):
            found += [] if is_value else [word]
            is_value = False
        elif (flag := flag_of(known.name, word.text)) is None:
            break
        else:
            is_value = with_value[flag[0]] and flag[1] == len(word.text)
    return found


@cache
def _flags(command: str) -> dict[str, str]:
    """Each spelling of a command's flags with the first one."""
    from cheatsheet_ls.facts import names

    known = names.command(command)
    options = (*names.common_options(), *(known.options if known else ()))
    return {
        spelling: option.name for option in options for spelling in (option.name, *option.aliases)
    }


@cache
def common_flags() -> dict[str, bool]:
    """The flags of every command; whether a value follows."""
    from cheatsheet_ls.facts import names

    return {option.name: option.value is not None for option in names.common_options()}
