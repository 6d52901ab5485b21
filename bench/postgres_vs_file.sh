#!/usr/bin/env bash
# postgres_vs_file, postgres_rows, postgres_file_rows: the time to load 2 M rows of twelve columns into a private PostgreSQL over
# COPY binary, rows made on one thread while they are sent, over that of the same bytes from memory: the same server, one
# transaction with TRUNCATE, COPY FREEZE and ANALYZE each, no keys; 5 turns, median.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/packages test >&2
bench/build round_postgres
tests/with_postgres build/release/bench/round_postgres
