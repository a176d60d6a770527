"""What may be inserted where in text documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cheatsheet_ls.language.text.place import place_at_text
from cheatsheet_ls.language.text.recognise import recognise_text
from cheatsheet_ls.model import Kind, Scope
from tests.language.text.readings import offered, place


def test_a_command_is_wanted_after_manage_py() -> None:
    assert offered("python manage.py <|>") == "command «»"
    assert offered("python manage.py mig<|>") == "command «mig»"
    assert offered('CMD ["python", "manage.py", "mig<|>"]', "Dockerfile") == "command «mig»"
    assert offered("manage.p<|>y") != "command «»"


def test_a_flag_is_wanted_after_the_command() -> None:
    found = place("python manage.py migrate --fake -v 2 --<|>")
    assert found is not None
    assert (found.trigger, found.owner) == ("option", "command:migrate")
    assert found.taken == {"--fake", "--verbosity"}
    assert offered("manage.py migrate lib<|>") is None
    assert offered("manage.py migrate --database=ot<|>") is None
    assert offered("manage.py nonsense --<|>") is None


def test_a_package_is_wanted_where_a_line_begins() -> None:
    found = place("redis\ndjan<|>", "requirements.txt")
    assert found is not None
    assert (found.trigger, found.scope) == ("package", Scope.REQUIREMENTS)
    assert found.taken == {"redis"}
    assert offered("django>=<|>", "requirements.txt") is None


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("deploy.sh", Scope.SHELL),
        ("Dockerfile", Scope.DOCKERFILE),
        ("web.Dockerfile", Scope.DOCKERFILE),
        ("gunicorn.service", Scope.SYSTEMD),
        ("nginx.conf", Scope.NGINX),
        ("sites-available/shop", Scope.NGINX),
    ],
)
def test_the_file_decides_what_fits(name: str, scope: Scope) -> None:
    found = place("gu<|>", name)
    assert found is not None
    assert (found.trigger, found.scope) == ("word", scope)
    empty = place("a\n<|>\nb", name)
    assert empty is not None
    assert (empty.trigger, empty.scope) == ("statement", scope)


def test_nothing_is_wanted_in_comments_and_later_words() -> None:
    assert offered("# gu<|>") is None
    assert offered("echo gu<|>") is None
    assert offered("g<|>") is None
    assert offered("DEB<|>", ".env") is None


PIECES = [
    "manage.py",
    " ",
    "\n",
    "\\\n",
    "migrate",
    "--fake",
    "=",
    "#",
    '"',
    "'",
    "[",
    "]",
    ",",
    ";",
]
PIECES += ["django", "pip install", "[project]", "dependencies", ">=", "\r\n", "é", "|", "-v"]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.sampled_from([Kind.SHELL, Kind.REQUIREMENTS]),
    st.data(),
)
def test_any_mixture_of_words_is_read(source: str, kind: Kind, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    found = recognise_text(source, offset, kind)
    assert found is None or found.span.start <= offset <= found.span.end
    wanted = place_at_text(source, offset, kind)
    assert wanted is None or wanted.typed.start <= offset == wanted.typed.end
