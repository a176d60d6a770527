# Each target sets up what it needs, from a bare machine, and can be run again at any time.

PYTHON = .venv/bin/python
SETUP = sh tools/setup/run.sh

.PHONY: help setup demo test test-vscode wheel vsix release bench clean

help:
	@echo "make setup   the environments for development"
	@echo "make demo    the main job on a real project, shown in the terminal"
	@echo "make test    every check and test, editors included"
	@echo "make test-vscode  of these the suite and the journeys in the real VS Code, with pictures"
	@echo "make wheel   dist/django_cheatsheet_ls-VERSION-py3-none-any.whl"
	@echo "make vsix    dist/django-cheatsheet-VERSION.vsix"
	@echo "make release  release notes, wheel, source distribution and extension in dist, checked"
	@echo "make bench   the benchmark table"

setup:
	@$(SETUP) dev django node editors vscode

demo:
	@$(SETUP) dev
	@$(PYTHON) -m tools.demo

test:
	@$(SETUP) dev django node editors vscode
	@$(PYTHON) -m tools.everything

test-vscode:
	@$(SETUP) dev django node vscode
	@$(PYTHON) -m pytest -q tests/editors/vscode

wheel:
	@$(SETUP) dev
	@$(PYTHON) -m build --wheel --no-isolation --outdir dist .

vsix:
	@$(SETUP) dev node
	@cd clients/vscode && npm run --silent package

release:
	@$(SETUP) dev node
	@$(PYTHON) -m tools.release

bench:
	@$(SETUP) dev
	@$(PYTHON) -m benchmarks.run

clean:
	rm -rf .venv .venvs .nox .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist clients/vscode/node_modules
