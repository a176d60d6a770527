"""Fills a model's fields with plausible values, saves the row, and calls what the class defines."""

from __future__ import annotations

import datetime
import inspect
import uuid
from decimal import Decimal
from typing import Any

from .example import Example
from .statements import raised_by_example
from .world import SAMPLES


def saved_row(model: Any) -> Any:
    """A saved instance, or None where a field's kind of value is not known here."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if (
            field.has_default()
            or field.null
            or field.auto_created
            or getattr(field, "generated", False)
        ):
            continue
        if field.primary_key and "Auto" in type(field).__name__:
            continue
        value = value_for(field)
        if value is None:
            return None
        values[field.name] = value
    row = model(**values)
    row.save()
    return model._base_manager.get(pk=row.pk)


def value_for(field: Any) -> Any:
    from django.db import models

    if field.is_relation:
        return field.related_model._base_manager.first()
    if field.choices:
        return field.flatchoices[0][0]
    if isinstance(field, (models.FileField, models.BinaryField)):
        return "covers/dune.jpg" if isinstance(field, models.FileField) else b"\x00"
    if isinstance(field, models.CharField) and field.name in SAMPLES:
        return SAMPLES[field.name][: field.max_length]
    return _by_kind(field)


def _by_kind(field: Any) -> Any:
    from django.db import models

    now = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
    kinds: list[tuple[type, Any]] = [
        (models.EmailField, "ada@example.com"),
        (models.URLField, "https://example.com/"),
        (models.SlugField, "a-slug"),
        (models.CharField, "text"),
        (models.TextField, "text"),
        (models.FilePathField, "/"),
        (models.BooleanField, True),
        (models.DateTimeField, now),
        (models.DateField, now.date()),
        (models.TimeField, now.time()),
        (models.DurationField, datetime.timedelta(hours=1)),
        (models.DecimalField, Decimal("1")),
        (models.FloatField, 1.5),
        (models.IntegerField, 1),
        (models.UUIDField, uuid.uuid4()),
        (models.GenericIPAddressField, "127.0.0.1"),
        (models.JSONField, {}),
    ]
    return next((value for kind, value in kinds if isinstance(field, kind)), None)


def use_members(row: Any, example: Example, names: set[str]) -> None:
    """Calls what needs no argument, as templates and the admin would."""
    str(row)
    for name, member in list(vars(type(row)).items()):
        if name not in names or name.startswith("_") or name in ("delete", "save"):
            continue
        code = getattr(
            getattr(member, "fget", None) or getattr(member, "func", None) or member,
            "__code__",
            None,
        )
        if code is None or code.co_filename != example.filename:
            continue
        if isinstance(member, property) or hasattr(member, "func"):
            _try(lambda name=name: getattr(row, name), example)
        elif callable(member):
            call(getattr(row, name), example)
    row.save()


def use_managers(model: Any, example: Example, names: set[str]) -> None:
    """The example's own methods of the model's managers."""
    for manager in model._meta.managers:
        for name in names:
            method = getattr(manager, name, None)
            code = getattr(method, "__code__", None)
            if code and not name.startswith("_") and method.__module__ == model.__module__:
                call(method, example)


def call(method: Any, example: Example) -> None:
    """Calls a bound method that needs no argument and, if it answers rows, fetches them."""
    try:
        parameters = inspect.signature(method).parameters.values()
    except (TypeError, ValueError):
        return
    plain = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    if any(p.default is p.empty and p.kind in plain for p in parameters):
        return
    if any(p.default is p.empty and p.kind is p.KEYWORD_ONLY for p in parameters):
        return
    if inspect.iscoroutinefunction(method):
        from asgiref.sync import async_to_sync

        method = async_to_sync(method)
    _try(lambda: list(answer) if hasattr(answer := method(), "query") else answer, example)


def _try(run: Any, example: Example) -> None:
    try:
        run()
    except Exception as error:
        if not raised_by_example(error, example):
            raise
