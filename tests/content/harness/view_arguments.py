"""Which values a URL must give a view so that it can answer."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

DATES = {"year": 1974, "month": 5, "day": 1, "week": 18}


def arguments(view: Any) -> dict[str, Any]:
    """Values for what the URL must give the view."""
    cls = getattr(view, "view_class", None) or getattr(view, "cls", None)
    if cls is None:
        parameters = list(inspect.signature(inspect.unwrap(view)).parameters.values())[1:]
        needed = [p for p in parameters if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
        return {p.name: sample(p.name, p.annotation) for p in needed if p.default is p.empty}
    return _class_arguments(cls)


def _class_arguments(cls: Any) -> dict[str, Any]:
    from django.views.generic import dates, detail

    given: dict[str, Any] = {}
    if issubclass(cls, dates.DateDetailView):
        given = {**DATES, "pk": 1}
    elif issubclass(cls, (dates.BaseDayArchiveView,)):
        given = {k: DATES[k] for k in ("year", "month", "day")}
    elif issubclass(cls, dates.BaseWeekArchiveView):
        given = {k: DATES[k] for k in ("year", "week")}
    elif issubclass(cls, dates.BaseMonthArchiveView):
        given = {k: DATES[k] for k in ("year", "month")}
    elif issubclass(cls, dates.BaseYearArchiveView):
        given = {"year": 1974}
    elif issubclass(cls, detail.SingleObjectMixin) and not _creates(cls):
        given = {cls.pk_url_kwarg: 1}
        if cls.slug_url_kwarg != "slug" or cls.query_pk_and_slug:
            given[cls.slug_url_kwarg] = "the-dispossessed"
        if cls.pk_url_kwarg == "pk" and "slug_field" in vars(cls):
            given = {cls.slug_url_kwarg: "the-dispossessed"}
    return {**_kwargs_read(cls), **given}


def _kwargs_read(cls: Any) -> dict[str, Any]:
    """`self.kwargs["author_id"]` in the class, and named parameters of its handlers."""
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):
        return {}
    found: dict[str, Any] = {}
    for node in ast.walk(ast.parse(textwrap.dedent(source))):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("kwargs"):
            if isinstance(node.slice, ast.Constant):
                found[str(node.slice.value)] = sample(str(node.slice.value))
    for method in ("get", "post"):
        handler = vars(cls).get(method)
        if handler:
            for p in list(inspect.signature(handler).parameters.values())[2:]:
                if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD:
                    found[p.name] = sample(p.name, p.annotation)
    return found


def _creates(cls: Any) -> bool:
    from django.views.generic.edit import BaseCreateView

    return issubclass(cls, BaseCreateView)


def sample(name: str, annotation: Any = None) -> Any:
    if name in DATES:
        return DATES[name]
    if name in ("slug", "book_slug"):
        return "the-dispossessed"
    words = ("name", "slug", "username", "query", "q", "token", "uidb64", "path", "room", "code")
    is_text = annotation in (str, "str") or any(name == w or name.endswith(f"_{w}") for w in words)
    if name == "username":
        return "ada"
    return "text" if is_text else 1
