"""Names that may stand in `class Meta` of models, model forms and filter sets, with defaults."""

from __future__ import annotations

from typing import Any


def collect(which: str) -> dict[str, Any]:
    if which == "django":
        return {"model": model(), "form": form()}
    return {"filterset": filterset()}


def model() -> dict[str, Any]:
    from django.db.models.options import DEFAULT_NAMES, Options

    options = Options(None)
    names = [*DEFAULT_NAMES, "unique_together", "index_together"]
    return {
        name: {"default": literal(getattr(options, name, None))}
        for name in names
        if hasattr(options, name) or name in DEFAULT_NAMES
    }


def form() -> dict[str, Any]:
    from django.forms.models import ModelFormOptions

    return {name: {"default": literal(value)} for name, value in vars(ModelFormOptions()).items()}


def filterset() -> dict[str, Any]:
    from django_filters.filterset import FilterSetOptions

    names = {name: {"default": literal(value)} for name, value in vars(FilterSetOptions()).items()}
    return {name: facts for name, facts in names.items() if not name.startswith("_")}


def literal(value: object) -> str | None:
    plain = value is None or isinstance(value, (bool, int, str, tuple, list, dict))
    return repr(value) if plain else None
