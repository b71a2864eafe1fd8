# make demo: the main job on real input.  make test: lint and all tests.  Nothing else is needed
# beforehand but Python 3.11 or newer, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
CORPUS := $(or $(CONTRACTKIT_CORPUS),../shared/corpus)
SEED := $(firstword $(wildcard $(CORPUS)/seeds/003*.txt))
INCOMING := $(or $(SEED),examples/incoming-hospital.zh.txt)

.PHONY: demo test lint types clean looks

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: $(VENV)/installed
	@$(BIN)/python -m tools.demo $(OUT) "$(INCOMING)"

test: lint
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

looks: $(VENV)/installed
	$(BIN)/python -m tools.templates

clean:
	rm -rf $(OUT) dist build
