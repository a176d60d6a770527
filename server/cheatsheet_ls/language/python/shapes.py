"""The fields of a model as its classes declare them: name, kind, where a relation leads.

`fields_of` reads the class and its bases, `follow` walks `author__name` from one model to the next.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, models
from cheatsheet_ls.language.python.finding import UserMember, body_of
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    UserClass,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

RELATION = "django.db.models.fields.related.RelatedField"


@dataclass(frozen=True, slots=True)
class FieldShape:
    """`path` is the API class it is built on, `words` the keywords it is given, `model` what a
    relation points to (None where that is not known).
    """

    name: str
    path: str
    model: Value | None = None
    words: frozenset[str] = frozenset()

    @property
    def is_relation(self) -> bool:
        return RELATION in api.mro(self.path)

    @property
    def kind(self) -> str:
        """`CharField`, as people import it."""
        return self.path.rpartition(".")[2]


def fields_of(r: Resolver, model: Value | None) -> tuple[FieldShape, ...]:
    """Own fields first; none for what is no model."""
    model = model.cls if isinstance(model, UserInstance) else model
    if isinstance(model, ApiInstance):
        model = Api(model.cls)
    if model is None or models.MODEL not in classes.mro(r, model):
        return ()
    if not isinstance(model, UserClass):
        return tuple({field.name: field for field in _every(r, model)}.values())
    module = model.scope.module
    found: tuple[FieldShape, ...] = r.memoised(
        module, ("fields", id(model.node)), lambda: tuple(_distinct(_every(r, model)))
    )
    return found or ()


def _distinct(fields: Iterator[FieldShape]) -> Iterator[FieldShape]:
    met: set[str] = set()
    for field in fields:
        if field.name not in met:
            met.add(field.name)
            yield field


def _every(r: Resolver, model: Value) -> Iterator[FieldShape]:
    for ancestor in classes.mro(r, model):
        if isinstance(ancestor, UserClass):
            yield from _declared(r, ancestor)
        elif isinstance(ancestor, str):
            facts = api.class_(ancestor)
            for name, member in facts.members.items() if facts else ():
                if member.kind == "field" and member.field:
                    yield FieldShape(name, api.canonical(member.field) or member.field)


def _declared(r: Resolver, cls: UserClass) -> Iterator[FieldShape]:
    scope = body_of(cls)
    for name, bound in scope.bindings.items():
        block, binding = bound[-1]
        call = binding.value
        if binding.how != "assign" or not isinstance(call, ast.Call):
            continue
        path = _field_class(r, r.evaluate(call, scope, block))
        if path is None:
            continue
        words = frozenset(word.arg for word in call.keywords if word.arg)
        shape = FieldShape(name, path, words=words)
        if shape.is_relation:
            target = models.related_model(r, UserMember(cls, block, binding))
            shape = FieldShape(name, path, target, words)
        yield shape


def _field_class(r: Resolver, value: Value | None) -> str | None:
    """The API class of a field, of the user's own kind of field the one it is built on."""
    if not isinstance(value, (ApiInstance, UserInstance)):
        return None
    ancestors = classes.api_ancestors(r, value)
    return ancestors[0] if models.FIELD in ancestors else None


def follow(
    r: Resolver, model: Value | None, parts: Sequence[str]
) -> tuple[Value | None, FieldShape | None]:
    """Where `author__name` leads: the model behind the last relation, or the field it ends at."""
    field: FieldShape | None = None
    for part in parts:
        if field is not None and field.model is None:
            return None, None
        model = field.model if field is not None else model
        wanted = "id" if part == "pk" else part
        field = next((one for one in fields_of(r, model) if one.name == wanted), None)
        if field is None:
            return (None, None) if part != "pk" else (None, FieldShape("pk", models.FIELD))
    return (field.model if field is not None else model), field


def user_models(r: Resolver, classes_: Sequence[UserClass]) -> Iterator[UserClass]:
    """Those that are models with a table of their own."""
    for cls in classes_:
        if models.MODEL in classes.mro(r, cls) and not _is_abstract(cls):
            yield cls


def _is_abstract(cls: UserClass) -> bool:
    for statement in cls.node.body:
        if isinstance(statement, ast.ClassDef) and statement.name == "Meta":
            return any(
                isinstance(one, ast.Assign)
                and ast.unparse(one.targets[0]) == "abstract"
                and isinstance(one.value, ast.Constant)
                and one.value.value is True
                for one in statement.body
            )
    return False


__all__ = ["FieldShape", "fields_of", "follow", "user_models"]
