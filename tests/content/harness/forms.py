"""Scopes `forms`, `form-body`, `form-meta`: rendered unbound, validated empty and with values."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from . import world
from .example import MODELS, Example, body_names, class_source, classes, public_class, run_module


def forms(example: Example) -> None:
    from django.forms import BaseForm
    from django.forms.formsets import BaseFormSet

    world_objects = world.objects()
    module = run_module(example, "library.example_forms")
    for cls in classes(module, BaseForm):
        use(cls, world_objects)
    for value in list(vars(module).values()):
        if (
            isinstance(value, type)
            and issubclass(value, BaseFormSet)
            and value.__name__ not in ("BaseFormSet",)
        ) and hasattr(value, "form"):
            use_formset(value, world_objects)


def form_body(example: Example) -> None:
    names = body_names(example)
    fields = any(isinstance(n, ast.Assign) for n in ast.parse(example.body).body)
    about = public_class(example.symbols)
    model_form = "Meta" in names or not fields or (about and about.__name__ == "ModelForm")
    extra = ""
    if model_form and "Meta" not in names:
        extra = 'class Meta:\n    model = Book\n    fields = "__all__"'
    base = "forms.ModelForm" if model_form else "forms.Form"
    source = _prelude() + class_source(f"class ExampleForm({base}):", example, extra)
    objects = world.objects()
    use(run_module(example, "library.example_forms", source=source).ExampleForm, objects)


def form_meta(example: Example) -> None:
    names = body_names(example)
    meta = ["class Meta:"]
    if "model" not in names:
        meta.append("    model = Book")
    if not names & {"fields", "exclude"}:
        meta.append('    fields = "__all__"')
    meta += [f"    {line}" for line in example.body.splitlines()]
    wrapped = Example(**{**vars(example), "body": "\n".join(meta)})
    source = _prelude() + class_source("class ExampleForm(forms.ModelForm):", wrapped)
    objects = world.objects()
    use(run_module(example, "library.example_forms", source=source).ExampleForm, objects)


def _prelude() -> str:
    return "from django import forms\n" + MODELS


def use(cls: Any, objects: dict[str, Any]) -> None:
    """What a view does with a form."""
    extra = _needed(cls, objects)
    str(cls(**extra))
    cls(**extra).as_p()
    empty = cls({}, {}, **extra)
    empty.is_valid()
    str(empty.errors)
    data = {**_choices(cls(**extra)), **world.SAMPLES, "tags": ["1"]}
    existing = _existing(cls, objects)
    if existing is not None:
        extra = {**extra, "instance": existing}
    full = cls(data, _files(cls(**extra)), **extra)
    if full.is_valid() and hasattr(full, "save"):
        full.save()
    str(full)


def _needed(cls: Any, objects: dict[str, Any]) -> dict[str, Any]:
    """Arguments its own `__init__` wants: `user`, `request` … also as `kwargs.pop("user")`."""
    parameters = inspect.signature(cls.__init__).parameters
    named = {p.name for p in parameters.values() if p.default is p.empty}
    named |= {p.name for p in parameters.values() if p.kind is p.KEYWORD_ONLY}
    try:
        tree = ast.parse(inspect.cleandoc("if 1:\n" + inspect.getsource(cls)))
    except (OSError, TypeError, SyntaxError):
        tree = ast.parse("")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "kwargs.pop":
            if isinstance(node.args[0], ast.Constant):
                named.add(str(node.args[0].value))
    return {name: objects[name] for name in named if name in objects}


def _existing(cls: Any, objects: dict[str, Any]) -> Any:
    """A saved object of the form's model: what the form leaves out has a value there."""
    model = getattr(getattr(cls, "_meta", None), "model", None)
    return next((o for o in objects.values() if model is not None and isinstance(o, model)), None)


def _choices(form: Any) -> dict[str, Any]:
    """A legal value for every field with choices, a true one for check boxes."""
    values: dict[str, Any] = {}
    for name, field in form.fields.items():
        choices = [c[0] for c in getattr(field, "choices", []) if c[0] not in ("", None)]
        if choices:
            many = (
                hasattr(field.widget, "allow_multiple_selected")
                and field.widget.allow_multiple_selected
            )
            values[form.add_prefix(name)] = [str(choices[0])] if many else str(choices[0])
        elif type(field).__name__ == "BooleanField":
            values[form.add_prefix(name)] = "on"
        elif hasattr(field, "min_value"):
            values[form.add_prefix(name)] = str(field.min_value or 1)
    return values


def _files(form: Any) -> dict[str, Any]:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return {
        form.add_prefix(name): SimpleUploadedFile("cover.txt", b"cover")
        for name, field in form.fields.items()
        if hasattr(field, "allow_empty_file")
    }


def use_formset(cls: Any, objects: dict[str, Any]) -> None:
    formset = cls()
    str(formset)
    management = {
        f"{formset.prefix}-{key}": value
        for key, value in {
            "TOTAL_FORMS": 1,
            "INITIAL_FORMS": 0,
            "MIN_NUM_FORMS": 0,
            "MAX_NUM_FORMS": 1000,
        }.items()
    }
    bound = cls(management)
    bound.is_valid()
    str(bound)
