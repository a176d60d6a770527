"""The checks, one file each; the order is that of the list of codes in the documentation.

A check of Python files names the nodes it looks at (`NODES`) and is asked about each of them; a
check of templates is asked about the whole, and so is one of `FILES`. `RULES` are the codes it may
give.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cheatsheet_ls.features.diagnostics.checks import (
    admin_names,
    admin_options,
    arguments,
    cache_order,
    field_arguments,
    field_choices,
    field_names,
    field_relations,
    field_removed,
    field_sizes,
    half_done_recipe,
    members,
    meta_options,
    missing_load,
    missing_on_delete,
    model_meta,
    names,
    post_without_token,
    production,
    reverse_clash,
    routes,
    setting_names,
    template_names,
    trans_tag,
    trusted_origins,
)
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Rule
from cheatsheet_ls.features.diagnostics.subject import FileSubject, Node, TemplateSubject


class PythonCheck(Protocol):
    @property
    def RULES(self) -> tuple[Rule, ...]: ...
    @property
    def NODES(self) -> tuple[type, ...]: ...

    def check(self, at: Node) -> Iterator[Diagnostic]: ...


class FileCheck(Protocol):
    @property
    def RULES(self) -> tuple[Rule, ...]: ...

    def check(self, file: FileSubject) -> Iterator[Diagnostic]: ...


class TemplateCheck(Protocol):
    @property
    def RULES(self) -> tuple[Rule, ...]: ...

    def check(self, subject: TemplateSubject) -> Iterator[Diagnostic]: ...


PYTHON: tuple[PythonCheck, ...] = (
    names,
    arguments,
    members,
    meta_options,
    setting_names,
    missing_on_delete,
    field_removed,
    field_sizes,
    field_arguments,
    field_choices,
    field_relations,
    field_names,
    reverse_clash,
    model_meta,
    admin_options,
    admin_names,
    routes,
    cache_order,
    production,
    trusted_origins,
)
FILES: tuple[FileCheck, ...] = (half_done_recipe,)
TEMPLATE: tuple[TemplateCheck, ...] = (
    missing_load,
    template_names,
    trans_tag,
    post_without_token,
)


def rules() -> tuple[Rule, ...]:
    """Each code once; several checks may give it."""
    tables = [one.RULES for one in PYTHON] + [one.RULES for one in FILES]
    tables += [one.RULES for one in TEMPLATE]
    return tuple(dict.fromkeys(rule for table in tables for rule in table))
