# Two commands are enough for a stranger: `make demo` and `make test`.
# Each sets up what it needs (virtual environment, locked dependencies) and nothing by hand.

ARGS ?=
UV := .uv/bin/uv
ENV := UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv

.PHONY: demo test lint bench docs wheel clean

demo: .venv/.run
	.venv/bin/budgetwatch demo $(ARGS)

test: .venv/.dev
	.venv/bin/pytest $(ARGS)

lint: .venv/.dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/.dev
	.venv/bin/python -m benchmarks $(ARGS)

docs: .venv/.dev
	.venv/bin/python -m scoring.methodology > docs/methodology.md
	.venv/bin/python -m scoring.schema > docs/schema.md
	.venv/bin/python -m scoring.schema metadata > datasette_config/metadata.yaml

wheel: .venv/.dev
	$(ENV) $(UV) build --wheel

clean:
	rm -rf .venv .uv dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# The stamps: a changed lock or a changed project file sets up again.
.venv/.run: $(UV) pyproject.toml uv.lock
	$(ENV) $(UV) sync --frozen --no-dev --inexact --python .uv/bin/python
	@touch $@

.venv/.dev: $(UV) pyproject.toml uv.lock
	$(ENV) $(UV) sync --frozen --extra browser --python .uv/bin/python
	@touch $@ .venv/.run

$(UV): .ci/bootstrap
	sh .ci/bootstrap
	@touch $@
