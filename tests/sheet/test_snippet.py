"""Examples become LSP snippets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cheatsheet_ls.sheet.snippet import occurrences, to_snippet


@pytest.mark.parametrize(
    ("code", "fill", "snippet"),
    [
        ("title = f(200)", "title 200", "${1:title} = f(${2:200})$0"),
        ("a = a + ab", "a", "${1:a} = $1 + ab$0"),
        ("title, subtitle, title_en", "title", "${1:title}, subtitle, title_en$0"),
        ("filter(title__icontains=q)", "title q", "filter(${1:title}__icontains=${2:q})$0"),
        ('x = {"a": "$b"}', "x", '${1:x} = {"a": "\\$b"\\}$0'),
        ("path\\x", "", "path\\\\x$0"),
        ("a.b a", "a.b a", "${1:a.b} ${2:a}$0"),
        ("{% block title %}", "title", "{% block ${1:title} %\\}$0"),
        ("*1*", "*", "${1:*}1$1$0"),
        ("*1*2", "*", "${1:*}1${1}2$0"),
    ],
)
def test_fill_words_become_tab_stops(code: str, fill: str, snippet: str) -> None:
    assert to_snippet(code, fill.split()) == snippet


def expanded(snippet: str) -> str:
    """What an editor inserts when nothing is typed over: placeholders and mirrors resolved."""
    values: dict[str, str] = {}

    def resolve(found: re.Match[str]) -> str:
        if found["escaped"]:
            return found["escaped"]
        number = found["stop"] or found["mirror"] or found["bare"]
        if found["stop"]:
            values[number] = re.sub(r"\\(.)", r"\1", found["text"])
        return values.get(number, "")

    token = (
        r"\\(?P<escaped>[\\$}])"
        r"|\$\{(?P<stop>\d+):(?P<text>(?:\\.|[^}\\])*)\}"
        r"|\$\{(?P<mirror>\d+)\}|\$(?P<bare>\d+)"
    )
    return re.sub(token, resolve, snippet)


WORDS = st.text(alphabet="ab_$}\\{1.% \n", min_size=1, max_size=4).filter(lambda w: not w.isspace())


@given(st.text(alphabet="ab_$}\\{1.% \n", max_size=40), st.lists(WORDS, unique=True, max_size=3))
def test_a_snippet_inserts_the_example_as_it_stands(code: str, fill: list[str]) -> None:
    assert expanded(to_snippet(code, fill)) == code


def test_a_word_is_found_as_a_whole_only() -> None:
    assert list(occurrences("max max_length climax", "max")) == [0]
    assert list(occurrences("a__b__a", "b")) == [3]
