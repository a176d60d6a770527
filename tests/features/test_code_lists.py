"""A further item in a list of the user's file, whatever shape the list has."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.code.lists import with_string
from cheatsheet_ls.features.drafts import CannotEdit

SHAPES = {
    "one item a line": (
        'A = [\n    "x",\n    "y",\n]\n',
        'A = [\n    "x",\n    "y",\n    "new",\n]\n',
    ),
    "no comma at the end": (
        'A = [\n    "x",\n    "y"\n]\n',
        'A = [\n    "x",\n    "y",\n    "new",\n]\n',
    ),
    "a comment behind the last": (
        'A = [\n    "x",  # first\n    "y"  # last\n]\n',
        'A = [\n    "x",  # first\n    "y",  # last\n    "new",\n]\n',
    ),
    "a comment below the last": (
        'A = [\n    "x",\n    # more to come\n]\n',
        'A = [\n    "x",\n    "new",\n    # more to come\n]\n',
    ),
    "the bracket behind the last": (
        'A = [\n    "x",\n    "y"]\n',
        'A = [\n    "x",\n    "y",\n    "new",\n]\n',
    ),
    "one line": ('A = ["x", "y"]\n', 'A = ["x", "y", "new"]\n'),
    "one line with a comma at the end": ('A = ["x", "y",]\n', 'A = ["x", "y", "new",]\n'),
    "empty": ("A = []\n", 'A = ["new"]\n'),
    "an empty tuple": ("A = ()\n", 'A = ("new",)\n'),
    "a tuple of one": ('A = ("x",)\n', 'A = ("x", "new",)\n'),
    "a tuple": ("A = (\n    'x',\n    'y',\n)\n", "A = (\n    'x',\n    'y',\n    'new',\n)\n"),
    "nothing but a comment": (
        "A = [\n    # none yet\n]\n",
        'A = [\n    # none yet\n    "new",\n]\n',
    ),
    "with an annotation": ('A: list[str] = ["x"]\n', 'A: list[str] = ["x", "new"]\n'),
    "added to another": ('A = BASE + ["x"]\n', 'A = BASE + ["x", "new"]\n'),
    "extended": ('A += [\n    "x",\n]\n', 'A += [\n    "x",\n    "new",\n]\n'),
    "tabs": ('A = [\n\t"x",\n]\n', 'A = [\n\t"x",\n\t"new",\n]\n'),
    "line ends of Windows": (
        'A = [\r\n    "x",\r\n]\r\n',
        'A = [\r\n    "x",\r\n    "new",\r\n]\r\n',
    ),
    "several on each line": (
        'A = [\n    "x", "y",\n    "z", "w",\n]\n',
        'A = [\n    "x", "y",\n    "z", "w",\n    "new",\n]\n',
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_at_the_end_of_a_list_with(shape: str):
    before, after = SHAPES[shape]
    assert with_string(before, "A", "new") == after


@pytest.mark.parametrize("shape", SHAPES)
def test_added_again_nothing_changes(shape: str):
    after = SHAPES[shape][1]
    assert with_string(after, "A", "new") == after


@pytest.mark.parametrize("shape", SHAPES)
def test_it_compiles_with(shape: str):
    compile(with_string(SHAPES[shape][0], "A", "new").replace("BASE", "[]"), "a.py", "exec")


def test_behind_the_last_of_those_it_follows():
    text = 'A = [\n    "x",\n    "y",  # two\n    "z",\n]\n'
    assert with_string(text, "A", "new", after=("x", "y")) == (
        'A = [\n    "x",\n    "y",  # two\n    "new",\n    "z",\n]\n'
    )


def test_before_the_first_of_those_that_follow_it():
    assert with_string('A = ["x", "y"]\n', "A", "new", before=("y",)) == 'A = ["x", "new", "y"]\n'


def test_in_the_list_that_holds_its_neighbour():
    text = 'A = ["x"]\nA += ["y"]\n'
    assert with_string(text, "A", "new", after=("y",)) == 'A = ["x"]\nA += ["y", "new"]\n'


@pytest.mark.parametrize(
    "text", ['A = env.list("A")\n', "A = [x for x in y]\n", "B = []\n", "A = [\n", "A = x[:]\n"]
)
def test_a_list_that_is_not_written_out_stays_as_it_is(text: str):
    with pytest.raises(CannotEdit):
        with_string(text, "A", "new")
