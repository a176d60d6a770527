"""Names in shell scripts and files of variables."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Kind
from tools.inventory.moment import CURSOR, Moment, python
from tools.inventory.records import Record


def command(record: Record) -> Iterator[Moment]:
    yield Moment("deploy.sh", f"python manage.py {record.name}{CURSOR}\n", Kind.SHELL)


def flag(record: Record) -> Iterator[Moment]:
    """`manage.py <any> --settings` is every command's."""
    written = record.path.replace("<any>", "migrate")
    yield Moment("deploy.sh", f"python {written}{CURSOR}\n", Kind.SHELL)


def environment(record: Record) -> Iterator[Moment]:
    yield python(f'import os\n\nos.environ.setdefault("{record.name}{CURSOR}", "a")\n')
    yield Moment(".env", f"{record.name}{CURSOR}=a\n", Kind.OTHER)
    yield Moment("deploy.sh", f"export {record.name}{CURSOR}=a\n", Kind.SHELL)
