"""A test that asks for the page: by its name, with the object it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.homes import home_of, part_of
from cheatsheet_ls.features.actions.pages.kinds import CREATE
from cheatsheet_ls.features.actions.routing import Address
from cheatsheet_ls.features.actions.samples import Sample, sample_of
from cheatsheet_ls.features.actions.viewing.addresses import (
    address_for_view,
    is_page,
    kind_of,
    model_of_view,
)
from cheatsheet_ls.features.actions.viewing.answers import Answer, answer_of
from cheatsheet_ls.features.actions.viewing.protection import is_rest
from cheatsheet_ls.features.actions.viewing.templates import is_missing, make_template, template_of
from cheatsheet_ls.features.actions.words import parts, snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.code.wrapped import wrapped
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model
from cheatsheet_ls.language.project.templates import files_in
from cheatsheet_ls.language.project.views import View

ID = "view-test"


def offers(asked: Asked, view: View, app: App) -> Iterator[Action]:
    answer = answer_of(asked, view)
    if answer is None or is_rest(view) or not is_page(view) or _is_tested(asked, view, app):
        return

    def build(drafts: Drafts) -> None:
        assert asked.cursor is not None
        address = address_for_view(asked, drafts, app, view)
        shown = template_of(asked, app, view, asked.cursor.module) if answer.shows else None
        if shown is not None and is_missing(asked, app, shown):
            make_template(asked, drafts, app, view, shown)
        path = part_of(asked.workspace, app, "tests", "test_views")
        draft = drafts.open(path)
        model = model_of_view(view)
        sample = _sample(asked, app, view, path, draft.text, address)
        code = code_of(view, answer, address, model, sample, shown.name if shown else None)
        imports = ["from django.test import TestCase", "from django.urls import reverse"]
        imports += sample.imports if sample is not None else []
        draft.text = with_code(draft.text, imports, code)

    yield from answered(asked, ID, f"test case for {view.name}", build)


def case_of(view: View) -> str:
    """`BookListViewTests`; of a function `borrow`, `BorrowViewTests`."""
    words = "".join(one.capitalize() for one in parts(view.name))
    return f"{view.name if view.is_class else words + 'View'}Tests"


def _is_tested(asked: Asked, view: View, app: App) -> bool:
    home = home_of(asked.workspace, app, "tests")
    files = files_in(home.parent, "*.py") if home.name == "__init__.py" else [home]
    case = re.compile(rf"^class {case_of(view).removesuffix('s')}(?:s|Case)?\b", re.MULTILINE)
    return any(case.search(asked.workspace.source(path)) for path in files)


def _sample(
    asked: Asked, app: App, view: View, path: Path, text: str, address: Address
) -> Sample | None:
    """The object that the page is about, or is to list; a list may do without."""
    model = model_of_view(view)
    if kind_of(view) is CREATE:
        return None
    if model is None:
        if address.parameters:
            raise CannotEdit(f"what {next(iter(address.parameters))} stands for is not known")
        return None
    try:
        return sample_of(asked, app, model, path, text)
    except CannotEdit:
        if address.parameters:
            raise
        return None


def code_of(
    view: View,
    answer: Answer,
    address: Address,
    model: Model | None,
    sample: Sample | None,
    template: str | None,
) -> str:
    lines = [f"class {case_of(view)}(TestCase):"]
    if model is not None and sample is not None:
        made = [*sample.made, (f"cls.{snake(model.name)}", sample.call)]
        lines += ["    @classmethod", "    def setUpTestData(cls):"]
        lines += [wrapped(call, " " * 8, before=f"{name} = ") for name, call in made] + [""]
    page = _reversed(address, model, sample)
    get = f"self.client.get({page})"
    lines += [f"    def test_it_{answer.does}(self):", wrapped(get, " " * 8, before="response = ")]
    lines.append(f"        self.assertEqual(response.status_code, {answer.status})")
    if template is not None:
        lines.append(f'        self.assertTemplateUsed(response, "{template}")')
    return "\n".join(lines)


def _reversed(address: Address, model: Model | None, sample: Sample | None) -> str:
    if not address.parameters or model is None or sample is None:
        return f'reverse("{address.name}")'
    found = [_value(name, model, sample) for name in address.parameters]
    return f'reverse("{address.name}", args=[{", ".join(found)}])'


def _value(name: str, model: Model, sample: Sample) -> str:
    """What stands for a parameter: of the object, where it has a value."""
    variable = f"self.{snake(model.name)}"
    if name in ("pk", "id", f"{snake(model.name)}_id", f"{snake(model.name)}_pk"):
        return f"{variable}.pk"
    if name in sample.texts:
        return f"{variable}.{name}"
    raise CannotEdit(f"what {name} stands for is not known")
