"""Members of one class: what its body defines, what its methods assign, the fields of models."""

from __future__ import annotations

import functools
import inspect
import types
from typing import TYPE_CHECKING, Any

from tools.facts.api.inside import signatures, values
from tools.facts.api.inside.source import Source

if TYPE_CHECKING:
    from tools.facts.api.inside.objects import Reader

# Names with an underscore that the documentation of Django has, or that tell types of expressions.
KEPT = {
    "_meta",
    "_default_manager",
    "_base_manager",
    "_state",
    "__str__",
    "__call__",
    "__eq__",
    "__hash__",
    "__iter__",
    "__getitem__",
    "__enter__",
    "__aenter__",
    "__aiter__",
    "__len__",
    "__contains__",
}
# Made for each model by its metaclass; they are told once, as members of Model.
MADE_BY_METACLASS = {
    "DoesNotExist",
    "MultipleObjectsReturned",
    "NotUpdated",
    "_meta",
    "_default_manager",
    "_base_manager",
}
RELATED_MANAGER = "django.db.models.fields.related.RelatedManager"
PYTHON_TYPES = {
    "CharField": "builtins.str",
    "TextField": "builtins.str",
    "SlugField": "builtins.str",
    "EmailField": "builtins.str",
    "URLField": "builtins.str",
    "IntegerField": "builtins.int",
    "PositiveSmallIntegerField": "builtins.int",
    "PositiveIntegerField": "builtins.int",
    "SmallIntegerField": "builtins.int",
    "AutoField": "builtins.int",
    "BigAutoField": "builtins.int",
    "BooleanField": "builtins.bool",
    "DateTimeField": "datetime.datetime",
    "DateField": "datetime.date",
    "BinaryField": "builtins.bytes",
    "JSONField": "",
}


def read(reader: Reader, path: str, cls: type, source: Source | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    fields = model_fields(reader, cls)
    for name, thing in vars(cls).items():
        if is_public(name, thing) and not is_made(cls, name, source):
            found[name] = member(reader, path, name, thing, source)
    found.update(fields)
    if source and not path.rpartition(".")[2].endswith("FromQuerySet"):
        for name in source.annotations(cls.__qualname__):
            if not name.startswith("_"):
                found.setdefault(name, {"kind": "attribute"})
        for name in source.instance_attributes(cls.__qualname__):
            if not name.startswith("_") or name in KEPT:
                found.setdefault(name, {"kind": "instance"})
    return found


def is_public(name: str, thing: Any) -> bool:
    """`paginate_by = None` is an attribute; `__hash__ = None` says that there is none."""
    return not name.startswith("_") or (name in KEPT and thing is not None)


def is_made(cls: type, name: str, source: Source | None) -> bool:
    """What Django put on a model: by its metaclass, or as a copy of an abstract parent's field."""
    if source is None or "_meta" not in vars(cls) or name in source.body_names(cls.__qualname__):
        return False
    return (
        name in MADE_BY_METACLASS
        or name == "id"
        or any(hasattr(base, name) for base in cls.__mro__[1:])
    )


def member(
    reader: Reader, path: str, name: str, thing: Any, source: Source | None
) -> dict[str, Any]:
    if isinstance(thing, (classmethod, staticmethod)):
        kind = "classmethod" if isinstance(thing, classmethod) else "staticmethod"
        return method(kind, thing.__func__, name, source)
    if isinstance(thing, (types.FunctionType, functools.partialmethod)) or is_wrapper(thing):
        record = method("method", thing, name, source)
        origin = "{}.{}".format(
            getattr(thing, "__module__", ""), getattr(thing, "__qualname__", "")
        )
        if path.endswith("FromQuerySet") and not origin.startswith(path + "."):
            record["owner"] = origin.rpartition(".")[0]
        return record
    if isinstance(thing, (property, functools.cached_property)) or type(thing).__name__ in (
        "cached_property",
        "classproperty",
    ):
        return {"kind": "property"}
    if isinstance(thing, type):
        path = reader.class_path(thing)
        return {"kind": "attribute", "value": values.source(thing), "type": f"type[{path}]"}
    if type(thing).__name__ in ("ReverseManyToOneDescriptor", "ManyToManyDescriptor"):
        return {
            "kind": "attribute",
            "type": f"{RELATED_MANAGER}[{reader.class_path(thing.rel.related_model)}]",
        }
    return {"kind": "attribute", "value": values.source(thing), **attribute_type(reader, thing)}


def is_wrapper(thing: Any) -> bool:
    return callable(thing) and hasattr(thing, "__wrapped__") and not isinstance(thing, type)


def method(kind: str, thing: Any, name: str, source: Source | None) -> dict[str, Any]:
    qualname = getattr(thing, "__qualname__", name)
    record: dict[str, Any] = {"kind": kind}
    if not isinstance(thing, functools.partialmethod):
        skip_first = kind != "staticmethod"
        record["params"] = signatures.parameters(thing, source, qualname, skip_first)
        record["defaults"] = signatures.defaults(thing, source, qualname, skip_first)
    if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing):
        record["async"] = True
    removal = source.removal(qualname) if source else None
    if removal:
        record["removal"] = removal
    return record


def attribute_type(reader: Reader, thing: Any) -> dict[str, str]:
    """Types of values that carry information; None and plain scalars do not bind an overrider."""
    kind = type(thing)
    if kind.__module__ == "builtins" and kind.__name__ in (
        "str",
        "bytes",
        "dict",
        "list",
        "set",
        "int",
        "bool",
    ):
        return {"type": "builtins." + kind.__name__}
    if kind.__module__.split(".")[0] in (
        "django",
        "rest_framework",
        "channels",
        "allauth",
        "debug_toolbar",
    ):
        if hasattr(kind, "__get__") or "<locals>" in kind.__qualname__:
            return {}
        return {"type": reader.class_path(kind)}
    return {}


def model_fields(reader: Reader, cls: type) -> dict[str, Any]:
    options = vars(cls).get("_meta")
    if options is None or not hasattr(options, "local_many_to_many"):
        return {}
    found: dict[str, Any] = {}
    parents = [base for base in cls.__mro__[1:] if hasattr(base, "_meta") and base._meta.abstract]
    inherited = {
        field.name for base in parents for field in base._meta.get_fields(include_parents=True)
    }
    for field in [*options.local_fields, *options.local_many_to_many]:
        if field.name in inherited or getattr(field, "auto_created", False):
            continue
        found[field.name] = {
            "kind": "field",
            "field": reader.class_path(type(field)),
            "type": value_type(reader, field),
        }
    return found


def value_type(reader: Reader, field: Any) -> str:
    related = getattr(field, "related_model", None)
    if isinstance(related, type):
        model = reader.class_path(related)
        return f"{RELATED_MANAGER}[{model}]" if field.many_to_many else model
    for cls in type(field).__mro__:
        if cls.__name__ in PYTHON_TYPES:
            return PYTHON_TYPES[cls.__name__]
    return ""
