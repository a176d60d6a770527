"""Each rule of our own format, seen once broken."""

from __future__ import annotations

import pkgutil

import pytest

from cheatsheet_ls.sheet import checks
from cheatsheet_ls.sheet.checks import ENTRY_RULES, SHEET_RULES, check
from tests.support.sheet_pages import page

GOOD = """
## CharField

Text with a limit, e.g. a `name. Title`. For long text use `TextField`.

- **Kind:** model field
- **Symbol:** `django.db.models.CharField`
- **Docs:** [Fields](https://docs.djangoproject.com/en/stable/ref/models/fields/)

| Option | What it does |
| --- | --- |
| `max_length` | Most characters. |

### Store a title

```python prefix=dj-charfield scope=model-body
title = models.CharField(max_length=200)
```
"""


def broken(text: str) -> list[str]:
    parsed = page(text)
    assert parsed.problems == (), parsed.problems
    return [problem.rule for problem in check(parsed.entries)]


def changed(old: str, new: str) -> list[str]:
    assert old in GOOD
    return broken(GOOD.replace(old, new))


def test_a_good_entry_breaks_no_rule() -> None:
    assert broken(GOOD) == []


LONG = "\n".join(f"x{n} = {n}" for n in range(9))
SECOND = "\n### Another\n\n```python scope=body\nx = 1\n```\n"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Text with a limit, e.g. a `name. Title`. For", "One. Two. For", "summary"),
        ("Text with a limit, e.g. a `name. Title`. For long text use `TextField`.", "", "summary"),
        ("- **Kind:** model field\n", "", "kind"),
        ("model field", "a field of a model class", "kind"),
        ("- **Docs:**", "- **Since:** 5.1\n- **Removed:** 4.2\n- **Docs:**", "versions"),
        ("en/stable/", "latest/", "docs"),
        ("https://docs", "http://docs", "docs"),
        ("### Store a title\n", "", "example-title"),
        ("Store a title", "Store a title.", "example-title"),
        ("title = models.CharField(max_length=200)", LONG, "example-length"),
        ("title = models", "title_that_is_far_too_long_for_its_line_" + "x" * 20 + " = models",
         "line-length"),
        ("```python", "```perl", "fence-language"),
        ("dj-charfield", "charfield", "prefix"),
        ("- **Docs:**", "- **See also:** `Nowhere`\n- **Docs:**", "see-also"),
        ("| `max_length` | Most", "| `max_length` | A. |\n| `max_length` | Most",
         "duplicate-symbol"),
    ],
)  # fmt: skip
def test_a_broken_entry_breaks_one_rule(old: str, new: str, rule: str) -> None:
    assert changed(old, new) == [rule]


def test_versions_need_a_symbol_they_are_about() -> None:
    text = GOOD.replace("- **Symbol:** `django.db.models.CharField`\n", "- **Since:** 5.0\n")
    assert broken(text.replace("| Option |", "| Word |")) == ["symbol-missing"]


def test_a_sixth_example_is_too_much() -> None:
    six = "".join(SECOND.replace("Another", f"Example {n}") for n in range(5))
    assert broken(GOOD + six) == ["too-many-examples"]


def test_two_entries_share_neither_symbol_nor_prefix() -> None:
    assert broken(GOOD + GOOD.replace("## CharField", "## Other")) == ["duplicate-symbol", "prefix"]


def test_an_entry_that_says_nothing_is_named() -> None:
    text = "## DEBUG\n\nOff.\n\n- **Symbol:** `setting:DEBUG`\n"
    assert broken(text) == ["example-missing"]
    assert broken(text + "- **Removed:** 5.1\n") == []


def test_see_also_may_name_titles_symbols_and_rows() -> None:
    names = "`CharField`, `django.db.models.CharField`, `max_length`, `@CharField(…)`"
    assert changed("- **Docs:**", f"- **See also:** {names}\n- **Docs:**") == []


def test_no_rule_is_forgotten_in_the_lists() -> None:
    files = {module.name for module in pkgutil.iter_modules(checks.__path__)}
    listed = {getattr(rule, "__name__", "").rpartition(".")[2] for rule in ENTRY_RULES}
    listed |= {getattr(rule, "__name__", "").rpartition(".")[2] for rule in SHEET_RULES}
    assert files == listed


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    rules = [*ENTRY_RULES, *SHEET_RULES]
    assert len({rule.NAME for rule in rules}) == len(rules)
    assert all(rule.REASON.endswith(".") for rule in rules)
