"""What the body of a class may override: its attributes with their default, its methods with the
right signature and the call of `super()`.

    paginate_by = ${1:None}
    def get_queryset(self):
        queryset = super().get_queryset()
        ${0}
        return queryset
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from cheatsheet_ls.facts.types import Member
from cheatsheet_ls.features.completion.code_item import PASS, STOP, code_item
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.features.completion.signature import Signature, signature
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.model import Example, Scope, Symbol

FIRST, LATER = 5, 60  # behind the snippets of the sheet that begin as typed

# Inside of these: calls, not things a subclass gives.
_NO_ATTRIBUTES = frozenset({Scope.MODEL_BODY, Scope.MANAGER_BODY})
_OF_TESTS = frozenset(
    {"setUp", "tearDown", "setUpClass", "tearDownClass", "setUpTestData"}
    | {"asyncSetUp", "asyncTearDown", "fixtures", "databases", "client_class", "host", "port"}
    | {"async_client_class", "available_apps", "serialized_rollback", "reset_sequences"}
)
# Documented for reading, set by Django itself.
_NOT_OURS = frozenset(
    {"args", "kwargs", "request", "object", "object_list", "pk", "id", "objects"}
) | {
    "get_absolute_url",  # a model has none to call
}


def items(request: Request) -> Iterator[Item]:
    """Both kinds at the start of a statement; methods alone behind a `def`."""
    named = request.place.trigger == "def"
    for owner, member in _members(request):
        if not request.wanted(member.name):
            continue
        if member.is_method:
            yield from _method(request, owner, member, named=named)
        elif not named and request.place.scope not in _NO_ATTRIBUTES:
            yield from _attribute(request, owner, member)


def _members(request: Request) -> Iterator[tuple[str, Member]]:
    """Each name once, from the nearest class of the API; what the body has already is left out."""
    from cheatsheet_ls.facts import api

    met = set(request.place.taken)
    for base in request.place.context.get("bases", "").split(","):
        for name, member in facts.members.items() if (facts := api.class_(base)) else ():
            if name in met or not _is_open(request, member):
                continue
            met.add(name)
            found = api.find_member(base, name)
            yield found if found else (base, member)


def _is_open(request: Request, member: Member) -> bool:
    if request.place.scope is Scope.TEST_BODY:
        return member.name in _OF_TESTS
    closed = member.name.startswith("_") or member.name in _NOT_OURS or "FOO" in member.name
    is_given = request.place.scope is Scope.APPS_BODY and member.name in _WANTED
    return not closed and (member.kind in ("method", "attribute", "property") or is_given)


def _attribute(request: Request, owner: str, member: Member) -> Iterator[Item]:
    name = _named(request, owner, member, "attribute")
    if name is None:
        return
    edits: tuple[TextEdit, ...] = ()
    value = _WANTED.get(member.name) or _default(request, owner, member.name)
    if member.name in _OF_MODEL:
        found = _of_model(request, member.name)
        value, edits = found if found is not None else (value, ())
    code = f"{member.name} = {value}" if value else member.name
    yield replace(_item(request, name, member.name, code, stop=value), edits=edits)


# What is about the model of the file, in the words of the sample.
_OF_MODEL = {
    "model": "Book",
    "queryset": "Book.objects.all()",
    "fields": '["title"]',
    "ordering": '["title"]',
    "search_fields": '["title"]',
}


def _of_model(request: Request, name: str) -> tuple[str, tuple[TextEdit, ...]] | None:
    """The value and its imports; None where the project has nothing for it."""
    body = f"{name} = {_OF_MODEL[name]}"
    sample = Example("", "", "python", Scope.ADMIN_BODY, None, body, ("from .models import Book",))
    bound = request.bound(sample)
    if bound is sample or bound.fill:
        return None
    adapted = request.spelling.adapt(bound.imports if "Book" in body else (), bound.body)
    if adapted.edits and adapted.edits[-1].span.end >= request.place.typed.start:
        return None
    return adapted.body.partition(" = ")[2], adapted.edits


# Where the default is "nothing", a value of the kind that is wanted.
_WANTED = {
    "paginate_by": "25",
    "template_name": '"page.html"',
    "context_object_name": '"objects"',
    "success_url": '"/"',
    "help": '"What it does."',
    "name": '"app"',
    "label": '"app"',
    "verbose_name": '"App"',
    "default_auto_field": '"django.db.models.BigAutoField"',
}


def _default(request: Request, owner: str, name: str) -> str:
    """The default of the project's release, where it can stand in the user's file as it is."""
    from cheatsheet_ls.facts import defaults

    found = defaults.attribute(owner, name, request.options.django.high)
    if found is not None and not is_plain(found):
        return {"[": "[]", "(": "()", "{": "{}"}.get(found[:1], "")
    return found or ""


def is_plain(source: str) -> bool:
    """Whether a default is a value by itself: no name of Django's own module is in it."""
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError):
        return False
    return not any(isinstance(node, (ast.Name, ast.Lambda)) for node in ast.walk(tree)) and (
        not any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(tree))
    )


