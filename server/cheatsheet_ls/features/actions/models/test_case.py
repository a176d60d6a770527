"""A test case that makes an object of the model, with the objects it needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.homes import home_of, part_of
from cheatsheet_ls.features.actions.samples import Sample, manager_of, sample_of
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.code.wrapped import wrapped
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model, users_of
from cheatsheet_ls.language.project.templates import files_in
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.resolver import Resolver

ID = "model-test"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    if _is_tested(asked, model, app):
        return

    def build(drafts: Drafts) -> None:
        path = part_of(asked.workspace, app, "tests", f"test_{snake(model.name)}")
        draft = drafts.open(path)
        sample = sample_of(asked, app, model, path, draft.text)
        imports = ("from django.test import TestCase", *sample.imports)
        draft.text = with_code(draft.text, imports, code_of(model, sample))

    yield from answered(asked, ID, f"test case for {model.name}", build)


def _is_tested(asked: Asked, model: Model, app: App) -> bool:
    home = home_of(asked.workspace, app, "tests")
    files = files_in(home.parent, "*.py") if home.name == "__init__.py" else [home]
    case = re.compile(rf"^class {model.name}(?:Model)?Tests?(?:Case)?\b", re.MULTILINE)
    return any(case.search(asked.workspace.source(path)) for path in files)


def code_of(model: Model, sample: Sample) -> str:
    variable = snake(model.name)
    made = [*sample.made, (f"cls.{variable}", sample.call)]
    lines = [
        f"class {model.name}Tests(TestCase):",
        "    @classmethod",
        "    def setUpTestData(cls):",
        *(wrapped(call, " " * 8, before=f"{name} = ") for name, call in made),
        "",
        "    def test_it_is_saved(self):",
        f"        {_saved(model, variable)}",
    ]
    shown = _shown(model)
    if shown in sample.texts:
        lines += [
            "",
            f"    def test_it_is_shown_by_its_{shown}(self):",
            f'        self.assertEqual(str(self.{variable}), "{sample.texts[shown]}")',
        ]
    return "\n".join(lines)


def _saved(model: Model, variable: str) -> str:
    """A manager class of the model's own may leave some objects out."""
    if _has_plain_manager(model):
        return f"self.assertIn(self.{variable}, {model.name}.objects.all())"
    return f"self.assertIsNotNone(self.{variable}.pk)"


def _has_plain_manager(model: Model) -> bool:
    r = Resolver()
    if model.cls is None or manager_of(r, model) != "objects":
        return False
    owner = next((one for one in users_of(r, model.cls) if body_of(one).find("objects")), None)
    value = body_of(owner).find("objects")[-1][1].value if owner is not None else None
    return owner is None or (value is not None and ast.unparse(value).endswith(".as_manager()"))


def _shown(model: Model) -> str:
    """The field that `__str__` returns as it is."""
    bound = body_of(model.cls).find("__str__") if model.cls is not None else None
    node = bound[-1][1].node if bound else None
    last = node.body[-1] if isinstance(node, ast.FunctionDef) and len(node.body) == 1 else None
    value = last.value if isinstance(last, ast.Return) else None
    return value.attr if isinstance(value, ast.Attribute) and _is_self(value.value) else ""


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"
