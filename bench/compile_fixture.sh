#!/usr/bin/env bash
# compile_fixture, compile_fixture_memory: CPU seconds and MiB of g++ 12 at -O2 for a file of unit tests with a dataset of
# three tables in it whose rows are collected; it includes doctest, whose main function is in another file; median of 3.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/packages test >&2
bench/compile_cost compile_fixture 3 bench/compile/fixture.cpp
