"""`show`: an entry as the editor shows it, rendered for the terminal or as Markdown."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cheatsheet_ls.cli.output import complain, is_terminal, say
from cheatsheet_ls.cli.sheets import index_here

if TYPE_CHECKING:
    from cheatsheet_ls.sheet.index import Found, Index

NAME = "show"
HELP = "show entries by symbol, its last part (CharField, models.CharField, for) or entry id"

LISTED = 12  # further things of the same name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", metavar="NAME", nargs="+", help="what to show")
    parser.add_argument("--plain", action="store_true", help="Markdown, as for a pipe")
    parser.add_argument("--django", metavar="X.Y", help="the release your project is on")


def run(chosen: argparse.Namespace) -> int:
    index = index_here()
    shown = 0
    for name in chosen.names:
        markdown = _markdown(index, name, chosen.django)
        if markdown is None:
            complain(_not_found(index, name))
            continue
        if shown:
            say("")
        say(_for_terminal(markdown, plain=chosen.plain))
        shown += 1
    return 0 if shown == len(chosen.names) else 1


def _markdown(index: Index, name: str, django: str | None) -> str | None:
    found = index.by_name(name)
    if not found:
        return _from_facts(name)
    from cheatsheet_ls.features.render import entry_markdown

    card = entry_markdown(found[0], django)
    return card + _others(name, found[1:])


def _others(name: str, found: Sequence[Found]) -> str:
    """The further things of that name, with what to type for each."""
    if not found:
        return ""
    lines = [f"- `{_call(one)}` {_what(one)}" for one in found[:LISTED]]
    if len(found) > LISTED:
        lines.append(f"- and {len(found) - LISTED} more")
    return f"\n\n**Also called {name}:**\n\n" + "\n".join(lines)


def _call(found: Found) -> str:
    return found.symbol or found.entry.id


def _what(found: Found) -> str:
    if found.option is not None:
        return f"in {found.entry.title}: {found.option.summary}"
    kind = f"({found.entry.kind}) " if found.entry.kind else ""
    return f"{kind}{found.entry.summary}"


def _from_facts(name: str) -> str | None:
    from cheatsheet_ls.cli.beyond import card, symbols_called

    symbols = symbols_called(name)
    if not symbols:
        return None
    others = "".join(f"\n- `{symbol}`" for symbol in symbols[1:])
    return card(symbols[0]) + (f"\n\n**Also called {name}:**\n{others}" if others else "")


def _not_found(index: Index, name: str) -> str:
    near = index.nearest(name)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    return f"nothing is called {name!r}{hint}"


def _for_terminal(markdown: str, *, plain: bool) -> str:
    if plain or not is_terminal():
        return markdown
    from cheatsheet_ls.cli.terminal import rendered

    return rendered(markdown)
