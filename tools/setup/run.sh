#!/bin/sh
# Finds a Python of 3.10 or newer, then lets `python -m tools.setup PARTS` do the rest.
set -e
cd "$(dirname "$0")/../.."

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

find_python() {
    for name in python3 python python3.13 python3.12 python3.11 python3.10 python3.14; do
        if new_enough "$name"; then echo "$name"; return; fi
    done
    for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[0-9]*/bin/python \
                "${UV_PYTHON_INSTALL_DIR:-$HOME/.local/share/uv/python}"/cpython-3.1[0-9]*/bin/python3; do
        if [ -x "$path" ] && new_enough "$path"; then echo "$path"; return; fi
    done
    if command -v py >/dev/null 2>&1; then py -3 -c 'import sys; print(sys.executable)'; return; fi
}

PYTHON=$(find_python)
if [ -z "$PYTHON" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 python3-venv
        PYTHON=$(find_python)
    fi
fi
if [ -z "$PYTHON" ]; then
    echo "Python 3.10 or newer is needed. Install it, for example: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi
exec "$PYTHON" -m tools.setup "$@"
