"""`Meta` of forms, serializers and filter sets: names they know, fields that exist."""

from __future__ import annotations

from typing import Any

from .example import Failed

SERIALIZER = {"model", "fields", "exclude", "read_only_fields", "extra_kwargs", "depth"}
SERIALIZER |= {"validators", "list_serializer_class", "ref_name", "write_only_fields"}
# Options whose values are names of fields: lists, or dictionaries by name.
BY_FIELD = ("fields", "exclude", "widgets", "labels", "help_texts", "error_messages")
BY_FIELD += ("field_classes", "localized_fields", "read_only_fields", "extra_kwargs")


def check(classes: list[Any]) -> None:
    for cls in classes:
        if cls.__qualname__.endswith(".Media") and set(_given(cls)) - {"css", "js", "extend"}:
            raise Failed(f"Media has only css, js and extend, not {', '.join(_given(cls))}")
        meta = vars(cls).get("Meta")
        known = _known(cls)
        if meta is None or known is None:
            continue
        given = _given(meta)
        for name in given:
            if name not in known:
                raise Failed(f"Meta of {cls.__name__} has no option {name}")
        _check_fields(cls, given)


def _given(cls: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(cls).items() if not name.startswith("__")}


def _known(cls: Any) -> set[str] | None:
    from django.forms.models import BaseModelForm, ModelFormOptions

    if issubclass(cls, BaseModelForm):
        return set(vars(ModelFormOptions()))
    if issubclass(cls, _optional("rest_framework.serializers", "BaseSerializer")):
        return SERIALIZER
    if issubclass(cls, _optional("django_filters.filterset", "BaseFilterSet")):
        from django_filters.filterset import FilterSetOptions

        return set(vars(FilterSetOptions()))
    return None


def _optional(module: str, name: str) -> tuple[type, ...]:
    """A class of a package that may not be installed for this Django release."""
    from importlib import import_module

    try:
        return (getattr(import_module(module), name),)
    except ImportError:
        return ()


def _check_fields(cls: Any, given: dict[str, Any]) -> None:
    model = given.get("model")
    if model is None:
        return
    fields = {f.name for f in model._meta.get_fields()} | set(dir(model))
    fields |= set(getattr(cls, "declared_fields", ())) | set(getattr(cls, "_declared_fields", ()))
    for option in BY_FIELD:
        names = given.get(option)
        for name in names if isinstance(names, (list, tuple, set, dict)) else ():
            if str(name).partition("__")[0] not in fields | {"__all__", "url"}:
                raise Failed(f"Meta.{option} of {cls.__name__}: no field {name}")
