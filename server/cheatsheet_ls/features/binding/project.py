"""What a project has for the names of the sample: models, fields, accessors, the app.

A field stands only for one of the same kind: a lookup on text never lands on a relation. What is
not there is missing, and `bind` leaves the sample's name where it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.language.project.models import Field, Model

_WHOLE = frozenset(
    {"IntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SmallIntegerField"}
    | {"BigIntegerField", "PositiveBigIntegerField"}
)
_KINDS = {
    "IntegerField": _WHOLE,
    "FileField": frozenset({"FileField", "ImageField"}),
    "ForeignKey": frozenset({"ForeignKey", "OneToOneField"}),
}
_USER = frozenset({"User", "AbstractUser"})
_LISTED = ("title", "name", "author", "created_at", "updated_at")  # these choose first


@dataclass(frozen=True)
class Project:
    """`models` by the names of the user's classes, `modules` where each is imported from (""
    where the file defines or imports it already); `namespace` None where nobody knows.
    """

    subject: Model | None = None
    models: Mapping[str, Model] = field(default_factory=dict)
    modules: Mapping[str, str] = field(default_factory=dict)
    app: str = ""
    package: str = ""
    namespace: str | None = None

    @cached_property
    def roles(self) -> Mapping[str, Model]:
        """Sample model → the user's."""
        if self.subject is None:
            return {}
        found = {sample.SUBJECT: self.subject}
        for (owner, name), role in sample.TARGETS.items():
            chosen = self.fields.get((owner, name)) if owner == sample.SUBJECT else None
            one = self.subject.field(chosen) if chosen else None
            target = self.models.get(one.target or "") if one else None
            if target is not None and target.name not in (m.name for m in found.values()):
                found[role] = target
        if (review := self._pointing()) is not None:
            found["Review"] = review
        return found

    @cached_property
    def fields(self) -> Mapping[tuple[str, str], str]:
        """(sample model, sample field) → the name the user's model has for it."""
        if self.subject is None:
            return {}
        return dict(_chosen(sample.SUBJECT, self.subject, self.models))

    def name_of(self, model: str, name: str, *, query: bool) -> str | None:
        """What stands for `Book.title` or, seen from behind, for `Author.books`; None where the
        project has nothing like it.
        """
        if (model, name) in sample.BACK:
            return self._back(model, name, query=query)
        if model == sample.SUBJECT:
            return self.fields.get((model, name))
        if model not in self.roles:
            return None
        return self._others[model].get((model, name))

    @cached_property
    def _others(self) -> Mapping[str, Mapping[tuple[str, str], str]]:
        others = {role: model for role, model in self.roles.items() if role != sample.SUBJECT}
        return {role: dict(_chosen(role, model, self.models)) for role, model in others.items()}

    def _pointing(self) -> Model | None:
        """A model with a foreign key to the subject, for the sample's reviews."""
        subject = self.subject.name if self.subject else ""
        taken = {subject}
        for model in self.models.values():
            if model.name not in taken and any(
                one.kind == "ForeignKey" and one.target == subject for one in model.fields
            ):
                return model
        return None

    def _back(self, model: str, name: str, *, query: bool) -> str | None:
        """`related_name`, else Django's own: `book_set`, and `book` in queries."""
        role, field_name = sample.BACK[model, name]
        owner, key = self.roles.get(role), self.name_of(role, field_name, query=query)
        if model not in self.roles or owner is None or key is None:
            return None
        one = owner.field(key)
        if one is None or one.kind == "OneToOneField":
            return None
        options = one.options
        given = options.get("related_query_name" if query else "", options.get("related_name", ""))
        given = given.strip("'\"")
        if given.endswith("+") or (given and not given.isidentifier()):
            return None
        return given or (owner.lower if query else f"{owner.lower}_set")


def _chosen(
    role: str, model: Model, models: Mapping[str, Model]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Each field of the user's stands for one of the sample's at most."""
    taken: set[str] = set()
    wanted = sample.FIELDS[role]
    exact = [
        name for name in wanted if (one := model.field(name)) and _fits(role, name, one, models)
    ]
    order = [*exact, *(n for n in _LISTED if n in wanted and n not in exact)]
    order += [name for name in wanted if name not in order]
    for name in order:
        found = _field_for(role, name, model.fields, models, taken)
        if found is not None:
            taken.add(found.name)
            yield (role, name), found.name


def _field_for(
    role: str, name: str, fields: Sequence[Field], models: Mapping[str, Model], taken: set[str]
) -> Field | None:
    fitting = [one for one in fields if one.name not in taken and _fits(role, name, one, models)]
    by_name = {one.name: one for one in fitting}
    for word in (name, *sample.ALSO.get(name, ())):
        if word in by_name:
            return by_name[word]
    return fitting[0] if fitting else None


def _fits(role: str, name: str, one: Field, models: Mapping[str, Model]) -> bool:
    kind = sample.FIELDS[role][name]
    if kind == "choices":  # its values are the sample's, so its name must be as well
        return one.name == name and "choices" in one.options
    if one.kind not in _KINDS.get(kind, {kind}) or "choices" in one.options:
        return False
    if (role, name) == ("Review", "user"):
        return one.target in _USER or one.options.get("to") == "settings.AUTH_USER_MODEL"
    if (role, name) == ("Review", "book"):
        return True
    if kind in ("ForeignKey", "ManyToManyField"):
        nullable = name != "publisher" or one.is_true("null")
        return nullable and one.target in models and one.target not in _USER
    if name == "updated_at":
        return one.is_true("auto_now")
    return not (name == "created_at" and one.is_true("auto_now"))
