"""After any edits a file is read as if it had just been opened; a keystroke costs little."""

from __future__ import annotations

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from cheatsheet_ls.language.python.binders import may_bind
from cheatsheet_ls.language.python.tree import Tree

LONG = (
    "import a\n\n@b\nclass A(B):\n    '''Doc.'''\n\n"
    + "".join(f"    x{n} = f(\n        a={n},\n    )\n\n" for n in range(60))
    + "".join(f"    @d\n    def m{n}(self):\n        return 'é'\n\n" for n in range(40))
    + "if x:\n    y = 1\nelse:\n    y = 2\n\n"
    + "def f():\n"
    + "".join(f"    z{n} = [{n}]\n" for n in range(250))
)
WORDS = ["x", "\n", '"""', "'", "(", ")", "[", "    ", "#", "\\", "\r\n", "@d\n", "def f():\n", ","]
EDITS = st.tuples(
    st.floats(0, 1), st.integers(0, 40), st.sampled_from(WORDS), st.booleans(), st.booleans()
)


def read(tree: Tree) -> list[tuple[str, list[str]]]:
    nodes = [[ast.dump(node, include_attributes=True) for node in b.body] for b in tree.blocks]
    return [(block.text, dumped) for block, dumped in zip(tree.blocks, nodes, strict=True)]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(EDITS, max_size=8))
def test_a_file_is_read_as_if_just_opened(edits: list[tuple[float, int, str, bool, bool]]) -> None:
    tree = Tree(LONG)
    for where, length, word, cuts, asked in edits:
        at = int(where * len(tree.text))
        end = at + length if cuts else at
        tree = Tree(tree.text[:at] + word + tree.text[end:], tree)
        if asked:
            assert read(tree) == read(Tree(tree.text))
    assert read(tree) == read(Tree(tree.text))


def test_a_long_class_keeps_its_members_when_a_line_is_added_above() -> None:
    before = Tree(LONG)
    (old,) = before.blocks[1].body
    after = Tree(LONG.replace("Doc.", "Doc.\n\n    More."), before)
    (new,) = after.blocks[1].body
    assert isinstance(old, ast.ClassDef)
    assert isinstance(new, ast.ClassDef)
    assert new.body[30] is old.body[30]
    assert after.text[slice(*after.span(1, new.body[30]))].startswith("x29 = f(")


def test_names_are_bound_where_they_are_not_merely_used() -> None:
    binding = [
        "import models.fields", "from a import models", "from a import (\n    models,\n)",
        "models = 1", "for models in x: pass", "with x as models: pass", "def models(): pass",
        "class  models(A): pass", "import os, models.x", "(models := 1)", "a, models = b",
    ]  # fmt: skip
    assert all(list(may_bind(text, "models")) for text in binding)
    using = ["models.CharField()", "models (1)", "x = models.A", "class A(models.Model): pass"]
    assert not [text for text in using if list(may_bind(text, "models"))]
    assert list(may_bind("from a import (*)", "*"))
    assert not list(may_bind("a = b * c", "*"))
