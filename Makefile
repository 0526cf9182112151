# make site    the site, in site/
# make serve   the site on http://127.0.0.1:8000, new with every saved file
# make check   everything that is wrong with the decisions
# make test    everything that CI runs
# make bench   how fast it is, beside others: make bench SIZES="1000 10000 100000" RUNS=3 SEARCHED="10000 50000"
#              (an empty SEARCHED leaves searching out)
# make lock    the three lock files, anew from pyproject.toml
#
# A fresh clone needs Python 3.11 or newer and make; `make test` says in one line what more it needs.
#
# requirements.lock holds what the site needs, the build back end included; requirements-dev.lock holds the same
# and the tools of the tests; requirements-bench.lock what the benchmark compares us with. They go into .venv/, with
# their hashes, and the package beside them as editable.

.DELETE_ON_ERROR:
.PHONY: site serve check test bench format lint types strict pytest lacking needs lock

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := .venv/bin
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

site: .venv/site.stamp
	$(BIN)/mkdocs build

serve: .venv/site.stamp
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

check: .venv/site.stamp
	$(BIN)/funding check

test: needs format lint types strict pytest

format: .venv/dev.stamp
	$(BIN)/ruff format --check site_plugins tests bench
	$(BIN)/funding fmt --check

lint: .venv/dev.stamp
	$(BIN)/ruff check site_plugins tests bench

types: .venv/dev.stamp
	$(BIN)/mypy

strict: .venv/dev.stamp
	$(BIN)/mkdocs build --strict

# In the order of the folders: left to itself the runner keeps files of few tests for the end, and those are the slowest.
pytest: .venv/dev.stamp node_modules/.stamp
	$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

SIZES ?= 1000 10000
RUNS ?= 3
SEARCHED ?= 10000 50000

bench: .venv/bench.stamp
	$(BIN)/python -m bench.run --runs $(RUNS) $(SIZES)
	$(if $(strip $(SEARCHED)),$(BIN)/python -m bench.searching.run $(SEARCHED))
	$(BIN)/python -m bench.report

# The Debian packages that this machine lacks for `make test`: the tests drive Chromium, best its shell without
# windows, which takes a quarter less of the processor (its driver needs libatomic), and run the Nu HTML checker in Java,
# which comes from npm like axe; those of history make repositories of their own.
LACKING = $(strip $(if $(PYTHON),,python3-venv) $(shell \
	{ command -v chromium-headless-shell || command -v chromium; } >/dev/null || echo chromium-headless-shell; \
	for need in java:default-jre-headless npm:npm git:git; do \
		command -v $${need%:*} >/dev/null || echo $${need#*:}; done; \
	case "$$(/sbin/ldconfig -p 2>/dev/null)" in ("" | *libatomic.so.1*) ;; (*) echo libatomic1 ;; esac))

lacking:
	@echo $(LACKING)

needs:
	@test -z "$(LACKING)" || { echo "make test lacks $(LACKING); install with: sudo apt-get install $(LACKING)" >&2; exit 1; }

.venv/site.stamp: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make site lacks Python 3.11 or newer with venv; install with: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/site.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/bench.stamp: .venv/site.stamp requirements-bench.lock
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-bench.lock
	@touch $@

node_modules/.stamp: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

COMPILE = CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	--build-deps-for editable --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	--annotation-style line

lock:
	$(PYTHON) -m venv --clear .cache/lock
	.cache/lock/bin/python -m pip install --quiet pip-tools==7.6.2
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --extra bench --constraint requirements-dev.lock --output-file requirements-bench.lock pyproject.toml
