"""Pages in our own format become entries, options and examples."""

from __future__ import annotations

from cheatsheet_ls.model import Scope, Versions
from tests.support.sheet_pages import entry, page

CHARFIELD = """
    # Model fields

    Columns of a model class.

    ## CharField

    Text with a length limit, such as a name. For long text
    use `TextField`.

    - **Kind:** model field
    - **Symbol:** `django.db.models.CharField`
    - **Docs:** [Fields](https://docs.djangoproject.com/en/stable/ref/models/fields/#charfield)
    - **See also:** `TextField`, `SlugField`

    - `max_length` most characters
    - `choices` pairs or a class

    Longer words about it.

    | Option | Default | What it does | Versions |
    | --- | --- | --- | --- |
    | `max_length` | `None` | Most characters. | |
    | `db_collation` | | Collation of the column. | since 3.2 |

    ### Store a title

    ```python prefix=dj-charfield scope=model-body fill="title 200"
    from django.db import models

    title = models.CharField(max_length=200)
    ```

    > **Trap:** prefer an empty string
    > to `null=True`.

    > **Tip:** give it a `verbose_name`.
"""


def test_an_entry_has_its_id_from_page_and_title() -> None:
    found = entry(CHARFIELD)
    assert found.id == "models/fields#charfield"
    assert found.title == "CharField"
    assert (found.origin.page, found.origin.line) == ("models/fields.md", 5)


def test_the_first_paragraph_is_the_summary_on_one_line() -> None:
    assert entry(CHARFIELD).summary == (
        "Text with a length limit, such as a name. For long text use `TextField`."
    )


def test_facts_are_read_by_their_labels() -> None:
    found = entry(CHARFIELD)
    assert found.kind == "model field"
    assert found.symbols == ("django.db.models.CharField",)
    assert found.see_also == ("TextField", "SlugField")


def test_the_documentation_link_leaves_the_release_open() -> None:
    assert entry(CHARFIELD).docs == (
        "https://docs.djangoproject.com/en/{version}/ref/models/fields/#charfield"
    )


def test_a_list_right_after_the_facts_is_text_and_no_fact() -> None:
    assert entry(CHARFIELD).text == (
        "- `max_length` most characters\n- `choices` pairs or a class\n\n"
        "Longer words about it.\n\n**Tip:** give it a `verbose_name`."
    )


def test_a_trap_is_kept_apart_from_the_text() -> None:
    assert entry(CHARFIELD).trap == "prefer an empty string to `null=True`."


def test_rows_of_an_option_table_are_keyword_arguments() -> None:
    first, second = entry(CHARFIELD).options
    assert first.symbol == "kwarg:django.db.models.CharField.max_length"
    assert (first.default, first.summary, first.line) == ("None", "Most characters.", 22)
    assert second.default is None
    assert second.versions == Versions(since="3.2")


def test_an_example_is_split_into_imports_and_body() -> None:
    (example,) = entry(CHARFIELD).examples
    assert (example.id, example.title) == ("store-a-title", "Store a title")
    assert example.imports == ("from django.db import models",)
    assert example.body == "title = models.CharField(max_length=200)"
    assert example.code == "from django.db import models\n\n" + example.body
    assert (example.language, example.scope) == ("python", Scope.MODEL_BODY)
    assert (example.prefix, example.fill, example.line) == ("dj-charfield", ("title", "200"), 27)


def test_a_removed_option_says_when_and_what_to_use() -> None:
    found = entry("""
        ## Meta.index_together

        Index over several columns.

        - **Symbol:** `meta:index_together`
        - **Since:** 1.5
        - **Deprecated:** 4.2
        - **Removed:** 5.1
        - **Instead:** `Meta.indexes`
        - **Requires:** `psycopg`, pillow
    """)
    assert found.symbols == ("meta:model.index_together",)
    assert found.kind == "model Meta option"
    assert found.versions == Versions("1.5", "4.2", "5.1", "`Meta.indexes`")
    assert found.requires == ("psycopg", "pillow")


def table(symbol: str, rows: str) -> list[str]:
    """The symbols of a table in an entry for `symbol`."""
    found = entry(f"""
## Title

Summary.

- **Kind:** thing
- **Symbol:** `{symbol}`

{rows}
""")
    return [option.symbol for option in found.options]


