"""Cards as a reader sees them: short by default, in the project's own terms."""

from __future__ import annotations

from dataclasses import replace

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render import Style, card_text, entry_markdown
from cheatsheet_ls.features.render.entry import entry_card, option_card
from cheatsheet_ls.features.render.layout import MAX_CHARACTERS, MAX_LINES
from cheatsheet_ls.model import (
    Entry,
    Example,
    Option,
    Origin,
    Scope,
    Symbol,
    Versions,
)
from cheatsheet_ls.sheet.index import Found

FIELD = Entry(
    id="models/fields#charfield",
    title="CharField",
    kind="model field",
    symbols=(Symbol("django.db.models.CharField"),),
    summary="Text with a length limit, such as a name. For long text use `TextField`.",
    text="",
    versions=Versions(),
    docs="https://docs.djangoproject.com/en/stable/ref/models/fields/#charfield",
    options=(
        Option("max_length", Symbol("kwarg:x.CharField.max_length"), "None", "Most characters."),
        Option("choices", Symbol("kwarg:x.CharField.choices"), None, "Adds `get_FOO_display()`."),
    ),
    examples=(
        Example("a", "Store a title", "python", Scope.MODEL_BODY, "dj-charfield",
                "title = models.CharField(max_length=200)", ("from django.db import models",)),
    ),
    origin=Origin("models/fields.md", 12),
    trap="prefer an empty string to `null=True`.",
)  # fmt: skip

PLAIN = Django()
ON_4_2 = Django("4.2", "4.2", known=True)
ON_5_2 = Django("5.2", "5.2", known=True)


def short(entry: Entry = FIELD, django: Django = PLAIN, **words: str) -> str:
    return card_text(entry_card(entry, django, context=words), "short", Style())


def test_the_short_card_reads_like_this():
    assert short(django=ON_5_2, field="title") == (
        "**CharField** (model field): text with a length limit, such as a name."
        " For long text use `TextField`.\n"
        "\n"
        "- `max_length` most characters\n"
        "- `choices` adds `get_title_display()`\n"
        "\n"
        "**Trap:** prefer an empty string to `null=True`.\n"
        "\n"
        "```python\n"
        "title = models.CharField(max_length=200)\n"
        "```\n"
        "\n"
        "[Django 5.2: CharField]"
        "(https://docs.djangoproject.com/en/5.2/ref/models/fields/#charfield)"
    )


def test_the_plain_card_has_no_markdown():
    card = entry_card(FIELD, ON_5_2)
    text = card_text(card, "short", Style(markdown=False))
    assert text.startswith("CharField (model field): text with a length limit")
    assert not {"`", "*"} & set(text)
    assert "    title = models.CharField(max_length=200)" in text
    assert "\n\nDjango 5.2: CharField: https://docs.djangoproject.com/en/5.2/ref/models/" in text


def test_the_full_card_has_whole_examples_with_titles():
    found = Found(FIELD, None, FIELD.symbols[0])
    text = entry_markdown(found, "5.2")
    assert "**Store a title**\n\n```python\nfrom django.db import models\n" in text


def test_a_list_in_the_text_takes_the_place_of_the_options():
    text = short(replace(FIELD, text="- one\n- two\n\nAnd a paragraph."))
    assert "- one\n- two\n\nAnd a paragraph." in text
    assert "max_length` most" not in text


def test_a_short_card_never_outgrows_its_bounds():
    wall = replace(
        FIELD,
        summary="Long. " + "word " * 300,
        text="\n".join(f"- row {'x' * 200} {at}" for at in range(40)) + "\n\n" + "para " * 400,
        trap="trap " * 200,
    )
    text = short(wall)
    card = text.partition("\n```")[0] + "\n" + text.rpartition("```\n")[2]
    assert len(card.splitlines()) <= MAX_LINES
    assert len(card) <= MAX_CHARACTERS
    assert text.splitlines()[-1].startswith("[Django 6.1: CharField](")


def test_an_example_of_more_than_eight_lines_is_left_out():
    long = replace(FIELD.examples[0], body="\n".join(f"a{n} = {n}" for n in range(9)))
    assert "```" not in short(replace(FIELD, examples=(long,)))


def test_what_came_later_says_so_in_the_projects_terms():
    newer = replace(FIELD, versions=Versions(since="5.0"))
    assert "Added in 5.0: your project is on 4.2." in short(newer, ON_4_2)
    assert "Added" not in short(newer, ON_5_2)
    assert "Added in 5.0.\n" in short(newer)
    assert "your project" not in short(newer)


def test_a_range_of_releases_counts_by_both_ends():
    newer = replace(FIELD, versions=Versions(since="5.0"))
    django = Django("4.2", "5.2", known=True)
    assert "Added in 5.0: your project allows 4.2 to 5.2." in short(newer, django)


def test_what_is_gone_says_what_to_use():
    gone = replace(FIELD, versions=Versions("1.0", "4.2", "5.1", "`indexes`"))
    text = short(gone, ON_5_2)
    assert text.startswith(
        "**CharField** (model field) was **removed in 5.1**; your project is on 5.2. Use `indexes`."
    )
    assert "[Django 5.0: CharField](https://docs.djangoproject.com/en/5.0/" in text
    assert "Deprecated in 4.2, to be removed in 5.1. Use `indexes`." in short(gone, ON_4_2)


def test_rows_that_are_gone_are_left_out_and_new_ones_say_since_when():
    rows = (
        Option("old", Symbol("kwarg:x.old"), None, "Old.", Versions(removed="5.0")),
        Option("new", Symbol("kwarg:x.new"), None, "New.", Versions(since="5.0")),
    )
    entry = replace(FIELD, options=rows)
    assert "`old`" not in short(entry, ON_5_2)
    assert "- `old` old\n- `new` new (from 5.0)" in short(entry, ON_4_2)


def test_an_option_has_a_card_of_its_own():
    card = option_card(FIELD, FIELD.options[0], ON_5_2)
    text = card_text(card, "short", Style())
    assert text.startswith("**max_length** (argument of `CharField`, default `None`): most")
    assert "**Trap:**" not in text, "the trap does not name the option"
    assert "title = models.CharField(max_length=200)" in text


def test_an_address_that_is_none_makes_no_link():
    assert "](" not in short(replace(FIELD, docs="javascript:alert(1)"))
    assert "](" not in short(replace(FIELD, docs="https://x.org/) [y](command:z"))


def test_names_keep_their_capital_after_the_colon():
    for summary, shown in (
        ("HTTP answer.", "HTTP answer."),
        ("Django does it.", "Django does it."),
        ("A name.", "a name."),
        ("PostgreSQL only.", "PostgreSQL only."),
    ):
        assert f"(model field): {shown}" in short(replace(FIELD, summary=summary))


def test_template_code_is_fenced_as_the_editor_highlights_it():
    html = replace(FIELD.examples[0], language="htmldjango", body="{% now 'Y' %}")
    card = entry_card(replace(FIELD, examples=(html,)), PLAIN)
    assert "```html\n" in card_text(card, "short", Style())
    assert "```htmldjango\n" in card_text(card, "short", Style(template_fence="htmldjango"))


def test_rows_that_say_the_same_are_spellings_of_one_thing():
    new = Versions(since="6.0")
    rows = tuple(
        Option(name, Symbol(f"command:dump {name}"), None, "The file.", versions=new)
        for name in ("--output", "-o")
    )
    entry = replace(FIELD, options=rows, examples=(), trap=None, versions=new)
    text = short(entry, ON_5_2)
    assert "- `--output`, `-o` the file\n" in text
    assert "from 6.0" not in text, "the head of the card says it"
