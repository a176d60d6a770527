"""Options of an admin class that are lists, flags or numbers, given something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.classes import body_class, is_complete, mro
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.model import Span

BASE = "django.contrib.admin.options.BaseModelAdmin"
ADMIN = "django.contrib.admin.options.ModelAdmin"

LISTS = {
    "autocomplete_fields": "admin.E036",
    "exclude": "admin.E014",
    "fields": "admin.E004",
    "fieldsets": "admin.E007",
    "filter_horizontal": "admin.E018",
    "filter_vertical": "admin.E017",
    "inlines": "admin.E103",
    "list_display": "admin.E107",
    "list_display_links": "admin.E110",
    "list_editable": "admin.E120",
    "list_filter": "admin.E112",
    "ordering": "admin.E031",
    "raw_id_fields": "admin.E001",
    "readonly_fields": "admin.E034",
    "search_fields": "admin.E126",
}
FLAGS = {"save_as": "admin.E101", "save_on_top": "admin.E102"}
NUMBERS = {"list_per_page": "admin.E118", "list_max_show_all": "admin.E119"}
DICTS = {"prepopulated_fields": "admin.E026", "radio_fields": "admin.E021"}

_REASONS = (
    (
        LISTS,
        "Django reads a list or tuple here; one text in brackets is no tuple without its comma.",
    ),
    (FLAGS, "Django asks whether it is on: the option is `True` or `False`."),
    (NUMBERS, "Django counts rows by it: the option is a whole number."),
    (DICTS, "Django looks fields up in it: the option is a dictionary."),
)
_BY_CODE = {
    code: Rule(code, Severity.ERROR, reason, f"django.contrib.admin.ModelAdmin.{option}")
    for options, reason in _REASONS
    for option, code in options.items()
}
RULES = tuple(_BY_CODE.values())
NODES = (ast.Assign,)

# Options of the list of rows, which inlines do not have.
OF_LISTS = ("inlines", "list_", "search_fields", "save_")


def check(at: Node) -> Iterator[Diagnostic]:
    node = at.node
    assert isinstance(node, ast.Assign)
    target = node.targets[0]
    if not isinstance(target, ast.Name) or at.guarded:
        return
    wrong = _wrong(target.id, node.value)
    cls = body_class(at) if wrong else None
    if wrong is None or cls is None or not at.around or at.around[-1] is not cls.node:
        return
    of_list = target.id.startswith(OF_LISTS)
    if (ADMIN if of_list else BASE) not in mro(at, cls) or not is_complete(at, cls):
        return
    code, words = wrong
    message = f"{target.id} must be {words}."
    span = at.span(node.value)
    yield _BY_CODE[code].at(span, message, at.release, _fixes(at, target.id, node.value))


def _wrong(option: str, value: ast.expr) -> tuple[str, str] | None:
    """The code and what is needed; None where it may be right."""
    if not isinstance(value, (ast.Constant, ast.Dict, ast.List, ast.Tuple, ast.Set)):
        return None
    constant = value.value if isinstance(value, ast.Constant) else ...
    if option in LISTS:
        is_text = isinstance(constant, (str, int)) or isinstance(value, (ast.Dict, ast.Set))
        empty = option in ("fields", "fieldsets", "exclude", "ordering") and not constant
        return (LISTS[option], "a list or tuple") if is_text and not empty else None
    if option in FLAGS and not isinstance(constant, bool):
        return FLAGS[option], "True or False"
    if option in NUMBERS and not isinstance(constant, int):
        return NUMBERS[option], "a whole number"
    if option in DICTS and not isinstance(value, ast.Dict):
        return DICTS[option], "a dictionary"
    return None


def _fixes(at: Node, option: str, value: ast.expr) -> tuple[Fix, ...]:
    if option not in LISTS or not (
        isinstance(value, ast.Constant) and isinstance(value.value, str)
    ):
        return ()
    if option == "fieldsets":
        return ()
    span = at.span(value)
    return (
        Fix("Make it a list", (TextEdit(Span(*_with_brackets(at, span)), f"[{at.text(span)}]"),)),
    )


def _with_brackets(at: Node, span: Span) -> tuple[int, int]:
    """The value with the one pair of brackets around it."""
    text = at.file.document.text
    end = at.span().end
    start = span.start - 1 if text[span.start - 1] == "(" and end == span.end + 1 else span.start
    return start, end if start < span.start else span.end
