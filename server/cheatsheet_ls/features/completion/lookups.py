"""What a condition of a query may name: fields of the model, and lookups that fit a field.

`filter(▮)` gives the fields, `filter(author__▮)` those of the related model and what fits a
relation, `filter(title__▮)` what fits a text. Where the model is not known, every lookup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from cheatsheet_ls.features.completion.item import Request
from cheatsheet_ls.features.completion.name import Name, told
from cheatsheet_ls.model import Symbol

_ANY = frozenset({"Field", "ForeignObject"})
# Text is not compared, numbers are not searched: legal, and still not what anybody means.
_OF_TEXT = frozenset(
    {"contains", "icontains", "startswith", "istartswith", "endswith", "iendswith"}
    | {"regex", "iregex", "iexact"}
)
_OF_ORDER = frozenset({"gt", "gte", "lt", "lte", "range"})
_TEXTS = frozenset({"CharField", "TextField", "SlugField", "EmailField", "URLField", "FileField"})
_NO_ORDER = frozenset({"BooleanField", "JSONField", "FileField", "UUIDField", "BinaryField"})
_RELATION = frozenset({"exact", "in", "isnull", "gt", "gte", "lt", "lte"})


def fields(request: Request) -> Iterator[Name]:
    """The fields of the model that the place is about, in the order of the class."""
    for rank, word in enumerate(request.place.context.get("names", "").split(",")):
        name, _, kind = word.partition(":")
        if name:
            symbol = Symbol(f"django.db.models.{kind}")
            yield Name(name, symbol, "property", kind, rank=min(rank, 40))


def lookups(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    yield from fields(request)
    field = request.place.context.get("field", "")
    for name in names.names("lookup"):
        facts = names.lookup(name)
        if facts is None or (field and not fits(name, facts.fields, field)):
            continue
        kind = "transform" if facts.transform else "lookup"
        found = Name(
            name, Symbol(f"lookup:{name}"), "operator", f"field {kind}", versions=facts.versions
        )
        known = told(request, found)
        general = any(one.rpartition(".")[2] in _ANY for one in facts.fields)
        yield replace(known, rank=known.rank + (0 if general or field else 40))


@lru_cache(maxsize=4096)
def fits(lookup: str, fields: tuple[str, ...], field: str) -> bool:
    """Whether a lookup is registered for a field of this class, and means something there."""
    from cheatsheet_ls.facts import api

    kinds = {path.rpartition(".")[2] for path in api.mro(field)}
    if "RelatedField" in kinds:
        return lookup in _RELATION
    if lookup in _OF_TEXT and not kinds & (_TEXTS | {"JSONField", "UUIDField"}):
        return bool(kinds & ({one.rpartition(".")[2] for one in fields} - {"Field"}))
    if lookup in _OF_ORDER and kinds & _NO_ORDER:
        return False
    return bool(kinds & {one.rpartition(".")[2] for one in fields})
