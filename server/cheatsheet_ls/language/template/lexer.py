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


_OPENING = re.compile(r"\{(?:%[ \t]*(?P<name>[^\s{}]{0,100})|\{|#)")
_LINE_END = re.compile(r"[\r\n]")
_DELIMITER = re.compile(r"\{[%{#]|%\}|\}\}")
_KINDS = {
    "%": (TokenKind.TAG, "%}"),
    "{": (TokenKind.VARIABLE, "}}"),
    "#": (TokenKind.COMMENT, "#}"),
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
    finder = _Finder(source)
    position = 0
    while (opening := _OPENING.search(source, position)) is not None:
        start = opening.start()
        kind, closer = _KINDS[source[start + 1]]
        close = finder.on_line(closer, start + 2)
        end = close if close >= 0 else _open_end(source, start, finder.line_end)
        position = close + 2 if close >= 0 else end
        if close < 0 and (kind is TokenKind.COMMENT or _is_closed_later(source, kind, end)):
            continue
        at = opening.start("name")
        name = (opening["name"] or "")[: max(0, end - at)]
        found.append(Token(kind, start, position, start + 2, end, close >= 0, name, at))
    return found


class _Finder:
    """Finds closers on the line of their opener, never looking at one stretch of text twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.line_end = -1
        self.next: dict[str, int] = {}

    def on_line(self, closer: str, position: int) -> int:
        if position > self.line_end:
            ending = _LINE_END.search(self.source, position)
            self.line_end = ending.start() if ending else len(self.source)
        close = self.next.get(closer, -1)
        if close < position:
            close = self.source.find(closer, position)
            self.next[closer] = close if close >= 0 else len(self.source)
        return close if 0 <= close < self.line_end else -1


def _open_end(source: str, start: int, line_end: int) -> int:
    """An opener without its closer reaches to the next opener or the end of the line."""
    following = _OPENING.search(source, start + 2, line_end)
    return following.start() if following else line_end


def _is_closed_later(source: str, kind: TokenKind, end: int) -> bool:
    """Spread over lines is not half typed: Django takes it for text, and so do we."""
    following = _DELIMITER.search(source, end)
    return following is not None and following.group() == _CLOSERS[kind]
