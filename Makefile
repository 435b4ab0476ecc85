.PHONY: run test browser site setup lint format golden docs lock clean
PYTHON ?= python3
BIN := .venv/bin

run: setup
	$(BIN)/clean-guides raw/ cleaned/ --fail-on never

test: setup lint browser
	$(BIN)/pytest -n auto

# The report page is tested in a real Chromium.
browser: setup
	tools/browser.sh $(BIN)/python

setup: .venv/.installed

# Nothing is reinstalled while the lock and the project file stay as they are.
.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/clean-guides - < raw/en/project-readme.md > /dev/null 2>&1 || true # warms what is kept compiled
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Write cleaned/, reports/ and the snapshots of the outputs anew; look at the diff before you commit it.
golden: setup
	rm -rf cleaned reports
	$(BIN)/clean-guides raw/ cleaned/ --quiet --fail-on never
	CLEAN_GUIDES_WRITE_SNAPSHOTS=1 $(BIN)/pytest -q tests/reports/test_outputs.py

# Write docs/rules/ anew from the rules.
docs: setup
	$(BIN)/python tools/make_docs.py

# Build the documentation as a site, and fail on a dead link.
site: docs
	$(BIN)/mkdocs build --strict --quiet

# Needs uv.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build site
