# Plumbline. `make run` and `make test` set up everything they need.
.PHONY: run test setup texts look bench soak check format coverage clean
SHELL := /bin/sh
SAMPLE := out/halden-freight.plumb

run: setup          ## open the workbench on the sample engagement (without a display: write its PDF)
	@sh packaging/run.sh "$(SAMPLE)"

test: setup         ## all tests but the long ones
	@.venv/bin/python -m pytest -q -m "not soak" -n auto --dist worksteal

setup:
	@sh packaging/setup.sh

texts: setup        ## bring the catalogues of sentences up to date, and make what the program reads
	@.venv/bin/python packaging/catalogue.py

look: setup         ## every screen and every page as a picture, into out/look/
	@.venv/bin/python -m tests.look

bench: setup        ## speed as ratios, some of them to other programs, which this fetches
	@sh packaging/setup.sh bench
	@.venv/bin/python -m tests.benchmarks

soak: setup         ## hours of random contents, the whole matrix of reports and the fault runs
	@PLUMBLINE_HYPOTHESIS=soak .venv/bin/python -m pytest -q -m "soak or hypothesis" \
		-n auto --dist worksteal --timeout=21600

coverage: setup     ## which lines and branches the tests reach
	@.venv/bin/python -m coverage run -m pytest -q -m "not soak" -n auto --dist worksteal
	@.venv/bin/python -m coverage combine -q && .venv/bin/python -m coverage report

check: setup        ## format, lint, types and import contracts
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/pyright --warnings
	@.venv/bin/lint-imports

format: setup
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

clean:
	rm -rf .venv .cache out
