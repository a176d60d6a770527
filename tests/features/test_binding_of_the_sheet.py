"""Every example of the shipped sheet bound to a project: to the sample itself, to one with other
names for all of it, to one that lacks most of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cheatsheet_ls.features.binding import Project, bind
from cheatsheet_ls.language.project.models import Field, Model, models_in
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Example, Scope
from cheatsheet_ls.sheet.load import load_index
from cheatsheet_ls.sheet.snippet import occurrences

SAMPLE = Path(__file__).parents[1] / "content" / "project" / "library" / "models.py"
RENAMED = {
    "Book": ("Movie", {"title": "heading", "slug": "key", "summary": "plot", "isbn": "code"}),
    "Author": ("Director", {"name": "label", "email": "mail", "born": "birthday"}),
    "Publisher": ("Studio", {"name": "label", "city": "town", "country": "state"}),
    "Tag": ("Genre", {"name": "label", "slug": "key"}),
    "Review": ("Vote", {"book": "movie", "user": "voter", "rating": "stars", "text": "words"}),
}
RENAMED["Book"][1].update(
    {
        "pages": "minutes",
        "price": "fee",
        "published": "premiere",
        "in_stock": "ready",
        "cover": "poster",
    }
    | {"created_at": "made", "updated_at": "changed", "author": "director", "publisher": "studio"}
    | {"tags": "genres", "cover": "poster"}
)
RENAMED["Review"][1]["created_at"] = "made"
NAMES = {"books": "movies", "reviews": "votes"}


@cache
def sample() -> tuple[Model, ...]:
    text = SAMPLE.read_text(encoding="utf-8")
    return tuple(models_in(Module(SAMPLE, Tree(text), Workspace(None))))


def project(models: tuple[Model, ...], app: str) -> Project:
    by_name = {model.name: model for model in models}
    modules = dict.fromkeys(by_name, ".models")
    return Project(models[0], by_name, modules, app, app, app)


def library() -> Project:
    book = next(one for one in sample() if one.name == "Book")
    return project((book, *(one for one in sample() if one is not book)), "library")


def cinema() -> Project:
    renamed = {one.name: renamed_model(one) for one in sample()}
    return project((renamed.pop("Book"), *renamed.values()), "cinema")


def renamed_model(model: Model) -> Model:
    name, fields = RENAMED[model.name]
    return Model(name, model.path, tuple(renamed_field(one, fields) for one in model.fields))


def renamed_field(one: Field, names: dict[str, str]) -> Field:
    options = {key: NAMES.get(value.strip("\"'"), value) for key, value in one.options.items()}
    target = RENAMED[one.target][0] if one.target in RENAMED else one.target
    return Field(names.get(one.name, one.name), one.kind, options, target)


def poor() -> Project:
    return project((Model("Note", None, (Field("text", "TextField"),)),), "notes")


def examples(*languages: str) -> list[Example]:
    found = (one for entry in load_index([]).entries for one in entry.examples)
    return [one for one in found if one.language in languages]


def test_bound_to_the_sample_itself_every_example_stays_as_it_is():
    same = library()
    changed = [(one.title, bind(one, same).body) for one in examples("python", "htmldjango")]
    written = [one.body for one in examples("python", "htmldjango")]
    assert [pair for pair, body in zip(changed, written, strict=True) if pair[1] != body] == []


@pytest.mark.parametrize("of", [cinema, poor])
def test_bound_to_any_project_every_example_still_compiles(of):
    there = of()
    bound = [bind(one, there) for one in examples("python")]
    broken = [one.title for one in bound if parses(one.code, one) is False]
    assert broken == []


@pytest.mark.parametrize("of", [cinema, poor])
def test_every_tab_stop_stands_in_the_code(of):
    there = of()
    bound = [bind(one, there) for one in examples("python", "htmldjango")]
    lost = [(one.title, word) for one in bound for word in one.fill if not stands(one, word)]
    assert lost == []


def stands(example: Example, word: str) -> bool:
    return bool(list(occurrences(example.body, word))) or word in example.body


def parses(code: str, example: Example) -> bool:
    if example.scope is Scope.URL_LIST:
        code = "[" + example.body + "]"
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


QUERIES = frozenset({"filter", "exclude", "order_by", "values", "only", "select_related"})


def test_queries_name_no_field_of_the_sample_any_more():
    there, gone = cinema(), {*RENAMED["Book"][1], *NAMES}
    bound = [bind(one, there) for one in examples("python")]
    named = [(one.title, word) for one in bound for word in in_queries(one)]
    assert [pair for pair in named if pair[1] in gone] == []


def in_queries(example: Example) -> Iterator[str]:
    """The first field of each condition and order."""
    code = example.body if example.scope is not Scope.URL_LIST else ""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in QUERIES:
            strings = (one.value for one in node.args if isinstance(one, ast.Constant))
            for word in (*strings, *(one.arg for one in node.keywords)):
                yield str(word).lstrip("-").partition("__")[0]


def test_code_of_the_app_is_named_by_its_package_the_rest_by_its_label():
    there = replace(cinema(), package="apps.cinema")
    code = 'from library.models import Book\nuser.has_perm("library.add_book")\nf("library/a.html")'
    bound = bind(Example("", "", "python", Scope.BODY, None, code), there)
    assert bound.body == (
        "from apps.cinema.models import Movie\n"
        'user.has_perm("cinema.add_movie")\n'
        'f("cinema/a.html")'
    )


def test_what_a_query_makes_is_not_named_like_a_field_of_the_users():
    """`annotate(heading=…)` is an error on a model with that field, so the example stays."""
    made = Example("", "", "python", Scope.BODY, None, 'Book.objects.annotate(heading=F("title"))')
    assert bind(made, cinema()) is made
