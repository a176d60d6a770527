"""The user's models with their fields, as actions and examples need them.

Fields are in the order Django gives them: those of abstract bases first. What is no field for sure
is left out, so a list may be incomplete (`complete` says so) but never wrong.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python import models as django_models
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.finding import UserMember, body_of
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import Module, child_scope
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, UserClass, Value

_TO_ONE = frozenset({"ForeignKey", "OneToOneField"})
_TO_MANY = frozenset({"ManyToManyField"})
_NO_COLUMN = frozenset({"GenericRelation"})  # a way back, nothing to fill in


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is the class of Django below the field (`CharField`), `options` its keyword arguments
    as they are written, `target` the name of the model a relation points to and `related` its
    class; `owner` is the class whose body holds the field.
    """

    name: str
    kind: str
    options: Mapping[str, str] = field(default_factory=dict)
    target: str | None = None
    related: Value | None = field(default=None, compare=False, repr=False)
    owner: UserClass | None = field(default=None, compare=False, repr=False)

    @property
    def to_one(self) -> bool:
        return self.kind in _TO_ONE

    @property
    def to_many(self) -> bool:
        return self.kind in _TO_MANY

    def is_true(self, option: str) -> bool:
        return self.options.get(option) == "True"


@dataclass(frozen=True, slots=True)
class Model:
    """`members` are the names its own body binds, `meta` those of its `class Meta`; `unknown` are
    those that may be fields of a class nobody can tell.
    """

    name: str
    path: Path | None
    fields: tuple[Field, ...]
    members: frozenset[str] = frozenset()
    meta: frozenset[str] = frozenset()
    abstract: bool = False
    complete: bool = True
    unknown: frozenset[str] = frozenset()
    cls: UserClass | None = field(default=None, compare=False, repr=False)

    def field(self, name: str) -> Field | None:
        return next((one for one in self.fields if one.name == name), None)

    @property
    def lower(self) -> str:
        """As Django's default template names and reverse accessors have it: `bookorder`."""
        return self.name.lower()


def model_at(cursor: Cursor) -> Model | None:
    """The model whose `class` line the cursor is on."""
    node = next((one for one in reversed(cursor.path) if isinstance(one, ast.ClassDef)), None)
    if node is None or any(isinstance(one, ast.stmt) and one is not node for one in cursor.path):
        return None
    return model_of(cursor.resolver, UserClass(node, cursor.module.scope, cursor.block))


def models_in(module: Module, r: Resolver | None = None) -> Iterator[Model]:
    """The models a file defines at its top level, in its order."""
    resolver = r or Resolver(module)
    for index, block in enumerate(module.tree.blocks):
        if not block.text.lstrip().startswith(("class ", "@")):
            continue
        for node in block.body:
            if isinstance(node, ast.ClassDef):
                found = model_of(resolver, UserClass(node, module.scope, index))
                if found is not None:
                    yield found


def model_of(r: Resolver, cls: UserClass) -> Model | None:
    """None for a class that is no model for sure."""
    order = classes.mro(r, cls)
    if django_models.MODEL not in order:
        return None
    users = users_of(r, cls)
    fields: dict[str, Field] = {}
    for ancestor in reversed(users):
        fields.update({one.name: one for one in _fields(r, ancestor)})
    meta = _meta(cls)
    return Model(
        cls.node.name,
        cls.scope.module.path,
        tuple(fields.values()),
        frozenset(body_of(cls).bindings),
        frozenset(meta),
        _is_true(meta.get("abstract")),
        len(classes.bases(r, cls)) == len(cls.node.bases),
        frozenset(name for one in users for name in _unknown(r, one)),
        cls,
    )


def users_of(r: Resolver, cls: UserClass) -> list[UserClass]:
    """The class and its ancestors in the user's own code, the nearest first."""
    return [one for one in classes.mro(r, cls) if isinstance(one, UserClass)]


def inherited(r: Resolver, cls: UserClass, name: str) -> UserClass | None:
    """The ancestor in the user's code, not the class itself, whose body binds the name."""
    above = users_of(r, cls)[1:]
    return next((one for one in above if body_of(one).find(name)), None)


def target_of(r: Resolver, one: Field) -> Model | None:
    """The user's model that a relation points to."""
    return model_of(r, one.related) if isinstance(one.related, UserClass) else None


def _unknown(r: Resolver, cls: UserClass) -> Iterator[str]:
    scope = body_of(cls)
    for name, bound in scope.bindings.items():
        block, binding = bound[-1]
        call = binding.value
        if binding.how == "assign" and isinstance(call, ast.Call):
            called = ast.unparse(call.func)
            known = isinstance(r.evaluate(call.func, scope, block), (Api, UserClass))
            if called.endswith(("Field", "Key")) and not known:
                yield name


def _fields(r: Resolver, cls: UserClass) -> Iterator[Field]:
    scope = body_of(cls)
    for name, bound in scope.bindings.items():
        block, binding = bound[-1]
        call = binding.value
        if binding.how != "assign" or not isinstance(call, ast.Call):
            continue
        value = r.evaluate(call.func, scope, block)
        kind = _kind(r, value) if isinstance(value, (Api, UserClass)) else None
        if kind is not None and kind not in _NO_COLUMN:
            options = {one.arg: ast.unparse(one.value) for one in call.keywords if one.arg}
            related = _related(r, UserMember(cls, block, binding), kind)
            target = _target(related, call, kind)
            yield Field(name, kind, options, target, related, cls)


def _kind(r: Resolver, value: Api | UserClass) -> str | None:
    order = classes.mro(r, value)
    if django_models.FIELD not in order:
        return None
    first = next(one for one in order if isinstance(one, str))
    return api.public(first).rpartition(".")[2]


def _related(r: Resolver, member: UserMember, kind: str) -> Value | None:
    return django_models.related_model(r, member) if kind in _TO_ONE | _TO_MANY else None


def _target(value: Value | None, call: ast.Call, kind: str) -> str | None:
    if kind not in _TO_ONE | _TO_MANY:
        return None
    if isinstance(value, UserClass):
        return value.node.name
    if isinstance(value, Api):
        return value.path.rpartition(".")[2]
    to = next((one.value for one in call.keywords if one.arg == "to"), None)
    named = text(call.args[0] if call.args else to)
    return named.rpartition(".")[2] if named else None


def _meta(cls: UserClass) -> dict[str, ast.expr | None]:
    bound = body_of(cls).find("Meta")
    if not bound or not isinstance(bound[-1][1].node, ast.ClassDef):
        return {}
    inner = child_scope(body_of(cls), bound[-1][1].node, bound[-1][0])
    return {name: found[-1][1].value for name, found in inner.bindings.items()}


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
