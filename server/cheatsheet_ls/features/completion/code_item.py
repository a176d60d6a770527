"""A name with the code that is written for it, in the file's style, with a place to type at."""

from __future__ import annotations

from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.features.completion.name import Name
from cheatsheet_ls.features.edits import in_quotes_of, indent_unit, indented, newline_of

STOP, PASS = "cheatsheet_stop", "cheatsheet_pass"


def assignment(request: Request, name: Name, kind: str, value: str) -> Item:
    """`name = value`, the value as a tab stop."""
    return code_item(request, name, kind, f"{name.name} = {value}", value)


def code_item(request: Request, name: Name, kind: str, code: str, stop: str) -> Item:
    return Item(
        label=name.name,
        kind=kind,
        insert=text_of(request, code, stop),
        span=request.place.typed,
        detail=name.detail,
        summary=name.summary,
        is_snippet=request.options.snippets,
        filters=(name.name,),
        rank=name.rank,
        last=True,
        deprecated=request.options.django.reaches(name.versions.deprecated),
        symbol=name.symbol,
    )


def text_of(request: Request, code: str, stop: str = "") -> str:
    """Code in the file's indentation; its value or its empty line is where the cursor goes."""
    from cheatsheet_ls.sheet.snippet import escape

    text, snippets = request.document.text, request.options.snippets
    indent = "" if snippets else request.place.indent
    code = indented(in_quotes_of(code, text), indent, indent_unit(text), newline_of(text))
    code = code.removeprefix(indent)
    if not snippets:
        return code.replace(PASS, "pass").replace(STOP, "...")
    if stop:
        end = len(code) - len(stop)
        return escape(code[:end]) + "${1:" + escape(code[end:]) + "}$0"
    return escape(code).replace(PASS, "${0:pass}").replace(STOP, "$0")
