"""Distributions in lists of packages: `Django>=5.2` is `package:django`, its version included."""

from __future__ import annotations

from pathlib import PurePath

from cheatsheet_ls.language.text.lines import in_comment
from cheatsheet_ls.language.text.names import package_symbol
from cheatsheet_ls.language.text.packages import django_line_at, package_at
from cheatsheet_ls.model import Kind, Match


def recognise(source: str, offset: int, kind: Kind, path: PurePath | None) -> Match | None:
    lists_packages = kind is Kind.REQUIREMENTS or (path and path.name.lower() == "tox.ini")
    if not lists_packages or in_comment(source, offset):
        return None
    span = package_at(source, offset, path)
    if span is None:
        line = django_line_at(source, offset, path)
        return Match((package_symbol("django"),), line, "package") if line else None
    return Match((package_symbol(source[span.start : span.end]),), span, "package")
