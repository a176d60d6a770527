"""Bodies of classes that no example of the sheet is written for: middleware, filter sets."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.completion.code_item import STOP, text_of
from cheatsheet_ls.features.completion.item import Item, Request
from cheatsheet_ls.model import Symbol

_HOOKS = {
    "__call__": f"(self, request):\n    {STOP}\n    return self.get_response(request)",
    "__init__": "(self, get_response):\n    self.get_response = get_response",
    "process_view": (
        f"(self, request, view_func, view_args, view_kwargs):\n    {STOP}\n    return None"
    ),
    "process_exception": f"(self, request, exception):\n    {STOP}\n    return None",
    "process_template_response": f"(self, request, response):\n    {STOP}\n    return response",
}
_OF_MIXIN = {
    "process_request": f"(self, request):\n    {STOP}\n    return None",
    "process_response": f"(self, request, response):\n    {STOP}\n    return response",
}
_FILTERS = {
    "CharFilter": 'lookup_expr="icontains"',
    "NumberFilter": 'lookup_expr="gte"',
    "BooleanFilter": "",
    "ChoiceFilter": "choices=[]",
    "MultipleChoiceFilter": "choices=[]",
    "DateFilter": 'lookup_expr="gte"',
    "DateFromToRangeFilter": "",
    "DateTimeFilter": "",
    "RangeFilter": "",
    "UUIDFilter": "",
    "OrderingFilter": 'fields=["pk"]',
}


def items(request: Request) -> Iterator[Item]:
    if request.place.trigger == "filterset":
        yield from _filters(request)
        return
    hooks = {**_HOOKS, **(_OF_MIXIN if "mixin" in request.place.context else {})}
    for rank, (name, rest) in enumerate(hooks.items()):
        if name not in request.place.taken and request.wanted(name):
            yield _item(request, name, f"{name}()", f"def {name}{rest}", "middleware method", rank)


def _filters(request: Request) -> Iterator[Item]:
    """In the spelling the file has for the package: `filters.CharFilter`, `CharFilter`."""
    module = request.place.context.get("module", "")
    for rank, (name, arguments) in enumerate(_FILTERS.items()):
        if module and request.wanted(name):
            code = f"name = {module}.{name}({arguments})"
            yield _item(request, name, name, code, "filter", rank, first="name")


def _item(
    request: Request, name: str, label: str, code: str, detail: str, rank: int, first: str = ""
) -> Item:
    insert = text_of(request, code)
    if first and request.options.snippets:
        insert = insert.replace(first, "${1:" + first + "}", 1) + "$0"
    return Item(
        label=label,
        kind="method" if not first else "class",
        insert=insert,
        span=request.place.typed,
        detail=detail,
        is_snippet=request.options.snippets,
        filters=(name,),
        rank=rank,
        last=True,
        symbol=Symbol("django.utils.deprecation.MiddlewareMixin") if not first else None,
    )
