"""Variables that mean something in every project: `forloop.counter`, `block.super`, `request.GET`.

A name is answered where Django gives it a meaning: `forloop` inside a loop, `block.super` inside a
block, the names of context processors and generic views unless the template binds them itself.
"""

from __future__ import annotations

from cheatsheet_ls.facts import strings
from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.expression import Path
from cheatsheet_ls.language.template.names import is_bound, loops_over, variable_at
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Match, Span, Symbol

BOUND_FIELD = "django.forms.BoundField"
FIELD_MEMBERS = frozenset(
    {"errors", "label_tag", "legend_tag", "help_text", "id_for_label", "html_name", "is_hidden"}
    | {"value", "label", "field", "css_classes", "auto_id", "as_widget", "as_hidden", "widget_type"}
    | {
        "subwidgets",
        "initial",
        "use_fieldset",
        "as_field_group",
        "aria_describedby",
        "html_initial_id",
    }
)
FORM_MEMBERS = frozenset(
    {"as_p", "as_div", "as_table", "as_ul", "errors", "non_field_errors", "media", "hidden_fields"}
    | {"visible_fields", "is_multipart", "is_bound", "management_form", "non_form_errors"}
)
FIELD_LISTS = frozenset({"form", "form.visible_fields", "form.hidden_fields", "fieldset", "line"})

# What a name of the context is, where its class is the same in every project.
CLASSES = {
    "request": "django.http.HttpRequest",
    "user": "django.contrib.auth.models.User",
    "page_obj": "django.core.paginator.Page",
    "paginator": "django.core.paginator.Paginator",
}
STEPS = {
    ("django.http.HttpRequest", "user"): "django.contrib.auth.models.User",
    ("django.http.HttpRequest", "GET"): "django.http.QueryDict",
    ("django.http.HttpRequest", "POST"): "django.http.QueryDict",
    ("django.http.HttpRequest", "resolver_match"): "django.urls.ResolverMatch",
    ("django.core.paginator.Page", "paginator"): "django.core.paginator.Paginator",
}


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    path = variable_at(template, template.tokens[index], offset)
    if path is None:
        return None
    names, span = _up_to(path, offset)
    symbols = _symbols(template, index, names, len(path.parts))
    return Match(symbols, span, "template_variable") if symbols else None


def _up_to(path: Path, offset: int) -> tuple[list[str], Span]:
    """The parts of a dotted name up to the one under the cursor, and the span of that one."""
    start = path.start
    for count, part in enumerate(path.parts, 1):
        if offset <= start + len(part):
            return path.parts[:count], Span(start, start + len(part))
        start += len(part) + 1
    return path.parts, Span(path.start, path.start + len(path.text))


def _symbols(template: Template, index: int, names: list[str], length: int) -> tuple[Symbol, ...]:
    head, rest = names[0], names[1:]
    if head in ("forloop", "block"):
        return _of_tag(template, index, head, rest, length)
    if loops_over(template, index, head) in FIELD_LISTS:
        return _member("field", BOUND_FIELD, rest) if rest and rest[0] in FIELD_MEMBERS else ()
    if is_bound(template, head):
        return ()
    if not rest:
        return _alone(head)
    if head == "form":
        return _of_form(rest)
    if head == "perms":
        return _permission(rest)
    return _member(head, CLASSES[head], rest) if head in CLASSES else ()


def _of_tag(
    template: Template, index: int, head: str, rest: list[str], length: int
) -> tuple[Symbol, ...]:
    """`forloop.parentloop.first` is told by its last name; the `block` alone says nothing."""
    around = {template.tokens[block].name for block in template.blocks_around(index)}
    if head == "block":
        meant = "block" in around and (rest == ["super"] or (not rest and length > 1))
        return (Symbol("variable:block.super"),) if meant else ()
    name = ".".join(["forloop", *rest[-1:]])
    if "for" not in around or (rest and not known.is_variable(name)):
        return ()
    return (Symbol(f"variable:{name}"),)


def _alone(name: str) -> tuple[Symbol, ...]:
    if not known.is_variable(name):
        return ()
    symbol = Symbol(f"variable:{name}")
    return (symbol, Symbol(f"setting:{name}")) if known.is_setting(name) else (symbol,)


def _of_form(rest: list[str]) -> tuple[Symbol, ...]:
    """`form.errors`, and `form.title.errors` of a field; the fields are the project's own."""
    if len(rest) == 1 and rest[0] in FORM_MEMBERS:
        return _member("form", "django.forms.Form", rest)
    if len(rest) == 2 and rest[0] not in FORM_MEMBERS and rest[1] in FIELD_MEMBERS:
        return _member("field", BOUND_FIELD, rest[1:])
    return ()


def _permission(rest: list[str]) -> tuple[Symbol, ...]:
    """`perms.library.add_book`, where the last name is one of those that Django makes."""
    action = strings.permission(".".join(rest))
    return (Symbol(f"permission:{action}"),) if action else ()


def _member(head: str, owner: str, rest: list[str]) -> tuple[Symbol, ...]:
    """The variable's own name first, then the attribute of the class it is an instance of."""
    for part in rest[:-1]:
        if (owner, part) not in STEPS:
            return ()
        owner = STEPS[owner, part]
    return Symbol(".".join([f"variable:{head}", *rest])), Symbol(f"{owner}.{rest[-1]}")
