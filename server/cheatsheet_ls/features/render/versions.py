"""What to say about versions: only what concerns the project, in its own terms."""

from __future__ import annotations

from cheatsheet_ls.features.django import Django, release_key
from cheatsheet_ls.model import Versions

OLDEST_OF_INTEREST = "4.2"


def headline(versions: Versions, django: Django) -> str | None:
    """The verdict that replaces a card's first sentence: the thing is gone."""
    if not django.is_past(versions.removed):
        return None
    words = f"was **removed in {versions.removed}**"
    words += f"; your project is on {django}." if django.known else "."
    return words + _instead(versions)


def notes(versions: Versions, django: Django) -> tuple[str, ...]:
    """Version lines below the first sentence; empty where nothing matters to this project."""
    found = [_added(versions, django), _gone(versions, django)]
    return tuple(note for note in found if note)


def row_note(versions: Versions, django: Django) -> str:
    """The same in few words, for a row of options."""
    if django.reaches(versions.removed):
        return f"removed in {versions.removed}"
    if _matters(versions.since, django):
        return f"from {versions.since}"
    if django.reaches(versions.deprecated):
        return f"deprecated in {versions.deprecated}"
    return ""


def _matters(since: str | None, django: Django) -> bool:
    if since is None:
        return False
    if django.known:
        return django.is_before(since)
    return release_key(since) > release_key(OLDEST_OF_INTEREST)


def _added(versions: Versions, django: Django) -> str | None:
    if not _matters(versions.since, django) or django.is_past(versions.removed):
        return None
    return f"Added in {versions.since}{_project(django)}."


def _gone(versions: Versions, django: Django) -> str | None:
    if django.is_past(versions.removed):
        return None  # the headline says it
    if django.reaches(versions.removed):
        return f"Removed in {versions.removed}{_project(django)}.{_instead(versions)}"
    if django.reaches(versions.deprecated):
        until = f", to be removed in {versions.removed}" if versions.removed else ""
        return f"Deprecated in {versions.deprecated}{until}.{_instead(versions)}"
    return None


def _project(django: Django) -> str:
    if not django.known:
        return ""
    if django.low == django.high:
        return f": your project is on {django}"
    return f": your project allows {django}"


def _instead(versions: Versions) -> str:
    if not versions.instead:
        return ""
    instead = versions.instead.strip().rstrip(".")
    return f" {instead}." if instead.lower().startswith("use ") else f" Use {instead}."
