"""The committed facts against the packages that are really installed; a difference has a name.

What was read in an environment is kept in `.cache` until its lock file or a reader changes.
"""

from __future__ import annotations

import pytest

from tools.facts.fresh import environments, names, newest, releases

OLDER = [release for release in environments.RELEASES if release != environments.NEWEST]


def needs(release: str) -> None:
    """`make test` tells which releases no Python of the machine runs."""
    if release not in environments.installed():
        pytest.skip(f"no environment for Django {release}; `make setup` makes it")


def test_every_public_name_of_the_newest_releases_is_filed_and_nothing_else() -> None:
    needs(environments.NEWEST)
    count, wrong = newest.differences()
    assert wrong == []
    assert count > 30_000


@pytest.mark.parametrize("release", OLDER)
def test_versions_parameters_and_defaults_hold_in_older_releases(release: str) -> None:
    needs(release)
    count, wrong = releases.differences(release)
    assert wrong == []
    assert count > 20_000


@pytest.mark.parametrize("release", environments.RELEASES)
def test_settings_tags_commands_and_lookups_are_those_of_the_release(release: str) -> None:
    needs(release)
    count, wrong = names.differences(release)
    assert wrong == []
    assert count > 700


def test_names_of_the_companions_are_filed() -> None:
    needs(environments.NEWEST)
    count, wrong = names.differences(environments.NEWEST, names.COMPANIONS)
    assert wrong == []
    assert count > 300


def test_a_name_that_is_not_filed_is_told_by_name() -> None:
    real = {"django.forms.Novelty": ["function", "word"], "django.forms:Novelty": "django.forms.x"}
    assert newest.difference("django.forms.Novelty", real, {}) == (
        "django.forms.Novelty: is not filed"
    )
    assert list(names.setting("NOVELTY", {"default": "1"}, "6.1")) == ["is not filed"]


def test_a_fact_that_differs_is_told_with_both_sides() -> None:
    assert newest.difference("a.f", {"a.f": ["function", "x"]}, {"a.f": ["function", "y"]}) == (
        "a.f: is ['function', 'x'], filed as ['function', 'y']"
    )
    wrong = names.setting("USE_TZ", {"default": "'maybe'"}, "4.2")
    assert list(wrong) == ["default is 'maybe', filed as False"]
    wrong = names.tag("builtin.partialdef", {"closing": "endpartialdef"}, "5.2")
    assert "is there, filed as Versions(since='6.0'" in next(wrong)


def test_what_is_filed_and_gone_is_told_by_name() -> None:
    filed = {"django.forms.Gone": ["function", ""]}
    assert newest.difference("django.forms.Gone", {}, filed) == (
        "django.forms.Gone: is filed, and not in the package"
    )
