"""The scanner of documentation sources that the anchors are made with."""

from textwrap import dedent

import pytest

from cheatsheet_ls.facts.docs import anchor_of
from tools.facts_names.docs.anchors import Anchor, scan
from tools.facts_names.docs.tables import expected


def anchors(text: str) -> dict[str, str]:
    return {found.symbol: found.anchor for found in read(text)}


def read(text: str) -> list[Anchor]:
    return scan("ref/page", dedent(text))


def test_a_class_belongs_to_the_module_above_it():
    found = anchors("""
        .. currentmodule:: django.db.models

        .. class:: CharField(max_length=None)
    """)
    assert found == {"django.db.models.CharField": "django.db.models.CharField"}


def test_what_is_indented_below_a_class_belongs_to_it():
    found = anchors("""
        .. module:: django.http

        .. class:: HttpRequest

            .. attribute:: method

            .. method:: get_host()
                        get_port()
    """)
    assert "django.http.HttpRequest.method" in found
    assert "django.http.HttpRequest.get_port" in found


def test_what_follows_at_the_same_depth_does_not():
    found = anchors("""
        .. currentmodule:: m

        .. class:: First

            .. attribute:: inside

        .. function:: outside()
    """)
    assert "m.outside" in found


def test_a_name_that_has_its_class_already_keeps_it():
    found = anchors("""
        .. currentmodule:: m

        .. class:: Field

            .. attribute:: Field.null
    """)
    assert "m.Field.null" in found


def test_an_item_of_a_list_ends_the_attribute_above_it():
    found = anchors("""
        .. currentmodule:: m

        .. attribute:: ForeignKey.on_delete

            What happens.

        Values:

        * .. attribute:: CASCADE
    """)
    assert "m.CASCADE" in found


def test_literal_text_is_no_documentation():
    found = anchors("""
        Write::

            .. class:: Shown

        .. code-block:: rst

            .. setting:: SHOWN
    """)
    assert found == {}


def test_hidden_directives_have_no_anchor():
    assert (
        anchors("""
        .. class:: Twice
            :noindex:
    """)
        == {}
    )


def test_a_setting_inside_the_section_of_another_is_a_key_of_it():
    found = anchors("""
        .. setting:: DATABASES

        ``DATABASES``
        -------------

        .. setting:: DATABASE-TEST

        ``TEST``
        ~~~~~~~~

        .. setting:: TEST_CREATE

        ``CREATE_DB``
        ^^^^^^^^^^^^^

        .. setting:: DATE_FORMAT

        ``DATE_FORMAT``
        ---------------
    """)
    assert found["setting:DATABASES.TEST"] == "std-setting-DATABASE-TEST"
    assert found["setting:DATABASES.TEST.CREATE_DB"] == "std-setting-TEST_CREATE"
    assert found["setting:DATE_FORMAT"] == "std-setting-DATE_FORMAT"


def test_a_setting_has_the_default_written_below_its_title():
    [found] = [
        one
        for one in read("""
        .. setting:: DEBUG

        ``DEBUG``
        ---------

        Default: ``False``
    """)
        if one.symbol == "setting:DEBUG"
    ]
    assert found.default == "False"


@pytest.mark.parametrize(
    ("body", "deprecated"),
    [
        ("    This setting is deprecated. Use another.", "4.2"),
        ("    The default will change.", None),
        ("Returns something.", "4.2"),
    ],
)
def test_only_a_name_that_goes_as_a_whole_is_deprecated(body, deprecated):
    text = f".. setting:: X\n\n``X``\n-----\n\n.. deprecated:: 4.2\n\n{body}\n"
    assert read(text)[0].deprecated == deprecated


def test_flags_belong_to_the_command_above_them_in_all_spellings():
    found = anchors("""
        .. django-admin:: check [app_label ...]

        .. django-admin-option:: --tag TAGS, -t TAGS

        .. program:: None

        .. django-admin-option:: --settings SETTINGS
    """)
    assert found == {
        "command:check": "django-admin-check",
        "command:check --tag": "cmdoption-check-tag",
        "command:check -t": "cmdoption-check-t",
        "command:* --settings": "cmdoption-settings",
    }


@pytest.mark.parametrize(
    "text",
    [
        ".. attribute:: lookup_name = 'day'",
        ".. method:: has_perm(perm):",
        ".. object:: bands",
        ".. fieldlookup:: exact\n    :noindex:",
        ".. django-admin-option:: -- ARGUMENTS",
    ],
)
def test_what_sphinx_gives_no_anchor_gets_none(text):
    assert anchors(text) == {}


def test_titles_are_spelled_as_they_are_read():
    found = read("Methods of :class:`~django.db.QuerySet`\\s\n" + "=" * 50 + "\n")
    assert [one.anchor for one in found] == ["methods-of-querysets"]


def test_titles_that_come_twice_are_numbered():
    found = read("Title\n=====\n\nTitle\n=====\n")
    assert [one.anchor for one in found] == ["title", "id1"]


@pytest.mark.parametrize(
    "symbol",
    [
        "django.db.models.CharField", "setting:DEBUG", "tag:for", "filter:date", "lookup:gt",
        "command:check", "command:check --deploy", "command:* --settings", "module:django.http",
        "env:DJANGO_SETTINGS_MODULE", "check:models.E001", "converter:int",
    ],
)  # fmt: skip
def test_the_generator_and_the_server_make_the_same_anchor(symbol):
    assert anchor_of(symbol) == expected(symbol)
