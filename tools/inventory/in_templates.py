"""Names in templates: tags, filters, libraries, variables, operators."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.facts import names
from tools.inventory.moment import CURSOR, Moment, python, template
from tools.inventory.records import Record


def tag(record: Record) -> Iterator[Moment]:
    yield template(f"{{% {record.name}{CURSOR} %}}\n", record.library)


def filter_(record: Record) -> Iterator[Moment]:
    yield template(f"{{{{ value|{record.name}{CURSOR} }}}}\n", record.library)


def library(record: Record) -> Iterator[Moment]:
    yield template(f"{{% load {record.name}{CURSOR} %}}\n")


def date(record: Record) -> Iterator[Moment]:
    yield template(f'{{{{ value|date:"{record.name}{CURSOR}" }}}}\n')


def variable(record: Record) -> Iterator[Moment]:
    inner = f"{{{{ {record.name}{CURSOR} }}}}"
    around = {
        "forloop": f"{{% for book in books %}}{inner}{{% endfor %}}\n",
        "block": f"{{% block title %}}{inner}{{% endblock %}}\n",
    }
    yield template(around.get(record.name.partition(".")[0], inner))


def operator(record: Record) -> Iterator[Moment]:
    left = "" if record.name == "not" else "a "
    yield template(f"{{% if {left}{record.name}{CURSOR} b %}}{{% endif %}}\n")


def url_name(record: Record) -> Iterator[Moment]:
    """By its whole name: allauth's headless URLs stand in namespaces."""
    ending = f":{record.name}"
    for name in (record.name, *(one for one in names.names("url") if one.endswith(ending))):
        yield template(f"{{% url '{name}{CURSOR}' %}}\n")


def management_field(record: Record) -> Iterator[Moment]:
    """A page holds them as text; tests post them."""
    yield python(f'data = {{"{record.name}{CURSOR}": "1"}}\n', "library/tests.py")
