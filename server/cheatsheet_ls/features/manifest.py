"""Django's own line in a manifest: which Django counts for the project, and which file decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.model import Match

if TYPE_CHECKING:
    from cheatsheet_ls.language.environment import DjangoVersion
    from cheatsheet_ls.language.manifests import Pin

PACKAGE = "package:django"


def notes(match: Match, document: Document, root: Path | None, django: Django) -> tuple[str, ...]:
    """Empty unless the match is Django in a list of packages."""
    if match.symbols[0] != PACKAGE or document.path is None or root is None:
        return ()
    from cheatsheet_ls.language.environment import django_version

    decided = django_version(document.path, root)
    return tuple(_sentences(decided, document, root.resolve(), django))


def _sentences(
    decided: DjangoVersion | None, document: Document, root: Path, django: Django
) -> Iterator[str]:
    if not django.known:
        yield f"No release is named here: cards speak of Django {django}, the newest they know."
        return
    if decided is None or Django.of(decided) != django:
        yield (
            f"Your project counts as Django **{django}**: the editor's settings "
            "or its chosen Python environment decide."
        )
        return
    yield f"Your project counts as Django **{django}**: {_place(decided, root)} decides."
    here = _written_here(document)
    if here and decided.source.resolve() != _real(document) and not _agree(here, decided):
        allowed = here.low if here.exact else f"{here.low} to {here.high}"
        yield f"This file says {allowed}, and comes after it."


def _place(decided: DjangoVersion, root: Path) -> str:
    """`uv.lock`, line 12; a folder of metadata stands for what is installed."""
    path = decided.source.resolve()
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    if decided.line:
        return f"{code_span(inside.as_posix())}, line {decided.line},"
    environment = next((p for p in inside.parts if p not in ("/", "..")), "")
    return f"what is installed in {code_span(environment)}"


def _written_here(document: Document) -> Pin | None:
    from cheatsheet_ls.language.environment import parser_of

    parse = parser_of(document.path.name) if document.path else None
    return parse(document.text) if parse else None


def _agree(here: Pin, decided: DjangoVersion) -> bool:
    """Whether what a file allows has room for what decides."""
    from cheatsheet_ls.language.releases import compare

    return compare(here.low, decided.low) <= 0 and compare(decided.high, here.high) <= 0


def _real(document: Document) -> Path | None:
    return document.path.resolve() if document.path else None
