"""The generator of the API facts on packages and stubs of a few lines."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tools.facts.api.check import differences, without_history
from tools.facts.api.expressions import Context, evaluate
from tools.facts.api.inside.signatures import constructor, parameters
from tools.facts.api.inside.source import Source
from tools.facts.api.merge import merge
from tools.facts.api.publish import public_paths
from tools.facts.api.stubs import Library
from tools.facts.api.write import member_record, module_record


def source(text: str) -> Source:
    return Source("django.pkg.mod", False, dedent(text))


def class_(bases: list[str], **members: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "class", "bases": bases, "members": members}


def release(objects: dict[str, Any], **modules: dict[str, str]) -> dict[str, Any]:
    named = {name.replace("_", "."): content for name, content in modules.items()}
    return {
        "objects": objects,
        "modules": {name: {"names": names, "all": None} for name, names in named.items()},
    }


METHOD = {"kind": "method", "params": []}


def test_imports_are_told_from_own_names() -> None:
    read = source("""
        from . import sibling
        from ..other import thing as renamed
        import os.path
        from django.x import *
        try:
            import fast
        except ImportError:
            fast = None
    """)
    assert read.imported["sibling"] == ("django.pkg", "sibling")
    assert read.imported["renamed"] == ("django.other", "thing")
    assert read.imported["os"] == ("os", "")
    assert read.stars == ["django.x"]
    assert "fast" in read.own


def test_attributes_that_methods_assign_are_members() -> None:
    read = source("""
        class A:
            label: str
            def __init__(self, x):
                self.x, self.y = x, 1
                other.z = 2
            @classmethod
            def make(cls):
                cls.w = 3
            @staticmethod
            def free(thing):
                thing.v = 4
    """)
    assert read.instance_attributes("A") == ["x", "y", "w"]
    assert read.annotations("A") == ["label"]


def test_keywords_that_a_function_takes_out_of_its_kwargs_are_known() -> None:
    read = source("""
        def f(**kwargs):
            a = kwargs.pop("a", None)
            if "b" in kwargs and kwargs["c"]:
                g(**kwargs)
            other.pop("d")
    """)
    assert read.hidden_keywords("f") == ["a", "b", "c"]
    assert read.passes_keywords("f")


def test_a_warning_given_in_every_case_is_a_deprecation() -> None:
    read = source("""
        import warnings
        def always():
            warnings.warn("…", RemovedInDjango70Warning, stacklevel=2)
        def sometimes(x=None):
            if x:
                warnings.warn("…", RemovedInDjango70Warning)
    """)
    assert read.removal("always") == "RemovedInDjango70Warning"
    assert read.removal("sometimes") is None


def test_parameters_are_short_tokens() -> None:
    def f(a, /, b, c=1, *, d, **kwargs):  # type: ignore[no-untyped-def]
        return kwargs

    assert parameters(f, None, "f") == ["/a", "b", "c=", "*", "d", "**kwargs"]


def test_a_class_without_a_constructor_of_its_own_tells_none() -> None:
    class Plain:
        pass

    assert constructor(Plain, None) == {}


def test_what_came_and_went_has_versions() -> None:
    facts = merge(
        [
            ("1.0", release({"django.a.old": {"kind": "value"}}, django_a={"old": "django.a.old"})),
            ("2.0", release({"django.a.new": {"kind": "value"}}, django_a={"new": "django.a.new"})),
        ]
    )
    assert facts["objects"]["django.a.old"]["removed"] == "2.0"
    assert facts["objects"]["django.a.new"]["since"] == "2.0"
    assert facts["modules"]["django.a"]["gone"] == {"old": "2.0"}


def test_what_moved_to_another_module_is_neither_new_nor_gone() -> None:
    facts = merge(
        [
            (
                "1.0",
                release({"django.a.b.X": class_([], f=METHOD)}, django_a={"X": "django.a.b.X"}),
            ),
            (
                "2.0",
                release({"django.a.c.X": class_([], f=METHOD)}, django_a={"X": "django.a.c.X"}),
            ),
        ]
    )
    assert list(facts["objects"]) == ["django.a.c.X"]
    assert "since" not in facts["objects"]["django.a.c.X"]


def test_a_member_that_moved_to_a_base_is_not_new_there() -> None:
    before = {"django.a.Base": class_([]), "django.a.X": class_(["django.a.Base"], f=METHOD)}
    after = {"django.a.Base": class_([], f=METHOD), "django.a.X": class_(["django.a.Base"])}
    facts = merge([("1.0", release(before)), ("2.0", release(after))])
    assert "f" not in facts["objects"]["django.a.X"]["members"]
    assert facts["objects"]["django.a.Base"]["members"]["f"]["since"] == "2.0"


def test_removed_keywords_stay_with_their_end() -> None:
    old = {"django.a.f": {"kind": "function", "params": ["a", "b=", "**kwargs"]}}
    new = {"django.a.f": {"kind": "function", "params": ["a", "c=", "**kwargs"]}}
    facts = merge([("1.0", release(old)), ("2.0", release(new))])
    merged = facts["objects"]["django.a.f"]
    assert merged["params"] == ["a", "c=", "b=", "**kwargs"]
    assert merged["keyword_versions"] == {"b": ["", "2.0"], "c": ["2.0", ""]}


def test_the_package_above_a_definition_is_where_people_import_from() -> None:
    facts = {
        "objects": {"django.a.b.X": class_([])},
        "modules": {
            module: {"names": {"X": "django.a.b.X"}, "gone": {}}
            for module in ("django.a", "django.a.b", "django.z", "django.shortcuts")
        },
    }
    assert public_paths(facts)["django.a.b.X"] == "django.a.X"


def test_records_leave_out_what_is_empty() -> None:
    assert member_record({"kind": "attribute"}) == ["attribute"]
    assert member_record({"kind": "method", "params": ["a"], "async": True, "since": "5.0"}) == [
        "async method",
        "",
        "a",
        "5.0",
    ]
    content = {"names": {"X": "m.n.X", "Y": "m.Z"}, "gone": {}, "all": None}
    assert module_record("m", content) == {"": "Y=Z", "m.n": "X"}


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        ("Book", "django.lib.Book"),
        ("Book | None", "django.lib.Book"),
        ("Optional[Book]", "django.lib.Book"),
        ("list[Book]", "iter[django.lib.Book]"),
        ("tuple[Book, bool]", "tuple[django.lib.Book,builtins.bool]"),
        ("tuple[Book, ...]", "iter[django.lib.Book]"),
        ("type[Book]", "type[django.lib.Book]"),
        ("dict[str, Book]", "builtins.dict"),
        ("Shelf[_M]", "django.lib.Shelf[Elem]"),
        ("_M", "Elem"),
        ("Self", "Self"),
        ("'Book'", "django.lib.Book"),
        ("Alias", "django.lib.Book|builtins.str"),
        ("Callable[..., Book]", ""),
        ("Any", ""),
        ("datetime.datetime", "datetime.datetime"),
    ],
)
def test_annotations_become_type_expressions(tmp_path: Path, annotation: str, told: str) -> None:
    (tmp_path / "lib.pyi").write_text(
        dedent("""
            import datetime
            from collections.abc import Callable
            from typing import Any, Optional, Self, TypeAlias, TypeVar
            from django.db.models.base import Model
            class Book: ...
            class Shelf: ...
            _M = TypeVar("_M", bound=Model)
            Alias: TypeAlias = Book | str
        """)
    )
    library = Library({"django": tmp_path})
    stub = library.stub("django.lib")
    assert stub is not None
    known = {"django.lib.Book", "django.lib.Shelf", "django.db.models.base.Model"}
    context = Context(library, lambda path: path if path in known else None, stub)
    assert evaluate(ast.parse(annotation, mode="eval").body, context) == told


def test_the_comparison_with_the_newest_release_looks_past_history() -> None:
    committed = {
        "objects": {
            "a.f": ["function", "", "x y=", "5.0", "", {"y": "/5.1"}],
            "a.g": ["function", "", "", "/5.0"],
        },
        "modules": {"a": {"": "f g", "-gone": {"g": "5.0"}}},
        "public": {"a.g": "b.g"},
    }
    expected = {
        "objects": {"a.f": ["function", "", "x"]},
        "modules": {"a": {"": "f"}},
        "public": {},
    }
    assert differences("f.json", without_history(committed), without_history(expected)) == []
    changed = {**expected, "objects": {"a.f": ["function", "", "x z"]}}
    found = differences("f.json", without_history(committed), without_history(changed))
    assert found == ["f.json: objects: a.f"]
