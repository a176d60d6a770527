"""Management commands and their options: flags, whether a value follows, what it may be."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path
from typing import Any

import project

COMMON = "*"  # what every command understands is kept once, under this name


def collect(which: str) -> dict[str, Any]:
    from django.core.management.base import BaseCommand

    class Bare(BaseCommand):
        pass

    found: dict[str, Any] = {COMMON: describe(Bare(), "bare", "django", set())}
    shared = set(found[COMMON]["options"])
    for name in project.modules(which, "management/commands"):
        command_class = getattr(project.attempt(name), "Command", None)
        if command_class is None:
            found.setdefault(name.rpartition(".")[2], read(name))
        else:
            merge(found, name, describe(command_class(), name.rpartition(".")[2], name, shared))
    if which != "django":
        del found[COMMON]
    return found


def merge(found: dict[str, Any], module: str, facts: dict[str, Any]) -> None:
    """A contrib app may extend a core command (staticfiles does with runserver): options add up."""
    name = module.rpartition(".")[2]
    known = found.setdefault(name, facts)
    if known is not facts:
        known["options"] = {**facts["options"], **known["options"]}
        if module.startswith("django.core."):
            known["app"] = facts["app"]


def describe(command: Any, name: str, module: str, shared: set[str]) -> dict[str, Any]:
    parser = command.create_parser("manage.py", name)
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    options = {flag_of(action): option(action) for action in actions if action.option_strings}
    return {
        "app": module.partition(".management")[0],
        "package": project.package_of(module),
        "options": {flag: facts for flag, facts in options.items() if flag not in shared},
        "arguments": [positional(action) for action in actions if not action.option_strings],
    }


def read(module: str) -> dict[str, Any]:
    """A command that cannot be imported here (GDAL is missing): its arguments from its source."""
    from importlib.util import find_spec

    spec = find_spec(module.rpartition(".")[0])
    folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    tree = ast.parse((folder / f"{module.rpartition('.')[2]}.py").read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(add_help=False)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "parser.add_argument":
            add_argument(parser, call)
    facts = parser._actions
    return {
        "app": module.partition(".management")[0],
        "package": project.package_of(module),
        "options": {flag_of(action): option(action) for action in facts if action.option_strings},
        "arguments": [positional(action) for action in facts if not action.option_strings],
    }


def add_argument(parser: argparse.ArgumentParser, call: ast.Call) -> None:
    names = [str(ast.literal_eval(word)) for word in call.args]
    words = {
        word.arg: word.value
        for word in call.keywords
        if word.arg in ("dest", "nargs", "metavar", "action")
    }
    known = {name: value.value for name, value in words.items() if isinstance(value, ast.Constant)}
    parser.add_argument(*names, **known)


def flag_of(action: argparse.Action) -> str:
    """The longest spelling stands for the option."""
    return max(action.option_strings, key=len)


def option(action: argparse.Action) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if others := [flag for flag in action.option_strings if flag != flag_of(action)]:
        facts["aliases"] = others
    if action.nargs != 0:
        facts["value"] = str(action.metavar or action.dest).upper()
    if action.choices and "database" not in action.dest:  # those are the project's own
        facts["choices"] = [str(choice) for choice in action.choices]
    if action.required:
        facts["required"] = True
    return facts


def positional(action: argparse.Action) -> dict[str, Any]:
    name = action.metavar or action.dest
    facts: dict[str, Any] = {"name": name if isinstance(name, str) else name[0]}
    if action.nargs is not None:
        facts["nargs"] = str(action.nargs)
    if action.choices:
        facts["choices"] = [str(choice) for choice in action.choices]
    return facts
