"""Templates of Jinja look alike and mean something else: nothing is said in them."""

from __future__ import annotations

import pytest

from cheatsheet_ls.language.template.recognise import recognise_template
from tests.language.template.answers import recognised


@pytest.mark.parametrize(
    "sign",
    [
        "{%- if a -%}{% endif %}",
        "{{- a }}",
        "{% set a = 1 %}",
        "{% macro box(a) %}{% endmacro %}",
        "{{ url_for('index') }}",
        "{{ loop.index }}",
        "{{ books[0] }}",
        "{% if user is defined %}{% endif %}",
        "{% for a, b in c.items() %}{% endfor %}",
        "{% from 'x' import y %}",
        "{{ a ~ b }}",
    ],
)
def test_what_only_jinja_says_silences_the_template(sign: str) -> None:
    assert recognised(sign + "\n{% f<|>or a in b %}") is None


@pytest.mark.parametrize(
    "sign",
    [
        '{{ _("Title") }}',
        '{{ a|default:_("f(x)") }}',
        "{% if a %}{{ b }}{% endif %}",
        '{% comment "f(x)" %}{{ f(x) }}{% endcomment %}',
        "{% verbatim %}{{ f(x) }}{% endverbatim %}",
        "{% custom f(x) %}",
        '{{ "a[0]" }}',
    ],
)
def test_what_django_understands_does_not(sign: str) -> None:
    assert recognised(sign + "\n{% f<|>or a in b %}") == "tag:for  «for»"


def test_one_slip_does_not_silence_a_template_that_is_django_s() -> None:
    text = "{% load static %}{% csrf_token %}{{ form.as_p() }}{% f<|>or a in b %}"
    assert recognised(text) == "tag:for  «for»"


def test_a_user_can_have_jinja_taken_for_django() -> None:
    source = "{%- set a = 1 %}{% for a in b %}"
    assert recognise_template(source, source.index("for")) is None
    assert recognise_template(source, source.index("for"), jinja=True) is not None