def _method(request: Request, owner: str, member: Member, *, named: bool) -> Iterator[Item]:
    name = _named(request, owner, member, "method")
    if name is None or (named and request.place.context.get("async", "") != _async(member)):
        return
    written = signature(owner, member, request.options.django.high)
    body = _body(written, member)
    head = written.head(named=named)
    if named and written.is_static:
        return
    code = "\n".join([head, *(f"    {line}" for line in body)])
    yield _item(request, name, f"{member.name}()", code, stop="")


def _async(member: Member) -> str:
    return "yes" if member.is_async else ""


# They give nothing back; the others do, or nobody knows.
_DO_FIRST = frozenset(
    {"setUp", "setUpClass", "setUpTestData", "asyncSetUp", "ready", "initial"}
) | {"add_arguments"}
_PROCEDURES = (
    _DO_FIRST
    | {"tearDown", "tearDownClass", "asyncTearDown", "save", "asave", "clean_fields", "full_clean"}
    | {"save_model", "save_formset", "save_related", "delete_model", "delete_queryset"}
    | {"perform_create", "perform_update", "perform_destroy", "perform_authentication", "clean"}
)
_CALLED = {"context_data": "context", "object": "obj", "form_kwargs": "kwargs"}
# Where the cursor ends: an empty line, or a `pass` to write over.


def _body(written: Signature, member: Member) -> list[str]:
    """Nothing of the API's own is lost: what it gives is kept and handed on."""
    if member.name == "handle" and "options" in written.parameters:
        return [PASS]
    call = written.super_call
    if member.name in _PROCEDURES and not member.type:
        return [call, STOP] if member.name in _DO_FIRST else [STOP, call]
    if not member.type or not member.name.startswith("get_"):
        return [STOP, f"return {call}"]
    result = member.name.removeprefix("get_")
    result = _CALLED.get(result, result)
    if not result.isidentifier() or result in written.parameters:
        result = "result"
    return [f"{result} = {call}", STOP, f"return {result}"]


def _named(request: Request, owner: str, member: Member, word: str) -> Name | None:
    from cheatsheet_ls.facts import api

    public = api.public(owner)
    symbol = Symbol(f"{public}.{member.name}")
    detail = f"{public.rpartition('.')[2]} {word}"
    name = Name(member.name, symbol, word, detail, versions=member.versions)
    name = replace(told(request, name), detail=detail)
    return None if request.options.django.lacks(name.versions) else name


def _item(request: Request, name: Name, label: str, code: str, *, stop: str) -> Item:
    begins = name.name.lower().startswith(request.typed.lower()) and bool(request.typed)
    kind = "method" if name.kind == "method" else "property"
    rank = (FIRST if begins else LATER) + name.rank // 4
    return replace(code_item(request, name, kind, code, stop), label=label, rank=rank)
