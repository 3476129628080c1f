# `make help` lists the targets. Needs make, git and Python 3.11 or later; nothing else is installed
# outside this folder. To choose the interpreter: make PYTHON=/path/to/python3.11
.DEFAULT_GOAL := environment
.PHONY: environment site serve test lint format golden docs model measure bench pins wheel clean help FORCE

PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo "$$name"; break; fi; done)
RUN := .venv/bin/python -m
PIP := $(RUN) pip --disable-pip-version-check --quiet
# Passed on: make serve ARGS="--port 9000", make test ARGS="-k dateline"
ARGS ?=

# The stamps hold the folder that the environment was made in: a moved or copied one is made anew.
RUNS := .venv/.can-build-a-site
DEVELOPS := .venv/.can-run-the-tests
USABLE := $(shell test -x .venv/bin/python && \
	{ test ! -e $(RUNS) || test "`cat $(RUNS)`" = "`pwd -P`"; } && echo yes)

environment: $(DEVELOPS)
	@echo 'The environment is ready: .venv/bin/site-builder --help'

$(RUNS): pyproject.toml requirements-dev.txt $(if $(USABLE),,FORCE)
	@test -n "$(PYTHON)" || { echo 'Site Builder needs Python 3.11 or later, and found none.' \
		'Install it, or say where it is: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Site Builder needs Python 3.11 or later, and "$(PYTHON)" is not.' \
		'Say where it is: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'Setting up the environment in .venv (once, about a minute) ...'
	@test -n "$(USABLE)" || rm -rf .venv
	@"$(PYTHON)" -m venv .venv || { echo 'Python could not make a virtual environment.' \
		'On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(PIP) install --constraint requirements-dev.txt --editable .
	@pwd -P > $@

$(DEVELOPS): $(RUNS)
	@echo 'Installing the development tools ...'
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@

site: $(RUNS)  ## Build the archive from seeds/ and content/ into output/
	@$(RUN) site_builder build $(ARGS)
	@echo "Open `pwd -P`/output/index.html in a browser, or run: make serve"

serve: $(RUNS)  ## Preview the archive at http://127.0.0.1:8000, live, while you edit
	@$(RUN) site_builder serve $(ARGS)

test: $(DEVELOPS)  ## Check style, types and architecture, then run all tests
	@$(MAKE) --no-print-directory lint
	@command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null || \
		{ echo 'No Chromium is installed: asking Playwright for its own ...'; \
		$(RUN) playwright install chromium >/dev/null 2>&1; } || echo 'It could not be fetched.'
	@$(RUN) pytest $(ARGS)

lint: $(DEVELOPS)  ## Check style, types and architecture
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@for file in `find tests -name conftest.py`; do $(RUN) mypy "$$file" || exit 1; done
	@.venv/bin/lint-imports --no-logo

format: $(DEVELOPS)  ## Format the code and mend what can be mended
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

golden: $(DEVELOPS)  ## Rewrite the golden files that the tests compare with; read the diff after
	@GOLDEN=write $(RUN) pytest tests/journey tests/messages $(ARGS)

docs: $(DEVELOPS)  ## Rewrite the generated pages of docs/reference/
	@.venv/bin/python docs/generate_reference.py

# The folder with the annotated texts of others; docs/model/README.md says where they are published.
NER_DATA ?= ner-data
MODEL := PYTHONPATH=.:docs/model .venv/bin/python docs/model

model: $(DEVELOPS)  ## Make the model that finds people and places anew: NER_DATA=folder
	@$(PIP) install --constraint requirements-dev.txt --editable '.[data]'
	@$(MODEL)/make_model.py $(NER_DATA)

measure: $(DEVELOPS)  ## Measure the model on texts that it never saw: NER_DATA=folder
	@$(PIP) install --constraint requirements-dev.txt --editable '.[data]'
	@$(MODEL)/measure.py $(NER_DATA) $(ARGS)

bench: $(RUNS)  ## Measure beside other generators: make bench ARGS="--articles 1000"
	@$(RUN) bench $(ARGS)

wheel: $(DEVELOPS)  ## Build the package into dist/
	@rm -rf dist
	@$(PIP) wheel . --no-deps --no-build-isolation --wheel-dir dist
	@ls dist/*.whl

pins: pyproject.toml  ## Choose newer versions for requirements-dev.txt, within pyproject.toml
	@rm -rf .pins
	@"$(PYTHON)" -m venv .pins
	@.pins/bin/python -m pip --disable-pip-version-check --quiet install '.[dev]'
	@{ echo '# The environment that Site Builder is developed and tested in, every version exact.'; \
		echo '# Made by `make pins` from the ranges in pyproject.toml.'; \
		.pins/bin/python -m pip --disable-pip-version-check freeze --exclude site-builder; \
		} > requirements-dev.txt.new
	@mv requirements-dev.txt.new requirements-dev.txt
	@rm -rf .pins

clean:  ## Remove what was built, and the environment; seeds/ and content/ stay
	@test ! -x .venv/bin/site-builder || $(RUN) site_builder clean
	@rm -rf .venv .pins dist .site-builder .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache .hypothesis
	@find site_builder tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## Show this list
	@echo 'make             Set up the environment in .venv'
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/\1	\2/p' Makefile | \
		while IFS='	' read -r target what; do printf 'make %-12s%s\n' "$$target" "$$what"; done
