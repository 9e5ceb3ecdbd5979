# Every target sets up .venv by itself. ARGS is handed on: make run ARGS="--recipe zeros", make test ARGS=tests/core
PYTHON = .venv/bin/python
ARGS =
IN_PARALLEL = -n auto  # of all tests; how many processes: tests/conftest.py
HAS_NEW_STUBS = import sys; sys.exit(sys.version_info < (3, 11))

.PHONY: run test check package bundle wheels pictures words bench weights ladder drawn hands practice numbers soak fuzz coverage mutants clean
.NOTPARALLEL:

run:
	@.ci/set-up run
	@.venv/bin/digitscope $(ARGS)

test:
	@.ci/set-up dev
	@OPENBLAS_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest $(if $(ARGS),$(ARGS),$(IN_PARALLEL))

check:
	@.ci/set-up dev
	$(PYTHON) -m ruff format --check --quiet .
	$(PYTHON) -m ruff check --quiet .
	@if $(PYTHON) -c '$(HAS_NEW_STUBS)'; then echo $(PYTHON) -m mypy; $(PYTHON) -m mypy; \
	else echo "mypy is left out: numpy's type stubs for Python 3.10 are older than the code's types"; fi
	.venv/bin/lint-imports --no-cache
	@$(MAKE) --no-print-directory test

# dist/: the wheel and the source archive, checked as an index of packages would
package:
	@.ci/set-up dev
	@$(PYTHON) -c "import build, twine" 2>/dev/null || $(PYTHON) -m pip install --quiet -c constraints.txt -e .[release]
	@rm -f dist/digitscope-*
	@$(PYTHON) -m build --no-isolation
	@$(PYTHON) -m twine check --strict dist/digitscope-*

# docs/wheels.md: which machines, with which Python, find all that is needed; it takes uv
wheels:
	@.ci/set-up dev
	@$(PYTHON) packaging/wheels.py

# the app with a Python of its own, for people without one: dist/digitscope, a folder of 1.2 GB; takes minutes. What Qt
# needs of the system goes into it, so it must be here
bundle:
	@.ci/set-up dev
	@DISPLAY=:0 QT_QPA_PLATFORM=xcb .ci/set-up run
	@$(PYTHON) -c "import PyInstaller" 2>/dev/null || $(PYTHON) -m pip install --quiet -c constraints.txt -e .[bundle]
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN --workpath build/bundle packaging/digitscope.spec

pictures:
	@.ci/set-up dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.pictures $(ARGS)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.animation $(ARGS)

# texts for translation: assets/translations/*.ts, and the .qm that the app reads
words:
	@.ci/set-up dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.words

bench:
	@.ci/set-up dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.bench $(ARGS)

# These train and measure with real people's digits, for minutes: DIGITSCOPE_DATA names the folder of mnist/ and strokes/.
weights:
	@.ci/set-up dev
	@$(PYTHON) -m tests.measure.shipped

ladder drawn hands practice numbers:
	@.ci/set-up dev
	@OPENBLAS_NUM_THREADS=1 $(PYTHON) -m tests.measure.$@ $(ARGS)
	@[ $@ != drawn ] || $(PYTHON) -m tests.measure.pictures

# 20,000 actions of seeded users (ARGS are theirs), then 300 ends at random moments
soak:
	@.ci/set-up dev
	@$(PYTHON) -m tests.soak $(ARGS)
	@$(PYTHON) -m tests.soak.endings

# 100,000 inputs for each reader of bytes and text, 5,000 for each of files and folders
fuzz:
	@.ci/set-up dev
	@$(PYTHON) -m tests.fuzz $(ARGS)

# branches that tests reach, in Qt's threads too; fails below 95 % of core's and 85 % of gui's
coverage:
	@.ci/set-up dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest --cov --cov-branch --cov-report=json:build/coverage.json $(ARGS)
	@$(PYTHON) -m tests.branches build/coverage.json

# changes of four modules of core that no test notices (docs/mutants.md); it needs the extra `mutants` installed
mutants:
	@.ci/set-up dev
	@$(PYTHON) -c "import mutmut" || $(PYTHON) -m pip install --quiet -c constraints.txt -e .[mutants]
	@$(PYTHON) -m tests.mutants

# .venv stays: it is half a gigabyte to download, and `rm -r .venv` is short.
clean:
	rm -rf build dist mutants htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find assets core gui tests -name __pycache__ -type d -prune -exec rm -rf {} +
