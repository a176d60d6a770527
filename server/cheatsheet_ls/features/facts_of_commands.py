"""Facts about management commands: their arguments and the flags that a release has, as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.known import Known
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.model import Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.facts.name_types import ArgumentFacts, CommandFacts, OptionFacts

_HOW_MANY = {"?": "may be left out", "*": "any number", "+": "one or more"}


def command(symbol: Symbol, text: str, django: Django) -> Known | None:
    """A command, or one flag or argument of it: `migrate --plan`, `migrate app_label`."""
    from cheatsheet_ls.facts import names

    name, _, flag = text.partition(" ")
    found = names.command(name)
    if found is None:
        return None
    if flag:
        return _positional(symbol, found, flag) or _flag(symbol, found, flag)
    app = "" if found.app == "django.core" else f"from {code_span(found.app)}."
    rows = tuple(_arguments(found)) + tuple(_flags(found, django))
    return Known(symbol, name, "management command", app, rows, found.versions)


def some(words: tuple[str, ...], limit: int = 8) -> str:
    shown = ", ".join(code_span(word) for word in words[:limit])
    return shown + (" …" if len(words) > limit else "")


def _arguments(found: CommandFacts) -> list[str]:
    return [f"takes {_argument(argument)}" for argument in found.arguments]


def _argument(argument: ArgumentFacts) -> str:
    how = _HOW_MANY.get(argument.nargs or "", "")
    choices = f"one of {some(argument.choices)}" if argument.choices else ""
    words = ", ".join(word for word in (how, choices) if word)
    return code_span(argument.name) + (f" ({words})" if words else "")


def _positional(symbol: Symbol, found: CommandFacts, name: str) -> Known | None:
    argument = next((one for one in found.arguments if one.name == name), None)
    if argument is None:
        return None
    how = _HOW_MANY.get(argument.nargs or "", "")
    rows = ("one of " + some(argument.choices),) if argument.choices else ()
    kind = f"argument of {code_span(found.name)}"
    return Known(symbol, name, kind, f"{how}." if how else "", rows, found.versions)


def _flags(found: CommandFacts, django: Django) -> list[str]:
    """Those that the project's release has, with the word that stands for their value."""
    flags = tuple(_spelled(one) for one in found.options if not django.lacks(one.versions))
    return ["flags " + some(flags, 10)] if flags else []


def _spelled(option: OptionFacts) -> str:
    return f"{option.name} {option.value}" if option.value else option.name


def _flag(symbol: Symbol, found: CommandFacts, flag: str) -> Known | None:
    from cheatsheet_ls.facts import names

    options = (*found.options, *names.common_options())
    option = next((one for one in options if flag in (one.name, *one.aliases)), None)
    if option is None:
        return None
    value = f"takes {code_span(option.value)}." if option.value else "takes no value."
    rows = []
    if option.choices:
        rows.append("one of " + some(option.choices))
    others = tuple(one for one in (option.name, *option.aliases) if one != flag)
    if others:
        rows.append("also written " + some(others))
    kind = f"flag of {code_span(found.name)}" + (", required" if option.required else "")
    return Known(symbol, flag, kind, value, tuple(rows), option.versions)
