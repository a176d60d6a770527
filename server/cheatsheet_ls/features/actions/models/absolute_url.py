"""`get_absolute_url`: the address of an object's page, which links and redirects then use.

Only where the model has a page with a name; there is no right address without.
"""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.pages.addresses import address_for
from cheatsheet_ls.features.actions.pages.kinds import DETAIL
from cheatsheet_ls.features.actions.routing import Address
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_member
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model, inherited
from cheatsheet_ls.language.python.resolver import Resolver

ID = "model-absolute-url"
NAME = "get_absolute_url"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    if NAME in model.members or (model.cls and inherited(Resolver(), model.cls, NAME)):
        return
    address = address_for(asked, app, model, DETAIL)
    value = _value(model, address) if address is not None else None
    if address is None or value is None:
        return
    code = f'def {NAME}(self):\n    return reverse("{address.name}", kwargs={value})'

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        draft = drafts.open(model.path)
        imports = ("from django.urls import reverse",)
        draft.text = with_member(draft.text, model.name, code, imports)

    yield from answered(asked, ID, f"get_absolute_url for {model.name}", build)


def _value(model: Model, address: Address) -> str | None:
    """The parameters of the route, read off the object."""
    names = list(address.parameters)
    if len(names) != 1:
        return None
    known = {one.name for one in model.fields} | {"pk"}
    own = names[0] if names[0] in known else None
    if names[0] in ("id", f"{snake(model.name)}_id", f"{model.lower}_id", f"{model.lower}_pk"):
        own = "pk"
    return f'{{"{names[0]}": self.{own}}}' if own is not None else None
