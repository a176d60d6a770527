"""The card of a symbol without an entry: what the generated facts know, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping

from cheatsheet_ls.features import defaults, facts_of_names, facts_of_paths
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.known import Known
from cheatsheet_ls.features.render import links, user, versions
from cheatsheet_ls.features.render.card import Card
from cheatsheet_ls.model import Symbol

__all__ = ["Known", "fact_card", "known"]

NEWEST = Django()


def known(symbol: Symbol, django: Django = NEWEST) -> Known | None:
    """What the facts know of a symbol; None where they do not know it."""
    kind, _, name = symbol.partition(":")
    if not name or kind == "python":
        return facts_of_paths.path(symbol, name or kind, django)
    if kind == "kwarg":
        return facts_of_paths.keyword(symbol, name, django)
    return facts_of_names.name(symbol, kind, name, django)


def fact_card(known: Known, django: Django, context: Mapping[str, str]) -> Card:
    from cheatsheet_ls.facts.docs import docs_url

    known = told_for(known, django)
    release = links.docs_release(known.versions, django)
    gone = versions.headline(known.versions, django)
    return Card(
        title=known.title,
        kind=known.kind + defaults.words(known.symbol, django),
        lead=gone or known.sentence,
        notes=versions.notes(known.versions, django) + user.notes(context),
        bullets=known.rows,
        link=links.link(docs_url((known.symbol,), release), known.title, release),
    )


def told_for(fact: Known, django: Django) -> Known:
    """The same, with the signature and the flags of the project's release."""
    return fact if django == NEWEST else known(fact.symbol, django) or fact
