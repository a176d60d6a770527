"""A method's signature as a subclass writes it, and the call that hands its arguments up.

`def get_context_data(self, **kwargs)`, `def has_change_permission(self, request, obj=None)`: what
nobody gives by hand, or what differs between releases, is left to `*args` and `**kwargs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cheatsheet_ls.facts.types import Member, Param

FEW = 2  # optional parameters that are written out
_PLAIN = ("None", "True", "False", "''", '""')


@dataclass(frozen=True, slots=True)
class Signature:
    """`parameters` by name without receiver; `written` and `handed` are as code has them."""

    name: str
    parameters: tuple[str, ...]
    written: tuple[str, ...]
    handed: tuple[str, ...]
    is_async: bool
    is_class: bool

    @property
    def is_static(self) -> bool:
        return self.is_class

    def head(self, *, named: bool) -> str:
        """From the decorator to the colon; `named` where the `def` is there already."""
        receiver = "cls" if self.is_class else "self"
        call = f"{self.name}({', '.join((receiver, *self.written))}):"
        if named:
            return call
        decorator = "@classmethod\n" if self.is_class else ""
        return f"{decorator}{'async ' if self.is_async else ''}def {call}"

    @property
    def super_call(self) -> str:
        await_ = "await " if self.is_async else ""
        return f"{await_}super().{self.name}({', '.join(self.handed)})"


def signature(owner: str, member: Member, release: str) -> Signature:
    from cheatsheet_ls.facts import defaults

    kept = [param for param in member.params if defaults.exists(param.versions, release)]
    pairs = tuple(_pairs(owner, member, kept, release))
    names = tuple(written.lstrip("*").partition("=")[0] for written, _ in pairs)
    written, handed = tuple(one for one, _ in pairs), tuple(one for _, one in pairs)
    return Signature(
        member.name, names, written, handed, member.is_async, member.kind == "classmethod"
    )


def _pairs(
    owner: str, member: Member, params: Sequence[Param], release: str
) -> Iterator[tuple[str, str]]:
    """Each parameter as it is declared and as it is handed up."""
    required = [param for param in params if param.required and not param.kind]
    yield from ((param.name, _handed(param)) for param in required)
    optional = [param for param in params if not param.required and not param.kind]
    rest = [param.kind + param.name for param in params if param.kind]
    values = [_default(owner, member, param, release) for param in optional]
    if any(value not in _PLAIN for value in values) or len(optional) > FEW or (optional and rest):
        rest = _rest(rest, by_position=any(not param.keyword_only for param in optional))
    else:
        for param, value in zip(optional, values, strict=True):
            yield f"{param.name}={value}", _handed(param)
    yield from ((one, one) for one in rest)


def _rest(declared: list[str], *, by_position: bool) -> list[str]:
    """`*args, **kwargs` under the names the API has for them."""
    named = next((one for one in declared if one.startswith("**")), None)
    if named is None:
        return ["*args", "**kwargs"]
    has_args = any(not one.startswith("**") for one in declared)
    return declared if has_args or not by_position else ["*args", named]


def _handed(param: Param) -> str:
    return f"{param.name}={param.name}" if param.keyword_only else param.name


def _default(owner: str, member: Member, param: Param, release: str) -> str:
    from cheatsheet_ls.facts import defaults

    return defaults.parameter(f"{owner}.{member.name}", param, release) or "…"
