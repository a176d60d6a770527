"""`class Meta`: the order of the objects and what people call them."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.fields import telling
from cheatsheet_ls.features.actions.words import human, plural
from cheatsheet_ls.features.code.statements import with_member
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model, inherited
from cheatsheet_ls.language.python.resolver import Resolver

ID = "model-meta"

_DATES = frozenset({"DateTimeField", "DateField"})


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    """Not for a model that takes over its parent's: a new one would replace that."""
    if "Meta" in model.members or (model.cls and inherited(Resolver(), model.cls, "Meta")):
        return

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        draft = drafts.open(model.path)
        draft.text = with_member(draft.text, model.name, code_of(model), where="methods")

    yield from answered(asked, ID, f"class Meta for {model.name}", build)


def code_of(model: Model) -> str:
    words = human(model.name)
    return (
        "class Meta:\n"
        f'    ordering = ["{_order(model)}"]\n'
        f'    verbose_name = "{words}"\n'
        f'    verbose_name_plural = "{plural(words)}"'
    )


def _order(model: Model) -> str:
    """What people look for by, else the newest first."""
    shown = telling(model)
    if shown is not None:
        return shown.name
    dated = next((one for one in model.fields if one.kind in _DATES), None)
    return f"-{dated.name}" if dated is not None else "pk"
