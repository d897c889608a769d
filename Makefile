# make demo and make test are each enough by themselves: what they need they make first.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
SHARED ?= ../shared
MISSES ?= 0
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lint score docs neo4j neo4j-stop benchmarks lock

help: ## what can be made
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 18

demo: $(BIN)/chuanyu ## build the graph from corpus/ and show who supports whom
	@$(BIN)/chuanyu build
	@for firm in 长安汽车 赛力斯集团 赛力斯汽车 比亚迪; do echo; $(BIN)/chuanyu report supports --of $$firm || exit; done
	@printf '\nTry next:\n  source .venv/bin/activate\n  chuanyu show 长安汽车\n  chuanyu queries\n  make neo4j\n'

test: $(BIN)/chuanyu ## run all tests
	@$(BIN)/python -m pytest

lint: $(BIN)/chuanyu ## style and strict types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

score: $(BIN)/chuanyu ## measure against the gold set (MISSES=20 lists what is missing)
	@if [ -d $(SHARED)/gold ]; then \
		$(BIN)/chuanyu build $(SHARED)/documents --out build/score && \
		$(BIN)/python $(SHARED)/tools/score.py --entities build/score/entities.jsonl \
			--statements build/score/statements.jsonl --gold $(SHARED)/gold \
			--documents $(SHARED)/documents --misses $(MISSES); \
	else echo "There is no gold set at $(SHARED)/gold, so there is nothing to measure against."; fi

docs: $(BIN)/chuanyu ## run the pages and write what came out into them
	@$(BIN)/python docs/examples.py

neo4j: $(BIN)/chuanyu ## start a Neo4j server with Browser on this machine
	@$(BIN)/python -m graph.server start

neo4j-stop: $(BIN)/chuanyu ## stop it again; its data are kept
	@$(BIN)/python -m graph.server stop

benchmarks: $(BIN)/chuanyu ## read long texts, ask and push graphs at size, beside Neo4j and rdflib-neo4j
	@$(PIP) install --no-build-isolation --editable .[benchmark]
	@$(BIN)/python -m benchmarks.questions --neo4j 5.26 --neo4j 2026
	@$(BIN)/python -m benchmarks.reading
	@$(BIN)/python -m benchmarks.push --rdflib

lock: $(BIN)/chuanyu ## choose and lock the newest versions of all packages
	@$(PIP) install pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --extra test --strip-extras --allow-unsafe --generate-hashes \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header \
		--output-file requirements.lock setup.cfg

# The environment is made from the lock, and made anew only when the lock changes.
.venv/locked: requirements.lock
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; say which with: make PYTHON=/path/to/python3.11"; exit 2; }
	@echo "Making the environment .venv …"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(BIN)/chuanyu: .venv/locked setup.cfg
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
