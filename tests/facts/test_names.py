"""The shipped facts about settings, tags, filters, commands, lookups and other names."""

import pytest

from cheatsheet_ls.facts import names, strings
from cheatsheet_ls.model import Versions


def test_a_setting_has_its_default_as_python_source():
    facts = names.setting("DEBUG")
    assert facts is not None
    assert (facts.default, facts.package, facts.versions) == ("False", "django", Versions())


@pytest.mark.parametrize(
    ("name", "default"),
    [
        ("DATABASES.CONN_MAX_AGE", "0"),
        ("DATABASES.CONN_HEALTH_CHECKS", "False"),
        ("DATABASES.TEST.NAME", "None"),
        ("CACHES.TIMEOUT", "300"),
        ("TEMPLATES.APP_DIRS", "False"),
        ("TEMPLATES.OPTIONS.autoescape", "True"),
        ("LOGGING.disable_existing_loggers", "True"),
        ("REST_FRAMEWORK.PAGE_SIZE", "None"),
        ("DEBUG_TOOLBAR_CONFIG.RESULTS_CACHE_SIZE", "25"),
        ("CHANNEL_LAYERS.CONFIG.capacity", "100"),
        ("ACCOUNT_UNIQUE_EMAIL", "True"),
    ],
)
def test_keys_inside_a_setting_and_settings_of_packages_are_known(name, default):
    facts = names.setting(name)
    assert facts is not None
    assert facts.default == default


@pytest.mark.parametrize(
    ("name", "versions"),
    [
        ("STATICFILES_STORAGE", Versions(None, "4.2", "5.1", "`STORAGES`")),
        ("USE_L10N", Versions(None, "4.0", "5.0", None)),
        ("MAILERS", Versions("6.1", None, None, None)),
        ("EMAIL_HOST", Versions(None, "6.1", None, "`MAILERS`")),
        ("CSRF_COOKIE_MASKED", Versions("4.1", "4.1", "5.0", None)),
        ("MIDDLEWARE_CLASSES", Versions(None, "1.10", "2.0", "`MIDDLEWARE`")),
    ],
)
def test_settings_know_since_when_and_until_when(name, versions):
    facts = names.setting(name)
    assert facts is not None
    assert facts.versions == versions


def test_a_default_that_changed_is_known_for_each_release():
    facts = names.setting("USE_TZ")
    assert facts is not None
    assert [facts.default_in(release) for release in ("3.1", "4.2", "5.0", "6.1", "2028")] == [
        "False", "False", "True", "True", "True",
    ]  # fmt: skip


def test_a_default_that_never_changed_is_that_of_every_release():
    facts = names.setting("DEBUG")
    assert facts is not None
    assert facts.default_in("4.2") == "False"


def test_settings_that_only_the_documentation_names_are_known():
    assert names.setting("SITE_ID") is not None


def test_the_keys_of_a_setting_are_listed():
    assert {"ENGINE", "NAME", "HOST", "OPTIONS", "TEST"} <= set(names.keys_of("DATABASES"))
    assert names.keys_of("DEBUG") == ()


def test_a_tag_in_several_libraries_comes_with_the_current_one_first():
    found = [(facts.library, facts.versions.removed) for facts in names.tag("static")]
    assert found[0] == ("static", None)
    assert ("staticfiles", "3.0") in found


@pytest.mark.parametrize(
    ("name", "closing", "intermediate"),
    [
        ("if", "endif", ("elif", "else")),
        ("for", "endfor", ("empty",)),
        ("blocktranslate", "endblocktranslate", ("plural",)),
        ("blocktrans", "endblocktrans", ("plural",)),
        ("partialdef", "endpartialdef", ()),
        ("cache", "endcache", ()),
        ("element", "endelement", ()),
        ("csrf_token", None, ()),
        ("include", None, ()),
    ],
)
def test_tags_know_what_closes_and_divides_them(name, closing, intermediate):
    facts = names.tag(name)[0]
    assert (facts.closing, facts.intermediate) == (closing, intermediate)


@pytest.mark.parametrize(
    ("name", "first"),
    [("endfor", "for"), ("empty", "for"), ("elif", "if"), ("else", "if"), ("plural", "blocktrans")],
)
def test_closing_and_dividing_tags_lead_to_what_opens_them(name, first):
    assert names.opening(name)[0] == first


def test_what_opens_is_not_opened():
    assert names.opening("for") == ()


@pytest.mark.parametrize(
    ("name", "argument"), [("date", "optional"), ("upper", "none"), ("add", "required")]
)
def test_filters_know_whether_they_take_an_argument(name, argument):
    assert names.filter_(name)[0].argument == argument


def test_a_removed_filter_is_still_known():
    facts = names.filter_("length_is")[0]
    assert facts.versions == Versions(None, "4.2", "5.1", "`length` with `==`")


def test_a_library_lists_what_it_brings():
    facts = names.library("humanize")
    assert facts is not None
    assert facts.app == "django.contrib.humanize"
    assert "intcomma" in facts.filters


def test_the_tags_that_need_no_load_have_a_library_of_their_own():
    assert {"for", "if", "block"} <= {facts.name for facts in names.tags_of("builtin")}
    assert names.tags_of("builtins") == names.tags_of("builtin")


