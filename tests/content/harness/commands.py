"""Scopes `command` and `command-body`: called with an argument of each kind it wants."""

from __future__ import annotations

import io
from typing import Any

from .example import MODELS, Example, body_names, class_source, run_module
from .statements import raised_by_example


def command(example: Example) -> None:
    _call(run_module(example, "library.management.commands.example").Command, example)


def command_body(example: Example) -> None:
    names = body_names(example)
    extra = "" if "handle" in names else "def handle(self, *args, **options):\n    pass"
    prelude = "from django.core.management.base import BaseCommand, CommandError\n" + MODELS
    source = prelude + class_source("class Command(BaseCommand):", example, extra)
    module = run_module(example, "library.management.commands.example", source=source)
    _call(module.Command, example)


def _call(cls: Any, example: Example) -> None:
    from django.core.management import CommandError, call_command

    made = cls(stdout=io.StringIO(), stderr=io.StringIO())
    parser = made.create_parser("manage.py", "example")
    positional = [a for a in parser._actions if not a.option_strings]
    arguments = [_value(a) for a in positional if a.nargs not in ("*", "?")]
    options: dict[str, Any] = {
        a.dest: _value(a) for a in parser._actions if a.option_strings and a.required
    }
    for group in parser._mutually_exclusive_groups:
        if group.required:
            first = group._group_actions[0]
            options[first.dest] = True if first.nargs == 0 else _value(first)
    try:
        call_command(made, *arguments, **options)
    except CommandError as error:
        if not raised_by_example(error, example):
            raise  # otherwise the sample value is not one the command likes, and it said so


def _value(action: Any) -> str:
    if action.choices:
        return str(next(iter(action.choices)))
    return "1"
