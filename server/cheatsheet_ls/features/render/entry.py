"""An entry of the sheet, or one row of its options, as a card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from cheatsheet_ls.features.django import RELEASES as COMPARED
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import links, user, versions
from cheatsheet_ls.features.render.blocks import Block, blocks
from cheatsheet_ls.features.render.card import Card, Code
from cheatsheet_ls.features.render.escape import code_span, inline
from cheatsheet_ls.features.render.words import after_colon, kind_words, with_user_words
from cheatsheet_ls.model import NOTHING, Entry, Example, Option, Symbol, Versions

ROWS = 4  # of an option table in a short card
EXAMPLE_LINES = 8
_WORD = re.compile(r"[\w-]")
_WORDS = re.compile(r"[^`'\"]*`|[A-Za-z][\w']*,? [a-z]")  # a default that is told, not written


def entry_card(
    entry: Entry,
    django: Django,
    *,
    full: bool = False,
    context: Mapping[str, str] = NOTHING,
    docs: str | None = None,
) -> Card:
    """`docs` is the page the facts know for the very symbol, better than the entry's own."""
    parts = blocks(entry.text)
    gone = versions.headline(entry.versions, django)
    lead = after_colon(entry.summary) if gone is None else gone
    card = Card(
        title=entry.title,
        kind=kind_words(entry.kind),
        lead=lead,
        notes=versions.notes(entry.versions, django) + user.notes(context),
        bullets=_bullets(entry, parts, django, full),
        paragraphs=tuple(part.text for part in parts if part.kind == "paragraph"),
        warnings=_traps(entry.trap),
        rest=entry.text if full else "",
        codes=_codes(entry, django, full),
        link=links.link(
            docs or entry.docs, entry.title, links.docs_release(entry.versions, django)
        ),
    )
    return _personal(card, context)


def option_card(
    entry: Entry,
    option: Option,
    django: Django,
    *,
    full: bool = False,
    context: Mapping[str, str] = NOTHING,
    docs: str | None = None,
) -> Card:
    gone = versions.headline(option.versions, django)
    example = _example_using(option.name, entry.examples, django)
    title = _option_title(option)
    card = Card(
        title=title,
        kind=_role(entry, option, django),
        lead=after_colon(option.summary) if gone is None else gone,
        notes=versions.notes(option.versions, django) + user.notes(context),
        warnings=_traps(entry.trap) if _names(entry.trap or "", option.name) else (),
        rest=f"Part of **{entry.title}**: {entry.summary}" if full else "",
        codes=(_code(example),) if example else (),
        link=links.link(
            docs or option.docs or entry.docs,
            _linked_title(entry, option),
            links.docs_release(option.versions, django),
        ),
    )
    return _personal(card, context)


def _bullets(entry: Entry, parts: tuple[Block, ...], django: Django, full: bool) -> tuple[str, ...]:
    """A list in the text takes the place of the option table, as its writer meant it."""
    own = tuple(part.text for part in parts if part.kind == "item" and part.level == 0)
    if own and not full:
        return own
    rows = [option for option in entry.options if not django.is_past(option.versions.removed)]
    groups = [list(group) for _, group in groupby(rows, key=_told)]
    return tuple(_row(group, entry, django) for group in (groups if full else groups[:ROWS]))


def _told(option: Option) -> tuple[str, Versions]:
    """Rows that say the same one after the other are spellings of one thing: `-o`, `--output`."""
    return option.summary, option.versions


def _row(same: list[Option], entry: Entry, django: Django) -> str:
    option = same[0]
    of_entry = option.versions.since == entry.versions.since  # which the head of the card says
    own = replace(option.versions, since=None) if of_entry else option.versions
    note = versions.row_note(own, django)
    name = ", ".join(one.name if "`" in one.name else code_span(one.name) for one in same)
    return f"{name} {after_colon(option.summary).rstrip('.')}" + (f" ({note})" if note else "")


def fits(example: Example, django: Django) -> bool:
    """Whether the project's Django runs the example."""
    return not (
        django.is_past(example.versions.removed)
        or (example.versions.since and not django.reaches(example.versions.since))
    )


