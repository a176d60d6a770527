"""Django's commands where people write them."""

from __future__ import annotations

import pytest

from tests.language.text.readings import recognised


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deploy.sh", "python manage.py mig<|>rate"),
        ("deploy.sh", "./manage.py mig<|>rate --noinput && echo done"),
        ("deploy.sh", "exec /srv/app/manage.py mig<|>rate"),
        ("deploy.sh", "cd app; python -m django mig<|>rate"),
        ("deploy.sh", "django-admin mig<|>rate --settings=shop.settings"),
        ("deploy.sh", 'sh -c "python manage.py mig<|>rate"'),
        ("deploy.sh", "python manage.py --settings=x mig<|>rate"),
        ("deploy.sh", "python manage.py --settings x mig<|>rate"),
        ("deploy.sh", "python manage.py \\\n    mig<|>rate"),
        ("deploy.sh", "python manage.py help mig<|>rate"),
        ("deploy.bat", "python .\\manage.py mig<|>rate"),
        ("Makefile", "migrate:\n\t@$(PYTHON) manage.py mig<|>rate"),
        ("justfile", "migrate:\n    uv run manage.py mig<|>rate"),
        ("Dockerfile", "RUN pip install . && python manage.py mig<|>rate"),
        ("Dockerfile", 'CMD ["python", "manage.py", "mig<|>rate"]'),
        ("docker-compose.yml", "services:\n  web:\n    command: python manage.py mig<|>rate"),
        (".gitlab-ci.yml", "test:\n  script:\n    - python manage.py mig<|>rate"),
        ("Procfile", "release: python manage.py mig<|>rate"),
        ("web.service", "ExecStartPre=/srv/venv/bin/python /srv/manage.py mig<|>rate"),
        ("tox.ini", "[testenv]\ncommands = django-admin mig<|>rate"),
        ("package.json", '{"scripts": {"migrate": "python manage.py mig<|>rate"}}'),
        ("pyproject.toml", '[tool.poe.tasks]\nmigrate = "python manage.py mig<|>rate"'),
    ],
)
def test_a_command_is_known_wherever_it_is_written(name: str, text: str) -> None:
    assert recognised(text, name) == "command:migrate  «migrate»"


def test_a_flag_is_known_by_its_command() -> None:
    assert recognised("manage.py check --dep<|>loy") == "command:check --deploy  «--deploy»"
    assert recognised("manage.py migrate --data<|>base=x") == (
        "command:migrate --database  «--database»"
    )


def test_a_short_flag_is_told_by_its_long_name() -> None:
    assert recognised("manage.py migrate -<|>v 2") == "command:migrate --verbosity  «-v»"
    assert (
        recognised("manage.py test --verb<|>osity=2") == "command:test --verbosity  «--verbosity»"
    )


def test_the_value_of_a_flag_is_not_the_flag() -> None:
    assert recognised("manage.py migrate --database=oth<|>er") is None


def test_an_argument_is_known_by_its_place() -> None:
    assert recognised("manage.py migrate lib<|>rary") == "command:migrate app_label  «library»"
    assert recognised("manage.py migrate library 00<|>01") == (
        "command:migrate migration_name  «0001»"
    )
    assert recognised("manage.py migrate --database other --fake lib<|>rary") == (
        "command:migrate app_label  «library»"
    )
    assert recognised("manage.py test shop li<|>brary") == "command:test test_label  «library»"


def test_words_that_are_no_argument_are_silent() -> None:
    assert recognised("manage.py migrate library 0001 mo<|>re") is None
    assert recognised("manage.py migrate --no-such-flag lib<|>rary") is None
    assert recognised("manage.py collectstatic lib<|>rary") is None
    assert recognised("manage.py send_newsletter lib<|>rary") is None


def test_environment_variables_that_django_reads_are_known() -> None:
    assert recognised("DJANGO_COL<|>ORS=nocolor ./manage.py check") == (
        "env:DJANGO_COLORS  «DJANGO_COLORS»"
    )
    assert recognised("DJANGO_SUPERUSER_EM<|>AIL=a@b.de", ".env") == (
        "env:DJANGO_SUPERUSER_EMAIL  «DJANGO_SUPERUSER_EMAIL»"
    )
    assert recognised("export DJANGO_SETTINGS_MO<|>DULE=a") == (
        "django.conf.ENVIRONMENT_VARIABLE  «DJANGO_SETTINGS_MODULE»"
    )
    assert recognised("export DJANGO_SHOP_MO<|>DE=a") is None


def test_flags_of_a_following_command_are_not_ours() -> None:
    assert recognised("manage.py check && grep --dep<|>loy x") is None
    assert recognised("manage.py check | mig<|>rate") is None


def test_commands_and_flags_nobody_knows_are_silent() -> None:
    assert recognised("manage.py send_new<|>sletter") is None
    assert recognised("manage.py migrate --no-such-fl<|>ag") is None
    assert recognised("manage.py send_newsletter --da<|>tabase x") is None


def test_a_command_s_name_elsewhere_is_a_word() -> None:
    assert recognised("echo mig<|>rate") is None
    assert recognised("manage.py shell -c mig<|>rate") is None
    assert recognised("mig<|>rate:\n\tmanage.py migrate", "Makefile") is None


def test_comments_are_silent() -> None:
    assert recognised("# python manage.py mig<|>rate") is None
    assert recognised("ls  # python manage.py mig<|>rate") is None


def test_a_hash_inside_quotes_or_words_begins_no_comment() -> None:
    assert recognised("echo '# x' && manage.py mig<|>rate") == "command:migrate  «migrate»"
    assert recognised("curl a#b && manage.py mig<|>rate") == "command:migrate  «migrate»"


def test_other_files_are_silent() -> None:
    assert recognised("python manage.py mig<|>rate", "notes.txt") is None


def test_servers_are_known_by_their_name() -> None:
    assert recognised("exec guni<|>corn shop.wsgi --bind :8000") == "package:gunicorn  «gunicorn»"
    text = "ExecStart=/srv/venv/bin/guni<|>corn shop.wsgi"
    assert recognised(text, "web.service") == "package:gunicorn  «gunicorn»"
    assert recognised('CMD ["daph<|>ne", "shop.asgi:app"]', "Dockerfile") == (
        "package:daphne  «daphne»"
    )


def test_packages_being_installed_are_known() -> None:
    assert recognised("pip install -U djan<|>go~=5.2") == "package:django  «django»"
    assert recognised("uv add Django_Fil<|>ter[all]") == "package:django-filter  «Django_Filter»"
    assert recognised("pip install -r requir<|>ements.txt") is None
    assert recognised("echo djan<|>go") is None
