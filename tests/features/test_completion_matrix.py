"""Every snippet of the shipped sheet against every kind of place: offered by its prefix where it is
legal, and nowhere else.
"""

from __future__ import annotations

from functools import cache

import pytest

from cheatsheet_ls.facts.types import DISTRIBUTIONS
from cheatsheet_ls.features import completion
from cheatsheet_ls.features.completion import CompletionOptions, Item, complete
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.features.scopes import scopes_at
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind, Scope
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.load import load_index
from tests.features.test_completion_places import compiles, indent_at, with_defaults
from tests.support.editing import ROOT
from tests.support.marked import cursor
from tests.support.places import ILLEGAL, LEGAL

_KINDS = {".html": Kind.TEMPLATE, ".sh": Kind.SHELL}


@cache
def sheet() -> Index:
    return load_index([])


@pytest.fixture(autouse=True)
def whole_lists(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(completion, "LIMIT", 10_000)


def items(name: str, marked: str, *, snippets: bool = True) -> tuple[str, tuple[Item, ...]]:
    text, offset = cursor(marked)
    path = ROOT / name
    kind = _KINDS.get(path.suffix, Kind.PYTHON)
    document = Document(path.as_uri(), path, kind, text)
    options = CompletionOptions(snippets=snippets)
    return text, complete(sheet(), document, offset, Workspace(None), options).items


def offered(name: str, marked: str) -> set[str]:
    """The prefixes of all snippets on offer with `dj-` typed."""
    _, found = items(name, marked.replace("<|>", "dj-<|>"))
    words = (word for item in found for word in item.filters)
    return {word for word in words if word.startswith("dj-")}


def written_for(*scopes: Scope) -> set[str]:
    """The prefixes of what may be written today; what is gone from every Django is not."""
    found = (pair for scope in scopes for pair in sheet().examples(scope))
    today = CompletionOptions().django
    return {
        example.prefix
        for entry, example in found
        if example.prefix
        and not today.lacks(entry.versions)
        and not today.is_past(example.versions.removed)
        and example.body.strip()
    }


@pytest.mark.parametrize("place", LEGAL)
def test_by_its_prefix_every_legal_snippet_is_offered_and_no_other(place: str):
    name, marked, scope = LEGAL[place]
    there, legal = offered(name, marked), written_for(*scopes_at(scope))
    assert sorted(there - legal) == [], "not legal here"
    assert sorted(legal - there) == [], "legal, and not offered"


@pytest.mark.parametrize("place", ILLEGAL)
def test_no_snippet_is_offered_in(place: str):
    assert offered("library/models.py", ILLEGAL[place]) == set()


def test_every_example_says_which_packages_it_needs():
    silent = [
        f"{entry.id}: {example.title}"
        for entry in sheet().entries
        for example in entry.examples
        for line in example.imports
        if (needed := DISTRIBUTIONS.get(line.split()[1].partition(".")[0], "django")) != "django"
        and needed not in (*entry.requires, *example.requires, "python")
    ]
    assert silent == []


PYTHON = [place for place, (name, _, _) in LEGAL.items() if name.endswith(".py")]


@pytest.mark.parametrize("place", PYTHON)
@pytest.mark.parametrize("snippets", [True, False], ids=["snippets", "plain text"])
def test_everything_on_offer_compiles_as_accepted(place: str, snippets: bool):
    name, marked, _ = LEGAL[place]
    text, found = items(name, marked, snippets=snippets)
    broken = [item.label for item in found if not compiles(accepted(text, item))]
    assert broken == []


def accepted(text: str, item: Item) -> str:
    insert = item.insert
    if item.is_snippet:
        indent = indent_at(text, item.span.start)
        insert = with_defaults(insert).replace("\n", "\n" + indent)
    return applied(text, (TextEdit(item.span, insert), *item.edits))


def test_every_scope_with_snippets_has_a_place():
    covered = {one for _, _, scope in LEGAL.values() for one in scopes_at(scope)}
    with_snippets = {
        example.scope for entry in sheet().entries for example in entry.examples if example.prefix
    }
    files = {Scope.SYSTEMD, Scope.NGINX, Scope.DOCKERFILE, Scope.REQUIREMENTS}
    assert with_snippets - covered - files == {Scope.TEXT}, "text is only shown"
