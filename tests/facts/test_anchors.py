"""Every link to Django's documentation leads to a page and an anchor that its release has."""

from __future__ import annotations

from cheatsheet_ls.features.render.links import link
from tools.facts_names.docs import check, headings

OLDEST_AND_NEWEST = ("4.2", "6.1")


def test_links_of_the_facts_lead_somewhere() -> None:
    count, wrong = check.facts(OLDEST_AND_NEWEST)
    assert wrong == []
    assert count > 9_000


def test_links_below_hovers_lead_somewhere() -> None:
    count, wrong = check.hovers(OLDEST_AND_NEWEST)
    assert wrong == []
    assert count > 8_000


def test_links_in_pages_lead_somewhere() -> None:
    count, wrong = check.pages()
    assert wrong == []
    assert count > 1_000


def test_a_link_that_leads_nowhere_is_told() -> None:
    nowhere = "https://docs.djangoproject.com/en/5.2/ref/settings/#std-setting-NOVELTY"
    assert check.tried([("somewhere", f"[x]({nowhere})")]) == (1, [f"somewhere: {nowhere}"])
    assert not check.leads("5.2", "ref/tasks", None)
    assert check.leads("6.0", "ref/tasks", None)


def test_headings_of_an_older_release_are_its_own() -> None:
    assert "std-setting-SECURE_CSP" in headings.of("6.1")["ref/settings"]
    assert "std-setting-SECURE_CSP" not in headings.of("5.2")["ref/settings"]
    assert "std-setting-USE_L10N" in headings.of("4.2")["ref/settings"]


def test_a_page_that_a_release_lacks_is_shown_in_the_nearest_that_has_it() -> None:
    page = link("https://docs.djangoproject.com/en/stable/topics/tasks/", "Tasks", "4.2")
    assert page is not None
    assert page.url == "https://docs.djangoproject.com/en/6.0/topics/tasks/"
    assert page.label == "Django 6.0: Tasks"
