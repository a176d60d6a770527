"""The edits that put an example at a spot: code in the file's own style, and its imports."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cheatsheet_ls.features.actions.spot import Spot
from cheatsheet_ls.features.edits import (
    TextEdit,
    below_imports,
    empty_lines_around,
    in_quotes_of,
    indent_unit,
    indented,
    line_start,
    newline_of,
)
from cheatsheet_ls.features.imports import Spelling
from cheatsheet_ls.features.line_length import limit_of, within
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Example, Kind, Span

_NEWLINE = re.compile(r"\r\n|\n|\r")


def written(
    example: Example, spot: Spot, document: Document, workspace: Workspace
) -> tuple[TextEdit, ...]:
    """Imports first; where both meet at one offset they are one edit."""
    text = document.text
    body = example.body or example.code
    imports: tuple[TextEdit, ...] = ()
    if document.kind is Kind.PYTHON:
        spelling = Spelling(text, workspace.module_of(document).tree)
        adapted = spelling.adapt(example.imports, body)
        body = within(adapted.body, limit_of(text) - len(spot.indent))
        body, imports = in_quotes_of(body, text), adapted.edits
    code = _placed(body, spot, text)
    return _joined((*imports, code), newline_of(text))


def _placed(body: str, spot: Spot, text: str) -> TextEdit:
    newline, unit = newline_of(text), indent_unit(text)
    code = indented(body, spot.indent, unit, newline)
    gap = empty_lines_around(body, spot.indent)
    if spot.on_empty_line:
        start = line_start(text, spot.offset)
        above = max(0, gap - _empty_above(text, start)) if text[:start].strip() else 0
        below = max(0, gap - _empty_below(text, spot.offset)) if text[spot.offset :].strip() else 0
        return TextEdit(Span(start, spot.offset), newline * above + code + newline * below)
    below = max(0, gap - _empty_below(text, spot.offset)) if text[spot.offset :].strip() else 0
    return TextEdit(Span(spot.offset, spot.offset), newline * (1 + gap) + code + newline * below)


def _empty_above(text: str, start: int) -> int:
    return _count_empty(reversed(_NEWLINE.split(text[max(0, start - 200) : start])[:-1]))


def _empty_below(text: str, end: int) -> int:
    return _count_empty(_NEWLINE.split(text[end : end + 200])[1:])


def _count_empty(lines: Iterable[str]) -> int:
    count = 0
    for line in lines:
        if line.strip():
            break
        count += 1
    return count


def _joined(edits: tuple[TextEdit, ...], newline: str) -> tuple[TextEdit, ...]:
    """Edits that touch become one: clients disagree about their order."""
    result: list[TextEdit] = []
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        if result and edit.span.start <= result[-1].span.end:
            last = result.pop()
            span = Span(last.span.start, max(last.span.end, edit.span.end))
            text = last.text + edit.text
            if not edit.text.startswith(("\r", "\n")):
                text = below_imports(last.text, edit.text, newline)
            result.append(TextEdit(span, text))
        else:
            result.append(edit)
    return tuple(result)
