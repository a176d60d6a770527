"""The five pages a model usually has, and how each is named."""

from __future__ import annotations

from dataclasses import dataclass

from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.language.project.models import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """`suffix` ends the name of the template that Django looks for; `of_one`: about one object."""

    name: str
    suffix: str
    of_one: bool

    @property
    def generic(self) -> str:
        return f"{self.name.capitalize()}View"

    def view_of(self, model: Model) -> str:
        return f"{model.name}{self.generic}"

    def function_of(self, model: Model) -> str:
        """The name of its route, and of a view that is a function."""
        return f"{snake(model.name)}_{self.name}"

    def template_of(self, model: Model, label: str) -> str:
        return f"{label}/{model.lower}{self.suffix}.html"


LIST = Kind("list", "_list", False)
DETAIL = Kind("detail", "_detail", True)
CREATE = Kind("create", "_form", False)
UPDATE = Kind("update", "_form", True)
DELETE = Kind("delete", "_confirm_delete", True)

ALL = (LIST, DETAIL, CREATE, UPDATE, DELETE)
