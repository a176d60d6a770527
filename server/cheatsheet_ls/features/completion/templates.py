"""Names inside template tags: tags, filters, libraries, letters of a date format.

`{%` and `%}` are never doubled: what the file has behind the cursor is not inserted again. A tag
with a body brings its closing tag, unless the snippet of the sheet does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, as_items, told
from cheatsheet_ls.features.completion.snippets import TAG, as_text, is_snippet
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.model import Entry, Example, Scope, Symbol


def items(request: Request) -> Iterator[Item]:
    trigger = request.place.trigger
    if trigger == "tag":
        yield from _closing(request)
        yield from _tag_snippets(request)
    source = _SOURCES.get(trigger)
    if source is not None:
        yield from as_items(request, source(request))


def _closing(request: Request) -> Iterator[Item]:
    """The end tags and dividers of the blocks that are open, the innermost first."""
    from cheatsheet_ls.facts import names

    for rank, opened in enumerate(_words(request, "open")):
        for facts in names.tag(opened)[:1]:
            for word in (facts.closing, *(facts.intermediate if rank == 0 else ())):
                if word and request.wanted(word):
                    yield _tag_item(request, word, Symbol(f"tag:{opened}"), f"of {opened}", rank)


def _tag_item(request: Request, word: str, symbol: Symbol, detail: str, rank: int) -> Item:
    return Item(
        label=word,
        kind="keyword",
        insert=_between(request, word),
        span=request.place.typed,
        detail=detail,
        filters=(word,),
        rank=rank,
        symbol=symbol,
    )


def _between(request: Request, inside: str) -> str:
    """Tag contents with the spaces and the `%}` that are missing around the cursor."""
    text, typed = request.document.text, request.place.typed
    lead = " " if text[: typed.start].endswith("%") else ""
    missing = {"": " %}", "}": " %"}.get(_closed(request), "")
    return lead + inside + missing


def _closed(request: Request) -> str:
    """What ends the tag behind the cursor: `%}`, the lone `}` of an editor, or nothing yet."""
    return request.place.context.get("closed", "")


def _tag_snippets(request: Request) -> Iterator[Item]:
    """Examples that begin with a tag, without the `{%` that is there already."""
    if request.index is None or _goes_on(request):
        return
    offered: set[str] = set()
    for entry, example in request.index.examples(Scope.TEMPLATE):
        tag = TAG.match(example.body)
        if tag is None or example.prefix is None or not _is_loaded(request, tag[1]):
            continue
        django = request.options.django
        if not fits(example, django) or django.lacks(entry.versions):
            continue
        if request.lacks_package(*entry.requires, *example.requires):
            continue
        if not request.wanted(tag[1], entry.title):
            continue
        if tag[1] not in offered and _is_about(entry, tag[1]):
            offered.add(tag[1])
            yield _tag_snippet(request, entry, example, tag[1], tag.start(1), 10 + len(offered))


def _goes_on(request: Request) -> bool:
    """Whether the tag has more than a name already: a whole example would collide with it."""
    text, end = request.document.text, request.place.typed.end
    rest = text[end : text.find("}", end)] if _closed(request) else ""
    return bool(rest.strip(" %-"))


def _tag_snippet(
    request: Request, entry: Entry, example: Example, tag: str, start: int, rank: int
) -> Item:
    from dataclasses import replace

    typed, text = request.place.typed, request.document.text
    example = request.bound(example)
    inside = replace(example, body=example.body[start:])
    if _closed(request):
        inside = replace(inside, body=_without(_closed(request), inside.body))
    insert = as_text(inside, request)
    if text[: typed.start].endswith("%"):
        insert = " " + insert
    return Item(
        label=tag,
        kind="snippet",
        insert=insert,
        span=typed,
        detail=kind_words(entry.kind),
        summary=entry.summary,
        is_snippet=request.options.snippets and is_snippet(inside),
        filters=(tag,),
        rank=rank,
        deprecated=request.options.django.reaches(entry.versions.deprecated),
        symbol=Symbol(f"tag:{tag}"),
    )


def _without(end: str, body: str) -> str:
    """The `%}` behind the cursor (or an editor's lone `}`) ends the example's last tag."""
    body = body.rstrip()
    return body.removesuffix(end).rstrip(" ") if body.endswith("%}") else body


def _is_about(entry: Entry, tag: str) -> bool:
    return any(symbol == f"tag:{tag}" for symbol in entry.symbols)


def _tags(request: Request) -> Iterator[Name]:
    """Names that the snippets did not cover; their own `%}` follows where it is missing."""
    from cheatsheet_ls.facts import names

    for name in names.names("tag"):
        for facts in names.tag(name)[:1]:
            if _is_available(request, facts.library):
                detail = "template tag" if facts.library == "builtin" else facts.library
                symbol = Symbol(f"tag:{name}")
                found = Name(name, symbol, "keyword", detail, versions=facts.versions)
                yield told(request, found)


def _filters(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("filter"):
        for facts in names.filter_(name)[:1]:
            if _is_available(request, facts.library):
                detail = "filter" if facts.library == "builtin" else f"filter of {facts.library}"
                symbol = Symbol(f"filter:{name}")
                found = Name(name, symbol, "function", detail, versions=facts.versions)
                yield told(request, found)


def _libraries(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for name in names.names("library"):
        facts = names.library(name)
        if facts is not None and name != "builtin":
            symbol, detail = Symbol(f"library:{name}"), f"library of {facts.app}"
            yield told(request, Name(name, symbol, "module", detail, versions=facts.versions))


def _date_letters(request: Request) -> Iterator[Name]:
    from cheatsheet_ls.facts import names

    for letter in names.names("date"):
        facts = names.date_letter(letter)
        if facts is not None:
            yield Name(letter, Symbol(f"date:{letter}"), "value", facts.sample)


def _words(request: Request, name: str) -> list[str]:
    return [word for word in request.place.context.get(name, "").split(",") if word]


def _is_available(request: Request, library: str) -> bool:
    return library == "builtin" or library in _words(request, "libraries")


def _is_loaded(request: Request, tag: str) -> bool:
    from cheatsheet_ls.facts import names

    found = names.tag(tag)
    return not found or any(_is_available(request, facts.library) for facts in found)


_SOURCES: Mapping[str, Callable[[Request], Iterable[Name]]] = {
    "tag": _tags,
    "filter": _filters,
    "library": _libraries,
    "date": _date_letters,
}