def test_what_rows_are_is_said_by_the_header_of_the_first_column() -> None:
    rows = "| {} | Default | What |\n| --- | --- | --- |\n| `name` | | x |"
    path = "django.views.generic.ListView"
    assert table(path, rows.format("Argument")) == [f"kwarg:{path}.name"]
    assert table(path, rows.format("Attribute")) == [f"{path}.name"]
    assert table(path, rows.format("Method")) == [f"{path}.name"]
    assert table(path, rows.format("Members")) == [f"{path}.name"]
    assert table("setting:CACHES", rows.format("Key")) == ["setting:CACHES.name"]
    assert table("setting:CACHES", rows.format("Option")) == ["setting:CACHES.name"]
    assert table("command:check", "| Flag | What |\n| - | - |\n| `--deploy` | x |") == [
        "command:check --deploy"
    ]


def test_a_whole_symbol_stands_for_itself_under_any_header() -> None:
    rows = "| Letter | What |\n| - | - |\n| `date:Y` | x |\n| `django.db.models.PROTECT` | y |"
    assert table("filter:date", rows) == ["date:Y", "django.db.models.PROTECT"]


def test_rows_under_another_header_are_text() -> None:
    found = entry("""
        ## Title

        Summary.

        - **Symbol:** `tag:now`

        | Format | Result |
        | --- | --- |
        | `Y` | 2026 |
    """)
    assert found.options == ()
    assert found.text.startswith("| Format | Result |")


def test_calls_values_and_several_names_in_one_cell_are_understood() -> None:
    rows = "| Method | What |\n| - | - |\n| `get(pk)`, `all()` | x |\n| `blank=True` | y |"
    assert table("django.db.models.QuerySet", rows) == [
        "django.db.models.QuerySet.get",
        "django.db.models.QuerySet.all",
        "django.db.models.QuerySet.blank",
    ]


def test_a_pipe_in_a_cell_is_written_with_a_backslash() -> None:
    rows = "| Option | What |\n| - | - |\n| `name` | one \\| two |"
    assert table("django.urls.path", rows) == ["kwarg:django.urls.path.name"]


def test_the_versions_of_a_row_may_name_a_replacement() -> None:
    found = entry("""
        ## Title

        Summary.

        - **Kind:** class
        - **Symbol:** `a.B`

        | Option | What | Versions |
        | --- | --- | --- |
        | `old` | x | since 3.2, deprecated 5.0, removed 6.0, use `new` |
    """)
    assert found.options[0].versions == Versions("3.2", "5.0", "6.0", "`new`")


def test_a_fence_may_name_releases_a_file_and_distributions() -> None:
    found = entry("""
        ## Title

        Summary.

        - **Symbol:** `setting:CACHES`

        ### Do it

        ```python scope=settings since=5.0 removed=6.1 file=site/conf.py requires="redis, hiredis"
        CACHES = {}
        ```
    """)
    (example,) = found.examples
    assert example.versions == Versions(since="5.0", removed="6.1")
    assert example.file == "site/conf.py"
    assert example.requires == ("redis", "hiredis")
    assert example.prefix is None


def test_an_entry_without_facts_is_ours_where_a_fence_has_a_scope() -> None:
    found = entry("""
        ## Virtual environment

        Keeps the packages of a project apart.

        ### Make one

        ```bash scope=shell
        python -m venv .venv
        ```
    """)
    assert found.symbols == ()
    assert not found.weak
    assert found.examples[0].scope is Scope.SHELL


def test_prose_on_a_page_of_ours_is_an_entry_too() -> None:
    parsed = page("""
        # Advice

        ## Names

        Good ones.

        ## DEBUG

        Off in production.

        - **Symbol:** `setting:DEBUG`
    """)
    assert [one.title for one in parsed.entries] == ["Names", "DEBUG"]
    assert parsed.own == {"models/fields#names", "models/fields#debug"}


def test_a_page_may_mix_both_formats() -> None:
    parsed = page("""
        # Mixed

        ## DEBUG

        Off in production.

        - **Symbol:** `setting:DEBUG`

        ## Form Fields

        * `CharField`: For text.
    """)
    assert [(one.title, one.symbols[0]) for one in parsed.entries] == [
        ("DEBUG", "setting:DEBUG"),
        ("CharField", "django.forms.CharField"),
    ]
    assert parsed.own == {"models/fields#debug"}
