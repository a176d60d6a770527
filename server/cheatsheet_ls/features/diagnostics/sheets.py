"""Problems of a sheet, as `check` tells them, in the sheet itself."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Severity
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.lines import line_starts
from cheatsheet_ls.model import Span

LARGEST = 500_000  # characters; what is larger is the command's to check


def problems(document: Document) -> Iterator[Diagnostic]:
    from cheatsheet_ls.sheet.linting import lint_page

    if document.path is None or len(document.text) > LARGEST:
        return
    starts = line_starts(document.text)
    for problem in lint_page(document.text, document.path):
        span = _line(document.text, starts, problem.line)
        yield Diagnostic(f"sheet-{problem.rule}", span, Severity.WARNING, problem.message)


def _line(text: str, starts: list[int], number: int) -> Span:
    """The words of a line."""
    at = min(max(0, number - 1), len(starts) - 1)
    end = starts[at + 1] if at + 1 < len(starts) else len(text)
    line = text[starts[at] : end]
    start = starts[at] + len(line) - len(line.lstrip())
    return Span(start, max(start, starts[at] + len(line.rstrip())))
