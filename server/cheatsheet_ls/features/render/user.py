"""Lines about the user's own code: where a middleware stands, what a whole date format shows."""

from __future__ import annotations

from collections.abc import Mapping

from cheatsheet_ls.features.render.escape import code_span


def notes(context: Mapping[str, str]) -> tuple[str, ...]:
    found = []
    if "position" in context:
        found.append(f"Yours stands {context['position']}.")
    if len(context.get("format", "")) > 1:
        found.append(f"The whole format shows {code_span(sample(context['format']))}.")
    return tuple(found)


def sample(date_format: str) -> str:
    """What Django makes of a format on the sample day of the facts, 7 March 2026."""
    from cheatsheet_ls.facts import names

    shown: list[str] = []
    escaped = False
    for character in date_format:
        facts = None if escaped else names.date_letter(character)
        if character == "\\" and not escaped:
            escaped = True
            continue
        shown.append(facts.sample if facts else character)
        escaped = False
    return "".join(shown)
