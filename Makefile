# Two commands for a newcomer: `make demo` shows the main job, `make test` runs the tests.
# Both set everything up first, in .venv; nothing is written outside this folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export WIJK_HOME ?= $(CURDIR)/.wijk

# As many processes as there are processors, at most four: each takes 0.5 GB, the press 1 GB more.
SPREAD := -n auto --maxprocesses 4 --dist worksteal

.PHONY: demo test coverage check lint format casebooks words forms inflections bench clean
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/wijk index
	$(BIN)/wijk search moestuin --limit 3
	$(BIN)/wijk ask "Welk initiatief is er voor Poolse vrouwen?"
	$(BIN)/wijk themes
	@echo
	@echo "Next: $(BIN)/wijk serve   and open http://127.0.0.1:8000"

test: $(READY)
	$(BIN)/pytest $(SPREAD)

# The same with branch coverage, which takes nearly twice as long.
coverage: $(READY)
	$(BIN)/pytest $(SPREAD) --cov

# The quick part of what must hold: no test but those of the README and the package.
check: lint
	$(BIN)/pytest -q tests/test_readme.py tests/test_package.py

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Sets the casebooks in the box from their plain-text sources; the results are committed.
casebooks: $(READY)
	$(BIN)/python -m corpus.press

# Derives the list of Dutch words from wordfreq and OpenTaal (Debian); the result is committed.
words: $(READY)
	rm -rf build/words && mkdir -p build/words && cd build/words && apt-get download hunspell-nl wdutch
	for package in build/words/*.deb; do dpkg -x $$package build/words; done
	$(PYTHON) -m venv build/words/venv
	build/words/venv/bin/pip install --quiet wordfreq==3.1.1 click
	build/words/venv/bin/python tests/derive_words.py build/words

# Derives the forms that the readers of files ask for from simplemma's list; the result is committed.
forms: $(READY)
	$(BIN)/python -c 'from pathlib import Path; from indexer.dutch.lexicon import *; \
	  save_forms(Path("indexer/dutch") / FORMS_NAME)'

# Measures the lemmas on OpenTaal's tables of inflections, over Dutch documentation from Debian.
inflections: $(READY)
	rm -rf build/inflections && mkdir -p build/inflections
	cd build/inflections && apt-get download hunspell-nl aptitude-doc-nl debian-edu-doc-nl \
	  debian-faq-nl gimp-help-nl libreoffice-help-nl lilypond-doc-html-nl manpages-nl
	for package in build/inflections/*.deb; do dpkg -x $$package build/inflections; done
	$(BIN)/python tests/score_inflections.py build/inflections --floors

bench: $(READY)
	$(BIN)/python tests/bench_commands.py

clean:
	rm -rf $(VENV) .wijk build dist

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed: make PYTHON=python3.12 ..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@
