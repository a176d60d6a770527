"""LSP's classes are the same whether attrs builds them at once or each at its first use."""

from __future__ import annotations

import subprocess
import sys

LOOK = """
import attrs
from lsprotocol import types
for name, cls in sorted(types.ALL_TYPES_MAP.items()):
    if isinstance(cls, type) and attrs.has(cls):
        attrs.resolve_types(cls, types.ALL_TYPES_MAP, {})
        fields = [(f.name, str(f.type), repr(f.default), f.kw_only) for f in attrs.fields(cls)]
        own = [method for method in ("__eq__", "__lt__", "__repr__") if method in vars(cls)]
        print(name, fields, own, cls.__hash__ is None, cls.__match_args__)
"""


def run(*code: str) -> str:
    command = [sys.executable, "-c", "\n".join(code)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_class_has_the_fields_and_methods_it_always_had():
    at_once = run(LOOK)
    assert at_once.count("\n") > 500
    assert run("import cheatsheet_ls.lsp", LOOK) == at_once


def test_an_instance_compares_and_prints_as_always():
    code = """
from lsprotocol import types
one, other = types.Position(1, 2), types.Position(1, 3)
print(one < other, one == types.Position(1, 2), repr(one), types.Range(one, other))
try:
    types.Position(-1, 0)
except ValueError as error:
    print(error)
try:
    types.Position()
except TypeError as error:
    print(error)
"""
    assert run("import cheatsheet_ls.lsp", code) == run(code)


def test_classes_that_somebody_imported_before_stay_as_they_are():
    assert run("import lsprotocol.types", LOOK) == run("import cheatsheet_ls.lsp", LOOK)


def test_a_server_that_starts_builds_few_of_them():
    code = """
from cheatsheet_ls.lsp.server import create_server
from lsprotocol import types
create_server()
classes = [one for one in vars(types).values() if isinstance(one, type)]
fields = [vars(one).get("__attrs_attrs__") for one in classes]
waiting = [one for one in fields if type(one).__name__ == "_Fields"]
print(len(waiting) > 450)
"""
    assert run(code) == "True\n"
