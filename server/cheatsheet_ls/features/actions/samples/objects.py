"""The lines that make an object of a model, related ones first, one for each model.

Raises CannotEdit where it is not known what an object needs: a test that cannot pass helps nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.fields import is_automatic
from cheatsheet_ls.features.actions.homes import import_of
from cheatsheet_ls.features.actions.samples.values import value_of
from cheatsheet_ls.features.actions.words import snake
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.layout import chain
from cheatsheet_ls.language.project.models import Field, Model, model_of, target_of, users_of
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python import models as django_models
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.literals import text as text_of
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, ApiInstance, UserClass, UserInstance

DEEPEST = 5

_GET_USER = "from django.contrib.auth import get_user_model"
_MADE = {
    "User": (_GET_USER, 'get_user_model().objects.create_user("ada")'),
    "Group": ("from django.contrib.auth.models import Group", 'Group.objects.create(name="Staff")'),
    "ContentType": (
        "from django.contrib.contenttypes.models import ContentType",
        "ContentType.objects.first()",
    ),
    "Site": (
        "from django.contrib.sites.models import Site",
        'Site.objects.create(domain="example.com", name="Example")',
    ),
    "Permission": (
        "from django.contrib.auth.models import Permission",
        "Permission.objects.first()",
    ),
}
# The kinds that a row may be without although nothing is said about it.
_EMPTY = frozenset({"FileField", "ImageField", "BinaryField"})
_TEXT = frozenset({"CharField", "TextField", "SlugField", "EmailField", "URLField"})


@dataclass
class Sample:
    """`made` are the related objects, each a name and the call that makes it; `call` makes the
    object itself; `texts` are the values of its fields.
    """

    call: str
    made: list[tuple[str, str]] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass
class _Making:
    asked: Asked
    app: App
    target: Path
    text: str
    r: Resolver = field(default_factory=Resolver)
    lines: list[tuple[str, str]] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)  # by model
    texts: dict[str, str] = field(default_factory=dict)


def sample_of(asked: Asked, app: App, model: Model, target: Path, text: str) -> Sample:
    """For the file `target`, whose text decides how it imports the models."""
    making = _Making(asked, app, target, text)
    call = _call(making, model, 0)
    return Sample(call, making.lines, making.imports, making.texts)


def _call(making: _Making, model: Model, depth: int) -> str:
    if model.unknown or not model.complete:
        missing = next(iter(sorted(model.unknown)), "some")
        raise CannotEdit(f"what the field {missing} of {model.name} takes is not known")
    if model.path is None or depth > DEEPEST:
        raise CannotEdit(f"{model.name} needs objects that need each other")
    words = _of_user(making, model)
    for one in model.fields:
        if is_required(one):
            words.append(f"{one.name}={_value(making, model, one, depth)}")
    making.imports.append(
        import_of(
            making.asked.workspace, making.app, model.path, making.target, making.text, model.name
        )
    )
    return f"{model.name}.{manager_of(making.r, model)}.create({', '.join(words)})"


def is_required(one: Field) -> bool:
    options = one.options
    optional = one.is_true("null") or "default" in options or "db_default" in options
    blank = one.is_true("blank") and one.kind in _TEXT
    skipped = one.to_many or one.kind in _EMPTY or one.is_true("parent_link")
    return not (optional or blank or skipped or is_automatic(one))


def _value(making: _Making, model: Model, one: Field, depth: int) -> str:
    if one.to_one:
        return _related(making, one, depth)
    value = value_of(model, one)
    if value is None:
        raise CannotEdit(f"what the field {one.name} of {model.name} takes is not known")
    making.imports += value.imports
    if depth == 0 and value.text is not None:
        making.texts[one.name] = value.text
    return value.source


def _related(making: _Making, one: Field, depth: int) -> str:
    target = _custom_user(making, one) or target_of(making.r, one)
    name = target.name if target is not None else (one.target or "")
    if name in making.made:
        return making.made[name]
    if target is not None and target.path is not None:
        call = _call(making, target, depth + 1)
    elif isinstance(one.related, Api) and name in _MADE:
        needed, call = _MADE[name]
        making.imports.append(needed)
    else:
        raise CannotEdit(f"what {one.name} needs is not known")
    variable = snake(one.name)
    making.made[name] = variable
    making.lines.append((variable, call))
    return variable


def _custom_user(making: _Making, one: Field) -> Model | None:
    """The project's own user model behind `settings.AUTH_USER_MODEL`."""
    layout = making.asked.layout
    if not isinstance(one.related, Api) or one.target != "User" or one.owner is None:
        return None
    for path in (
        chain(making.asked.workspace, layout.settings) if layout and layout.settings else ()
    ):
        module = making.asked.workspace.read_module(path)
        bound = module.scope.find("AUTH_USER_MODEL") if module is not None else None
        named = text_of(bound[-1][1].value) if bound else None
        if named is not None:
            value = django_models.named_model(making.r, named, one.owner)
            found = model_of(making.r, value) if isinstance(value, UserClass) else None
            if found is None:
                raise CannotEdit(f"the fields of {named} are not known")
            return found
    return None


def _of_user(making: _Making, model: Model) -> list[str]:
    """What a model below Django's own user classes needs besides its fields."""
    order = classes.mro(making.r, model.cls) if model.cls is not None else ()
    named = _assigned(making.r, model, "USERNAME_FIELD")
    if "django.contrib.auth.models.AbstractUser" in order and named in (None, "username"):
        return ['username="ada"']
    return []


def _assigned(r: Resolver, model: Model, name: str) -> str | None:
    for one in users_of(r, model.cls) if model.cls is not None else ():
        bound = body_of(one).find(name)
        if bound:
            return text_of(bound[-1][1].value)
    return None


def manager_of(r: Resolver, model: Model) -> str:
    """The manager that makes objects: `objects`, unless the model calls it otherwise."""
    found: list[str] = []
    for one in users_of(r, model.cls) if model.cls is not None else ():
        for name, bound in body_of(one).bindings.items():
            value = r.evaluate(bound[-1][1].value, body_of(one), bound[-1][0])
            if isinstance(value, (ApiInstance, UserInstance)):
                if django_models.BASE_MANAGER in classes.mro(r, value):
                    found.append(name)
    return "objects" if "objects" in found or not found else found[0]
