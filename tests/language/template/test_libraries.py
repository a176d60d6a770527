"""Which tags and filters are known: those of loaded libraries, and never the project's own."""

from __future__ import annotations

from pathlib import PurePosixPath

from cheatsheet_ls.language.template.project import (
    Library,
    ProjectLibraries,
    libraries_in,
    project_libraries,
)
from tests.language.template.answers import recognised, symbols

SHOP = ProjectLibraries({"shop": Library(frozenset({"now", "static"}), frozenset({"lower"}))})


def test_a_tag_needs_its_library() -> None:
    assert recognised("{% sta<|>tic 'a.css' %}") is None
    assert recognised("{% load static %}{% sta<|>tic 'a.css' %}") == "tag:static  «static»"


def test_a_filter_needs_its_library() -> None:
    assert recognised("{{ a|int<|>comma }}") is None
    assert recognised("{% load humanize %}{{ a|int<|>comma }}") == "filter:intcomma  «intcomma»"


def test_a_library_counts_from_where_it_is_loaded() -> None:
    assert recognised("{% sta<|>tic 'a' %}{% load static %}") is None


def test_a_load_in_a_comment_does_not_count() -> None:
    text = "{% comment %}{% load static %}{% endcomment %}{% sta<|>tic 'a' %}"
    assert recognised(text) is None


def test_what_a_parent_loads_does_not_count() -> None:
    assert recognised("{% extends 'base.html' %}{% sta<|>tic 'a' %}") is None


def test_only_the_named_part_of_a_library_is_loaded() -> None:
    assert recognised("{% load trans from i18n %}{% tr<|>ans 'a' %}") == "tag:trans  «trans»"
    assert recognised("{% load trans from i18n %}{% lang<|>uage 'de' %}") is None


def test_the_words_of_load_are_known() -> None:
    assert recognised("{% load static hum<|>anize %}") == "library:humanize  «humanize»"
    assert recognised("{% load tra<|>ns from i18n %}") == "tag:trans  «trans»"
    assert recognised("{% load intco<|>mma from humanize %}") == "filter:intcomma  «intcomma»"
    assert recognised("{% load trans from i1<|>8n %}") == "library:i18n  «i18n»"
    assert recognised("{% load some<|>thing %}") is None


def test_a_name_of_an_old_release_leads_to_the_library_of_today() -> None:
    text = "{% load static<|>files %}"
    assert symbols(text) == ("library:staticfiles", "library:static")
    assert recognised("{% load staticfiles %}{% sta<|>tic 'a' %}") == "tag:static  «static»"


def test_a_tag_of_the_project_is_never_ours() -> None:
    assert recognised("{% load shop %}{% no<|>w %}", SHOP) is None
    assert recognised("{% load shop %}{{ a|low<|>er }}", SHOP) is None


def test_the_project_s_tag_counts_only_where_it_is_loaded() -> None:
    assert recognised("{% no<|>w 'Y' %}", SHOP) == "tag:now  «now»"


def test_of_two_libraries_the_last_loaded_wins() -> None:
    assert recognised("{% load shop static %}{% sta<|>tic 'a' %}", SHOP) == "tag:static  «static»"
    assert recognised("{% load static shop %}{% sta<|>tic 'a' %}", SHOP) is None


def test_a_library_of_the_project_hides_ours_of_the_same_name() -> None:
    project = ProjectLibraries({"i18n": Library(frozenset({"trans"}))})
    assert recognised("{% load i1<|>8n %}", project) is None
    assert recognised("{% load i18n %}{% tra<|>ns 'a' %}", project) is None


def test_libraries_of_the_configuration_need_no_load() -> None:
    project = ProjectLibraries(SHOP.own, ("django.templatetags.i18n", "project.templatetags.shop"))
    assert recognised("{% tra<|>ns 'a' %}", project) == "tag:trans  «trans»"
    assert recognised("{{ a|low<|>er }}", project) is None


def test_tags_that_django_keeps_for_its_own_admin_are_silent() -> None:
    assert recognised("{% load admin_modify %}{% submit<|>_row %}") is None


def test_a_tag_of_another_package_is_told_by_its_library() -> None:
    text = "{% load account %}{% user_dis<|>play user %}"
    assert symbols(text) == ("library:account", "tag:user_display")


def test_registered_names_are_read_from_the_source() -> None:
    tags, filters = libraries_in("""
from django import template
register = template.Library()
other = template.Library()

@register.filter
def initials(name): ...

@register.filter(name="cut")
def cut_off(value, arg): ...

@register.filter("short", is_safe=True)
def shorten(value): ...

@other.simple_tag(takes_context=True)
def current(context): ...

@register.simple_tag(name="now")
def my_now(): ...

@register.inclusion_tag("menu.html")
def menu(): ...

register.tag("box", do_box)
register.tag(panel)
register.filter("low", str.lower)
register.inclusion_tag("foot.html")(foot)
Book.objects.filter(title)
query.filter(author)
""")
    assert tags == {"current", "now", "menu", "box", "panel", "foot"}
    assert filters == {"initials", "cut", "short", "low"}


def test_a_module_that_does_not_parse_is_read_line_by_line() -> None:
    tags, filters = libraries_in("""
@register.filter
def initials(name: ...

@register.simple_tag(name="now")
def my_now(): ...

@register.inclusion_tag("menu.html")
def menu(): ...

register.filter("low", lower)
print "old"
""")
    assert tags == {"now", "menu"}
    assert filters == {"initials", "low"}


def test_djangos_own_libraries_are_not_the_project_s() -> None:
    source = "@register.filter\ndef lower(value): ..."
    libraries = project_libraries(
        (PurePosixPath(path), source)
        for path in (
            "django/templatetags/i18n.py",
            "site-packages/django/contrib/humanize/templatetags/humanize.py",
            "shop/templatetags/__init__.py",
            "shop/templatetags/price.py",
            "shop/filters.py",
        )
    )
    assert set(libraries.own) == {"price"}


def test_two_apps_may_have_libraries_of_one_name() -> None:
    libraries = project_libraries(
        [
            (PurePosixPath("a/templatetags/tools.py"), "@register.filter\ndef one(v): ..."),
            (PurePosixPath("b/templatetags/tools.py"), "@register.filter\ndef two(v): ..."),
        ]
    )
    assert libraries.own["tools"].filters == {"one", "two"}
