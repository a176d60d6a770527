"""`__str__`: what the admin, the shell and templates show for an object."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.fields import telling
from cheatsheet_ls.features.code.statements import with_member
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Field, Model, inherited
from cheatsheet_ls.language.python.resolver import Resolver

ID = "model-str"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    shown = telling(model)
    if "__str__" in model.members or shown is None:
        return
    if model.cls is not None and inherited(Resolver(), model.cls, "__str__"):
        return

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        draft = drafts.open(model.path)
        code = f"def __str__(self):\n    return {_text(shown)}"
        draft.text = with_member(draft.text, model.name, code, where="methods")

    yield from answered(asked, ID, f"__str__ for {model.name}", build)


def _text(one: Field) -> str:
    return f'self.{one.name} or ""' if one.is_true("null") else f"self.{one.name}"
