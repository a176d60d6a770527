"""What a problem is: where it is, why it matters, and what a machine can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from cheatsheet_ls.features.drafts import FileEdit
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.model import Span


class Severity(IntEnum):
    """As strong as Django itself takes it: what cannot run is an error."""

    ERROR = 1
    WARNING = 2
    INFORMATION = 3
    HINT = 4


class Tag(IntEnum):
    UNNECESSARY = 1
    DEPRECATED = 2


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of the document with a name. `safe` ones leave what the code does as it was meant,
    and are applied together by "fix all". `files` are changes beyond the document, which may be
    among them.
    """

    title: str
    edits: tuple[TextEdit, ...]
    safe: bool = True
    files: tuple[FileEdit, ...] = ()

    def changes(self, path: Path | None) -> tuple[FileEdit, ...]:
        """Of all files; `path` is that of the document."""
        own = (FileEdit(path, self.edits),) if self.edits else ()
        return (*own, *self.files)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`symbol` names what the documentation explains; spans count code points."""

    code: str
    span: Span
    severity: Severity
    message: str
    docs: str | None = None
    tags: tuple[Tag, ...] = ()
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, its reason, and the symbol whose documentation explains it.

    Codes that Django's system checks have are spelled as there; `is_of_django` tells them.
    """

    code: str
    severity: Severity
    reason: str
    symbol: str = ""
    tags: tuple[Tag, ...] = ()

    @property
    def is_of_django(self) -> bool:
        return "." in self.code

    def at(
        self,
        span: Span,
        message: str,
        release: str,
        fixes: tuple[Fix, ...] = (),
        *,
        symbol: str = "",
        severity: Severity | None = None,
        tags: tuple[Tag, ...] | None = None,
    ) -> Diagnostic:
        """The problem at a place, with the documentation of that release."""
        return Diagnostic(
            self.code,
            span,
            self.severity if severity is None else severity,
            message,
            docs_of([symbol or self.symbol or f"check:{self.code}", f"check:{self.code}"], release),
            self.tags if tags is None else tags,
            fixes,
        )


def docs_of(symbols: list[str], release: str) -> str | None:
    from cheatsheet_ls.facts.docs import docs_url

    return docs_url(symbols, release)
