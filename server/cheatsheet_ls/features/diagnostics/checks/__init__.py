"""The checks, one file each; the order is that of the list of codes in the documentation.

A check of Python files names the nodes it looks at (`NODES`) and is asked about each of them; a
check of templates is asked about the whole. `RULES` are the codes it may give.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cheatsheet_ls.features.diagnostics.checks import missing_load, missing_on_delete
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Rule
from cheatsheet_ls.features.diagnostics.subject import Node, TemplateSubject


class PythonCheck(Protocol):
    @property
    def RULES(self) -> tuple[Rule, ...]: ...
    @property
    def NODES(self) -> tuple[type, ...]: ...

    def check(self, at: Node) -> Iterator[Diagnostic]: ...


class TemplateCheck(Protocol):
    @property
    def RULES(self) -> tuple[Rule, ...]: ...

    def check(self, subject: TemplateSubject) -> Iterator[Diagnostic]: ...


PYTHON: tuple[PythonCheck, ...] = (missing_on_delete,)
TEMPLATE: tuple[TemplateCheck, ...] = (missing_load,)


def rules() -> tuple[Rule, ...]:
    tables = [check.RULES for check in PYTHON] + [check.RULES for check in TEMPLATE]
    return tuple(rule for table in tables for rule in table)
