"""The inventory: each name is asked about where it stands, and graded by what answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.parse import parse
from tools.inventory import __main__ as tool
from tools.inventory.answers import Answer, answer
from tools.inventory.in_settings import assigned
from tools.inventory.records import Record, load

SHEET = """\
# Small

## ListView

A page with a list.

- **Kind:** view class
- **Symbol:** `django.views.generic.ListView`

| Attribute | Default | What it does |
| --- | --- | --- |
| `paginate_by` | `None` | Objects a page. |

### List books

```python scope=views
from django.views.generic import ListView
```

## Field options

What all fields take.

- **Kind:** model field
- **Symbol:** `django.db.models.Field`

| Option | Default | What it does |
| --- | --- | --- |
| `null` | `False` | Stores no value as NULL. |

## for

Repeats what it holds.

- **Symbol:** `tag:for`

## CACHES

Where is kept what was computed.

- **Symbol:** `setting:CACHES`

| Key | Default | What it does |
| --- | --- | --- |
| `TIMEOUT` | `300` | Seconds. |
"""

SYMBOLS = [
    ("cbv/ListView", ["django.views.generic.ListView"], "", 9),
    ("cbv-member/ListView.paginate_by", ["django.views.generic.ListView.paginate_by"], "", 8),
    ("model-field-option/Field.null", ["django.db.models.CharField.null"], "keyword", 7),
    ("template-tag/for", ["{% for %}"], "", 6),
    ("setting-key/CACHES-TIMEOUT", ["django.conf.settings.CACHES[…]['TIMEOUT']"], "", 5),
    ("http-class/HttpResponse", ["django.http.HttpResponse"], "", 4),
    ("middleware-hook/__init__(get_response)", ["__init__(get_response)"], "", 3),
    ("lookup/icontains", [], "", 2),
]


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    records = [
        {
            "id": id_,
            "kind": id_.partition("/")[0],
            "name": id_.partition("/")[2].rpartition(".")[2],
            "public_paths": paths,
            "type": type_ or None,
            "tier": 1 if uses > 2 else 2,
            "freq": uses,
        }
        for id_, paths, type_, uses in SYMBOLS
    ]
    file = tmp_path / "inventory.json"
    file.write_text(json.dumps({"symbols": records}), encoding="utf-8")
    return file


@pytest.fixture
def answers(inventory: Path) -> dict[str, Answer]:
    parsed = parse(SHEET, "small.md")
    assert parsed.problems == ()
    index, workspace = Index.of(parsed.entries), Workspace(None)
    return {one.id: answer(index, workspace, one) for one in load(inventory)}


def test_an_entry_of_its_own_answers_with_its_example(answers: dict[str, Answer]) -> None:
    assert answers["cbv/ListView"].entry == "small#listview"
    assert answers["cbv/ListView"].grade == "example"


def test_a_member_shares_the_example_of_its_class(answers: dict[str, Answer]) -> None:
    assert answers["cbv-member/ListView.paginate_by"].grade == "example"


def test_an_argument_is_asked_of_the_call_and_found_at_the_class_that_declares_it(
    answers: dict[str, Answer],
) -> None:
    found = answers["model-field-option/Field.null"]
    assert found.symbols[0] == "kwarg:django.db.models.CharField.null"
    assert (found.entry, found.grade) == ("small#field-options", "prose")


def test_tags_and_keys_of_settings_are_asked_where_they_are_written(
    answers: dict[str, Answer],
) -> None:
    assert answers["template-tag/for"].grade == "prose"
    assert answers["setting-key/CACHES-TIMEOUT"].symbols == ("setting:CACHES.TIMEOUT",)


def test_what_no_entry_speaks_of_is_answered_by_the_facts(answers: dict[str, Answer]) -> None:
    assert answers["http-class/HttpResponse"].grade == "facts"
    assert answers["lookup/icontains"].grade == "facts"


def test_a_name_that_nobody_knows_is_told_apart() -> None:
    unknown = Record("cbv/NoView", "cbv", "NoView", "django.views.generic.NoView", 1)
    found = answer(Index.of([]), Workspace(None), unknown)
    assert (found.grade, found.is_seen) == ("nothing", False)


def test_the_table_counts_each_kind_and_tier(
    inventory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(inventory), "--tier", "1"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["kind", "tier"]
    assert rows[0].split()[:3] == ["cbv", "1", "1"]
    assert rows[-1].split()[:3] == ["all", "1-3", "7"]


def test_the_missing_ones_are_listed_by_use(
    inventory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parsed = parse(SHEET, "small.md")
    monkeypatch.setattr(tool, "load_index", lambda paths: Index.of(parsed.entries))
    tool.main([str(inventory), "--missing", "prose"])
    listed = [line.split()[3] for line in capsys.readouterr().out.splitlines()]
    assert listed == [
        "http-class/HttpResponse",
        "middleware-hook/__init__(get_response)",
        "lookup/icontains",
    ]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("django.conf.settings.DEBUG", "DEBUG| = None"),
        ("settings.ACCOUNT_ADAPTER", "ACCOUNT_ADAPTER| = None"),
        (
            "django.conf.settings.DATABASES[…]['TEST_NAME']",
            'DATABASES = {"default": {"TEST": {"NAME|": None}}}',
        ),
        ("REST_FRAMEWORK['PAGE_SIZE']", 'REST_FRAMEWORK = {"PAGE_SIZE|": None}'),
        ("django.conf.settings.TEMPLATES[…]['DIRS']", 'TEMPLATES = [{"DIRS|": None}]'),
    ],
)
def test_a_setting_is_assigned_as_projects_do(path: str, written: str) -> None:
    assert assigned(path, "|") == written
