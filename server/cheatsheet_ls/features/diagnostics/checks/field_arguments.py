"""Arguments of model fields that contradict each other or mean nothing: Django's system checks."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.edit_calls import with_argument, without_argument
from cheatsheet_ls.features.diagnostics.fields import Field, field_at
from cheatsheet_ls.features.diagnostics.moments import is_fixed_moment
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.model import Span

NULL_KEY = Rule("fields.E007", Severity.ERROR, "A primary key cannot be empty.")
SHARED = Rule(
    "fields.E010",
    Severity.WARNING,
    "The default is one object for all rows: what one changes in it, all have. A callable makes a "
    "new one each time.",
)
NOTHING = Rule(
    "fields.E140", Severity.ERROR, "There is nothing to choose without files and folders."
)
BLANK = Rule(
    "fields.E150",
    Severity.ERROR,
    "An empty address is stored as `NULL`, which the column does not allow.",
)
EXCLUSIVE = Rule(
    "fields.E160",
    Severity.ERROR,
    "`auto_now`, `auto_now_add` and `default` all fill the field by themselves: only one can.",
)
FIXED = Rule(
    "fields.W161",
    Severity.WARNING,
    "The default is the moment the server started, the same for all rows. Without the brackets it "
    "is asked for each row.",
)
TEXT = Rule("fields.E170", Severity.ERROR, "A binary field holds bytes, no text.")
FILE_KEY = Rule("fields.E201", Severity.ERROR, "A file cannot be the primary key.")
ABSOLUTE = Rule(
    "fields.E202",
    Severity.ERROR,
    "Files are stored below `MEDIA_ROOT`, so their folder has no slash at its beginning.",
)
RULES = (
    NULL_KEY,
    SHARED,
    NOTHING,
    BLANK,
    EXCLUSIVE,
    FIXED,
    TEXT,
    FILE_KEY,
    ABSOLUTE,
)
NODES = (ast.Call,)

MOMENTS = ("DateField", "DateTimeField", "TimeField")
FILES = ("FileField", "ImageField")
_DISPLAYS = (ast.Dict, ast.List, ast.Set, ast.Tuple, ast.ListComp, ast.DictComp)


def check(at: Node) -> Iterator[Diagnostic]:
    field = field_at(at)
    if field is None:
        return
    if field.constant("primary_key") is True and field.constant("null") is True:
        yield field.problem(
            NULL_KEY, "A primary key cannot be null.", field.span_of("null"), _less(field, "null")
        )
    for kinds, look in _LOOKS:
        if field.kind in kinds:
            yield from look(field)


def _shared(field: Field) -> Iterator[Diagnostic]:
    default = field.given.get("default")
    is_constant = isinstance(default, ast.Constant) and default.value is not None
    if default is None or not (is_constant or isinstance(default, _DISPLAYS)):
        return
    empty = {"[]": "list", "{}": "dict"}.get(ast.unparse(default))
    edits = (TextEdit(field.at.span(default), empty),) if empty else ()
    fix = Fix(f"Use default={empty}", edits) if edits else None
    message = f"The default of {field.name} is shared by all rows: give a callable."
    yield field.problem(SHARED, message, field.span_of("default"), fix)


def _choice_of_files(field: Field) -> Iterator[Diagnostic]:
    folders = "allow_folders" in field.given and field.constant("allow_folders") is not False
    if field.constant("allow_files") is False and not folders:
        message = "FilePathField allows neither files nor folders."
        yield field.problem(NOTHING, message, field.span_of("allow_files"))


def _address(field: Field) -> Iterator[Diagnostic]:
    may_be_null = "null" in field.given and field.constant("null") is not False
    if field.constant("blank") is True and not may_be_null:
        fix = None if "null" in field.given else _more(field, "null=True")
        message = "GenericIPAddressField cannot have blank=True without null=True."
        yield field.problem(BLANK, message, field.span_of("blank"), fix)


def _moment(field: Field) -> Iterator[Diagnostic]:
    ways = [name for name in ("auto_now", "auto_now_add") if field.constant(name) is True]
    ways += ["default"] if "default" in field.given else []
    if len(ways) > 1:
        message = f"Only one of {' and '.join(ways)} can fill {field.name}."
        yield field.problem(EXCLUSIVE, message, field.span_of(ways[-1]))
    default = field.given.get("default")
    if len(ways) > 1 or default is None or not is_fixed_moment(field, default):
        return
    assert isinstance(default, ast.Call)
    brackets = Span(field.at.span(default.func).end, field.at.span(default).end)
    fix = Fix("Remove the brackets", (TextEdit(brackets, ""),))
    message = f"The default of {field.name} is the moment the server started."
    yield field.problem(FIXED, message, field.span_of("default"), fix)


def _binary(field: Field) -> Iterator[Diagnostic]:
    if isinstance(field.constant("default"), str):
        message = "The default of a BinaryField must be bytes."
        yield field.problem(TEXT, message, field.span_of("default"))


def _file(field: Field) -> Iterator[Diagnostic]:
    if "primary_key" in field.given:
        message = f"{field.kind} cannot be a primary key."
        yield field.problem(FILE_KEY, message, field.span_of("primary_key"))
    folder, node = field.constant("upload_to"), field.given.get("upload_to")
    if isinstance(folder, str) and folder.startswith("/") and node is not None:
        start = field.at.span(node).start
        at = field.at.file.document.text.index("/", start)
        fix = Fix("Remove the slash", (TextEdit(Span(at, at + 1), ""),))
        message = "upload_to must be a path below MEDIA_ROOT, without a slash at its beginning."
        yield field.problem(ABSOLUTE, message, field.span_of("upload_to"), fix)


def _more(field: Field, argument: str) -> Fix:
    last = [*field.call.args, *field.call.keywords][-1:]
    edit = with_argument(field.at, field.call, argument, last[0] if last else None)
    return Fix(f"Add {argument}", (edit,), safe=False)


def _less(field: Field, name: str) -> Fix | None:
    keyword = field.keyword(name)
    if keyword is None:
        return None
    return Fix(f"Remove {name}", (without_argument(field.at, field.call, keyword),))


_LOOKS = (
    (("JSONField", "ArrayField", "HStoreField"), _shared),
    (("FilePathField",), _choice_of_files),
    (("GenericIPAddressField",), _address),
    (MOMENTS, _moment),
    (("BinaryField",), _binary),
    (FILES, _file),
)
