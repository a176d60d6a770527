"""Marked text: `<|>` is the cursor, `«…»` a span drawn back into the text.

>>> cursor("ab<|>c")
('abc', 2)
"""

from __future__ import annotations

from textwrap import dedent

from cheatsheet_ls.model import Span

CURSOR = "<|>"


def cursor(text: str) -> tuple[str, int]:
    """The text without its marker, and the offset where it stood; common indentation is removed."""
    text = dedent(text.removeprefix("\n"))
    before, marker, after = text.partition(CURSOR)
    assert marker, "a <|> is needed"
    assert CURSOR not in after, "one <|> is enough"
    return before + after, len(before)


def drawn(source: str, span: Span) -> str:
    """The words of a span as tests write them: `«models.CharField»`."""
    return f"«{source[span.start : span.end]}»"
