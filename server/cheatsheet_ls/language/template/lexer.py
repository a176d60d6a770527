"""Cuts a template into Django's tokens, with positions; any text gives tokens, in linear time.

Django's rule is kept: `{% … %}`, `{{ … }}` and `{# … #}` stand on one line each, and one that is
spread over lines is text. One thing is added for whoever is typing: an opening `{%` or `{{` that is
closed nowhere gives a token all the same, which is not `closed`.

>>> [token.kind.value for token in lex("{% if a %}{{ b }}{# c #}")]
['tag', 'variable', 'comment']

Text has no tokens of its own, and neither has anything between `{% comment %}` or `{% verbatim %}`
and its end: what stands there means nothing to Django.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class TokenKind(str, Enum):
    TAG = "tag"
    VARIABLE = "variable"
    COMMENT = "comment"


class Token(NamedTuple):
    """`start:end` is the whole token, `inner:inner_end` what stands between its delimiters."""

    kind: TokenKind
    start: int
    end: int
    inner: int
    inner_end: int
    closed: bool
    name: str = ""  # of a tag: its first word
    name_start: int = 0

    @property
    def name_end(self) -> int:
        return self.name_start + len(self.name)

    def holds(self, offset: int) -> bool:
        """Whether the cursor is between the delimiters, or at the open end of the token."""
        return self.inner <= offset <= self.inner_end


_OPENING = re.compile(r"\{[%{#]")
_DELIMITER = re.compile(r"\{[%{#]|%\}|\}\}")
_LINE_END = re.compile(r"[\r\n]")
_NAME = re.compile(r"[^\s}]+")
_KINDS = {
    "{%": (TokenKind.TAG, "%}"),
    "{{": (TokenKind.VARIABLE, "}}"),
    "{#": (TokenKind.COMMENT, "#}"),
}
_CLOSERS = dict(_KINDS.values())


def lex(source: str) -> tuple[Token, ...]:
    """The live tokens of a template in order; those inside comment and verbatim are left out."""
    tokens: list[Token] = []
    until = ""  # contents of the tag that ends a comment or verbatim block
    for token in _all_tokens(source):
        if not until:
            tokens.append(token)
            until = _silenced_until(source, token)
        elif token.kind is TokenKind.TAG and _contents(source, token) == until:
            tokens.append(token)
            until = ""
    return tuple(tokens)


def _contents(source: str, token: Token) -> str:
    return source[token.inner : token.inner_end].strip()


def _silenced_until(source: str, token: Token) -> str:
    """As Django has it, the end of verbatim repeats the words of its beginning."""
    if token.kind is not TokenKind.TAG or not token.closed:
        return ""
    if token.name == "comment":
        return "endcomment"
    return "end" + _contents(source, token) if token.name == "verbatim" else ""


def _all_tokens(source: str) -> list[Token]:
    found: list[Token] = []
    position, line_end = 0, -1
    unclosed: set[str] = (
        set()
    )  # closers that do not come again on this line: asked once, not per opener
    while (opening := _OPENING.search(source, position)) is not None:
        start, inner = opening.span()
        if start >= line_end:
            line_end = _end_of_line(source, start)
            unclosed.clear()
        kind, closer = _KINDS[opening.group()]
        close = -1 if closer in unclosed else source.find(closer, inner, line_end)
        if close < 0:
            unclosed.add(closer)
            position = _add_open_token(source, found, kind, start, line_end)
        else:
            found.append(_token(source, kind, start, close + 2, close, closed=True))
            position = close + 2
    return found


def _end_of_line(source: str, position: int) -> int:
    ending = _LINE_END.search(source, position)
    return ending.start() if ending else len(source)


def _add_open_token(
    source: str, found: list[Token], kind: TokenKind, start: int, line_end: int
) -> int:
    """An opener without its closer reaches to the next opener or the end of the line."""
    following = _OPENING.search(source, start + 2, line_end)
    end = following.start() if following else line_end
    if kind is not TokenKind.COMMENT and not _is_closed_later(source, kind, end):
        found.append(_token(source, kind, start, end, end, closed=False))
    return end


def _is_closed_later(source: str, kind: TokenKind, end: int) -> bool:
    """Spread over lines is not half typed: Django takes it for text, and so do we."""
    following = _DELIMITER.search(source, end)
    return following is not None and following.group() == _CLOSERS[kind]


def _token(
    source: str, kind: TokenKind, start: int, end: int, inner_end: int, *, closed: bool
) -> Token:
    inner = start + 2
    word = _NAME.search(source, inner, inner_end) if kind is TokenKind.TAG else None
    if word is None:
        return Token(kind, start, end, inner, inner_end, closed)
    return Token(kind, start, end, inner, inner_end, closed, word.group(), word.start())
