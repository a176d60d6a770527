"""A QuerySet of the model's own, with a first method, as its `objects`."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.fields import telling
from cheatsheet_ls.features.code.statements import with_code_above, with_member
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Field, Model, inherited
from cheatsheet_ls.language.python.resolver import Resolver

ID = "model-manager"

_DATES = frozenset({"DateTimeField", "DateField"})

_TAKEN = frozenset({"all", "filter", "none", "only", "ordered", "reverse", "update", "values"})


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    if "objects" in model.members or (model.cls and inherited(Resolver(), model.cls, "objects")):
        return
    name = f"{model.name}QuerySet"

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        draft = drafts.open(model.path)
        if not _is_bound(model, name):
            code = f"class {name}(models.QuerySet):\n{_method(model)}"
            imports = ("from django.db import models",)
            draft.text = with_code_above(draft.text, model.name, imports, code)
        line = f"objects = {name}.as_manager()"
        draft.text = with_member(draft.text, model.name, line, where="fields")

    yield from answered(asked, ID, f"QuerySet for {model.name}", build)


def _is_bound(model: Model, name: str) -> bool:
    """Whether the file of the model has the class already, its own or imported."""
    return model.cls is not None and bool(model.cls.scope.find(name))


def _is_date(one: Field) -> bool:
    return one.kind in _DATES and not one.is_true("null")


def _method(model: Model) -> str:
    """The question that the model's fields suggest."""
    flag = next((one for one in model.fields if one.kind == "BooleanField"), None)
    if flag is not None:
        name = flag.name.removeprefix("is_").removeprefix("has_")
        name = f"only_{name}" if name in _TAKEN else name
        return f"    def {name}(self):\n        return self.filter({flag.name}=True)"
    dated = next((one for one in model.fields if _is_date(one)), None)
    if dated is not None:
        return f'    def newest_first(self):\n        return self.order_by("-{dated.name}")'
    shown = telling(model)
    if shown is not None:
        lookup = f"{shown.name}__icontains"
        return f"    def search(self, words):\n        return self.filter({lookup}=words)"
    return '    def newest_first(self):\n        return self.order_by("-pk")'
