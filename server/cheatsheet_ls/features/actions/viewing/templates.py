"""The templates a view shows, and the text of one that is missing: what the view gives it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.markup import add_template, is_there
from cheatsheet_ls.features.actions.pages.addresses import address_for
from cheatsheet_ls.features.actions.pages.kinds import LIST
from cheatsheet_ls.features.actions.pages.texts import TEXTS, heading
from cheatsheet_ls.features.actions.viewing.addresses import kind_of, model_of_view, route_name
from cheatsheet_ls.features.actions.words import human, title
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.views import View, attribute
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.members import MANAGER, QUERYSET
from cheatsheet_ls.language.python.module import Module, child_scope
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import ApiInstance, Many, UserClass, UserInstance

_FORM = "django.forms.forms.BaseForm"


@dataclass(frozen=True, slots=True)
class Shown:
    """A template by name, and the names that the view gives it: each with how it is shown."""

    name: str
    given: tuple[tuple[str, str], ...] = ()


def template_of(asked: Asked, app: App, view: View, module: Module) -> Shown | None:
    """The template that answers a plain request; None where only the view knows."""
    if not view.is_class:
        return next(iter(_rendered(view, module)), None)
    if "get_template_names" in view.source:
        return None
    r = Resolver()
    named, kind, model = attribute(r, view, "template_name"), kind_of(view), model_of_view(view)
    if named is None and kind is not None and model is not None:
        suffix = attribute(r, view, "template_name_suffix") or kind.suffix
        named = f"{app.label}/{model.lower}{suffix}.html"
    return Shown(named) if named is not None else None


def is_missing(asked: Asked, app: App, shown: Shown) -> bool:
    """Whether the project lacks it; one that belongs to another package may well be there."""
    folder = shown.name.rpartition("/")[0]
    ours = folder.partition("/")[0] in ("", app.label) or any(
        asked.workspace.exists(one / folder) for one in asked.template_folders
    )
    return ours and not is_there(asked, shown.name)


def make_template(asked: Asked, drafts: Drafts, app: App, view: View, shown: Shown) -> None:
    kind, model = kind_of(view), model_of_view(view)
    if kind is not None and model is not None:
        named = attribute(Resolver(), view, "context_object_name")
        given = named or (f"{model.lower}_list" if kind is LIST else model.lower)
        pages = {one: address_for(asked, app, model, one) for one in TEXTS if one is not kind}
        body, head = TEXTS[kind](model, given, pages), heading(model, kind, given)
    else:
        head = title(human(route_name(view)))
        body = "\n".join([f"<h1>{head}</h1>", *_parts(view, shown)])
    add_template(asked, drafts, app, shown.name, head, body)


def _parts(view: View, shown: Shown) -> Iterator[str]:
    if view.is_a("FormView"):
        yield _SHOWN["form"].format(name="form")
    for name, how in shown.given:
        yield _SHOWN[how].format(name=name, one=_one_of(name))


def _one_of(name: str) -> str:
    """The name of one in a list: `book` of `books`."""
    one = name.removesuffix("_list").removesuffix("s")
    return one if one not in (name, "") else "item"


_SHOWN = {
    "text": "<p>{{{{ {name} }}}}</p>",
    "list": (
        "<ul>\n    {{% for {one} in {name} %}}\n        <li>{{{{ {one} }}}}</li>\n"
        "    {{% empty %}}\n        <li>Nothing yet.</li>\n    {{% endfor %}}\n</ul>"
    ),
    "form": (
        '<form method="post">\n    {{% csrf_token %}}\n    {{{{ {name}.as_p }}}}\n'
        '    <button type="submit">Save</button>\n</form>'
    ),
}


def _rendered(view: View, module: Module) -> Iterator[Shown]:
    """The templates that `render(request, "…", {…})` names in a function, the last first."""
    calls = [one for one in ast.walk(view.node) if isinstance(one, ast.Call)]
    for call in sorted(calls, key=lambda one: one.lineno, reverse=True):
        called = ast.unparse(call.func).rpartition(".")[2]
        if called in ("render", "TemplateResponse") and len(call.args) > 1:
            name = text(call.args[1])
            if name is not None and re.search(r"\.html?$", name):
                yield Shown(name, tuple(_given(view, module, _context(call))))


def _context(call: ast.Call) -> ast.expr | None:
    named = next((one.value for one in call.keywords if one.arg == "context"), None)
    return call.args[2] if len(call.args) > 2 else named


def _given(view: View, module: Module, context: ast.expr | None) -> Iterator[tuple[str, str]]:
    if not isinstance(context, ast.Dict):
        return
    block = next(i for i, one in enumerate(module.tree.blocks) if view.node in one.body)
    scope = child_scope(module.scope, view.node, block)
    r = Resolver(module)
    for key, value in zip(context.keys, context.values, strict=True):
        name = text(key)
        if name is not None and name.isidentifier():
            found = r.evaluate(value, scope, block)
            if isinstance(found, (ApiInstance, UserInstance)):
                order = classes.mro(r, found)
                if QUERYSET in order or MANAGER in order:
                    yield name, "list"
                    continue
                if _FORM in order or (isinstance(found, UserInstance) and _is_form(found)):
                    yield name, "form"
                    continue
            yield name, "list" if isinstance(found, Many) else "text"


def _is_form(found: UserInstance) -> bool:
    return isinstance(found.cls, UserClass) and found.cls.node.name.endswith("Form")
