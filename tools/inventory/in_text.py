"""Names in shell scripts and files of variables."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.facts import names
from cheatsheet_ls.model import Kind
from tools.inventory.moment import CURSOR, Moment, python
from tools.inventory.records import Record


def command(record: Record) -> Iterator[Moment]:
    yield Moment("deploy.sh", f"python manage.py {record.name}{CURSOR}\n", Kind.SHELL)


def flag(record: Record) -> Iterator[Moment]:
    """`manage.py <any> --settings` is every command's; an argument is any word in its place."""
    written = record.path.replace("<any>", "migrate")
    if not record.name.startswith("-"):
        written = positional(written.split()[1], record.name)
    yield Moment("deploy.sh", f"python {written}{CURSOR}\n", Kind.SHELL)


def environment(record: Record) -> Iterator[Moment]:
    name = record.name.replace("*", "EMAIL")
    yield python(f'import os\n\nos.environ.setdefault("{name}{CURSOR}", "a")\n')
    yield Moment(".env", f"{name}{CURSOR}=a\n", Kind.SHELL)
    yield Moment("deploy.sh", f"export {name}{CURSOR}=a\n", Kind.SHELL)
    yield python(f"from django.db import {name}{CURSOR}\n")  # a constant by that name


def positional(command: str, name: str) -> str:
    """The command with as many words as lead up to one of its arguments."""
    known = names.command(command)
    arguments = [one.name for one in known.arguments] if known else []
    before = arguments.index(name) if name in arguments else 0
    return f"manage.py {command}" + " one" * (before + 1)
