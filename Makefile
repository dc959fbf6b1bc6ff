# One word per chore; `make` lists them. Everything is installed into .venv, nothing outside it.

PYTHON := $(shell for one in python3 python3.13 python3.12 python3.11; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$one" && break; \
	done)
VENV ?= .venv
SECTIONS ?= 500
SEED ?= 1
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help briefing languages test render proof check bench clean
.DELETE_ON_ERROR:

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

briefing: $(VENV)/.deckmaker ## build briefing.yaml into build/: a .pptx and a .pdf
	@$(BIN)/deckmaker build briefing.yaml --output build

languages: $(VENV)/.deckmaker ## build the same briefing in every language into build/languages/
	@for briefing in tests/languages/*.yaml; do \
		$(BIN)/deckmaker build "$$briefing" \
			--output "build/languages/$$(basename "$$briefing" .yaml)" || exit 1; done

test: $(VENV)/.test ## pass the fast tests
	$(BIN)/pytest -m "not render" -n auto

render: $(VENV)/.test ## pass the tests that want LibreOffice, Poppler, qpdf and the Open XML SDK
	$(BIN)/pytest -m render -n auto

proof: $(VENV)/.test ## render briefings in every script and read every line back: SECTIONS=5000 SEED=7
	@PYTHONPATH=tests $(BIN)/python -m proof --sections $(SECTIONS) --seed $(SEED)

check: $(VENV)/.lint ## lint, format, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.test ## measure builds beside a plain script
	$(BIN)/python benchmarks/run.py

clean: ## remove what was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/.python:
	@[ -n "$(PYTHON)" ] || { echo "deckmaker needs Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) lacks venv: on Debian, install python3-venv" >&2; exit 1; }
	@echo "installing into $(VENV), once"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.deckmaker: pyproject.toml | $(VENV)/.python
	@$(PIP) install --editable .
	@touch $@

# The tests and the linters read pyproject's dependency groups.
$(VENV)/.test $(VENV)/.lint: $(VENV)/.%: pyproject.toml | $(VENV)/.deckmaker
	@$(PIP) install --group $*
	@touch $@