def _codes(entry: Entry, django: Django, full: bool) -> tuple[Code, ...]:
    usable = [example for example in entry.examples if fits(example, django)]
    if full:
        return tuple(Code(one.code, one.language, one.title) for one in usable)
    short = (one for one in usable if len(_shown(one).splitlines()) <= EXAMPLE_LINES)
    return tuple(_code(one) for one in list(short)[:1])


def _example_using(name: str, examples: Iterable[Example], django: Django) -> Example | None:
    for example in examples:
        short = len(_shown(example).splitlines()) <= EXAMPLE_LINES
        if short and fits(example, django) and _names(_shown(example), name):
            return example
    return None


def _shown(example: Example) -> str:
    """Imports are clutter in a float; an example that is only imports shows them."""
    return example.body.strip("\n") or example.code


def _code(example: Example) -> Code:
    return Code(_shown(example), example.language)


def _names(text: str, name: str) -> bool:
    """Whether the text holds the name as a word."""
    bare = name.strip("`").split(" ")[-1].rstrip("()")
    at = text.find(bare) if bare else -1
    while at >= 0:
        end = at + len(bare)
        if not _WORD.match(text, end) and not (at and _WORD.match(text, at - 1)):
            return True
        at = text.find(bare, end)
    return False


def _traps(trap: str | None) -> tuple[str, ...]:
    return (f"**Trap:** {trap}",) if trap else ()


def _role(entry: Entry, option: Option, django: Django) -> str:
    owner = code_span(_owner_name(option.symbol) or entry.title)
    return _role_word(option.symbol, owner) + _default(option, django)


def _owner_name(symbol: Symbol) -> str:
    """What a member or an argument belongs to: an entry's title may be that of several things."""
    kind, _, rest = symbol.rpartition(":")
    return rest.split(".")[-2] if kind in ("", "kwarg") and rest.count(".") > 1 else ""


def _default(option: Option, django: Django) -> str:
    """As its writer says, unless the facts know of different ones in different releases."""
    from cheatsheet_ls.features import defaults

    if defaults.changed(option.symbol, COMPARED):
        return defaults.words(option.symbol, django)
    if not option.default:
        return ""
    if _WORDS.match(option.default):
        return f", default: {inline(option.default)}"
    return f", default {code_span(option.default.strip('`'))}"


def _role_word(symbol: Symbol, owner: str) -> str:
    prefix, _, rest = symbol.partition(":")
    if not rest:
        from cheatsheet_ls.facts import api
        from cheatsheet_ls.features.facts_of_paths import member_word

        if api.is_module(symbol.rpartition(".")[0]):  # no member: a name of its own
            return api.kind(api.canonical(symbol) or symbol) or ""
        return f"{member_word(symbol)} of {owner}"
    words = {
        "kwarg": f"argument of {owner}",
        "setting": f"key of {owner}" if "." in rest else "setting",
        "command": f"flag of {owner}" if " " in rest else "management command",
        "meta": f"`Meta` option of a {rest.partition('.')[0] if '.' in rest else 'model'}",
        "date": "letter of a date format",
        "tag": "template tag",
        "filter": "template filter",
        "lookup": "field lookup",
        "converter": "path converter",
        "variable": "template variable",
        "env": "environment variable",
        "permission": "permission",
    }
    return words.get(prefix, f"part of {owner}")


def _option_title(option: Option) -> str:
    """Variables are known by their whole name, `forloop.counter`."""
    kind, _, name = option.symbol.partition(":")
    return name if kind == "variable" else option.name.strip("`")


def _linked_title(entry: Entry, option: Option) -> str:
    name = option.name.strip("`")
    owner = _owner_name(option.symbol) or entry.title
    return f"{owner}.{name}" if option.symbol.startswith("kwarg:") else name


def _personal(card: Card, context: Mapping[str, str]) -> Card:
    if not context:
        return card
    return replace(
        card,
        lead=with_user_words(card.lead, context),
        bullets=tuple(with_user_words(text, context) for text in card.bullets),
        paragraphs=tuple(with_user_words(text, context) for text in card.paragraphs),
    )
