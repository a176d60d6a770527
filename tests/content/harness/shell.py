"""Scope `shell`: `bash -n` reads the whole.

Lines of manage.py, django-admin, pip, gunicorn and daphne are parsed by those programs.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from typing import Any

from .example import Example, Failed

# Other programs an example may call; only their names are looked at.
PROGRAMS = {
    "export",
    "git",
    "pg_dump",
    "pg_restore",
    "psql",
    "createdb",
    "createuser",
    "mkdir",
    "cd",
}
PROGRAMS |= {
    "cp",
    "mv",
    "rm",
    "cat",
    "echo",
    "tee",
    "curl",
    "test",
    "source",
    "set",
    "ssh",
    "rsync",
}
PROGRAMS |= {
    "certbot",
    "systemctl",
    "journalctl",
    "nginx",
    "apt",
    "apt-get",
    "ln",
    "chown",
    "chmod",
}
PROGRAMS |= {"celery", "redis-cli", "npm", "crontab", "msgfmt", "adduser", "ufw", "touch", "ls"}


# What those programs that examples do pass options to understand: subcommands and long options.
UNDERSTOOD = {
    "systemctl": {"daemon-reload", "enable", "disable", "start", "stop", "restart", "reload"}
    | {"status", "is-active", "--now"},
    "journalctl": {"--unit", "--follow", "--since", "--until", "--lines", "--no-pager"},
    "git": {"init", "add", "commit", "pull", "push", "clone", "--bare"},
    "pg_dump": {"--format", "--file", "--dbname", "--host", "--username", "--no-owner"},
    "pg_restore": {"--clean", "--if-exists", "--dbname", "--host", "--username", "--no-owner"},
    "docker": {"compose", "build", "run", "exec", "--rm", "--build", "--detach"},
}
WITH_SUBCOMMAND = {"systemctl", "git", "docker"}


def shell(example: Example) -> None:
    code = re.sub(r"^\$ ", "", example.code, flags=re.MULTILINE)
    read = subprocess.run(["bash", "-n"], input=code, text=True, capture_output=True)
    if read.returncode:
        raise Failed(read.stderr)
    for words in commands(code):
        _check(words)


def commands(code: str) -> Iterator[list[str]]:
    """The simple commands of the script as lists of words, `sudo` and assignments left out."""
    joined = code.replace("\\\n", " ")
    if "<<" in joined:
        joined = re.sub(r"<<-?\s*'?(\w+)'?.*?\n.*?^\1$", "", joined, flags=re.DOTALL | re.MULTILINE)
    for line in joined.splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars=";&|()<>")
        lexer.whitespace_split = True
        words: list[str] = []
        for word in [*lexer, ";"]:
            if set(word) <= set(";&|()"):
                if words:
                    yield _bare(words)
                words = []
            else:
                words.append(word)


def _bare(words: list[str]) -> list[str]:
    while words and (
        re.fullmatch(r"\w+=.*", words[0]) or words[0] in ("sudo", "exec", "time", "env", "nohup")
    ):
        words = words[1:]
    for stop in (">", ">>", "<", "2>", "1>"):
        if stop in words:
            words = words[: words.index(stop)]
    return words


def _check(words: list[str]) -> None:
    if not words:
        return
    if (
        words[0].rpartition("/")[2]
        in ("python", "python3", "py", "poetry", "uv", "docker", "compose")
        and len(words) > 1
    ):
        rest = next((i for i, w in enumerate(words) if w.endswith("manage.py")), None)
        if words[0] == "docker":
            _understood("docker", words[1:rest])
        if rest is not None:
            _check(words[rest:])
        elif "-m" in words:
            at = words.index("-m") + 1
            _check(["django-admin" if words[at] == "django" else words[at], *words[at + 1 :]])
        return
    program = words[0].rpartition("/")[2]
    if program in ("manage.py", "django-admin"):
        _django(words[1:])
    elif program in ("pip", "pip3"):
        _pip(words[1:])
    elif program == "gunicorn":
        _gunicorn(words[1:])
    elif program == "daphne":
        from daphne.cli import CommandLineInterface

        _parsed(CommandLineInterface().parser, words[1:])
    elif program in UNDERSTOOD:
        _understood(program, words[1:])
    elif program not in PROGRAMS:
        raise Failed(f"{program} is no program known here")


def _understood(program: str, words: list[str]) -> None:
    """Its subcommand, and its long options, are known ones."""
    options = [word.partition("=")[0] for word in words if word.startswith("--")]
    for word in [*(words[:1] if program in WITH_SUBCOMMAND else ()), *options]:
        if word not in UNDERSTOOD[program]:
            raise Failed(f"{program} {word}: not known here")


def _django(words: list[str]) -> None:
    from django.core.management import get_commands, load_command_class

    if not words or words[0] in ("help", "--help", "--version", "version"):
        if len(words) < 2:
            return
        words = [words[1]]
    name = words[0]
    found = get_commands().get(name)
    if found is None:
        raise Failed(f"{name} is no management command")
    command: Any = load_command_class(found, name) if isinstance(found, str) else found
    _parsed(command.create_parser("manage.py", name), words[1:])


def _parsed(parser: Any, words: list[str]) -> None:
    """Parses without running; a word such as `$PORT` may stand for a number."""
    words = [re.sub(r"\$\{?\w+\}?", "8000", w) for w in words]
    problems: list[str] = []

    def error(message: str) -> None:
        problems.append(message)
        raise SystemExit(2)

    parser.error = error
    try:
        parser.parse_args(words)
    except SystemExit as stop:
        if stop.code not in (0, None):
            raise Failed(
                f"{' '.join(words)}: {problems[0] if problems else 'not accepted'}"
            ) from None
    except Exception as error_raised:
        raise Failed(f"{' '.join(words)}: {error_raised}") from None


def _pip(words: list[str]) -> None:
    from pip._internal.commands import commands_dict, create_command

    if not words or words[0].startswith("-"):
        return
    if words[0] not in commands_dict:
        raise Failed(f"pip has no command {words[0]}")
    try:
        create_command(words[0]).parser.parse_args(words[1:])
    except SystemExit:
        raise Failed(f"pip does not accept {' '.join(words)}") from None


def _gunicorn(words: list[str]) -> None:
    from gunicorn.config import Config

    _parsed(Config().parser(), words)
