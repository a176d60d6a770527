"""Facts about Python paths and keyword arguments, as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cheatsheet_ls.features import signatures
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.known import Known
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.model import Symbol

if TYPE_CHECKING:
    from cheatsheet_ls.facts.types import Member

# The base class or package that makes a class what people call it, the most telling first.
_CLASS_KINDS = (
    ("django.db.models.fields.Field", "model field"),
    ("django.forms.fields.Field", "form field"),
    ("django.forms.widgets.Widget", "form widget"),
    ("django.forms.forms.BaseForm", "form class"),
    ("django.views.generic.base.View", "class-based view"),
    ("django.db.models.base.Model", "model"),
    ("django.contrib.admin.options.BaseModelAdmin", "admin class"),
    ("django.core.management.base.BaseCommand", "management command class"),
    ("django.db.models.expressions.BaseExpression", "query expression"),
    ("django.db.migrations.operations.base.Operation", "migration operation"),
    ("django.utils.deprecation.MiddlewareMixin", "middleware"),
    ("django.dispatch.dispatcher.Signal", "signal"),
    ("rest_framework.fields.Field", "serializer field"),
    ("rest_framework.permissions.BasePermission", "permission class"),
    ("builtins.BaseException", "exception"),
    ("builtins.Exception", "exception"),
)
_MEMBER_KINDS = {"instance": "attribute", "field": "model field", "staticmethod": "static method"}


def path(symbol: Symbol, dotted: str, django: Django) -> Known | None:
    from cheatsheet_ls.facts import api

    canonical = api.canonical(dotted)
    if canonical is None:
        return None
    kind = api.kind(canonical)
    if kind == "member":
        return _member(symbol, dotted, canonical, django)
    public = api.public(canonical)
    module, _, name = public.rpartition(".")
    if kind == "module":
        return Known(symbol, public, "module", versions=api.versions(dotted))
    words = _class_kind(canonical) if kind == "class" else "function" if kind == "function" else ""
    if kind == "value":
        words = _value_kind(canonical)
    sentence = f"import it from {code_span(module)}." if module else ""
    rows = (*signatures.rows(canonical, django), *_bases(canonical))
    return Known(symbol, name, words, sentence, rows, api.versions(dotted))


def keyword(symbol: Symbol, dotted: str, django: Django) -> Known | None:
    from cheatsheet_ls.facts import api, defaults

    callable_, _, name = dotted.rpartition(".")
    found = api.keyword(callable_, name)  # `as_view` takes what its own view has
    canonical = api.canonical(callable_)
    if canonical is None or found is None:
        return None
    owner, parameter = found
    called = code_span(_short(api.public(canonical)))
    default = defaults.parameter(owner, parameter, django.documented)
    required = ", required" if default == defaults.REQUIRED else ""
    sentence = ""
    if owner != canonical and _owner_name(owner) != _short(canonical):
        sentence = f"declared by {code_span(_owner_name(owner))}."
    versions = api.versions(symbol)
    return Known(symbol, name, f"argument of {called}{required}", sentence, versions=versions)


def _member(symbol: Symbol, dotted: str, canonical: str, django: Django) -> Known | None:
    """By the class it was asked of; the class that defines it stands in a row of its own."""
    from cheatsheet_ls.facts import api

    owner, _, name = canonical.rpartition(".")
    found = api.find_member(owner, name)
    if found is None:
        return None
    definer, member = found
    asked = api.canonical(dotted.rpartition(".")[0]) or owner
    public = api.public(asked if api.class_(asked) else owner)
    rows = list(signatures.rows(canonical, django)) if member.is_method else []
    if api.public(definer) != public:
        rows.append(f"defined by {code_span(api.public(definer))}")
    kind = f"{_kind_word(member)} of {code_span(public)}"
    title = f"{_short(public)}.{name}"
    return Known(symbol, title, kind, "", tuple(rows), api.versions(dotted))


def member_word(dotted: str) -> str:
    """What a member is called: "method", "attribute"; "member" where the facts do not know."""
    from cheatsheet_ls.facts import api

    owner, _, name = dotted.rpartition(".")
    canonical = api.canonical(owner)
    found = api.find_member(canonical, name) if canonical else None
    return _kind_word(found[1]) if found else "member"


def _kind_word(member: Member) -> str:
    kind = _MEMBER_KINDS.get(member.kind, member.kind.replace("classmethod", "class method"))
    return f"async {kind}" if member.is_async else kind


def _class_kind(canonical: str) -> str:
    from cheatsheet_ls.facts import api

    ancestors = set(api.mro(canonical))
    found = (words for base, words in _CLASS_KINDS if base in ancestors)
    return next(found, "middleware" if ".middleware." in canonical else "class")


def _value_kind(canonical: str) -> str:
    from cheatsheet_ls.facts import api

    behind = api.value_type(canonical)
    if not behind or behind.startswith("builtins."):
        return "constant" if canonical.rpartition(".")[2].isupper() else "value"
    kind = _class_kind(behind) if "[" not in behind else "value"
    return "object" if kind == "class" else kind


def _bases(canonical: str) -> tuple[str, ...]:
    from cheatsheet_ls.facts import api

    found = api.class_(canonical)
    bases = [base for base in (found.bases if found else ()) if base != "builtins.object"]
    if not bases:
        return ()
    return ("based on " + ", ".join(code_span(_short(api.public(base))) for base in bases[:3]),)


def _short(dotted: str) -> str:
    return dotted.rpartition(".")[2]


def _owner_name(owner: str) -> str:
    """`Field` of a class, `QuerySet.filter` of a method."""
    parts = owner.split(".")
    return ".".join(parts[-2:]) if len(parts) > 1 and parts[-2][:1].isupper() else parts[-1]
