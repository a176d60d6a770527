"""Recipes as they are written in a sheet: read, kept, linted, exported."""

from __future__ import annotations

import pytest

from cheatsheet_ls.model import Recipe, Step
from cheatsheet_ls.sheet import store
from cheatsheet_ls.sheet.checks import recipe_steps
from cheatsheet_ls.sheet.export import entry_json
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.parse import Parsed, parse

PAGE = """\
# Team

## Set up our toolbar

Everything it needs.

- **Kind:** recipe
- **Sets up:** our toolbar
- **Offered on:** `package:toolbar`, `app:toolbar`
- **Too late with:** `OLD_TOOLBAR`, `toolbar.cfg`

### Install it

```python into=INSTALLED_APPS before="*" missing="its app is missing"
"toolbar",
```

### Configure it

```python into=settings missing="it is not switched on"
TOOLBAR = True
```
"""


def step(attributes: str, code: str = '"toolbar",') -> Parsed:
    start, end = PAGE.index("```python"), PAGE.index("### Configure")
    fence = f"```python {attributes}\n{code}\n```\n\n"
    return parse(PAGE[:start] + fence + PAGE[end:], "team.md")


def told(parsed: Parsed) -> list[str]:
    linted = [one for entry in parsed.entries for one in recipe_steps.check(entry)]
    return [one.message for one in (*parsed.problems, *linted)]


def test_an_entry_that_sets_up_something_is_a_recipe():
    parsed = parse(PAGE, "team.md")
    (entry,) = parsed.entries
    assert told(parsed) == []
    offered = ("package:toolbar", "app:toolbar")
    assert entry.recipe == Recipe("our toolbar", False, offered, ("OLD_TOOLBAR", "toolbar.cfg"))
    first, second = (example.step for example in entry.examples)
    assert first == Step("INSTALLED_APPS", before=("*",), missing="its app is missing")
    assert second == Step("settings", missing="it is not switched on")
    assert [example.scope.value for example in entry.examples] == ["text", "settings"]


def test_a_recipe_survives_being_kept():
    entries = parse(PAGE, "team.md").entries
    kept = store.of(entries)
    assert kept.entry(0) == entries[0]
    assert Index((kept,)).recipes == entries


def test_the_recipe_of_a_team_wins_over_ours_of_the_same_title():
    ours = parse(PAGE.replace("Everything it needs", "Ours"), "ours.md").entries
    theirs = parse(PAGE, "team.md").entries
    assert Index((store.of(theirs), store.of(ours))).recipes == theirs


def test_the_export_tells_recipe_and_steps():
    told = entry_json(parse(PAGE, "team.md").entries[0])
    assert told["recipe"]["title"] == "our toolbar"
    assert told["examples"][0]["step"]["into"] == "INSTALLED_APPS"
    assert told["examples"][0]["step"]["before"] == ["*"]


@pytest.mark.parametrize(
    ("attributes", "code", "wrong"),
    [
        ("into=somewhere", '"toolbar",', "unknown target 'somewhere'"),
        ("scope=text after=x", '"toolbar",', "after= is for steps of a recipe"),
        ("into=INSTALLED_APPS", "toolbar", "write one string and a comma on each line"),
        ("into=settings", "print(1)", "write assignments of upper-case names"),
        ("into=settings after=x", "A = 1", "has after= or before=, which are for lists"),
        ("into=settings when=DEBUG", "A = 1", "has when=, which is for lists"),
        ("into=file", "A = 1", "goes into a file, but no file= names it"),
        ("into=asgi", "A = 1", "replaces= does not say in place of what"),
        ('into=settings replaces="A ="', "A = 1", "which is no Python statement"),
        ("into=urls", 'path("a/"', "write statements, or items with a comma each"),
    ],
)
def test_a_step_that_cannot_be_done_is_a_problem(attributes: str, code: str, wrong: str):
    assert any(wrong in one for one in told(step(attributes, code)))


def test_a_recipe_has_steps_and_steps_have_a_recipe():
    text = PAGE.replace("into=INSTALLED_APPS", "scope=text").replace("into=settings", "scope=text")
    text = text.replace(' missing="it is not switched on"', "")
    assert "Set up our toolbar: a recipe without steps; write into= in its fences" in told(
        parse(text.replace(' before="*" missing="its app is missing"', ""), "team.md")
    )
    text = PAGE.replace("- **Sets up:** our toolbar\n", "")
    assert "Set up our toolbar: steps, but no fact `Sets up` or `Inserts`" in told(
        parse(text, "team.md")
    )
