"""What may be inserted where in a template."""

from __future__ import annotations

from cheatsheet_ls.language.template.project import Library, ProjectLibraries
from cheatsheet_ls.model import Scope
from tests.language.template.answers import offered, place


def context(text: str, name: str) -> str:
    found = place(text)
    assert found is not None
    return found.context[name]


def test_a_tag_is_wanted_after_its_opener() -> None:
    assert offered("{%<|>") == "tag «»"
    assert offered("{% <|> %}") == "tag «»"
    assert offered("{% fo<|>") == "tag «fo»"
    assert offered("{% fo<|> %}") == "tag «fo»"


def test_no_tag_is_wanted_in_its_arguments() -> None:
    assert offered("{% for a<|> %}") is None
    assert offered("{% <|> for a %}") is None


def test_what_ends_the_tag_already_is_told() -> None:
    assert context("{% fo<|> %}", "closed") == "%}"
    assert context("{%<|>}", "closed") == "}"
    assert context("{% fo<|>", "closed") == ""
    assert context("{% fo<|>\n<p>{% endif %}", "closed") == ""
    assert context("{% fo<|> <p>{% if a %}", "closed") == ""


def test_the_whole_tag_can_be_replaced() -> None:
    found = place("a {% fo<|> %} b")
    assert found is not None
    assert (found.context["start"], found.context["end"]) == ("2", "10")


def test_blocks_that_want_an_end_are_told_innermost_first() -> None:
    assert context("{% if a %}{% for b in c %}{% <|>", "open") == "for,if"
    assert context("{% if a %}{% for b in c %}{% endfor %}{% <|>", "open") == "if"
    assert context("{% if a %}{% <|> %}{% endif %}", "open") == ""
    assert context("{% if a %}{% <|> %}{% endif %}", "around") == "if"


def test_the_end_tag_being_typed_is_still_wanted() -> None:
    assert context("{% if a %}{% endif<|>", "open") == "if"
    assert context("{% if a %}{% end<|>", "open") == "if"


def test_loaded_libraries_are_told() -> None:
    assert context("{% load static i18n %}{% <|>", "libraries") == "i18n,static"
    project = ProjectLibraries({"shop": Library()}, ("django.templatetags.tz",))
    found = place("{% <|>", project)
    assert found is not None
    assert found.context["libraries"] == "tz"


def test_a_filter_is_wanted_after_a_bar() -> None:
    assert offered("{{ a|<|> }}") == "filter «»"
    assert offered("{{ a|da<|>") == "filter «da»"
    assert offered("{% if a|len<|> %}") == "filter «len»"
    assert offered("{% filter lo<|> %}") == "filter «lo»"


def test_no_filter_is_wanted_in_text_strings_and_after_two_bars() -> None:
    assert offered("a|lo<|>") is None
    assert offered('{{ a|default:"x|lo<|>" }}') is None
    assert offered("{{ a||<|> }}") is None


def test_a_library_is_wanted_in_load() -> None:
    assert offered("{% load <|> %}") == "library «»"
    assert offered("{% load static i1<|> %}") == "library «i1»"
    assert offered("{% load trans from i1<|> %}") == "library «i1»"
    assert offered("{% load tr<|> from i18n %}") is None


def test_a_letter_is_wanted_in_a_date_format() -> None:
    assert offered('{{ a|date:"Y-<|>" }}') == "date «»"
    assert offered('{{ a|date:"<|>') == "date «»"
    assert context('{% now "Y-<|>" %}', "format") == "Y-"


def test_a_bare_word_is_completed_where_a_line_begins() -> None:
    found = place("<ul>\n    fo<|>\n</ul>")
    assert found is not None
    assert (found.trigger, found.indent, found.scope) == ("word", "    ", Scope.TEMPLATE)
    assert offered("<li>fo<|></li>") == "word «fo»"


def test_words_of_prose_are_left_alone() -> None:
    assert offered("this is fo<|>") is None


def test_bare_words_are_not_completed_inside_markup() -> None:
    assert offered('<a href="\nfo<|>"></a>') is None
    assert offered("<a\nfo<|>></a>") is None
    assert offered("<script>\nfo<|>\n</script>") is None
    assert offered("<style>\nfo<|>\n</style>") is None
    assert offered("<!--\nfo<|>\n-->") is None
    assert offered('<a title="{% if a > b %}>"\nfo<|>') is None


def test_after_markup_has_ended_words_count_again() -> None:
    assert offered("<script>if (a < b) {}</script>\nfo<|>") == "word «fo»"
    assert offered("<!-- <a -->\nfo<|>") == "word «fo»"
    assert offered('<a title="a > b">\nfo<|>') == "word «fo»"
    assert offered("1 < 2\nfo<|>") == "word «fo»"


def test_nothing_is_wanted_where_django_reads_no_tags() -> None:
    assert offered("{# fo<|> #}") is None
    assert offered("{% comment %}\nfo<|>\n{% endcomment %}") is None
    assert offered("{% verbatim %}\nfo<|>\n{% endverbatim %}") is None
    assert offered("{% load i18n %}{% blocktranslate %}\nfo<|>\n{% endblocktranslate %}") is None


def test_an_empty_line_is_a_place_too() -> None:
    assert offered("<p>\n  <|>\n</p>") == "statement «»"
    assert offered("<script>\n<|>\n</script>") is None
    assert offered("<p><|></p>") is None


def test_jinja_is_no_place() -> None:
    assert offered("{% set a = 1 %}{% fo<|>") is None
