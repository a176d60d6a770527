"""Tokens of templates, as Django cuts them."""

from __future__ import annotations

import time

import pytest

from cheatsheet_ls.language.template.lexer import lex


def tokens(source: str) -> list[str]:
    return [source[token.start : token.end] for token in lex(source)]


def test_tags_variables_and_comments_are_tokens_and_text_is_not() -> None:
    assert tokens("a {% if b %} c {{ d }} {# e #}") == ["{% if b %}", "{{ d }}", "{# e #}"]


def test_a_tag_knows_its_name_and_where_it_stands() -> None:
    source = "x {%  endfor%}"
    [token] = lex(source)
    assert (token.name, source[token.name_start : token.name_end]) == ("endfor%}"[:6], "endfor")


def test_a_tag_spread_over_lines_is_text_for_django() -> None:
    assert tokens("{% if a\n  and b %}{{ c }}") == ["{{ c }}"]
    assert tokens("{{ a\n|lower }}") == []


def test_an_opener_that_is_closed_nowhere_is_a_tag_being_typed() -> None:
    assert tokens("{% for x in y\n<p>{% endfor %}") == ["{% for x in y", "{% endfor %}"]
    assert [token.closed for token in lex("{{ a|da")] == [False]


def test_an_opener_without_its_closer_ends_where_the_next_begins() -> None:
    assert tokens("{% if {{ a }}") == ["{% if ", "{{ a }}"]


def test_as_for_django_the_first_closer_ends_a_token() -> None:
    assert tokens('{% trans "%}" %}') == ['{% trans "%}']


def test_nothing_between_comment_and_endcomment_is_a_token() -> None:
    source = '{% comment "why" %}{% for %}{{ a }}{% endcomment %}{{ b }}'
    assert tokens(source) == ['{% comment "why" %}', "{% endcomment %}", "{{ b }}"]


def test_verbatim_ends_only_with_its_own_name() -> None:
    source = "{% verbatim a %}{{ b }}{% endverbatim %}{{ c }}{% endverbatim a %}{{ d }}"
    assert tokens(source) == ["{% verbatim a %}", "{% endverbatim a %}", "{{ d }}"]


def test_a_comment_that_is_never_ended_silences_the_rest() -> None:
    assert tokens("{% comment %}{% for %}") == ["{% comment %}"]


def test_the_empty_tag_that_editors_close_by_themselves_has_no_name() -> None:
    [token] = lex("{%}")
    assert token.name == ""


@pytest.mark.parametrize(
    "piece", ["{%", "{{", "{#", "{", "{% a ", '{{ "', "{%{{", "%}", "{% if %}"]
)
@pytest.mark.parametrize("between", ["", "\n"])
def test_time_grows_with_the_length_only(piece: str, between: str) -> None:
    source = (piece + between) * 20_000
    begin = time.process_time()
    lex(source)
    assert time.process_time() - begin < 2
