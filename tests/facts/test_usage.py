"""The orders of magnitude that completions are ranked by."""

from __future__ import annotations

from cheatsheet_ls.facts import usage
from tools.inventory.answers import Answer
from tools.inventory.records import Record
from tools.usage.__main__ import magnitudes


def test_what_is_used_more_has_a_higher_level():
    assert usage.level("django.db.models.CharField") > usage.level("django.db.models.TimeField")


def test_an_unknown_name_has_no_level():
    assert usage.level("acme.models.CharField") == 0


def test_of_several_names_the_one_used_most_counts():
    assert usage.best(("acme.X", "django.db.models.CharField")) == usage.level(
        "django.db.models.CharField"
    )


def test_only_the_order_of_magnitude_is_kept_and_rare_names_are_left_out():
    def record(name: str, frequency: int) -> Answer:
        return Answer(Record(name, "x", name, name, 1, frequency), symbols=(name,))  # type: ignore[arg-type]

    answers = [record("a", 1274), record("b", 1), record("c", 2), record("a", 3)]
    assert magnitudes(answers) == {"a": 10, "c": 1}
