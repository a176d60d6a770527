"""`init`: a sheet of your own to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from cheatsheet_ls.cli.output import complain, say
from cheatsheet_ls.cli.sheets import written

NAME = "init"
HELP = "write a sheet of your own to start from; nothing is ever overwritten"
FILE = "cheatsheet.md"

TEMPLATE = """\
# Our team

What we agreed on. Each `##` is an entry; its first paragraph is what the hover begins with.

## Money

Amounts in cents, so that nothing is lost in rounding. Prices are entered with tax.

- **Kind:** team rule
- **Symbols:** `django.db.models.DecimalField`, `django.db.models.FloatField`
- **See also:** `django.db.models.PositiveIntegerField`

### Store an amount

```python scope=model-body prefix=dj-money fill="price"
from django.db import models

price = models.PositiveIntegerField(help_text="in cents")
```

> **Trap:** a `FloatField` adds 0.1 and 0.2 to 0.30000000000000004.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?", default=FILE, help=f"default: {FILE}")


def run(chosen: argparse.Namespace) -> int:
    path = Path(chosen.path).expanduser()
    if path.is_dir():
        path = path / FILE
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        complain(f"{written(path)} is there already; nothing was written")
        return 1
    say(f"{written(path)} is written. Name it in pyproject.toml:\n")
    say(f'[tool.django-cheatsheet]\nsheets = ["{written(path)}"]\n')
    say(f"and check it while you write: django-cheatsheet-ls check --watch {written(path)}")
    return 0
