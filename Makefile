# Each target's line after ## is what `make help` prints.
# PORT, ADDRESS and TRACKER_DATA may be given: make run PORT=8600 TRACKER_DATA=~/tracker
# So may MINUTES of torture and torture-long, and EXAMPLES of hostile: make torture MINUTES=30

PORT ?= 8501
ADDRESS ?= 127.0.0.1
TRACKER_DATA ?= data
export PORT ADDRESS TRACKER_DATA

PY := .venv/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
RUN_TIME := .venv/.requirements
DEVELOPMENT := .venv/.requirements-dev

.DEFAULT_GOAL := help
.PHONY: help run test test-long check format docs editor screenshots bench bench-asking audit samples torture torture-long hostile clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: $(RUN_TIME)  ## install, load what is new, start the scheduler and the dashboard
	@exec scripts/run.sh

test: $(DEVELOPMENT)  ## all tests; the browser's too when there is one
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-long: $(DEVELOPMENT)  ## the tests that take minutes, the browser's longer ones among them
	@$(PY) -m pytest -n auto --dist loadfile -m long

check: $(DEVELOPMENT)  ## format, lint and types
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy

format: $(DEVELOPMENT)  ## rewrite the code in the project's format
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

docs: $(RUN_TIME)  ## write the pages about the tables again, from the comments in them
	@$(PY) -m docs.tables

editor:  ## bundle the editor of the Ask page again, from app_pages/editor/bundle; needs npm
	@scripts/editor.sh

screenshots: $(DEVELOPMENT)  ## take pictures of each page in each state (build/screenshots), the README's among them
	@$(PY) -m docs.screenshots

bench: $(DEVELOPMENT)  ## measure loads, changes, questions, pages and starts (an hour)
	@$(PIP_INSTALL) -r requirements-bench.txt
	@$(PY) -m bench

bench-asking: $(DEVELOPMENT)  ## measure the guard, and many clients while versions are published
	@$(PY) -m bench.asking

audit: $(DEVELOPMENT)  ## list what it is made of (build/), ask for known holes; needs the network
	@scripts/audit.sh

samples: $(RUN_TIME)  ## write the illustrative feeds again, byte for byte
	@$(PY) seeds/illustrative/make_samples.py

torture: $(DEVELOPMENT)  ## kills, readers, write errors, power cuts for ten minutes
	@$(PY) -m tests.torture $(if $(MINUTES),--minutes $(MINUTES))

torture-long: $(DEVELOPMENT)  ## the same, all there is (hours)
	@$(PY) -m tests.torture --long $(if $(MINUTES),--minutes $(MINUTES))

hostile: $(DEVELOPMENT)  ## 3,000 damaged files drawn at random for each reader, where the tests try 50
	@TRACKER_EXAMPLES=$(or $(EXAMPLES),3000) $(PY) -m pytest -n auto tests/test_hostile_csv.py tests/test_mutated_files.py

clean:  ## remove the environment and caches; data stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@scripts/venv.sh

$(RUN_TIME): requirements.txt | $(PY)
	@echo "Installing what the tracker needs (once) ..."
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt requirements-httpfs.txt $(RUN_TIME)
	@echo "Installing what its tests need (once) ..."
	@$(PIP_INSTALL) -r requirements.txt -r requirements-dev.txt
	@$(PIP_INSTALL) --upgrade --target .venv/httpfs -r requirements-httpfs.txt \
		|| echo "There is no httpfs for this machine; the tests that need one are skipped."
	@touch $@
