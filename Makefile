# Everything a person or a machine does here is a target; `make help` lists them.
# Each step leaves a stamp in .venv, so a second run does only what has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
EXAMPLE := examples/report.txt
MEASURES := $(filter-out __init__ gold halves measures floors,$(basename $(notdir $(wildcard eval/*.py))))
COMPILE := .cache/lock/bin/uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url \
  --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo install test lint format types tests docs picture golden eval lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: install ## read an example report and print its memo
	@$(BIN)/memcon read $(EXAMPLE)

install: $(VENV)/memcon ## make .venv and put memcon into it, with its English pipeline

test: lint format types tests ## lint, format, types and every test

lint: $(VENV)/dev
	@echo "== ruff check"
	@$(BIN)/ruff check

format: $(VENV)/dev
	@echo "== ruff format --check"
	@$(BIN)/ruff format --check

types: $(VENV)/dev
	@echo "== mypy --strict"
	@$(BIN)/mypy

tests: $(VENV)/dev
	@echo "== pytest"
	@$(BIN)/python -m pytest

docs: $(VENV)/dev ## write into the docs what memcon prints now
	@$(BIN)/python -m tests.shown
	@$(BIN)/python -m tests.licences

picture: $(VENV)/dev ## draw the picture of the README anew (needs Chromium)
	@$(BIN)/python -m tests.picture

golden: $(VENV)/dev ## write the golden records anew (look at the difference before you commit it)
	@$(BIN)/python -m tests.golden.update

eval: $(VENV)/dev ## measure on the shared corpora (../shared), some minutes
	@if [ ! -d ../shared ]; then echo "make eval measures on ../shared, which is not there: nothing to do"; exit 0; fi; \
	for measure in $(MEASURES); do \
	  echo "== python -m eval.$$measure"; $(BIN)/python -m eval.$$measure || exit 1; \
	done

lock: .cache/lock/bin/uv ## resolve the dependencies anew, into files with hashes
	@$(COMPILE) --universal --python-version 3.11 -o requirements.txt --group build pyproject.toml
	@$(COMPILE) --universal --python-version 3.11 -c requirements.txt -o requirements-dev.txt \
	  --group build --group dev pyproject.toml

clean: ## remove .venv and all caches
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --- stamps ---

$(VENV)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "memcon needs Python 3.11 or newer, and there is no '$(PYTHON)'. Install it, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "memcon needs Python 3.11 or newer; '$(PYTHON)' is `"$(PYTHON)" --version 2>&1`. Name a newer one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "== making $(VENV) with `"$(PYTHON)" --version`"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@touch $@

$(VENV)/packages: requirements.txt | $(VENV)/python
	@echo "== installing what memcon needs (once, a few minutes)"
	@$(PIP) install -qq --require-hashes -r requirements.txt
	@touch $@

$(VENV)/memcon: pyproject.toml $(VENV)/packages
	@echo "== installing memcon"
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/memcon
	@echo "== installing what the tests need"
	@$(PIP) install -qq --require-hashes -r requirements-dev.txt
	@touch $@

.cache/lock/bin/uv:
	@"$(PYTHON)" -m venv .cache/lock
	@.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
