"""A long class is parsed where somebody looks, and answers as a short one does."""

import ast

import pytest

from cheatsheet_ls.language.python.long_class import LONG, Long
from cheatsheet_ls.language.python.tree import Tree
from tests.support.project import Project

FILLING = "".join(f"    def test_{n}(self):\n        self.x{n} = {n}\n\n" for n in range(200))
HEAD = (
    "from django.test import TestCase\nfrom django.http import HttpResponse\n\n"
    "class BookTests(TestCase):\n"
)


def _long(end: str) -> str:
    text = HEAD + FILLING + end
    assert len(text) > LONG
    return text


def test_only_the_member_looked_at_is_parsed() -> None:
    text = _long("    def test_last(self):\n        self.client\n")
    tree = Tree(text)
    block, path = tree.path_at(text.index("self.client"))
    cls = path[0]
    assert isinstance(cls, Long)
    parsed = [member for member in cls.members if member._body is not None]
    assert len(parsed) <= 2
    assert text[slice(*tree.span(block, path[-1]))] == "self"


def test_the_body_on_demand_is_the_whole_body() -> None:
    (node,) = Tree(_long("    last = 1\n")).blocks[-1].body
    (plain,) = ast.parse(_long("    last = 1\n")).body[-1:]
    assert isinstance(node, ast.ClassDef)
    assert isinstance(plain, ast.ClassDef)
    shift = plain.lineno - node.lineno
    assert [s.lineno + shift for s in node.body] == [s.lineno for s in plain.body]
    assert ast.dump(node.body[-1]) == ast.dump(plain.body[-1])


@pytest.mark.parametrize(
    ("end", "symbol"),
    [
        ("    def test_a(self):\n        self.client.ge<|>t('/')\n", "django.test.Client.get  «get»"),
        ("    def setUp(self):\n        self.r = HttpResponse()\n    def test_a(self):\n        self.r.status_co<|>de\n",
         "django.http.HttpResponse.status_code  «status_code»"),
        ("    response = HttpResponse()\n    def test_a(self):\n        self.response.status_co<|>de\n",
         "django.http.HttpResponse.status_code  «status_code»"),
        ("    def test_a(self):\n        if\n        self.client.ge<|>t('/')\n", "django.test.Client.get  «get»"),
    ],
)  # fmt: skip
def test_members_of_long_classes(project: Project, end: str, symbol: str) -> None:
    assert project.recognised(_long(end), "shop/tests.py") == symbol


def test_an_edit_in_one_member_moves_those_below() -> None:
    before = Tree(_long("    def test_last(self):\n        self.client\n"))
    before.path_at(before.text.index("self.client"))
    after = Tree(before.text.replace("self.x5 = 5", "self.x5 = (\n            5)"), before)
    block, path = after.path_at(after.text.index("self.client"))
    assert after.text[slice(*after.span(block, path[-1]))] == "self"
