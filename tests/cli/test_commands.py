"""The commands that read the sheet: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cheatsheet_ls.cli import main

SHEET = """# Team

## Money

An amount with its currency.

- **Kind:** model field
- **Symbol:** `shop.fields.Money`

### Store a price

```python prefix=dj-money scope=model-body fill="price"
price = Money()
```
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sheet in the current folder, without anything wrong."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "team.md"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_show_prints_the_entry_as_markdown_into_a_pipe(capsys: Capture) -> None:
    assert main(["show", "models.CharField"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("**CharField** (model field): ")
    assert "```python" in lines
    assert lines[-1].startswith("[Django 6.1: CharField](https://docs.djangoproject.com/en/6.1/")


def test_show_speaks_of_the_release_it_is_told(capsys: Capture) -> None:
    assert main(["show", "--django", "4.2", "models.CharField"]) == 0
    assert "https://docs.djangoproject.com/en/4.2/" in capsys.readouterr().out


def test_show_lists_further_things_of_the_name_the_most_used_first(capsys: Capture) -> None:
    assert main(["show", "CharField"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("**CharField** (model field)")
    assert "**Also called CharField:**\n\n- `django.forms.CharField` (form field)" in out


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("for", "**for** (template tag)"),
        ("tag:for", "**for** (template tag)"),
        ("templates/tags#for", "**for** (template tag)"),
        ("kwarg:django.db.models.CharField.max_length", "**max_length** (argument of `CharField`"),
        ("python:django.db.models.CharField", "**CharField** (model field)"),
    ],
)
def test_show_takes(name: str, first: str, capsys: Capture) -> None:
    assert main(["show", name]) == 0
    assert capsys.readouterr().out.startswith(first)


def test_show_knows_what_only_the_facts_know(capsys: Capture) -> None:
    assert main(["show", "UserCreationFormMixinOfNobody"]) == 1
    assert main(["show", "django.utils.module_loading.import_string"]) == 0
    assert "import_string" in capsys.readouterr().out.splitlines()[0]


def test_show_suggests_what_was_meant(capsys: Capture) -> None:
    assert main(["show", "CharFild", "models.CharField"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("**CharField**")
    assert err.startswith(
        "django-cheatsheet-ls: nothing is called 'CharFild'; did you mean CharField"
    )


def test_show_and_search_know_the_sheets_the_project_names(sheet: Path, capsys: Capture) -> None:
    (sheet.parent / "pyproject.toml").write_text(
        '[tool.django-cheatsheet]\nsheets = ["team.md", "/etc/passwd.md"]\n'
    )
    assert main(["show", "Money"]) == 0
    assert capsys.readouterr().out.startswith("**Money** (model field): an amount")
    assert main(["search", "an amount with its currency"]) == 0
    assert capsys.readouterr().out.startswith("team#money  Money (model field)")


def test_search_puts_the_best_first(capsys: Capture) -> None:
    assert main(["search", "model", "charfield"]) == 0
    assert capsys.readouterr().out.startswith("models/fields#charfield  CharField (model field): ")


def test_search_as_json_has_the_fields_of_the_request(capsys: Capture) -> None:
    assert main(["search", "--json", "--limit", "1", "charfield"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert set(found) == {"id", "title", "summary", "kind", "symbols", "origin"}
    assert found["kind"] == "model_field"


def test_search_knows_names_that_only_the_facts_know(capsys: Capture) -> None:
    assert main(["search", "--json", "import_string"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert ["django.utils.module_loading.import_string"] in [one["symbols"] for one in found]


def test_search_that_finds_nothing_fails(capsys: Capture) -> None:
    assert main(["search", "xyzzyx"]) == 1
    assert capsys.readouterr() == ("", "django-cheatsheet-ls: nothing fits 'xyzzyx'\n")
    assert main(["search", "--json", "xyzzyx"]) == 1
    assert capsys.readouterr().out == "[]\n"


def test_check_of_a_good_sheet_counts(sheet: Path, capsys: Capture) -> None:
    assert main(["check", "team.md"]) == 0
    assert capsys.readouterr().out == "no problems in 1 entry on 1 page\n"


def test_check_prints_path_line_rule_and_message(sheet: Path, capsys: Capture) -> None:
    bad = SHEET.replace("An amount with its currency.", "One. Two. Three.")
    sheet.write_text(bad.replace('fill="price"', 'fill="cost"'), encoding="utf-8")
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "team.md:3: summary: Money: the summary has more than two sentences",
        "team.md:12: fill: fill word 'cost' is not in the example",
        "2 problems in 1 entry on 1 page",
    ]


def test_check_holds_foreign_sheets_to_no_rule_of_ours(sheet: Path, capsys: Capture) -> None:
    sheet.write_text("## Model Fields\n\n* `CharField`: One. Two. Three.\n", encoding="utf-8")
    assert main(["check", "team.md"]) == 0


def test_check_of_one_shipped_page_knows_the_other_pages(capsys: Capture) -> None:
    from cheatsheet_ls.sheet.locate import content_folder

    assert main(["check", str(content_folder() / "models" / "fields.md")]) == 0
    assert capsys.readouterr().out.endswith("on 1 page\n")


def test_check_of_a_team_sheet_knows_the_shipped_one(sheet: Path, capsys: Capture) -> None:
    facts = "- **Kind:** model field\n- **See also:** `CharField`, `Nowhere`\n"
    taken = SHEET.replace("- **Kind:** model field\n", facts).replace("dj-money", "dj-charfield")
    sheet.write_text(taken, encoding="utf-8")
    taken_by = "models/fields#charfield/store-a-title"
    assert main(["check", "team.md"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "team.md:3: see-also: Money: 'Nowhere' is no title, option or symbol of the sheet",
        "team.md:13: prefix: prefix 'dj-charfield' is taken by " + taken_by,
        "2 problems in 1 entry on 1 page",
    ]


def test_check_names_a_sheet_that_is_missing(sheet: Path, capsys: Capture) -> None:
    assert main(["check", "gone.md", "team.md"]) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith("gone.md:1: missing: there is no sheet at ")
    assert last == "1 problem in 1 entry on 1 page"


def test_index_of_sheets_is_json_of_these_alone(sheet: Path, capsys: Capture) -> None:
    assert main(["index", "team.md", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in data["entries"]] == ["team#money"]
    assert data["entries"][0]["examples"][0]["snippet"] == "${1:price} = Money()$0"
    assert data["problems"] == []


def test_index_with_a_problem_fails_and_is_complete_all_the_same(
    sheet: Path, capsys: Capture
) -> None:
    assert main(["index", "team.md", "gone.md", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert len(data["entries"]) == 1
    assert [(one["page"], one["rule"]) for one in data["problems"]] == [("gone.md", "missing")]


def test_index_in_numbers(sheet: Path, capsys: Capture) -> None:
    assert main(["index", "team.md"]) == 0
    assert capsys.readouterr().out == (
        "1 entry on 1 page: 1 symbol, 0 options, 1 example, 0 problems\n"
    )


def test_the_shipped_sheet_has_no_problem(capsys: Capture) -> None:
    status = main(["check"])
    assert (status, capsys.readouterr().out.splitlines()[:-1]) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["show"],
        ["search"],
        ["search", "--limit", "0", "x"],
        ["serve", "--tcp", "nowhere"],
        ["--tcp", "x:99999"],
        ["check", "--no-such-option"],
        ["doctor", "a", "b"],
    ],
)
def test_bad_usage_is_told_on_standard_error(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: ")
    assert "Traceback" not in err


def test_version_and_help(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("django-cheatsheet-ls ")
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(
        command in out for command in ("serve", "show", "search", "check", "index", "doctor")
    )
