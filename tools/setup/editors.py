"""Emacs and Vim, with the packages people use a language server through."""

from __future__ import annotations

import shutil
import subprocess

from tools.setup.system import apt_install

# A file name of each Debian package would age; the editors say themselves what they can load.
EMACS = ("emacs-nox", "elpa-eglot", "elpa-yasnippet", "elpa-markdown-mode", "elpa-company")
LISP = ("eglot", "yasnippet", "markdown-mode", "company")
VIM = ("vim", "vim-ale")


def install() -> None:
    """Raises Missing, with the command that helps, where something cannot be had."""
    wanted = [*(() if _has_emacs() else EMACS), *(() if _has_vim() else VIM)]
    if wanted:
        apt_install(*wanted)


def _has_emacs() -> bool:
    required = "".join(f"(require '{name})" for name in LISP)
    return _runs("emacs", "--batch", "--eval", f"(progn (package-initialize) {required})")


def _has_vim() -> bool:
    check = "try | packadd ale | catch | cquit | endtry | if !has('job') | cquit | endif | qall!"
    return _runs("vim", "-Nu", "NONE", "-n", "--not-a-term", "-es", "-c", check)


def _runs(program: str, *words: str) -> bool:
    found = shutil.which(program)
    if not found:
        return False
    ended = subprocess.run(
        [found, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    return ended.returncode == 0
