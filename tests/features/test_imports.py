"""Imports of an example, merged into a file: read the file before and after."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.features.imports import adapt, parse_imports

MODELS = ("from django.db import models",)
FIELD = "title = models.CharField(max_length=200)"


def after(text: str, *imports: str, body: str = FIELD) -> str:
    text = dedent(text.removeprefix("\n"))
    new = applied(text, adapt(text, imports or MODELS, body).edits)
    assert applied(new, adapt(new, imports or MODELS, body).edits) == new, "imported twice"
    return new


def spelled(text: str, *imports: str, body: str = FIELD) -> str:
    return adapt(dedent(text.removeprefix("\n")), imports or MODELS, body).body


def test_an_empty_file_begins_with_the_import():
    assert after("") == "from django.db import models\n"


def test_the_import_stands_below_the_docstring_and_above_the_first_class():
    assert after('"""Books."""\nclass Book: pass\n') == (
        '"""Books."""\n\nfrom django.db import models\n\n\nclass Book: pass\n'
    )


def test_the_import_stands_below_future_imports():
    assert after("from __future__ import annotations\n") == (
        "from __future__ import annotations\n\nfrom django.db import models\n"
    )


def test_an_import_that_is_there_stays_alone():
    text = "from django.db import models\n"
    assert after(text) == text


def test_an_import_inside_try_counts_as_there():
    text = "try:\n    import json\nexcept ImportError:\n    import simplejson as json\n"
    assert after(text, "import json", body="json.dumps(1)") == text


def test_a_further_name_joins_the_statement_in_its_order():
    assert after("from django.db import connection, transaction\n") == (
        "from django.db import connection, models, transaction\n"
    )


def test_a_further_name_joins_a_list_in_brackets_on_a_line_of_its_own():
    assert after(
        """
        from django.db import (
            connection,  # raw SQL
            transaction,
        )
        """
    ) == dedent(
        """\
        from django.db import (
            connection,  # raw SQL
            models,
            transaction,
        )
        """
    )


def test_a_further_name_goes_to_the_end_with_and_without_trailing_comma():
    for comma in ("", ","):
        assert after(f"from django.db import (\n    connection{comma}\n)\n") == (
            "from django.db import (\n    connection,\n    models,\n)\n"
        )


def test_a_name_before_the_first_in_brackets_gets_its_own_line():
    assert after(
        "from django.db import (\n    models,\n)\n",
        "from django.db import connection",
        body="connection.close()",
    ) == ("from django.db import (\n    connection,\n    models,\n)\n")


def test_a_line_that_grows_too_long_becomes_a_list_in_brackets():
    long = (
        "from django.db.models import AutoField, BigAutoField, BigIntegerField, BooleanField, Count"
    )
    assert after(long + "  # all\n", "from django.db.models import Sum", body="Sum('x')") == (
        "from django.db.models import (\n    AutoField,\n    BigAutoField,\n    BigIntegerField,\n"
        "    BooleanField,\n    Count,\n    Sum,\n)  # all\n"
    )


def test_a_star_import_is_not_extended():
    assert after("from django.db import *\n") == (
        "from django.db import *\nfrom django.db import models\n"
    )


def test_new_lines_sort_by_origin_then_by_name():
    text = """
        import os

        from django.urls import path

        from . import views
        """
    assert after(text, "import json", "from django.db import models") == dedent(
        """\
        import json
        import os

        from django.db import models
        from django.urls import path

        from . import views
        """
    )


def test_a_group_that_is_not_there_gets_an_empty_line():
    assert after("import os\n") == "import os\n\nfrom django.db import models\n"
    assert after("from . import views\n") == "from django.db import models\n\nfrom . import views\n"


def test_line_ends_stay_as_the_file_has_them():
    assert after("import os\r\nx = 1\r\n") == (
        "import os\r\n\r\nfrom django.db import models\r\nx = 1\r\n"
    )


def test_a_byte_order_mark_stays_first():
    assert after("\ufeffimport os\n").startswith("\ufeffimport os\n\nfrom django")
    assert after("\ufeff") == "\ufefffrom django.db import models\n"


def test_comments_that_open_the_file_stay_on_top():
    assert after("#!/usr/bin/env python\n# Licence\nDEBUG = True\n", "import os") == (
        "#!/usr/bin/env python\n# Licence\nimport os\n\nDEBUG = True\n"
    )


def test_comments_of_a_statement_stay_with_it():
    assert after("#!/usr/bin/env python\n\n# Really\nDEBUG = True\n", "import os") == (
        "#!/usr/bin/env python\n\nimport os\n\n# Really\nDEBUG = True\n"
    )


def test_a_file_that_does_not_parse_is_extended_all_the_same():
    text = "from django.db import transaction\n\nclass Book(models.Model:\n    title ="
    assert after(text).startswith("from django.db import models, transaction\n\nclass Book(")


# -- spelling --------------------------------------------------------------------------------------


def test_code_follows_the_alias_of_the_file():
    assert spelled("from django.db import models as m\n") == "title = m.CharField(max_length=200)"


def test_code_uses_plain_names_where_the_file_imports_them():
    text = "from django.db.models import TextField\n"
    assert spelled(text) == "title = CharField(max_length=200)"
    assert after(text) == "from django.db.models import CharField, TextField\n"


def test_plain_names_are_not_used_where_they_mean_something_else():
    text = "from django.db.models import TextField\nfrom django.forms import CharField\n"
    assert spelled(text) == FIELD
    assert "from django.db import models\n" in after(text)


def test_a_name_that_is_taken_is_imported_under_another_one():
    text = "from os import path\n"
    code = "urlpatterns = [path('x', path=path)]"
    assert spelled(text, "from django.urls import path", body=code) == (
        "urlpatterns = [urls_path('x', path=urls_path)]"
    )
    assert "from django.urls import path as urls_path" in after(
        text, "from django.urls import path", body=code
    )


def test_the_projects_own_class_is_not_imported_into_its_own_file():
    text = "from django.db import models\n\n\nclass Book(models.Model):\n    pass\n"
    assert after(text, "from .models import Book", body="Book.objects.all()") == text


def test_attributes_and_keywords_of_the_same_name_are_left_alone():
    body = "models.x = f(models=1, y=obj.models)"
    assert spelled("from django.db import models as m\n", body=body) == (
        "m.x = f(models=1, y=obj.models)"
    )


def test_lines_that_are_no_imports_are_left_out():
    assert parse_imports(("import os", "x = 1")) == parse_imports(("import os",))
    assert parse_imports(("from ((",)) == ()


@pytest.mark.filterwarnings("ignore:invalid escape sequence")
@given(st.text(alphabet="from impor(),#'\\\n\r\t.*az as\"", max_size=120))
def test_whatever_the_file_holds_the_import_is_there_afterwards_once(text: str):
    new = applied(text, adapt(text, MODELS, FIELD).edits)
    assert len(new) >= len(text)
    assert applied(new, adapt(new, MODELS, FIELD).edits).count("models") >= new.count("models")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_kept(ending: str):
    text = ending.join(["import os", "", "x = 1", ""])
    new = applied(text, adapt(text, MODELS, FIELD).edits)
    assert new == ending.join(["import os", "", "from django.db import models", "", "x = 1", ""])
