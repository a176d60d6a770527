"""The index answers by symbol, scope, id, name and words."""

from __future__ import annotations

import json

from cheatsheet_ls.model import Scope, Symbol
from cheatsheet_ls.sheet import store
from cheatsheet_ls.sheet.export import to_json
from cheatsheet_ls.sheet.index import Index
from tests.support.sheet_pages import page

PAGE = """
    # Things

    ## CharField

    A line of text.

    - **Kind:** form field
    - **Symbol:** `django.forms.CharField`

    ## CharField

    Text with a limit.

    - **Kind:** model field
    - **Symbol:** `django.db.models.CharField`
    - **Docs:** [Fields](https://docs.djangoproject.com/en/stable/ref/#x)

    | Option | Default | What it does |
    | --- | --- | --- |
    | `max_length` | `None` | Most characters. |

    ### Store a title

    ```python prefix=dj-charfield scope=model-body fill="title 200"
    title = models.CharField(max_length=200)
    ```

    ## for

    Repeats a block for each "item" of a list.

    - **Symbol:** `tag:for`

    ## Edit views

    Views with a form.

    - **Kind:** view
    - **Symbols:** `django.views.generic.CreateView`, `django.views.generic.UpdateView`

    | Attribute | What it does |
    | --- | --- |
    | `success_url` | Where to go. |
"""


def index() -> Index:
    return Index.of(page(PAGE, "things.md").entries)


def found(*symbols: str) -> str:
    """Title and option of the answer to `symbols`."""
    answer = index().find(Symbol(one) for one in symbols)
    if answer is None:
        return "nothing"
    return f"{answer.entry.id} {answer.option.name if answer.option else '-'} {answer.symbol}"


def test_the_first_symbol_that_is_known_wins() -> None:
    assert found("a.B", "tag:for", "django.forms.CharField") == "things#for - tag:for"


def test_a_row_of_a_table_is_found_by_its_symbol() -> None:
    symbol = "kwarg:django.db.models.CharField.max_length"
    assert found(symbol) == f"things#charfield-2 max_length {symbol}"


def test_rows_of_an_entry_for_several_classes_count_for_each() -> None:
    symbol = "django.views.generic.UpdateView.success_url"
    assert found(symbol) == f"things#edit-views success_url {symbol}"


def test_an_unknown_symbol_finds_nothing() -> None:
    assert found("django.db.models", "tag:fo", "") == "nothing"
    assert index().find(()) is None


def test_own_sheets_win_over_shipped_ones() -> None:
    own = store.of(page("## for\n\nOurs.\n\n- **Symbol:** `tag:for`\n", "team.md").entries)
    both = Index((own, *index().stores))
    answer = both.find([Symbol("tag:for")])
    assert answer is not None
    assert answer.entry.summary == "Ours."
    assert both.entries[0].id == "team#for"
    assert both.entry("things#for") is not None


def test_a_mention_in_an_own_sheet_leaves_a_shipped_entry_its_place() -> None:
    own = store.of(page("## Loops\n\n```html\n{% for a in b %}\n```\n", "team.md").entries)
    answer = Index((own, *index().stores)).find([Symbol("tag:for")])
    assert answer is not None
    assert answer.entry.id == "things#for"


def test_examples_are_found_by_scope() -> None:
    ((entry, example),) = index().examples(Scope.MODEL_BODY)
    assert (entry.id, example.prefix) == ("things#charfield-2", "dj-charfield")
    assert index().examples(Scope.URLS) == ()


def named(name: str) -> list[str]:
    return [one.symbol for one in index().by_name(name)]


def test_show_takes_a_symbol_a_part_of_it_a_title_or_an_id() -> None:
    both = ["django.db.models.CharField", "django.forms.CharField"]
    assert named("CharField") == both
    assert named("charfield") == both
    assert named("models.CharField") == both[:1]
    assert named("python:django.forms.CharField") == both[1:]
    assert named("things#charfield") == both[1:]
    assert named("for") == ["tag:for"]
    assert named("{% for %}") == []
    assert named("Edit views") == ["django.views.generic.CreateView"]
    assert named("max_length") == ["kwarg:django.db.models.CharField.max_length"]
    assert named("CharField.max_length") == ["kwarg:django.db.models.CharField.max_length"]
    assert named("harField") == []
    assert named("") == []


def test_near_misses_are_suggested() -> None:
    assert index().nearest("ChatField") == ("CharField",)
    assert index().nearest("models.Chrfield") == ("CharField",)
    assert index().nearest("zzz") == ()


def searched(query: str, limit: int = 9) -> list[str]:
    return [one.id for one in index().search(query, limit)]


def test_search_puts_titles_before_text() -> None:
    assert searched("charfield")[:2] == ["things#charfield-2", "things#charfield"]
    assert searched("max length") == ["things#charfield-2"]
    assert searched('"item"') == ["things#for"]
    assert searched("text limit") == ["things#charfield-2"]
    assert searched("dj-charfield") == ["things#charfield-2"]
    assert searched("success_url") == ["things#edit-views"]
    assert searched("text", limit=1) == ["things#charfield-2"]
    assert searched("") == searched("nowhere") == searched("text", limit=0) == []


def test_the_json_has_the_public_shape() -> None:
    data = json.loads(json.dumps(to_json(index())))
    assert (data["format"], data["problems"]) == (1, [])
    entry = data["entries"][1]
    assert entry["kind"] == "model_field"
    assert entry["docs"] == "https://docs.djangoproject.com/en/{version}/ref/#x"
    assert entry["origin"] == {"page": "things.md", "line": 10}
    assert entry["options"][0]["symbol"] == "kwarg:django.db.models.CharField.max_length"
    assert entry["options"][0]["examples"] == ["store-a-title"]
    assert entry["examples"][0]["snippet"] == (
        "${1:title} = models.CharField(max_length=${2:200})$0"
    )
    assert entry["versions"] == {
        "since": None, "deprecated": None, "removed": None, "instead": None
    }  # fmt: skip


def test_an_index_of_nothing_answers_nothing() -> None:
    empty = Index()
    assert (len(empty), empty.entries, empty.problems) == (0, (), ())
    assert empty.search("x") == ()
    assert empty.by_name("x") == ()
