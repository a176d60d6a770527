"""Scopes `serializers`, `serializer-body`, `serializer-meta`: objects shown, data validated."""

from __future__ import annotations

import ast
from typing import Any

from . import world
from .example import MODELS, Example, body_names, class_source, classes, public_class, run_module

PRELUDE = "from rest_framework import serializers\n" + MODELS


def serializers(example: Example) -> None:
    from rest_framework.serializers import BaseSerializer, ListSerializer

    objects = world.objects()
    for cls in classes(run_module(example, "library.example_serializers"), BaseSerializer):
        if not issubclass(cls, ListSerializer):  # used by the serializer that names it
            use(cls, objects)


def serializer_body(example: Example) -> None:
    names = body_names(example)
    about = public_class(example.symbols)
    plain = about is not None and about.__name__ == "Serializer"
    fields = any(isinstance(n, ast.Assign) for n in ast.parse(example.body).body)
    base = "Serializer" if plain and fields and "Meta" not in names else "ModelSerializer"
    extra = ""
    if base == "ModelSerializer" and "Meta" not in names:
        model = "Author" if "books" in names else "Book"
        extra = f'class Meta:\n    model = {model}\n    fields = "__all__"'
    source = PRELUDE + class_source(f"class ExampleSerializer(serializers.{base}):", example, extra)
    objects = world.objects()
    use(
        run_module(example, "library.example_serializers", source=source).ExampleSerializer, objects
    )


def serializer_meta(example: Example) -> None:
    names = body_names(example)
    meta = ["class Meta:"]
    if "model" not in names:
        meta.append("    model = Book")
    if not names & {"fields", "exclude"}:
        meta.append('    fields = "__all__"')
    meta += [f"    {line}" for line in example.body.splitlines()]
    wrapped = Example(**{**vars(example), "body": "\n".join(meta)})
    source = PRELUDE + class_source(
        "class ExampleSerializer(serializers.ModelSerializer):", wrapped
    )
    objects = world.objects()
    use(
        run_module(example, "library.example_serializers", source=source).ExampleSerializer, objects
    )


def use(cls: Any, objects: dict[str, Any]) -> None:
    from django.db import IntegrityError, transaction
    from rest_framework.exceptions import ValidationError

    context = {"request": objects["request"], "view": None}
    _ = cls(_instance(cls, objects), context=context).data
    for data in ({}, dict(world.SAMPLES)):
        serializer = cls(data=data, context=context)
        try:
            valid = serializer.is_valid()
        except (ValidationError, NotImplementedError):  # the latter: it only shows
            continue
        if valid and hasattr(serializer, "Meta"):
            try:
                with transaction.atomic():
                    serializer.save()
            except IntegrityError as error:
                if not _left_to_the_view(str(error), serializer):
                    raise


def _left_to_the_view(message: str, serializer: Any) -> bool:
    """A column without a value that is no writable field: the view gives it, save(author=…)."""
    column = message.rpartition(".")[2].removesuffix("_id")
    return message.startswith("NOT NULL") and column not in serializer.validated_data


def _instance(cls: Any, objects: dict[str, Any]) -> Any:
    """The saved object it is for: by its model, else the first that has all its sources."""
    model = getattr(getattr(cls, "Meta", None), "model", None)
    named = [objects[n] for n in ("book", "author", "review", "user", "publisher", "tag")]
    if model is not None:
        return next((o for o in named if isinstance(o, model)), model._default_manager.first())
    fields = getattr(cls(), "fields", {})
    for candidate in named:
        if all(
            hasattr(candidate, str(f.source).split(".")[0]) or f.source == "*" or f.write_only
            for f in fields.values()
        ):
            return candidate
    return {name: world.SAMPLES.get(name, "1") for name in fields}
