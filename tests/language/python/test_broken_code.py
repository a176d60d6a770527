"""Code that does not parse, which is most code while it is typed: the rest of the file still
answers.
"""

import pytest

from tests.support.project import Project


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("class B(models.Model):\n    a = models.Char<|>Field(max_length=\n    b = 1", "django.db.models.CharField"),
        ("class B(models.Model):\n    a = models.CharField(max_len<|>gth=1, bl\n    b = 1", "kwarg:django.db.models.CharField.max_length"),
        ("class B(models.Model):\n    a = models.CharField(\n    b = models.Text<|>Field()", "django.db.models.TextField"),
        ("class B(models.Model):\n    a = 'open\n    b = models.Text<|>Field()", "django.db.models.TextField"),
        ("def f(:\n    pass\nx = models.Text<|>Field()", "django.db.models.TextField"),
        ("if True\n    x = models.Text<|>Field()", "django.db.models.TextField"),
        ("print 'python 2'\nx = models.Text<|>Field()", "django.db.models.TextField"),
        ("try:\n    pass\nexcept E, e:\n    x = models.Text<|>Field()", "django.db.models.TextField"),
        ("class B(models.Model):\n    class Meta:\n        orde<|>ring = [\n", "meta:model.ordering"),
        ("x = [\ndef f():\n    return models.Text<|>Field()", "django.db.models.TextField"),
        ("a = [\n    b(\n        wo\n        'b',\n        models.Text<|>Field(),\n    ),\n]", "django.db.models.TextField"),
        ("a = [\n    wo\n    b(1),\n    b(\n        models.Text<|>Field(),\n    ),\n]", "django.db.models.TextField"),
        ("class B(models.Model):\n    @prop\n    a = 1\n    b = models.Text<|>Field()", "django.db.models.TextField"),
        ("class B(models.Model):\n    b = models.Text<|>Field()\n\n    @prop\n", "django.db.models.TextField"),
    ],
)  # fmt: skip
def test_the_rest_still_answers(project: Project, text: str, symbol: str) -> None:
    match = project.match("from django.db import models\n" + text)
    assert match is not None
    assert match.symbols[0] == symbol


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_editor_has_them(project: Project, newline: str) -> None:
    text = "\ufefffrom django.db import models\n\n# 😀 \u2028 \x0c\nx = '😀'; y = models.Text<|>Field()\n"
    found = project.recognised(text.replace("\n", newline))
    assert found == "django.db.models.TextField  «TextField»"


@pytest.mark.parametrize(
    "text",
    [
        "<|>",
        "\x00<|>",
        "(" * 500 + "<|>",
        "x = " + "(" * 300 + "a<|>",
        "\ud800<|>a",
        "😀<|>",
        "'''<|>",
    ],
)
def test_odd_text_is_silent_and_harmless(project: Project, text: str) -> None:
    assert project.recognised(text) is None
    assert project.place(text) is None or project.place(text) is not None


def test_deep_nesting_ends(project: Project) -> None:
    deep = "x = " + "f(" * 2000 + "mod<|>els"
    assert project.recognised("from django.db import models\n" + deep) in (
        None,
        "django.db.models  «models»",
    )


def test_a_keystroke_parses_one_block_again(project: Project) -> None:
    text = "from django.db import models\n" + "".join(
        f"class A{i}(models.Model):\n    x = 1\n" for i in range(50)
    )
    document, _ = project.open(text + "y = 1<|>")
    before = project.workspace.module_of(document).tree
    document, _ = project.open(text.replace("class A25(", "class A25x(") + "y = 1<|>")
    after = project.workspace.module_of(document).tree
    assert len(set(map(id, after.blocks)) - set(map(id, before.blocks))) <= 3
