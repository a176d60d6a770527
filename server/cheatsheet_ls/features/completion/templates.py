"""Names inside template tags: tags, filters, libraries, letters of a date format.

`{%` and `%}` are never doubled: what the file has behind the cursor is not inserted again. A tag
with a body brings its closing tag, unless the snippet of the sheet does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from cheatsheet_ls.features.completion import filters
from cheatsheet_ls.features.completion.first_tag import may_stand
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name, as_items, told
from cheatsheet_ls.features.completion.snippets import as_text, is_snippet
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.features.render.words import kind_words
from cheatsheet_ls.model import Entry, Example, Scope, Symbol


def items(request: Request) -> Iterator[Item]:
    trigger = request.place.trigger
    if trigger == "tag":
        yield from _closing(request)
        yield from _tag_snippets(request)
    if trigger == "filter":
        yield from filters.items(request)
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
    """What examples do with each tag, without the `{%` that is there already; of a tag that no
    example shows, its end.
    """
    from cheatsheet_ls.facts import names

    if request.index is None or _goes_on(request):
        return
    for name in filter(request.wanted, names.names("tag")):
        if not may_stand(request, name):
            continue
        facts = next(iter(names.tag(name)), None)
        if facts is None or not _is_available(request, facts.library):
            continue
        found = request.index.find((Symbol(f"tag:{name}"),))
        part = _shown(request, found.entry, name, facts.closing) if found else None
        if found is not None and part is not None:
            yield _tag_snippet(request, found.entry, part, name)
        elif facts.closing and not request.options.django.lacks(facts.versions):
            body = f"{name} %}}\n  \n{{% {facts.closing} %}}"
            yield _tag_snippet(request, found.entry if found else None, _bare(body), name)


def _bare(body: str) -> Example:
    return Example("", "", "htmldjango", Scope.TEMPLATE, None, body)


def _shown(request: Request, entry: Entry, tag: str, closing: str | None) -> Example | None:
    """The first example that begins with the tag, else what stands of it inside of one."""
    django = request.options.django
    if django.lacks(entry.versions) or request.lacks_package(*entry.requires):
        return None
    fitting = [
        one
        for one in entry.examples
        if one.scope is Scope.TEMPLATE
        and fits(one, django)
        and not request.lacks_package(*one.requires)
    ]
    begins = re.compile(rf"\{{%-?\s*(?={tag}\b)")
    fitting.sort(key=lambda one: begins.match(one.body) is None)
    for example in fitting:
        bound = request.bound(example)
        start = begins.search(bound.body)
        if start is not None:
            at, whole = start.end(), begins.match(bound.body) is not None
            end = len(bound.body) if whole else _end_of(bound.body, at, closing)
            body = bound.body[at:end]
            fill = tuple(word for word in bound.fill if word in body)
            return replace(bound, body=body, fill=fill)
    return None


def _end_of(body: str, start: int, closing: str | None) -> int:
    """Behind the closing tag, or behind the tag itself."""
    ending = re.compile(rf"\{{%-?\s*{closing}\b[^%]*%\}}" if closing else r"%\}")
    found = ending.search(body, start)
    return found.end() if found else len(body)


def _goes_on(request: Request) -> bool:
    """Whether the tag has more than a name already: a whole example would collide with it."""
    text, end = request.document.text, request.place.typed.end
    rest = text[end : text.find("}", end)] if _closed(request) else ""
    return bool(rest.strip(" %-"))


def _tag_snippet(request: Request, entry: Entry | None, inside: Example, tag: str) -> Item:
    from cheatsheet_ls.facts import usage

    typed, text = request.place.typed, request.document.text
    if _closed(request):
        inside = replace(inside, body=_without(_closed(request), inside.body))
    insert = as_text(inside, request)
    if text[: typed.start].endswith("%"):
        insert = " " + insert
    symbol = Symbol(f"tag:{tag}")
    return Item(
        label=tag,
        kind="snippet",
        insert=insert,
        span=typed,
        detail=kind_words(entry.kind) if entry else "template tag",
        summary=entry.summary if entry else "",
        is_snippet=request.options.snippets and is_snippet(inside),
        filters=(tag,),
        rank=30 - usage.level(symbol),
        deprecated=request.options.django.reaches(entry.versions.deprecated) if entry else False,
        symbol=symbol,
    )


def _without(end: str, body: str) -> str:
    """The `%}` behind the cursor (or an editor's lone `}`) ends the example's last tag."""
    body = body.rstrip()
    return body.removesuffix(end).rstrip(" ") if body.endswith("%}") else body


def _tags(request: Request) -> Iterator[Name]:
    """Names that the snippets did not cover; their own `%}` follows where it is missing."""
    from cheatsheet_ls.facts import names

    for name in names.names("tag"):
        for facts in names.tag(name)[:1]:
            if _is_available(request, facts.library) and may_stand(request, name):
                detail = "template tag" if facts.library == "builtin" else facts.library
                symbol = Symbol(f"tag:{name}")
                found = Name(name, symbol, "keyword", detail, versions=facts.versions)
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
    return filters.words(request, name)


def _is_available(request: Request, library: str) -> bool:
    return filters.is_available(request, library)


_SOURCES: Mapping[str, Callable[[Request], Iterable[Name]]] = {
    "tag": _tags,
    "library": _libraries,
    "date": _date_letters,
}
