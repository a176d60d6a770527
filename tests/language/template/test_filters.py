"""Filters in variables and arguments."""

from __future__ import annotations

import pytest

from tests.language.template.answers import match, recognised


def test_a_filter_of_a_variable_is_known() -> None:
    assert recognised("{{ book.title|lo<|>wer }}") == "filter:lower  «lower»"


def test_each_filter_of_a_chain_is_known() -> None:
    assert recognised('{{ a|date:"Y"|def<|>ault:"x" }}') == "filter:default  «default»"
    assert recognised("{{ a | low<|>er }}") == "filter:lower  «lower»"


@pytest.mark.parametrize(
    "text",
    [
        "{% if books|len<|>gth > 3 %}",
        "{% with n=books|len<|>gth %}",
        "{% for b in books|len<|>gth %}",
        "{% include 'x' with n=books|len<|>gth only %}",
        "{% thumb books|len<|>gth %}",
        "{% filter len<|>gth|upper %}",
        "{% filter upper|len<|>gth %}",
    ],
)
def test_filters_in_arguments_of_tags_are_known(text: str) -> None:
    assert recognised(text) == "filter:length  «length»"


def test_a_bar_inside_a_string_begins_no_filter() -> None:
    assert recognised('{{ a|default:"x|lo<|>wer" }}') is None
    assert recognised("{% trans 'a|lo<|>wer' %}") is None


def test_an_argument_is_no_filter() -> None:
    assert recognised("{{ a|default:lo<|>wer }}") is None


def test_a_bar_in_text_begins_no_filter() -> None:
    assert recognised("{{ name }} | tit<|>le") is None
    assert recognised("<script>a || len<|>gth</script>") is None


def test_a_double_bar_begins_no_filter() -> None:
    assert recognised("{{ a||len<|>gth }}") is None


def test_a_name_that_no_library_has_is_not_known() -> None:
    assert recognised("{{ a|curr<|>ency }}") is None


def test_words_of_load_and_block_are_no_filters() -> None:
    assert recognised("{% block a|lo<|>wer %}") is None


def test_a_filter_is_known_while_it_is_typed() -> None:
    assert recognised("{{ a|low<|>er") == "filter:lower  «lower»"


def test_an_argument_with_a_meaning_is_explained_where_it_stands() -> None:
    found = match('{{ price|floatformat:"2<|>g" }}')
    assert found is not None
    assert (found.symbols, found.context["argument"]) == (("filter:floatformat",), '"2g"')
    assert recognised("{{ price|floatformat:-<|>2 }}") == "filter:floatformat  «-2»"


def test_a_variable_given_to_a_filter_is_no_such_argument() -> None:
    assert recognised("{{ price|floatformat:pla<|>ces }}") is None
