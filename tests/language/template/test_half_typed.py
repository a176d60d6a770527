"""Whatever is typed so far gives an answer or nothing, in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cheatsheet_ls.language.template.place import place_at_template
from cheatsheet_ls.language.template.recognise import recognise_template

WHOLE = """{% extends "base.html" %}{% load i18n static humanize %}
{% block title %}{{ block.super }} – {% translate "Books" %} 📚{% endblock %}
{% for book in books|dictsort:"title" %}
  <a href="{% url 'book' pk=book.pk %}" title='{{ book.title|escapejs }}'>
  {{ book.price|floatformat:2 }}</a>{% include "x.html" with a=book.date|date:"Y-m-d \\o" only %}
  {% if forloop.first and not book.sold %}{% include "x.html" %}
  {% elif user.is_staff %}{% now "jS F Y H:i" %}{% else %}{{ _("none") }}{% endif %}
{% empty %}{% comment "why" %}{{ {% }}{% endcomment %}{% verbatim x %}{{ a }}{% endverbatim x %}
{% endfor %}{# {% if %} #}
"""
PIECES = ["{%", "%}", "{{", "}}", "{#", "#}", " ", "\n", "|", ":", '"', "'", "\\", ".", "=", "é"]
PIECES += ["if", "endif", "for", "else", "load", "static", "date", "Y", "forloop", "as"]
PIECES += ["comment", "endcomment"]


@pytest.mark.parametrize("keep", ["before", "after"])
def test_a_template_cut_off_at_any_place_is_read(keep: str) -> None:
    for at in range(len(WHOLE)):
        source = WHOLE[:at] if keep == "before" else WHOLE[at:]
        edge = len(source) if keep == "before" else 0
        for offset in {edge, 0, len(source) // 2}:
            found = recognise_template(source, offset)
            assert found is None or 0 <= found.span.start <= offset <= found.span.end <= len(source)
            place = place_at_template(source, offset)
            assert place is None or place.typed.start <= offset == place.typed.end


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.data())
def test_any_mixture_of_signs_is_read(source: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    found = recognise_template(source, offset)
    assert found is None or found.span.start <= offset <= found.span.end
    place = place_at_template(source, offset)
    assert place is None or place.typed.start <= offset == place.typed.end


@pytest.mark.parametrize("offset", [-1, 10**9])
def test_offsets_outside_the_template_say_nothing(offset: int) -> None:
    assert recognise_template(WHOLE, offset) is None
    assert place_at_template(WHOLE, offset) is None


def test_a_template_of_5000_lines_answers_at_once_when_it_was_read() -> None:
    source = WHOLE * 600
    offset = source.rindex("forloop.first") + 10
    assert recognise_template(source, offset) is not None
    begin = time.perf_counter()
    for _ in range(10):
        recognise_template(source, offset)
    assert (time.perf_counter() - begin) / 10 < 0.005
