"""What Django has removed, what it will remove, and how to say so for the project's own release.

Nothing is said where the project's release is not known, and of a range only what holds for all of
it. `removed-name` is gone, `removed-next` goes with the next release, `deprecated-name` later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity, Tag
from cheatsheet_ls.features.django import Django, before
from cheatsheet_ls.model import Span, Versions

REMOVED = Rule(
    "removed-name",
    Severity.ERROR,
    "The project's release of Django does not have it any more: imports and calls fail, settings "
    "are passed over.",
)
NEXT = Rule(
    "removed-next",
    Severity.HINT,
    "It works today with a warning; the release after the project's own does not have it.",
    tags=(Tag.DEPRECATED,),
)
DEPRECATED = Rule(
    "deprecated-name",
    Severity.HINT,
    "It works today with a warning; a later release of Django will not have it.",
    tags=(Tag.DEPRECATED,),
)
RULES = (REMOVED, NEXT, DEPRECATED)


@dataclass(frozen=True, slots=True)
class Aged:
    """A name of Django's as it stands in the file; `symbol` is what the documentation has."""

    title: str
    symbol: str
    versions: Versions
    severity: Severity = Severity.ERROR


def rule_for(versions: Versions, django: Django) -> Rule | None:
    if not django.known:
        return None
    if django.is_past(versions.removed):
        return REMOVED
    if not django.is_past(versions.deprecated):
        return None
    goes_next = versions.removed is not None and before(versions.removed) == django.high
    return NEXT if goes_next else DEPRECATED


def problem(aged: Aged, span: Span, django: Django, fixes: Sequence[Fix] = ()) -> Diagnostic | None:
    rule = rule_for(aged.versions, django)
    if rule is None:
        return None
    message = f"{aged.title} {_fate(aged.versions, rule)}"
    severity = aged.severity if rule is REMOVED else rule.severity
    found = rule.at(
        span, message, django.documented, tuple(fixes), symbol=aged.symbol, severity=severity
    )
    return found if found.docs else replace(found, docs=_notes(aged.versions, django))


def _notes(versions: Versions, django: Django) -> str:
    """The notes of the release that dropped or deprecated it."""
    from cheatsheet_ls.facts.docs import SITE

    return f"{SITE}/{django.documented}/releases/{versions.removed or versions.deprecated}/"


def _fate(versions: Versions, rule: Rule) -> str:
    instead = _plain(versions.instead)
    if rule is REMOVED:
        return f"was removed in Django {versions.removed}{f': use {instead}' if instead else ''}."
    until = f", removed in {versions.removed}" if versions.removed else ""
    return (
        f"is deprecated since {versions.deprecated}{until}{f': use {instead}' if instead else ''}."
    )


def _plain(instead: str | None) -> str:
    """Messages are no Markdown."""
    words = (instead or "").replace("`", "").strip().rstrip(".")
    return words[4:] if words.lower().startswith("use ") else words
