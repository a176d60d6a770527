"""Text of sheets is data: what a hover could run or fetch is dead when it arrives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cheatsheet_ls.features.render import escape

NASTY = (
    "<img src=x onerror=alert(1)>",
    "![pixel](https://example.org/x.png)",
    "[run](command:workbench.action.quit)",
    "[run]( <command:x> )",
    "[x](javascript:alert)",
    "[x]: command:y",
    "<command:x>",
    "\\`<img src=x>\\`",
    "\\``a` <img src=x> `b`",
    "`` ` <b>` ",
    "[![a](https://b)](command:c)",
    "a\n- <script>`",
)


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").render(text))


@pytest.mark.parametrize("text", NASTY)
def test_nothing_alive_is_left(text: str):
    html = rendered(escape.inline(text))
    alive = ("<img", "<script", "<b>", 'href="command', 'href="javascript')
    assert [word for word in alive if word in html] == []


@given(st.text(alphabet="`\\<img src>[]()!:*_ \ncommand:", max_size=60))
def test_no_text_makes_html_or_a_link_that_is_not_of_the_web(text: str):
    tokens = MarkdownIt("commonmark").parse(escape.inline(text))
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "link_open"}


def test_code_spans_emphasis_and_web_links_stay():
    text = "a `<b>` in *this* [page](https://example.org)"
    assert escape.inline(text) == text


def test_plain_text_has_no_marks():
    assert escape.plain("**bold** `a_b` and [page](https://x.org), snake_case") == (
        "bold a_b and page (https://x.org), snake_case"
    )


def test_a_fence_cannot_be_closed_by_its_code():
    code = "```\n</details>\n````"
    html = rendered(escape.fence(code, "python"))
    assert html.count("<pre>") == 1
    assert "&lt;/details&gt;" in html


def test_a_fence_language_is_a_word():
    assert escape.fence("x", "py`thon\n<b>").startswith("```pythonb\n")


def test_a_code_span_holds_backticks():
    assert rendered(escape.code_span("a`b``c")) == "<p><code>a`b``c</code></p>\n"