@pytest.mark.parametrize("kind", ["tag", "filter"])
def test_libraries_and_their_members_agree(kind):
    lookup = names.tag if kind == "tag" else names.filter_
    for library_name in names.names("library"):
        library = names.library(library_name)
        assert library is not None
        for name in library.tags if kind == "tag" else library.filters:
            assert library_name in {facts.library for facts in lookup(name)}


def test_a_command_knows_its_flags():
    facts = names.command("migrate")
    assert facts is not None
    options = {option.name: option for option in facts.options}
    assert options["--fake"].value is None
    assert options["--database"].value == "DATABASE"
    assert [argument.name for argument in facts.arguments] == ["app_label", "migration_name"]


def test_a_flag_knows_its_choices_and_short_form():
    facts = names.command("check")
    assert facts is not None
    options = {option.name: option for option in facts.options}
    assert "ERROR" in options["--fail-level"].choices
    assert options["--tag"].aliases == ("-t",)


def test_flags_of_every_command_are_kept_apart():
    assert "--settings" in {option.name for option in names.common_options()}
    assert "--settings" not in {
        option.name for option in (names.command("migrate") or pytest.fail("gone")).options
    }


def test_a_flag_knows_since_when():
    facts = names.command("test")
    assert facts is not None
    durations = next(option for option in facts.options if option.name == "--durations")
    assert durations.versions.since == "5.0"


def test_lookups_and_transforms_know_their_fields():
    icontains, year = names.lookup("icontains"), names.lookup("year")
    assert icontains is not None
    assert year is not None
    assert "Field" in icontains.fields
    assert (icontains.transform, year.transform) == (False, True)


def test_a_path_converter_knows_what_the_view_gets():
    facts = names.converter("uuid")
    assert facts is not None
    assert facts.type == "uuid.UUID"


@pytest.mark.parametrize(
    ("letter", "sample"),
    [("j", "7"), ("F", "March"), ("Y", "2026"), ("H", "14"), ("P", "2:05 p.m."), ("S", "th")],
)
def test_a_date_letter_shows_a_sample(letter, sample):
    facts = names.date_letter(letter)
    assert facts is not None
    assert facts.sample == sample


def test_the_time_filter_knows_fewer_letters():
    hour, year = names.date_letter("H"), names.date_letter("Y")
    assert hour is not None
    assert year is not None
    assert (hour.time, year.time) == (True, False)


@pytest.mark.parametrize(
    ("kind", "name", "default"),
    [
        ("model", "abstract", "False"),
        ("form", "widgets", "None"),
        ("serializer", "depth", "0"),
        ("filterset", "fields", "None"),
    ],
)
def test_meta_options_know_their_default(kind, name, default):
    facts = names.meta_option(kind, name)
    assert facts is not None
    assert facts.default == default


def test_a_removed_meta_option_says_what_to_use():
    facts = names.meta_option("model", "index_together")
    assert facts is not None
    assert facts.versions == Versions(None, "4.2", "5.1", "`Meta.indexes`")


def test_a_check_knows_how_serious_it_is_and_who_reports_it():
    facts = names.check_id("fields.E120")
    assert facts is not None
    assert (facts.level, facts.module) == ("error", "django.db.models.fields")


def test_an_app_is_found_by_its_configuration_too():
    assert names.app("django.contrib.admin.apps.AdminConfig") == names.app("django.contrib.admin")


@pytest.mark.parametrize("written", ["Django_Filter", "django.filter", "django-filter[all]>=24"])
def test_a_distribution_is_found_however_it_is_written(written):
    facts = names.package(written)
    assert facts is not None
    assert (facts.name, facts.module) == ("django-filter", "django_filters")


def test_a_template_variable_knows_the_tag_that_sets_it():
    facts = names.variable("forloop.counter")
    assert facts is not None
    assert facts.inside == "for"


@pytest.mark.parametrize("kind", names.KINDS)
def test_every_kind_has_names_and_each_name_has_facts(kind):
    ask = {
        "setting": names.setting,
        "tag": names.tag,
        "filter": names.filter_,
        "library": names.library,
        "command": names.command,
        "lookup": names.lookup,
        "converter": names.converter,
        "date": names.date_letter,
        "check": names.check_id,
        "app": names.app,
        "package": names.package,
        "variable": names.variable,
        "env": strings.environment,
        "url": strings.url_name,
        "permission": strings.is_permission,
        "meta": lambda name: names.meta_option(*name.split(".")),
    }[kind]
    found = list(names.names(kind))
    assert found
    assert all(ask(name) for name in found)


@pytest.mark.parametrize("name", ["", "NOPE", "__class__", "*", "../settings", "é", "a.b.c.d"])
def test_unknown_names_give_nothing(name):
    assert names.setting(name) is None
    assert names.tag(name) == ()
    assert names.filter_(name) == ()
    assert names.library(name) is None
    assert names.command(name) is None
    assert names.lookup(name) is None
    assert names.converter(name) is None
    assert names.date_letter(name) is None
    assert names.meta_option("model", name) is None
    assert names.check_id(name) is None
    assert names.package(name) is None
    assert names.app(name) is None
    assert names.variable(name) is None
    assert names.opening(name) == ()


def test_an_unknown_kind_has_no_names():
    assert list(names.names("nope")) == []
