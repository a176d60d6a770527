"""`doctor`: what the server sees of a workspace; the first thing to paste into a bug report."""

from __future__ import annotations

import argparse
import json
from typing import Any

from cheatsheet_ls.cli.output import say

NAME = "doctor"
HELP = "tell what the server sees of a workspace: versions, folders, sheets, problems"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("root", metavar="ROOT", nargs="?", default=".", help="the workspace folder")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(chosen: argparse.Namespace) -> int:
    from cheatsheet_ls.cli.diagnosis import diagnosis

    told = diagnosis(chosen.root)
    if chosen.json:
        say(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for line in _lines(told):
            say(line)
    return 0


def _lines(told: dict[str, Any]) -> list[str]:
    django, interpreter = told["django"], told["interpreter"]
    server = told["server"]
    lines = [
        f"Server       {server['version']}, Python {server['python']}, {server['platform']}",
        f"Workspace    {told['root']}: {told['kind']}",
        f"Django       {_django(django)}",
        f"Environment  {interpreter['path'] or 'none'} ({interpreter['why']})",
        f"Templates    {', '.join(told['templates']) or 'no folder called templates'}",
        f"Cache        {server['cache'] or 'none'}",
    ]
    for sheet in told["sheets"]:
        lines.append(f"Sheet        {sheet['path']}: {sheet['entries']} entries, {sheet['why']}")
    lines += [f"Setting      {name} = {value!r}" for name, value in told["settings"].items()]
    lines += [f"Problem      {problem}" for problem in told["problems"]]
    return lines if told["problems"] else [*lines, "Problems     none"]


def _django(django: dict[str, Any] | None) -> str:
    if django is None:
        return "no version found: answers are for the newest release"
    told = (
        django["low"] if django["low"] == django["high"] else f"{django['low']} to {django['high']}"
    )
    return f"{told}, read from {django['source']}" + (
        f":{django['line']}" if django["line"] else ""
    )
