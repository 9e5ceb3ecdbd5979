"""Benchmarks: `make bench` runs them all and writes docs/speed.md; `python -m tests.bench NAME...` runs some."""
